"""The commands that show a council's calendar and enter a day in it."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from cli import options
from cli.context import Context
from cli.dates import COMING, PAST, day_option, instant_option
from cli.hours import mind_the_hour_known
from cli.output import end_refused, kept, note, say, say_json, say_rows
from workflow.calendars.council import DayKind
from workflow.clock import spoken_day, stamped
from workflow.procedures.attempt import Refused
from workflow.register.events import CalendarAdopted


def calendar_show(
    council: options.Council = None,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """Show a council's calendar: how far it reaches, and the days entered for it.

    Example: decisions calendar show --council herefordshire
    """
    context = Context(db=db, council=council)
    name = context.council_name()
    engine = context.looked_at
    found = engine.calendars.of(name)
    rows = engine.calendars.days(name)
    if as_json:
        from workflow.answers.council_calendar import calendar_shown

        say_json(calendar_shown(name, found, rows, engine.calendars.adoptions(name)))
        return
    if not as_csv:
        say(
            f"{name}: the bank holidays of {found.nation.label}, complete through "
            f"{spoken_day(found.complete_through)}.",
            f"Calendar {found.hash[:12]}; {len(found.closures)} days of its own.",
        )
        for each in engine.calendars.adoptions(name):
            event = each.event
            assert isinstance(event, CalendarAdopted)
            say(
                f"Adopted {stamped(event.at)} by {each.by_whom}: {event.file}, {event.source}; "
                f"calendar {event.hash_before[:12]} before, {event.hash_after[:12]} after."
            )
    say_rows(
        ("DATE", "KIND", "TITLE", "REASON", "SOURCE", "KNOWN"),
        [
            (
                row.day.isoformat(),
                row.kind.value,
                row.title,
                row.reason,
                row.source,
                stamped(row.known_at),
            )
            for row in rows
        ],
        as_csv=as_csv,
    )


def calendar_add(
    day: Annotated[Any, day_option("--date", "The day.", COMING)],
    title: Annotated[str, typer.Option("--title", help="What the day is called.")],
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    source: Annotated[str, typer.Option("--source", help="Where that was decided or published.")],
    kind: Annotated[
        DayKind,
        typer.Option(
            "--kind",
            help="Closed; a holiday proclaimed late; entered by mistake, and open after all; a "
            "bank holiday withdrawn; or the last day to which bank holidays are now published.",
        ),
    ] = DayKind.CLOSURE,
    known_at: Annotated[
        Any,
        instant_option(
            "--known-at",
            "When it was first known, if not now. A day alone means its first moment, "
            "unless a period or a time limit ended that day: then give the time.",
            PAST,
        ),
    ] = None,
    council: options.Council = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Enter a day on which the council is closed, or a holiday proclaimed late.

    No deadline moves by itself. Those that would now be different are listed.

    Example: decisions calendar add --council herefordshire --date '29 December' --title 'Christmas
    closure' --reason 'Offices closed' --source 'Council, 2 March'
    """
    context = Context(db=db, council=council, person=person)
    name = context.council_name()
    engine = context.engine
    mind_the_hour_known(engine, name, known_at)
    before = engine.calendars.in_question(name)
    outcome = engine.calendars.enter_day(
        name,
        day,
        kind,
        title=title,
        reason=reason,
        source=source,
        known_at=known_at,
        by=context.by,
        dry_run=dry_run,
    )
    if isinstance(outcome, Refused):
        raise end_refused(f"{spoken_day(day)} is not entered.", outcome.refusals)
    kept(dry_run)
    now = [] if dry_run else engine.calendars.in_question(name)
    moved = [ref for ref in now if ref not in before]
    if dry_run:
        note("This was a rehearsal: nothing was kept.")
    if as_json:
        from workflow.answers.council_calendar import DayEnteredAnswer

        say_json(DayEnteredAnswer(date_=day, kind=kind, in_question=tuple(moved)))
    else:
        say(f"{spoken_day(day)}: {title} ({kind.value}).")
    tell_of(moved)


def tell_of(moved: Sequence[str]) -> None:
    """Name the decisions whose deadline a person must now keep or revise."""
    for ref in moved:
        note(f"{ref}: its deadline would now be later; decisions explain {ref}")
