"""The command that counts a deadline, with its workings."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli import options, reckoning
from cli.calendar_page import month_lines
from cli.nearing import mind_the_end_of
from cli.opening import Opening
from cli.output import note, say, say_json, wrapped
from workflow.clock import spoken, spoken_day
from workflow.constitution.wording.readings import other_readings
from workflow.model.call_in_period import Unit
from workflow.wording.short_dates import until

if TYPE_CHECKING:
    from workflow.explanation.deadline import Deadline


def deadline(
    start: reckoning.Start = None,
    days: reckoning.Days = None,
    nation: reckoning.Country = None,
    unit: reckoning.DayUnit = Unit.WORKING,
    start_counts: reckoning.StartCounts = False,
    back: Annotated[bool, typer.Option("--back", help="Count backwards.")] = False,
    closed: reckoning.Closed = None,
    provisional: Annotated[
        bool,
        typer.Option(
            "--provisional", help="Answer past the published bank holidays too, and mark it."
        ),
    ] = False,
    council: reckoning.OwnRule = None,
    published: reckoning.Published = None,
    made_on: reckoning.MadeOn = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Count a deadline, with its workings; no register and no decision are needed."""
    asked = reckoning.Asked(
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
    found = reckoning.reckoned(asked, db)
    if as_json:
        say_json(found.plain())
    else:
        _tell(found)
        opening = Opening(db=db)
        if council is not None and not opening.has_register():
            say("", wrapped(opening.no_register))
    if found.window is not None and found.count.ends_closed is not None and not as_json:
        note(wrapped(f"Mind: {found.count.ends_closed}", "", "      "))
    if found.outlasts is not None and not as_json:
        note(wrapped(f"Mind: {found.outlasts.words}", "", "      "))
    if not found.count.provisional:
        mind_the_end_of(found.count.last_day, found.calendar.complete_through)
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
