"""The command that runs a worked example and tells the life as prose."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from cli import options
from cli.command import without_register
from cli.examples.reading import Example, read
from cli.examples.running import Run, Told
from cli.exits import NOT_VERIFIED, Ended
from cli.fitting import columns
from cli.output import note, say, say_json, wrapped
from workflow.clock import spoken, stamped
from workflow.errors import Invalid
from workflow.procedures.attempt import Refused, Taken
from workflow.procedures.table import BY_VERB
from workflow.wording.standing import standing_words


@without_register
def example_run(
    files: Annotated[
        list[Path], typer.Argument(help="Worked examples, or folders of them.", metavar="FILE…")
    ],
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Run worked examples, each on a register of its own, and tell each life in prose.

    If something is not as an example says, it is named, and the command ends with 7.

    Example: decisions example run tests/examples/
    """
    found: list[dict[str, Any]] = []
    wrong = 0
    for path in _each(files):
        read_example = read(path)
        with TemporaryDirectory() as folder:
            told = list(Run(read_example, Path(folder)).told())
        if as_json:
            found.append(_plain(read_example, told))
        else:
            _tell(read_example, told)
        wrong += sum(bool(each.wrong) for each in told)
    if as_json:
        say_json(found)
    if wrong:
        note(f"{wrong} {'thing is' if wrong == 1 else 'things are'} not as the example has it.")
        raise Ended(NOT_VERIFIED)


def _each(files: list[Path]) -> list[Path]:
    """Give the files named, and those in the folders named, by name."""
    found: list[Path] = []
    for path in files:
        inside = sorted(path.glob("*.toml")) if path.is_dir() else [path]
        if not inside:
            raise Invalid(f"There is no worked example in {path}.", remedy="Name another folder.")
        found += inside
    return found


def _tell(read_example: Example, told: list[Told]) -> None:
    say("", read_example.title, "=" * min(columns(), len(read_example.title)))
    say(wrapped(f"Source: {read_example.source}", "", "  "), "")
    for each in told:
        happening = each.happening
        if happening.says:
            say(wrapped(happening.says, "  "))
        say(wrapped(_sentence(each), "  ", "    "))
        if isinstance(each.outcome, Refused):
            for refusal in each.outcome.refusals:
                say(wrapped(f"{refusal.because} [{refusal.code}]", "      "))
                say(wrapped(f"Rule: {refusal.authority}", "        "))
        elif each.decision is not None:
            standing = standing_words(each.decision, happening.recorded)
            say(wrapped(f"{each.decision.ref} then stands: {standing}.", "      "))
        for line in each.wrong:
            say(wrapped(f"NOT SO: {line}", "      "))


def _sentence(each: Told) -> str:
    happening = each.happening
    when = stamped(happening.at)
    late = ""
    if happening.recorded != happening.at:
        late = f" (recorded at {spoken(happening.recorded)})"
    if isinstance(each.outcome, Taken):
        events = ", ".join(entry.event.words for entry in each.outcome.entries)
        return f"{when}{late}: {events}."
    if isinstance(each.outcome, Refused):
        step = BY_VERB[each.outcome.verb]
        return f"{when}{late}: {step.cannot_on(each.outcome.ref)}"
    return f"{when}{late}: {each.outcome}."


def _plain(read_example: Example, told: list[Told]) -> dict[str, Any]:
    return {
        "file": read_example.file,
        "title": read_example.title,
        "source": read_example.source,
        "edges": list(read_example.edges),
        "holds": not any(each.wrong for each in told),
        "happened": [
            {
                "what": each.happening.what,
                "at": each.happening.at.isoformat(),
                "refused": sorted({r.code for r in each.outcome.refusals})
                if isinstance(each.outcome, Refused)
                else [],
                "state": None if each.decision is None else each.decision.state.value,
                "wrong": each.wrong,
            }
            for each in told
        ],
    }
