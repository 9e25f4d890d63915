"""A deadline told that belongs to no decision: counted by numbers, or by a council's own rule."""

from collections.abc import Iterator
from dataclasses import replace

from workflow.calendars.horizon import near_its_end
from workflow.clock import london_day, spoken, spoken_day, start_of_day
from workflow.constitution.wording.readings import other_readings
from workflow.explanation.calendar_days import CALL_IN_ENDS, TAKES_EFFECT
from workflow.explanation.calendar_entries import DecisionDay, Stands
from workflow.explanation.deadline import Deadline
from workflow.explanation.document import (
    Block,
    Citation,
    Days,
    Document,
    Fact,
    Section,
    Sentence,
    Warned,
)
from workflow.explanation.period_moments import moments_of
from workflow.explanation.renderers.text import lines
from workflow.explanation.wording import calendar_words, days_asked
from workflow.wording.short_dates import until

DEADLINE = "deadline"


def document(deadline: Deadline) -> Document:
    """Tell a deadline: the rule if there is one, each day, and the instants."""
    count, window = deadline.count, deadline.window
    if window is None or deadline.rules is None:
        ends = "ends" if count.days == 1 else "end"
        heading = f"Why {days_asked(count).split(',')[0]} {ends} on {spoken_day(count.last_day)}"
        return Document((Section(DEADLINE, heading, tuple(_blocks(deadline))),))
    heading = f"{deadline.rules.council_name}: why its call-in period ends when it does"
    return Document((Section(DEADLINE, heading, tuple(_blocks(deadline))),))


def _blocks(deadline: Deadline) -> Iterator[Block]:
    count, window, calendar = deadline.count, deadline.window, deadline.calendar
    if window is not None:
        yield Citation(window.authority, window.edition)
    yield Days(count)
    yield Fact("Calendar", f"{calendar_words(calendar)}.")
    latest = count.last_day
    if window is not None:
        latest = max(latest, london_day(window.effective_from))
        yield from moments_of(window)
        yield from (Sentence(words) for words in other_readings(window))
        if count.ends_closed is not None:
            yield Warned(count.ends_closed)
    if deadline.outlasts is not None:
        yield Warned(deadline.outlasts.words)
    warning = near_its_end(latest, calendar.complete_through)
    if warning is not None:
        yield Warned(warning)


def days_of(deadline: Deadline) -> tuple[DecisionDay, ...]:
    """Give the days of a deadline for a calendar.

    The same question has the same identities for good. As nothing is on record of it, its stamp is
    the start of the day that it is counted from.
    """
    count, window = deadline.count, deadline.window
    (section,) = document(deadline).sections
    words = (section.heading, *lines(section))
    numbers = f"{count.start.isoformat()}-{count.days}-{count.unit}"
    counted = "-back" if count.backwards else "-start-counts" if count.start_counts else ""
    whose = deadline.calendar.nation.value if deadline.rules is None else deadline.rules.council
    last = DecisionDay(
        uid=f"{numbers}{counted}-{DEADLINE if window is None else CALL_IN_ENDS}"
        f"@{whose}.council-decisions",
        day=count.last_day,
        stands=Stands.TENTATIVE if count.provisional else Stands.CONFIRMED,
        revision=0,
        set_at=start_of_day(count.start),
        title=section.heading,
        category="Deadline",
        words=words,
    )
    if window is None or deadline.rules is None:
        return (last,)
    name = deadline.rules.council_name
    effect = replace(
        last,
        uid=f"{numbers}{counted}-{TAKES_EFFECT}@{whose}.council-decisions",
        day=london_day(window.effective_from),
        title=f"{name}: takes effect, if not called in, at {spoken(window.effective_from)}",
        category="Effect",
    )
    title = f"{name}: the last moment for a request is {until(window)}"
    return replace(last, title=title, category="Call-in"), effect
