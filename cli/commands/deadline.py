"""The command that counts a deadline, with its workings."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli import deadline_options, options
from cli.context import Context
from cli.horizon_warnings import warn_day_near_horizon
from cli.output import note, say, say_json, wrapped
from workflow.clock import spoken, spoken_day
from workflow.constitution.wording.readings import other_readings
from workflow.explanation.renderers.month import month_lines
from workflow.model.call_in_period import Unit
from workflow.wording.short_dates import until

if TYPE_CHECKING:
    from workflow.explanation.deadline import Deadline


def deadline(
    start: deadline_options.Start = None,
    days: deadline_options.Days = None,
    nation: deadline_options.Country = None,
    unit: deadline_options.DayUnit = Unit.WORKING,
    start_counts: deadline_options.StartCounts = False,
    back: Annotated[bool, typer.Option("--back", help="Count backwards.")] = False,
    closed: deadline_options.Closed = None,
    provisional: Annotated[
        bool,
        typer.Option(
            "--provisional",
            help="Answer past the published bank holidays too, marked as provisional.",
        ),
    ] = False,
    council: deadline_options.OwnRule = None,
    published: deadline_options.Published = None,
    made_on: deadline_options.MadeOn = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Count a deadline, with its workings. It needs no register and no decision."""
    asked = deadline_options.Asked(
        command="deadline",
        start=start,
        days=days,
        nation=nation,
        unit=unit,
        start_counts=start_counts,
        closed=closed,
        council=council,
        published=published,
        made_on=made_on,
        back=back,
        provisional=provisional,
    )
    found = deadline_options.reckoned(asked, db)
    if as_json:
        say_json(found)
    else:
        _tell(found)
        context = Context(db=db)
        if council is not None and not context.has_register():
            say("", wrapped(context.no_register))
    if found.window is not None and found.count.ends_closed is not None and not as_json:
        note(wrapped(f"Mind: {found.count.ends_closed}", "", "      "))
    if found.outlasts is not None and not as_json:
        note(wrapped(f"Mind: {found.outlasts.words}", "", "      "))
    if not found.count.provisional:
        warn_day_near_horizon(found.count.last_day, found.calendar.complete_through)
    elif not as_json:
        note("PROVISIONAL: the bank holidays of that year are not yet published.")


def _tell(found: "Deadline") -> None:
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
            *(wrapped(said) for said in other_readings(window)),
        )
