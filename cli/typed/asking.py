"""Asking at a terminal: a question, or whether to go on with what has no way back."""

import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Final, TypeVar

import typer

from cli.exits import INTERRUPTED, Ended
from cli.shown.fitting import wrapped
from cli.shown.output import note

CONFIRMED_STEPS: Final = {
    "publication-void": "The record will say that {ref} was not really published. It will be "
    "signed again, with no call-in period until it is published again.",
    "irregular-resolve": "Irregularity {number} of {ref} will be settled for good.",
}
"""The steps that ask first, each with its question."""
_YES: Final = ("y", "yes")
Done = TypeVar("Done")
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask first. Only a terminal is asked.")]


def is_anyone_there() -> bool:
    """Say whether somebody sits at standard input, who can be asked."""
    return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()


def ask(question: str, otherwise: str | None = None) -> str | None:
    """Ask, and give the line that is typed, or for an empty line what it is otherwise.

    None where nobody sits there, or the typing ended. Ctrl-C interrupts the command, as it does
    anywhere."""
    if not is_anyone_there():
        return None
    shown = question if not otherwise else f"{question} [{otherwise}]"
    line = "\n"
    while line and not line.strip():
        sys.stderr.write(f"{shown}: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if line and not line.strip() and otherwise is not None:
            return otherwise
    if not line:
        sys.stderr.write("\n")
    return line or None


def must_ask(question: str, otherwise: str | None = None) -> str:
    """Ask likewise, and give the answer without the spaces about it; KeyboardInterrupt where the
    typing ended, as for Ctrl-C."""
    line = ask(question, otherwise)
    if line is None:
        raise KeyboardInterrupt
    return line.strip()


def asks(*, yes: bool, dry_run: bool) -> bool:
    """Say whether what has no way back is asked about here."""
    return not (yes or dry_run) and is_anyone_there() and sys.stderr.isatty()


def confirmed(
    act: Callable[[bool], Done],
    what: str,
    *,
    yes: bool,
    dry_run: bool,
    also: Sequence[str] = (),
) -> Done:
    """Do what has no way back, or rehearse it. At a terminal it is rehearsed and asked about first,
    with lines that say more of it; what would be refused is not asked about."""
    if asks(yes=yes, dry_run=dry_run):
        rehearsed = act(True)
        if not rehearsed:
            return rehearsed
        note(wrapped(what), *also)
        answer = ask("Go on? yes or no", "no")
        if answer is None or answer.strip().lower() not in _YES:
            note("Nothing is done.")
            raise Ended(INTERRUPTED)
    return act(dry_run)
