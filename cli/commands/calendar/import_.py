"""The commands for a calendar that the world has changed: what a list or a day would do, and to
adopt one."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from cli import options
from cli.commands.calendar.comparison import lines_of
from cli.commands.calendar.days import tell_of
from cli.commands.calendar.plans import (
    mind_the_plans,
    plan_rows,
    plans_in_words,
    read_plans,
)
from cli.context import Context
from cli.dates import COMING, PAST, day_option, instant_option
from cli.hours import mind_the_hour_known
from cli.moving import said_how_many, tell_moved
from cli.output import end_refused, kept, note, say, say_json
from workflow.calendars.council import DayKind
from workflow.calendars.lists.reading import read_almanac
from workflow.calendars.nations import Nation
from workflow.errors import Invalid
from workflow.explanation.deadline import asked_about
from workflow.files.encodings import UTF_8
from workflow.procedures.attempt import Refused
from workflow.register.calendar_acts import rows_of


def calendar_import(
    file: Annotated[
        Path,
        typer.Argument(
            help="The government's bank holidays (JSON or .ics), or closures as CSV.",
            metavar="FILE",
        ),
    ],
    adopt: Annotated[
        bool,
        typer.Option(
            "--adopt", help="Enter what is new. Without this, the differences are only shown."
        ),
    ] = False,
    withdraw: Annotated[
        bool,
        typer.Option(
            "--withdraw", help="Also withdraw future bank holidays that are not in the file."
        ),
    ] = False,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it is adopted.")] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="Where the file comes from, and when.")
    ] = None,
    known_at: Annotated[
        Any,
        instant_option(
            "--known-at",
            "When it was first known, if not now. A day alone means its first moment, "
            "unless a period or a time limit ended that day: then give the time.",
            PAST,
        ),
    ] = None,
    encoding: options.Encoding = None,
    council: options.Council = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show how a list of days differs from a council's calendar, and with --adopt enter it.

    A future bank holiday that is not in the file is withdrawn only with --withdraw. No past day is
    withdrawn, whatever a file says, and no deadline moves by itself.

    Example: decisions calendar import bank-holidays.json --adopt --reason 'The new list'
    --source 'gov.uk, 25 November' --council herefordshire
    """
    if withdraw and not adopt:
        raise Invalid("--withdraw goes with --adopt.")
    context = Context(db=db, council=council, person=person)
    name = context.council_name()
    almanac = read_almanac(file, context.constitution(name).nation, encoding or UTF_8)
    engine = context.engine if adopt else context.looked_at
    if not adopt:
        _show(engine, name, almanac, as_json)
        return
    if not reason or not source:
        raise Invalid(
            "A list is adopted with a person's word for it.",
            remedy="Give --reason and --source too.",
        )
    mind_the_hour_known(engine, name, known_at)
    before = engine.calendars.in_question(name)
    done = engine.calendars.adopt(
        name,
        almanac,
        reason=reason,
        source=source,
        known_at=known_at,
        withdraw=withdraw,
        by=context.by,
        dry_run=dry_run,
    )
    if isinstance(done, Refused):
        raise end_refused(f"{almanac.name} is not adopted.", done.refusals)
    kept(dry_run)
    moved = (
        [] if dry_run else [ref for ref in engine.calendars.in_question(name) if ref not in before]
    )
    if dry_run:
        note("This was a rehearsal: nothing was kept.")
    if as_json:
        from workflow.answers.day_list import list_adopted

        say_json(list_adopted(almanac, done, moved, dry_run=dry_run))
    else:
        say(*lines_of(almanac, done.compared))
        if done.rows:
            say(f"Entered: {len(done.rows)}. Calendar {done.before.hash[:12]} before, ")
            say(f"{done.after.hash[:12]} after.")
        else:
            say("There is nothing to adopt.")
    tell_of(moved)


def _show(engine: Any, name: str, almanac: Any, as_json: bool) -> None:
    found = engine.calendars.compare(name, almanac)
    now = engine.clock.now()
    rows = rows_of(found, almanac.kind, "asked", "asked", "asked", now, now, withdraw=True)
    moved = engine.calendars.impact(name, rows)
    if as_json:
        from workflow.answers.day_list import list_shown

        say_json(list_shown(almanac, found, moved))
        return
    say(*lines_of(almanac, found))
    if found.is_news:
        tell_moved(moved, as_csv=False)
        say(f"Of the dates on the register, {said_how_many(moved)}")
        note("Nothing is entered. To enter it: --adopt --reason … --source …")


def calendar_impact(
    add: Annotated[
        list[str] | None,
        day_option("--add", "A holiday proclaimed; once for each.", COMING),
    ] = None,
    withdrawn: Annotated[
        list[str] | None,
        day_option("--withdrawn", "A bank holiday withdrawn.", COMING),
    ] = None,
    closed: Annotated[
        list[str] | None,
        day_option("--closed", "A day the council is closed.", COMING),
    ] = None,
    nation: Annotated[
        str | None,
        typer.Option(
            "--nation", help="Every council of this nation on the register.", metavar="NATION"
        ),
    ] = None,
    plan: Annotated[
        list[Path] | None,
        typer.Option(
            "--plan",
            help="A plan saved with decisions plan … --json; once for each.",
            metavar="FILE",
        ),
    ] = None,
    council: options.Council = None,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """Show which dates a holiday or a closed day would change. It changes nothing.

    It looks at call-in periods, time limits, and the first day on which a draft may be made by its
    notice. Those that have ended are shown too. The register keeps no plans: give the file of each
    to include its days.

    Example: decisions calendar impact --add '19 September' --nation england
    """
    context = Context(db=db, council=council)
    engine = context.looked_at
    rows = [
        *asked_about(_days(add), DayKind.HOLIDAY),
        *asked_about(_days(withdrawn), DayKind.WITHDRAWN),
        *asked_about(_days(closed), DayKind.CLOSURE),
    ]
    if not rows:
        raise Invalid("No day is given.", remedy="Give --add, --withdrawn or --closed DATE.")
    if nation is not None and closed:
        raise Invalid(
            "A closed day is one council's own.", remedy="Give --council in place of --nation."
        )
    if nation is None:
        names: Sequence[str] = [context.council_name()]
    else:
        names = engine.constitutions.on_register(Nation.named(nation))
    kept = read_plans(engine, plan or [], names[0] if nation is None else Nation.named(nation))
    moved = [(name, each) for name in names for each in engine.calendars.impact(name, rows)]
    planned = [engine.plans.impact(each, rows) for each in kept]
    if as_json:
        from workflow.answers.moved import calendar_impact_answer

        say_json(calendar_impact_answer(names, moved, planned))
    else:
        tell_moved([each for _, each in moved], as_csv=as_csv, also=plan_rows(planned))
    if not (as_json or as_csv):
        say(
            f"Of the dates of {', '.join(names) or 'no council'}, "
            f"{said_how_many([each for _, each in moved])}",
            plans_in_words(planned),
            "Nothing has moved. Enter the day; someone must then keep or revise each open deadline",
            "that would be later. Earlier ones stay as published.",
        )
    mind_the_plans(planned)


def _days(given: list[Any] | None) -> list[date]:
    return sorted(set(given or ()))
