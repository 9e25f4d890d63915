"""The demonstration: three worked examples of what may become of one statement, on one register."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from cli.command import without_register
from cli.examples.reading import Example, data_of, example_of
from cli.examples.running import Run
from cli.examples.telling import tell
from cli.exits import NOT_VERIFIED, Ended
from cli.shown.fitting import wrapped
from cli.shown.output import mark_kept, note, say
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions.grounds import CALL_IN_GROUNDS
from workflow.errors import Invalid
from workflow.files.opening import shown
from workflow.importing.statements.drafting import still_to_say, to_statement
from workflow.importing.statements.files import read_file

LIVES = Path(__file__).with_name("demo_lives")
SHIPPED = LIVES / "statement.txt"
COUNCIL, MADE_ON = "herefordshire", date(2018, 10, 18)
"""Whose rules, and which day, the lives are written down for."""


@without_register
def demo(
    file: Annotated[
        Path | None,
        typer.Option(
            "--statement",
            help="A written statement; one that is shipped, if left out.",
        ),
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", help="Keep the register in this new file.")
    ] = None,
    council: Annotated[
        str, typer.Option("--council", help="Whose rules apply.", metavar="NAME")
    ] = COUNCIL,
) -> None:
    """Take one published decision through its whole life, with a clock that moves."""
    paper = (file or SHIPPED).absolute()
    from workflow.engine import load_councils

    as_written = council == COUNCIL and file is None
    lives = list(_lives(paper, load_councils().named(council), as_written))
    if keep is not None and keep.exists():
        raise Invalid(f"There is a file {keep} already.", remedy="Name a new file.")
    if keep is not None:
        note(f"Beginning a new register in {shown(keep.absolute())}.")
    wrong = 0
    with TemporaryDirectory() as folder:
        for life in lives:
            if life is not lives[0]:
                say("")
            # What must be true in them is written of one paper at one council, and of no others.
            run = Run(life, keep or Path(folder) / "demo.db", claims=as_written)
            wrong += sum(bool(each.wrong) for each in tell(life, run))
        verified = run.engine.journal.verify()
    say("", f"The journal: {verified.checked} entries, {'verified' if verified else 'BROKEN'}.")
    note(*(str(each) for each in verified.breaks))
    if wrong or not verified:
        raise Ended(NOT_VERIFIED)
    if keep is not None:
        mark_kept(dry_run=False)
        note(f"The register is kept: decisions list --db {keep}")


def _lives(paper: Path, council: Constitution, as_written: bool) -> Iterator[Example]:
    """Give the lives as they are written, or as they would be of this paper at this council."""
    read = read_file(paper)
    made_on = to_statement(read).made_on
    if made_on is None:
        raise Invalid(
            "The statement does not say when the decision was made, so its life cannot be dated.",
            remedy="Write the date on the statement, as in 'Date: 18 October 2018'.",
        )
    lacking = ", ".join(still_to_say(read))
    if lacking:
        note(wrapped(f"The paper does not say {lacking}; the demo says it in its place."))
    grounds = council.in_force_on(made_on)[CALL_IN_GROUNDS]
    named = f"{grounds.value.grounds[0].name}: " if grounds and grounds.value else ""
    for path in sorted(LIVES.glob("*.toml")):
        data = data_of(path)
        if not as_written:
            data = _moved(data, made_on - MADE_ON)
            data |= {"council": council.council, "source": f"{paper.name}, at {council.name}"}
            data["decision"][0]["statement"] = str(paper)
            for each in data["happens"]:
                for ground in each.get("given", {}).get("grounds", ()):
                    each["given"]["grounds"] = [f"{named}{ground}"]
        yield example_of(data, path)


def _moved(value: Any, days: timedelta) -> Any:
    """Give what a file holds with every date and instant in it moved by so many days."""
    if isinstance(value, dict):
        return {key: _moved(each, days) for key, each in value.items()}
    if isinstance(value, list):
        return [_moved(each, days) for each in value]
    return value + days if isinstance(value, date) else value
