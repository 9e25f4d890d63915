"""The commands about days: deadline, and calendar show, add and check."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

import typer

from cli import options, reading
from cli.calendar_page import month_lines
from cli.exits import NEEDS_A_PERSON, Ended
from cli.opening import Opening
from cli.output import end_refused, note, say, say_json, say_rows, wrapped
from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.nations import Nation
from workflow.clock import spoken, spoken_day, stamped
from workflow.errors import Invalid
from workflow.lifecycle.attempt import Refused
from workflow.model.period import Unit
from workflow.policy.standing import until
from workflow.service import deadline as deadlines
from workflow.service import register

calendar = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


def deadline(
    start: Annotated[
        Any,
        typer.Option("--from", parser=reading.day, help="The day to count from.", metavar="DATE"),
    ] = None,
    days: Annotated[int | None, typer.Option("--days", help="How many days.")] = None,
    nation: Annotated[
        str | None,
        typer.Option(
            "--nation", help="england, wales, scotland or northern-ireland.", metavar="NATION"
        ),
    ] = None,
    unit: Annotated[Unit, typer.Option("--unit", help="What a day is.")] = Unit.WORKING,
    start_counts: Annotated[
        bool, typer.Option("--start-counts", help="The day counted from is itself day 1.")
    ] = False,
    back: Annotated[bool, typer.Option("--back", help="Count backwards.")] = False,
    closed: Annotated[
        list[str] | None,
        typer.Option("--closed", help="A day to leave out; once for each.", metavar="DATE"),
    ] = None,
    provisional: Annotated[
        bool,
        typer.Option(
            "--provisional", help="Answer past the published bank holidays too, and mark it."
        ),
    ] = False,
    council: Annotated[
        str | None,
        typer.Option("--council", help="Apply this council's own rule.", metavar="NAME"),
    ] = None,
    published: Annotated[
        Any,
        typer.Option(
            "--published",
            parser=reading.instant,
            help="When it was published, for a council's rule: 2018-10-18T15:00, in London.",
            metavar="INSTANT",
        ),
    ] = None,
    made_on: Annotated[
        Any,
        typer.Option(
            "--made-on",
            parser=reading.day,
            help="When it was made, where the council counts from that.",
            metavar="DATE",
        ),
    ] = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Count a deadline, with its workings; no register and no decision are needed."""
    shut = [reading.day(text) for text in closed or ()]
    if council is None:
        if published is not None or made_on is not None:
            raise Invalid("--published and --made-on go with --council.")
        found = _by_numbers(start, days, nation, unit, start_counts, back, shut, provisional)
    else:
        if start is not None or days is not None or nation is not None or start_counts or back:
            raise Invalid("A council's own rule takes the place of --from, --days and the rest.")
        if published is None:
            raise Invalid("A council's rule needs --published INSTANT.")
        found = _by_rule(council, published, made_on, shut, provisional, db)
    if as_json:
        say_json(found.plain())
        return
    say(*month_lines(found.count))
    counted_on = found.calendar
    say(
        f"Calendar: {counted_on.nation.label}, complete through "
        f"{spoken_day(counted_on.complete_through)}, {counted_on.hash[:12]}."
    )
    if found.window is not None:
        window = found.window
        say(
            "",
            f"The last moment for a request: {until(window)}.",
            f"Takes effect, if not called in: {spoken(window.effective_from)}.",
            wrapped(f"Rule: {window.authority}", "", "      "),
            wrapped(window.authority.words, "      "),
        )
    if found.count.provisional:
        note("PROVISIONAL: the bank holidays of that year are not yet published.")


def _by_numbers(
    start: date | None,
    days: int | None,
    nation: str | None,
    unit: Unit,
    start_counts: bool,
    back: bool,
    shut: list[date],
    provisional: bool,
) -> deadlines.Deadline:
    if start is None or days is None or nation is None:
        missing = [
            flag
            for flag, value in (("--from", start), ("--days", days), ("--nation", nation))
            if value is None
        ]
        raise Invalid(
            f"A deadline needs {', '.join(missing)}.",
            remedy="As in: decisions deadline --from 2018-10-18 --days 4 --nation england",
        )
    return deadlines.by_numbers(
        start=start,
        days=days,
        nation=Nation.named(nation),
        unit=unit,
        start_counts=start_counts,
        backwards=back,
        closed=shut,
        provisional=provisional,
    )


def _by_rule(
    council: str,
    published: Any,
    made_on: date | None,
    shut: list[date],
    provisional: bool,
    db: str | None,
) -> deadlines.Deadline:
    from workflow.engine import load_councils

    opening = Opening(db=db)
    constitution = load_councils(opening.constitutions).named(council)
    rows: list[CouncilDay] = []
    if opening.has_register():
        rows += opening.engine.council_days(council)
    return deadlines.by_rule(
        constitution=constitution,
        published_at=published,
        made_on=made_on,
        rows=[*rows, *deadlines.closures(shut)],
        provisional=provisional,
    )


@calendar.command("show")
def show(
    council: options.Council = None,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """Show a council's calendar: how far it reaches, and the days entered for it.

    Example: decisions calendar show --council herefordshire
    """
    opening = Opening(db=db, council=council)
    name = opening.council_name()
    found = opening.engine.calendar(name)
    rows = opening.engine.council_days(name)
    if as_json:
        days = [
            {
                "date": row.day.isoformat(),
                "kind": row.kind.value,
                "title": row.title,
                "reason": row.reason,
                "source": row.source,
                "entered_by": row.entered_by,
                "known_at": deadlines.both_times(row.known_at),
                "recorded_at": deadlines.both_times(row.recorded_at),
            }
            for row in rows
        ]
        say_json({**deadlines.calendar_plain(found), "council": name, "entered": days})
        return
    if not as_csv:
        say(
            f"{name}: the bank holidays of {found.nation.label}, complete through "
            f"{spoken_day(found.complete_through)}.",
            f"Calendar {found.hash[:12]}; {len(found.closures)} days of its own.",
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


@calendar.command("add")
def add(
    day: Annotated[
        Any, typer.Option("--date", parser=reading.day, help="The day.", metavar="DATE")
    ],
    title: Annotated[str, typer.Option("--title", help="What the day is called.")],
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    source: Annotated[str, typer.Option("--source", help="Where that was decided or published.")],
    kind: Annotated[
        DayKind,
        typer.Option("--kind", help="Closed, a holiday proclaimed late, or open again after all."),
    ] = DayKind.CLOSURE,
    known_at: Annotated[
        Any,
        typer.Option(
            "--known-at",
            parser=reading.instant,
            help="When it was first known, if not now.",
            metavar="INSTANT",
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

    No deadline moves of itself: those that now count differently are listed.

    Example: decisions calendar add --council herefordshire --date 2026-12-29 --title 'Christmas
    closure' --reason 'Offices closed' --source 'Council, 2 March 2026'
    """
    opening = Opening(db=db, council=council, person=person)
    name = opening.council_name()
    engine = opening.engine
    outcome = engine.in_writing(
        name,
        opening.actor(name),
        lambda work, actor, now: register.enter_day(
            work,
            engine.councils,
            council=name,
            day=day,
            kind=kind,
            title=title,
            reason=reason,
            source=source,
            known_at=known_at,
            by=actor,
            now=now,
        ),
        dry_run=dry_run,
    )
    if isinstance(outcome, Refused):
        raise end_refused(f"{spoken_day(day)} is not entered.", outcome.refusals)
    moved = [] if dry_run else engine.in_question(name)
    if dry_run:
        note("This was a rehearsal: nothing was kept.")
    if as_json:
        say_json({"date": day.isoformat(), "kind": kind.value, "in_question": moved})
    else:
        say(f"{spoken_day(day)}: {title} ({kind.value}).")
    _tell_of(moved)


def _tell_of(moved: Sequence[str]) -> None:
    for ref in moved:
        note(f"{ref}: its deadline would now be later; decisions explain {ref}")


@calendar.command("check")
def check(
    council: options.Council = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Check a council's calendar: how long it still reaches, and which deadlines it questions.

    Exit 8 when a deadline needs a person, or the calendar ends within 180 days.

    Example: decisions calendar check --council herefordshire
    """
    opening = Opening(db=db, council=council)
    name = opening.council_name()
    engine = opening.engine
    found = engine.calendar(name)
    left = (found.complete_through - reading.today(engine.clock)).days
    moved = engine.in_question(name)
    if as_json:
        say_json({**deadlines.calendar_plain(found), "days_left": left, "in_question": moved})
    else:
        say(
            f"{name}: complete through {spoken_day(found.complete_through)}, {left} days from now.",
            f"Deadlines that would now be later: {', '.join(moved) or 'none'}.",
        )
    _tell_of(moved)
    if left < 180:
        note("The calendar ends soon. Upgrade council-decisions once later years are published.")
    if moved or left < 180:
        raise Ended(NEEDS_A_PERSON)
