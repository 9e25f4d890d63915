"""The commands that show a council's calendar and enter a day in it."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from cli.context import Context
from cli.shown.answer import Answer, Listing, Table
from cli.shown.outcome import accepted
from cli.typed import options
from cli.typed.date_options import COMING, day_option, settled
from cli.typed.hour_needed import check_hour_known
from workflow.calendars.council import DayKind
from workflow.clock import spoken_day, stamped, stamping
from workflow.register.events import CalendarAdopted


def calendar_show(
    council: options.Council = None,
) -> Listing:
    """Show a council's calendar: how far it reaches, and the days entered for it.

    Example: decisions calendar show --council herefordshire
    """
    context = Context(council=council)
    name = context.council_name()
    engine = context.counting_engine
    calendar = engine.calendars.of(name)
    rows = engine.calendars.days(name)
    known = stamping(row.known_at for row in rows)
    table = Table(
        ("DATE", "KIND", "TITLE", "REASON", "SOURCE", "KNOWN"),
        [
            (
                row.day.isoformat(),
                row.kind.value,
                row.title,
                row.reason,
                row.source,
                known(row.known_at),
            )
            for row in rows
        ],
    )

    def data() -> object:
        from workflow.answers.council_calendar import calendar_shown

        return calendar_shown(name, calendar, rows, engine.calendars.adoptions(name))

    def text() -> Iterator[str | Table]:
        yield (
            f"{name}: the bank holidays of {calendar.nation.label}, complete through "
            f"{spoken_day(calendar.complete_through)}."
        )
        yield f"Calendar {calendar.hash[:12]}; {len(calendar.closures)} days of its own."
        for each in engine.calendars.adoptions(name):
            event = each.event
            assert isinstance(event, CalendarAdopted)
            yield (
                f"Adopted {stamped(event.at)} by {each.by_whom}: {event.file}, {event.source}; "
                f"calendar {event.hash_before[:12]} before, {event.hash_after[:12]} after."
            )
        yield table

    return Listing(data=data, table=table, text=text())


def calendar_add(
    day: Annotated[Any, day_option("--date", "The day.", COMING, waits=True)],
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
    known_at: options.KnownAt = None,
    council: options.Council = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Enter a day on which the council is closed, or a holiday proclaimed late.

    No deadline moves by itself. Those that would now be different are listed.

    By: proper officer, monitoring officer.

    Example: decisions calendar add --council herefordshire --date '29 December' --title 'Christmas
    closure' --reason 'Offices closed' --source 'Council, 2 March'
    """
    day = settled(day, after=known_at)
    context = Context(council=council, person=person)
    name = context.council_name()
    engine = context.engine
    check_hour_known(engine, name, known_at)
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
    accepted(outcome, f"{spoken_day(day)} is not entered.", dry_run=dry_run)
    now = [] if dry_run else engine.calendars.in_question(name)
    moved = tuple(ref for ref in now if ref not in before)

    def data() -> object:
        from workflow.answers.council_calendar import DayEnteredAnswer

        return DayEnteredAnswer(date_=day, kind=kind, in_question=moved)

    text = [f"{spoken_day(day)}: {title} ({kind.value})."]
    return Answer(data=data, text=text, warnings=now_later(moved))


def now_later(moved: Iterable[str]) -> Iterator[str]:
    """Warn of the decisions whose deadline a person must now keep or revise."""
    for ref in moved:
        yield f"{ref}: its deadline would now be later; decisions explain {ref}"
