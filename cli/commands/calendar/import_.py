"""The commands for a calendar that the world has changed: what a list or a day would do, and to
adopt one."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from cli.commands.calendar.comparison import lines_of
from cli.commands.calendar.days import now_later
from cli.commands.calendar.plans import (
    plan_rows,
    plan_warnings,
    plans_in_words,
    read_plans,
)
from cli.context import Context
from cli.shown.answer import Answer, Listing, Table
from cli.shown.fitting import wrapped
from cli.shown.moved_dates import how_many_moved, moved_table, moved_text
from cli.shown.outcome import accepted
from cli.typed import options
from cli.typed.date_options import COMING, day_option
from cli.typed.hour_needed import check_hour_known
from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.lists.day_list import DayList
from workflow.calendars.lists.reading import read_day_list
from workflow.calendars.nations import Nation
from workflow.clock import spoken_day
from workflow.errors import Invalid
from workflow.explanation.deadline import asked_about
from workflow.files.encodings import UTF_8
from workflow.register.calendar_acts import rows_of
from workflow.text import joined

if TYPE_CHECKING:
    from workflow.engine import Engine

_CALLED: Final = {
    DayKind.HOLIDAY: "bank holiday",
    DayKind.WITHDRAWN: "bank holiday withdrawn",
    DayKind.CLOSURE: "closed day",
    DayKind.REOPENED: "day reopened",
}


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
    known_at: options.KnownAt = None,
    encoding: options.Encoding = None,
    council: options.Council = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Show how a list of days differs from a council's calendar, and with --adopt enter it.

    A future bank holiday that is not in the file is withdrawn only with --withdraw. No past day is
    withdrawn, whatever a file says, and no deadline moves by itself.

    By, with --adopt: proper officer, monitoring officer.

    Example: decisions calendar import bank-holidays.json --adopt --reason 'The new list'
    --source 'gov.uk, 25 November' --council herefordshire
    """
    if withdraw and not adopt:
        raise Invalid("--withdraw goes with --adopt.")
    context = Context(council=council, person=person)
    name = context.council_name()
    almanac = read_day_list(file, context.constitution(name).nation, encoding or UTF_8)
    engine = context.engine if adopt else context.counting_engine
    if not adopt:
        return _shown(engine, name, almanac)
    if not reason or not source:
        raise Invalid(
            "A list is adopted with a person's word for it.",
            remedy="Give --reason and --source too.",
        )
    check_hour_known(engine, name, known_at)
    before = engine.calendars.in_question(name)
    outcome = engine.calendars.adopt(
        name,
        almanac,
        reason=reason,
        source=source,
        known_at=known_at,
        withdraw=withdraw,
        by=context.by,
        dry_run=dry_run,
    )
    adopted = accepted(outcome, f"{almanac.name} is not adopted.", dry_run=dry_run)
    now = [] if dry_run else engine.calendars.in_question(name)
    moved = [ref for ref in now if ref not in before]

    def data() -> object:
        from workflow.answers.day_list import list_adopted

        return list_adopted(almanac, adopted, moved, dry_run=dry_run)

    text = [*lines_of(almanac, adopted.compared)]
    if adopted.rows:
        text.append(wrapped(f"Entered for {name}: {_entered(adopted.rows)}."))
        text.append(f"Calendar {adopted.before.hash[:12]} before, {adopted.after.hash[:12]} after.")
    else:
        text.append(f"There is nothing to adopt for {name}.")
    others = context.other_councils(name)
    if others:
        text.append(
            wrapped(f"A list is entered for one council. Others here: {joined(others, 'and')}.")
        )
    return Answer(data=data, text=text, warnings=now_later(moved))


def _entered(rows: Sequence[CouncilDay]) -> str:
    """Say what was entered: so many bank holidays, withdrawals, closed days, and how far."""
    kinds = Counter(row.kind for row in rows)
    entered = [
        f"{kinds[kind]} {what}{'' if kinds[kind] == 1 else 's'}"
        for kind, what in _CALLED.items()
        if kinds[kind]
    ]
    reach = [row.day for row in rows if row.kind is DayKind.PUBLISHED]
    if reach:
        entered.append(f"bank holidays published to {spoken_day(max(reach))}")
    return "; ".join(entered)


def _shown(engine: "Engine", name: str, almanac: DayList) -> Answer:
    compared = engine.calendars.compare(name, almanac)
    now = engine.clock.now()
    rows = rows_of(compared, almanac.kind, "asked", "asked", "asked", now, now, withdraw=True)
    moved = engine.calendars.impact(name, rows)

    def data() -> object:
        from workflow.answers.day_list import list_shown

        return list_shown(almanac, compared, moved)

    text: list[str | Table] = [*lines_of(almanac, compared)]
    if not compared.is_news:
        return Answer(data=data, text=text)
    text += (*moved_text(moved), f"Of the dates on the register, {how_many_moved(moved)}")
    notes = ["Nothing is entered. To enter it: --adopt --reason … --source …"]
    return Answer(data=data, text=text, notes=notes)


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
) -> Listing:
    """Show which dates a holiday or a closed day would change. It changes nothing.

    It looks at call-in periods, time limits, and the first day on which a draft may be made by its
    notice. Those that have ended are shown too. The register keeps no plans: give the file of each
    to include its days.

    Example: decisions calendar impact --add '19 September' --nation england
    """
    context = Context(council=council)
    engine = context.counting_engine
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
    plans = read_plans(engine, plan or [], names[0] if nation is None else Nation.named(nation))
    moved = [(name, each) for name in names for each in engine.calendars.impact(name, rows)]
    planned = [engine.plans.impact(each, rows) for each in plans]
    dates, also = [each for _, each in moved], list(plan_rows(planned))

    def data() -> object:
        from workflow.answers.moved import calendar_impact_answer

        return calendar_impact_answer(names, moved, planned)

    text: tuple[str | Table, ...] = (
        *moved_text(dates, also),
        f"Of the dates of {', '.join(names) or 'no council'}, {how_many_moved(dates)}",
        plans_in_words(planned),
        "Nothing has moved. Enter the day; someone must then keep or revise each open deadline",
        "that would be later. Earlier ones stay as published.",
    )
    warnings = plan_warnings(planned)
    return Listing(data=data, table=moved_table(dates, also), text=text, warnings=warnings)


def _days(given: list[Any] | None) -> list[date]:
    return sorted(set(given or ()))
