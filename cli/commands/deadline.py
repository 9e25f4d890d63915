"""The command that counts a deadline, with its workings."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from cli.context import Context
from cli.shown.answer import Answer
from cli.shown.fitting import wrapped
from cli.shown.output import warning_line
from cli.typed import deadline_options
from cli.warnings.horizon import day_near_horizon
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
) -> Answer:
    """Count a deadline, with its workings. It needs no register and no decision."""
    question = deadline_options.DeadlineQuestion(
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
    counted = deadline_options.computed(question)
    ruled = () if counted.window is None else Context().no_register_lines()
    warnings = (
        ()
        if counted.count.provisional
        else day_near_horizon(counted.count.last_day, counted.calendar.complete_through)
    )
    text = chain(_lines(counted), ruled)
    return Answer(data=counted, text=text, notes=_notes(counted), warnings=warnings)


def _lines(counted: "Deadline") -> Iterator[str]:
    yield from month_lines(counted.count)
    counted_on = counted.calendar
    yield (
        f"Calendar: {counted_on.nation.label}, complete through "
        f"{spoken_day(counted_on.complete_through)}, {counted_on.hash[:12]}."
    )
    if counted.window is not None:
        window = counted.window
        yield ""
        yield f"The last moment for a request: {until(window)}."
        yield f"Takes effect, if not called in: {spoken(window.effective_from)}."
        yield wrapped(f"Rule: {window.authority}", "", "      ")
        yield wrapped(window.authority.words, "      ")
        yield from map(wrapped, other_readings(window))


def _notes(counted: "Deadline") -> Iterator[str]:
    if counted.window is not None and counted.count.ends_closed is not None:
        yield warning_line(counted.count.ends_closed)
    if counted.outlasts is not None:
        yield warning_line(counted.outlasts.words)
    if counted.count.provisional:
        yield "PROVISIONAL: the bank holidays of that year are not yet published."
