"""The commands that list, show and check councils' constitutions, and say what is not on file."""

from cli import options
from cli.commands.constitution import page
from cli.commands.constitution.arguments import (
    ConstitutionFile,
    Council,
    CouncilOrFile,
    On,
    constitution_of,
    today,
)
from cli.context import Context
from cli.exits import USAGE, Ended
from cli.output import note, say, say_json, say_rows, wrapped
from workflow.constitution.checks.every_check import complaints_of, remarks_of
from workflow.constitution.checks.future_dates import to_come
from workflow.constitution.gaps import gaps
from workflow.constitution.provisions import PROVISIONS
from workflow.constitution.reading import parse
from workflow.files.opening import text_of


def constitution_list(
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """List the councils whose constitutions are on file.

    Example: decisions constitution list
    """
    councils = Context(db=db).councils()
    if as_json:
        say_json(councils)
        return
    found = councils.all()
    say_rows(
        ("COUNCIL", "NAME", "NATION", "SINCE", "FILE"),
        [
            (
                each.council,
                each.name,
                each.nation.label,
                min(
                    (p.since.isoformat() for name in PROVISIONS for p in each.on(name)),
                    default="",
                ),
                each.source,
            )
            for each in found.values()
        ],
        as_csv=as_csv,
    )


def constitution_show(
    council: Council,
    on: On = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show a council's constitution: every rule on file, with its date, its words and its source.

    With --on, only the rules in force on that day.

    Example: decisions constitution show southwark --on '31 March'
    """
    held = Context(db=db).councils()
    found = held.named(council)
    if as_json:
        from workflow.answers.constitution import rules_answer

        say_json(found if on is None else rules_answer(found, gaps(found, on)))
        return
    say(*page.heading(found, in_place_of=held.in_place_of(council)))
    say(*(page.every_entry(found) if on is None else page.entries_on(found, on)))
    say(*page.missing(gaps(found, on or today())))


def constitution_gaps(
    council: CouncilOrFile,
    on: On = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Say which of a council's rules are not on file, and what follows.

    Example: decisions constitution gaps woking
    """
    found = constitution_of(council, Context(db=db))
    wanting = gaps(found, on or today())
    if as_json:
        from workflow.answers.constitution import gaps_answer

        say_json(gaps_answer(found, wanting))
        return
    say(*page.heading(found))
    say(*page.missing(wanting), *page.shaky(wanting))
    if not wanting.can_publish:
        say("", "  No decision that may be called in can be published on this file.")


def constitution_check(
    file: ConstitutionFile,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Check a constitution file. Each problem is named with the key and the remedy.

    Example: decisions constitution check herefordshire.toml
    """
    found, complaints = parse(text_of(file), str(file))
    minded: list[str] = []
    remarks: list[str] = []
    if found is not None:
        complaints, minded = complaints_of(found, today()), list(to_come(found, today()))
        remarks = list(remarks_of(found))
    if as_json:
        from workflow.answers.file_checked import file_checked

        say_json(file_checked(str(file), complaints, minded, remarks))
    elif found is not None and not complaints:
        say(f"{file}: {found.name} reads well.")
    if not as_json:
        note(*(wrapped(str(each), "", "  ") for each in complaints))
        note(*(wrapped(f"Mind: {each}", "", "  ") for each in (*minded, *remarks)))
    if complaints:
        raise Ended(USAGE)
