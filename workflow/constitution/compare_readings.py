"""What a printed window comes to by a rule, and which of two readings of a rule gives more time."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.instants import Ending
from workflow.calendars.nations import Nation
from workflow.clock import london_day
from workflow.constitution.period import end_of
from workflow.constitution.provisions.evidence import PrintedWindow
from workflow.errors import BeyondCalendar
from workflow.model.call_in_period import CountedFrom, PeriodRule, TakesEffect, Unit

_DAY: Final = timedelta(days=1)
_MONDAY: Final = date(2019, 9, 30)
"""Any Monday will do."""
_NONE: Final[frozenset[date]] = frozenset()
_CHRISTMAS: Final = frozenset(_MONDAY + days * _DAY for days in (10, 11, 17))
"""Thursday and Friday of the week after, and Thursday of the next: as many as bank holidays come
together, where Christmas Day is a Thursday."""
_GAPS: Final = (0, 1, 2, 3, 7, 10)
"""Days from a decision to its publication, as councils leave them."""


def start_of(rule: PeriodRule, made: date | None, published: date | None) -> date | None:
    """Give the day that a rule counts from; None where it is not known."""
    return published if rule.counted_from is CountedFrom.PUBLICATION else made


def end_by_rule(rule: PeriodRule, window: PrintedWindow, nation: Nation) -> Ending | None:
    """Give how a printed window ends by a rule, on its nation's bank holidays; None where the day
    it counts from is not printed, or the calendar does not reach it."""
    start = start_of(rule, window.made, window.published)
    if start is None:
        return None
    try:
        return end_of(rule, start, plain_calendar(nation))
    except BeyondCalendar:
        return None


def gives(rule: PeriodRule, window: PrintedWindow, nation: Nation) -> bool | None:
    """Say whether a rule gives the date that was printed; None where that cannot be counted.

    What is printed as in effect is the day after the last; or, by a rule that puts the effect on
    the next working day, that day.
    """
    end = end_by_rule(rule, window, nation)
    if end is None:
        return None
    if window.last_day is not None:
        return end.last_day == window.last_day
    days = [end.last_day + _DAY]
    if rule.takes_effect is TakesEffect.NEXT_WORKING_DAY:
        days.append(london_day(end.effective_from))
    return window.effective_from in days


def may_be_later(other: PeriodRule, rule: PeriodRule) -> bool:
    """Say whether another reading ever gives a later request or effect than the rule, on whatever
    weekday a decision is made, and however long it is until it is published; in plain weeks, and in
    those about Christmas. No calendar is needed to read a file."""
    return any(
        any(theirs > ours for theirs, ours in zip(*ends, strict=True))
        for ends in _ends_of(other, rule)
    )


def _ends_of(*rules: PeriodRule) -> Iterator[list[tuple[datetime, datetime]]]:
    for closed in (_NONE, _CHRISTMAS):
        for weekday in range(7):
            made = _MONDAY + weekday * _DAY
            for gap in _GAPS:
                starts = [start_of(each, made, made + gap * _DAY) for each in rules]
                yield [
                    _plain_end(rule, start, closed)
                    for rule, start in zip(rules, starts, strict=True)
                ]


def _plain_end(
    rule: PeriodRule, start: date | None, closed: frozenset[date]
) -> tuple[datetime, datetime]:
    """Give the last moment for a request, and that of effect, in weeks of five working days but for
    those that are closed."""
    assert start is not None
    last, left = start, rule.days
    in_working_days = rule.unit is not Unit.CALENDAR
    if rule.start_day_counts and not (in_working_days and _is_free(start, closed)):
        left -= 1
    while left:
        last += _DAY
        left -= not (in_working_days and _is_free(last, closed))
    after = last + _DAY
    if rule.takes_effect is TakesEffect.NEXT_WORKING_DAY:
        while _is_free(after, closed):
            after += _DAY
    midnight = datetime.combine(last + _DAY, time())
    deadline = midnight if rule.request_by is None else datetime.combine(last, rule.request_by)
    at_the_end = rule.takes_effect is TakesEffect.AT_THE_END
    return deadline, deadline if at_the_end else datetime.combine(after, time())


def _is_free(day: date, closed: frozenset[date]) -> bool:
    return day.isoweekday() > 5 or day in closed


def is_later(one: Ending, than: Ending) -> bool:
    """Say whether one end gives more time for a request, or a later effect."""
    return (one.request_deadline, one.deadline_included) > (
        than.request_deadline,
        than.deadline_included,
    ) or one.effective_from > than.effective_from


@lru_cache(maxsize=8)
def plain_calendar(nation: Nation) -> Calendar:
    """Give the calendar of a nation, with no council's own days."""
    return calendar_for(nation)
