"""What is said, and how: answers on standard output, everything else on standard error."""

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from shlex import quote
from typing import Any, ClassVar, Final, TextIO

from cli.exits import NOT_AUTHORISED, Ended, code_for_fault, code_for_refusals
from cli.shown.colour import heading, painted
from cli.shown.fitting import fitted, table, wrapped
from cli.shown.streams import as_file, json_text
from workflow.errors import Damaged, Refusal, WorkflowError
from workflow.files.formulas import no_formula
from workflow.store.address import masked
from workflow.text import escaped

_A_COMMAND: Final = "decisions "


class Invocation:
    """What this run of a command was asked, and how far it is."""

    as_json = False
    faults_as_json = False
    """Whether what goes wrong is told in JSON by a command that has no answer in it."""
    traceback = False
    db: str | None = None
    """The register that was named for this command, typed or by its variable."""
    constitutions: str | None = None
    register: str | None = None
    """The register that was typed: what a remedy says to do is done there too."""
    damaged: ClassVar[list[WorkflowError]] = []
    """What the answer had to leave out, since nothing could be made of it."""
    rests_on: ClassVar[list[str]] = []
    """What was found in the folder one is in and stands behind what the command does, in words."""
    holds_elsewhere: ClassVar[Callable[[], str] | None] = None
    """What says at which other council whoever acts holds an appointment, of a command that goes by
    the council that is set."""
    is_kept = False
    """Whether what the command was to do is done and kept."""


def mark_kept(dry_run: bool) -> None:
    """Mark that what was to be done is done: whatever fails from now on, it is not to be repeated.

    A rehearsal keeps nothing. What stands behind it is named."""
    Invocation.is_kept = not dry_run
    say_what_it_rests_on()


def say_what_it_rests_on() -> None:
    """Name, once, what was found in the folder one is in and stands behind what was done."""
    note(*(wrapped(each) for each in Invocation.rests_on))
    Invocation.rests_on.clear()


def say(*lines: str) -> None:
    """Say lines of an answer, so that they fit the terminal; what is not seen in them is written by
    its number."""
    for line in lines:
        told = escaped(line).split("\n")
        seen = (painted(fitted(each, sys.stdout), sys.stdout) for each in told)
        sys.stdout.write("".join(f"{each}\n" for each in seen))


def say_verbatim(*lines: str) -> None:
    """Say lines of an answer, likewise, that another program or a clipboard is to have whole."""
    for line in lines:
        sys.stdout.write(f"{escaped(line)}\n")


def note(*lines: str) -> None:
    """Say something beside the answer, likewise, so that it fits; no password in it is shown."""
    told = masked("".join(f"{escaped(line)}\n" for line in lines)).split("\n")[:-1]
    seen = (painted(fitted(line, sys.stderr), sys.stderr) for line in told)
    sys.stderr.write("".join(f"{each}\n" for each in seen))


def warning_line(warning: str) -> str:
    """Give a warning as it is told beside an answer."""
    return wrapped(f"Mind: {warning}", "", "      ")


def note_verbatim(text: str) -> None:
    """Say beside the answer what another program is to have whole; no password is shown."""
    sys.stderr.write(masked(f"{escaped(text)}\n"))


def say_json(answer: Any) -> None:
    """Give an answer as JSON."""
    sys.stdout.write(_as_json(answer, sys.stdout) + "\n")


def _as_json(answer: Any, stream: TextIO) -> str:
    from workflow.answers.as_json import as_json

    return json_text(as_json(answer), stream)


def say_rows(headings: Sequence[str], rows: Iterable[Sequence[str]], *, as_csv: bool) -> None:
    """Give a table: aligned on a terminal, with tabs where piped, or as CSV."""
    if as_csv:
        with as_file() as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
            writer.writerow(headings)
            writer.writerows([no_formula(cell) for cell in row] for row in rows)
        return
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        say_verbatim(*("\t".join(row) for row in cells))
        return
    first, *rest = table(headings, [[escaped(cell) for cell in row] for row in cells])
    sys.stdout.write(f"{heading(first, sys.stdout)}\n")
    say_verbatim(*rest)


def refusal_lines(refusal: Refusal, indent: str = "  ", *, remedy: bool = True) -> list[str]:
    """Give a refusal in lines: the reason with its code, the rule, and what to do."""
    follow = indent + " " * 9
    lines = [
        wrapped(f"{refusal.because} [{refusal.code}]", indent),
        wrapped(f"Rule:  {refusal.authority}", f"{indent}  ", follow),
    ]
    if remedy:
        lines.append(wrapped(f"Do:    {refusal.remedy}", f"{indent}  ", follow))
    return lines


def end_refused(
    what: str,
    refusals: tuple[Refusal, ...],
    kept: int | None = None,
    kept_lines: Iterable[str] = (),
) -> Ended:
    """Say that something was refused, with every reason and what is kept of it, and give how the
    command ends. `kept` is the number of the refused request that is on the record."""
    code = code_for_refusals(refusals)
    if Invocation.as_json:
        from workflow.answers.refusal import refusal_answer

        note_verbatim(_as_json(refusal_answer(what, refusals, kept), sys.stderr))
        return Ended(code)
    note(f"Refused: {what}")
    for refusal in refusals:
        note(*refusal_lines(refusal))
    if code == NOT_AUTHORISED and Invocation.holds_elsewhere is not None:
        note(*(wrapped(each) for each in [Invocation.holds_elsewhere()] if each))
    note(*kept_lines)
    _say_where([refusal.remedy for refusal in refusals])
    say_what_it_rests_on()
    return Ended(code)


def end_damaged(code: int) -> int:
    """Say what an answer left out, and give the exit code: such an answer is not the whole."""
    if code or not Invocation.damaged:
        return code
    said = dict.fromkeys(str(fault) for fault in Invocation.damaged)
    return end_fault(Damaged("\n".join(("Something is damaged, and left out.", *said))))


def end_fault(fault: WorkflowError, *, as_json: bool = False) -> int:
    """Say what went wrong and what to do, and give the exit code."""
    code = code_for_fault(fault)
    if as_json or Invocation.as_json or Invocation.faults_as_json:
        note_verbatim(_as_json(fault, sys.stderr))
    else:
        lines = str(fault).split("\n")
        note(*[wrapped(f"Error: {lines[0]} [{fault.code}]"), *lines[1:]])
        if fault.authority is not None:
            note(wrapped(f"Rule:  {fault.authority}", "  ", "         "))
        note(wrapped(f"Do:    {fault.cure}", "  ", "         "))
        _say_where([fault.cure])
    return code


def _say_where(remedies: Sequence[str]) -> None:
    """Say that a command to be given is to name the register too, where this one did."""
    if Invocation.register is not None and any(_A_COMMAND in each for each in remedies):
        note(wrapped(f"Add to that command: --db {quote(Invocation.register)}", "         "))
