"""What a printed window comes to by a rule, and which of two readings of a rule gives more time."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from workflow.calendars.counting import count
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.instants import Ending, ending
from workflow.calendars.nations import Nation
from workflow.errors import BeyondCalendar
from workflow.model.period import CountedFrom, PeriodRule
from workflow.policy.provisions.evidence import PrintedWindow

_DAY: Final = timedelta(days=1)
_MONDAY: Final = date(2019, 9, 30)
"""The first of twelve weeks with no bank holiday in any nation but Scotland's St Andrew's Day."""
_GAPS: Final = (0, 1, 2, 3, 7, 10)
"""Days from a decision to its publication, as councils leave them."""


def end_of(rule: PeriodRule, start: date, calendar: Calendar) -> Ending:
    """Give how a period ends that is counted from a day; BeyondCalendar past the horizon."""
    counted = count(calendar, start, rule.days, unit=rule.unit, start_counts=rule.start_day_counts)
    return ending(calendar, counted.last_day, rule.request_by, rule.takes_effect)


def start_of(rule: PeriodRule, made: date | None, published: date | None) -> date | None:
    """Give the day that a rule counts from; None where it is not known."""
    return published if rule.counted_from is CountedFrom.PUBLICATION else made


def end_by(rule: PeriodRule, window: PrintedWindow, nation: Nation) -> Ending | None:
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
    """Say whether a rule gives the date that was printed; None where that cannot be counted."""
    end = end_by(rule, window, nation)
    if end is None:
        return None
    if window.last_day is not None:
        return end.last_day == window.last_day
    return end.last_day + _DAY == window.effective_from


def may_be_later(other: PeriodRule, rule: PeriodRule) -> bool:
    """Say whether another reading ever gives a later request or effect than the rule, on whatever
    weekday a decision is made, and however long it is until it is published."""
    try:
        return any(_is_later(other, rule, made, published) for made, published in _occasions())
    except BeyondCalendar:
        return True


def _occasions() -> Iterator[tuple[date, date]]:
    for weekday in range(7):
        made = _MONDAY + weekday * _DAY
        for gap in _GAPS:
            yield made, made + gap * _DAY


def _is_later(other: PeriodRule, rule: PeriodRule, made: date, published: date) -> bool:
    calendar = plain_calendar(Nation.ENGLAND)
    ends = [_end(each, made, published, calendar) for each in (rule, other)]
    return is_later(ends[1], ends[0])


def _end(rule: PeriodRule, made: date, published: date, calendar: Calendar) -> Ending:
    start = start_of(rule, made, published)
    assert start is not None
    return end_of(rule, start, calendar)


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
