"""Why a council's printed date may be another than the one reckoned: each slip that would give it.

A cause is a likelihood and no finding: it says by what other count the printed date comes out.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Final

from workflow.calendars.days import Calendar
from workflow.clock import spoken_day
from workflow.conformance.computed import Computed
from workflow.conformance.printed import EndKind, PrintedEnd
from workflow.constitution.compare_readings import plain_calendar
from workflow.errors import BeyondCalendar
from workflow.model.call_in_period import Unit

MOST_SAID: Final = 2
_DAY: Final = timedelta(days=1)
_MOVED: Final = (
    (date(2020, 5, 4), (date(2020, 5, 8),)),
    (date(2022, 5, 30), (date(2022, 6, 2), date(2022, 6, 3))),
)
"""Bank holidays that were moved: the usual day, and those in its place."""
_SOON: Final = 10
"""Days within which a decision is published, where the day of one of the two is not printed."""
_FAR: Final = 60
"""Days beyond which a printed date is another publication's, and no miscount."""


def likely(printed: PrintedEnd, reckoned: Computed) -> str:
    """Give the likely cause of a difference, in words; at most two, the likelier first."""
    if printed.end <= reckoned.start:
        return (
            "the printed end is not after the day counted from: the record was probably published "
            "again, and carries that later day"
        )
    if abs((printed.end - reckoned.end).days) > _FAR:
        return "the dates are far apart: one of them is probably of another publication"
    for slips in (_not_printed, _slips, _two_slips):
        known = _within(slips(printed, reckoned))
        fitting = (words for words, end in known if end == printed.end)
        most = 1 if slips is _not_printed else MOST_SAID
        causes = list(islice(fitting, most))
        if causes:
            return "; or ".join(dict.fromkeys(causes))
    try:
        return _no_slip(printed, reckoned)
    except BeyondCalendar:
        return "no slip explains it"


def _within(slips: Iterator[tuple[str, date]]) -> Iterator[tuple[str, date]]:
    """Give the slips as far as the calendar reaches their days."""
    try:
        yield from slips
    except BeyondCalendar:
        return


def _not_printed(printed: PrintedEnd, reckoned: Computed) -> Iterator[tuple[str, date]]:
    """Give each day that the one counted from may really have been, where it is not printed."""
    if not reckoned.assumed:
        return
    named, step = ("publication", _DAY) if reckoned.from_publication else ("decision", -_DAY)
    for days in range(1, _SOON + 1):
        day = reckoned.start + days * step
        if plain_calendar(printed.nation).covers(day):
            words = f"the day of {named} is not printed, and {spoken_day(day)} would give it"
            yield words, _end(printed, reckoned, start=day)


def _slips(printed: PrintedEnd, reckoned: Computed) -> Iterator[tuple[str, date]]:
    calendar = plain_calendar(printed.nation)
    span = _span(reckoned.start, max(printed.end, reckoned.end) + _DAY)
    yield from _within(_days_off(printed, reckoned, calendar, span))
    yield from _within(_starts(printed, reckoned, calendar))
    yield from _within(_kinds(printed, reckoned, calendar))
    holidays = [day for day in span if _is_holiday(calendar, day)]
    if len(holidays) > 1:
        yield (
            "every bank holiday counted as a working day",
            _end(printed, reckoned, opened=holidays),
        )


def _days_off(
    printed: PrintedEnd, reckoned: Computed, calendar: Calendar, span: list[date]
) -> Iterator[tuple[str, date]]:
    if reckoned.unit is Unit.CALENDAR:
        return
    for day in span:
        if _is_holiday(calendar, day):
            words = f"{spoken_day(day)}, {calendar.why_not(day)}, counted as a working day"
            yield words, _end(printed, reckoned, opened=[day])
    for usual, moved in _MOVED:
        if reckoned.start < moved[-1] and usual < printed.end:
            words = f"{spoken_day(usual)} left out, the usual bank holiday of other years"
            yield words, _end(printed, reckoned, opened=moved, closed=[usual])
    shut = [day for day in span if _is_christmas(day) and calendar.is_working(day)]
    for day in shut:
        words = f"{spoken_day(day)} not counted: the council may have been closed"
        yield words, _end(printed, reckoned, closed=[day])
    if len(shut) > 1:
        words = "the working days about Christmas not counted: the council may have been closed"
        yield words, _end(printed, reckoned, closed=shut)


def _two_slips(printed: PrintedEnd, reckoned: Computed) -> Iterator[tuple[str, date]]:
    calendar = plain_calendar(printed.nation)
    event = "publication" if reckoned.from_publication else "the decision"
    after = calendar.next_working_day(reckoned.start)
    for day in _span(reckoned.start, max(printed.end, reckoned.end) + _DAY):
        if _is_holiday(calendar, day):
            words = (
                f"counted from the working day after {event}, and {spoken_day(day)}, "
                f"{calendar.why_not(day)}, counted as a working day"
            )
            yield words, _end(printed, reckoned, start=after, opened=[day])


def _starts(
    printed: PrintedEnd, reckoned: Computed, calendar: Calendar
) -> Iterator[tuple[str, date]]:
    event = "publication" if reckoned.from_publication else "the decision"
    other = printed.made_on if reckoned.from_publication else printed.published_on
    if other is not None and other != reckoned.start and calendar.covers(other):
        named = "the decision" if reckoned.from_publication else "publication"
        yield f"counted from {named}, not from {event}", _end(printed, reckoned, start=other)
    if reckoned.unit is not Unit.CLEAR_WORKING:
        flipped = not reckoned.start_counts
        words = f"the day of {event.removeprefix('the ')} {'' if flipped else 'not '}taken as day 1"
        yield words, _end(printed, reckoned, start_counts=flipped)
    after = calendar.next_working_day(reckoned.start)
    yield f"counted from the working day after {event}", _end(printed, reckoned, start=after)
    before = calendar.before(reckoned.start, 1)
    yield f"counted from the working day before {event}", _end(printed, reckoned, start=before)


def _kinds(
    printed: PrintedEnd, reckoned: Computed, calendar: Calendar
) -> Iterator[tuple[str, date]]:
    last = reckoned.last_day
    if printed.end_kind is EndKind.DAY_AFTER:
        yield "the next working day printed, not the next day", calendar.next_working_day(last)
        yield "the last day itself printed, not the day after", last
    else:
        yield "the day after printed, not the last day", last + _DAY
    if reckoned.unit is not Unit.CALENDAR:
        days = reckoned.days - reckoned.start_counts
        end = reckoned.start + timedelta(days=days + (printed.end_kind is EndKind.DAY_AFTER))
        yield f"counted in calendar days, {reckoned.days} of them", end
    else:
        start = calendar.before(reckoned.start, 1) if reckoned.start_counts else reckoned.start
        end = calendar.after(start, reckoned.days)
        after = printed.end_kind is EndKind.DAY_AFTER
        yield f"counted in working days, {reckoned.days} of them", end + after * _DAY


def _no_slip(printed: PrintedEnd, reckoned: Computed) -> str:
    calendar = plain_calendar(printed.nation)
    last = printed.end - _DAY if printed.end_kind is EndKind.DAY_AFTER else printed.end
    working = sum(1 for day in _span(reckoned.start + _DAY, last) if calendar.is_working(day))
    if working > 2 * reckoned.days:
        return f"{working} working days after: the record was probably published again"
    unlike = "" if calendar.is_working(last) else ", and does not end on a working day"
    return f"it is {working} working days after the day counted from{unlike}; no slip explains it"


def _end(
    printed: PrintedEnd,
    reckoned: Computed,
    *,
    start: date | None = None,
    start_counts: bool | None = None,
    opened: Collection[date] = (),
    closed: Collection[date] = (),
) -> date:
    """Count again, with one thing done otherwise."""
    days = plain_calendar(printed.nation)
    day = reckoned.start if start is None else start
    counts = reckoned.start_counts if start_counts is None else start_counts

    def is_counted(each: date) -> bool:
        if reckoned.unit is Unit.CALENDAR or each in opened:
            return True
        return each not in closed and days.is_working(each)

    left = reckoned.days - (counts and is_counted(day))
    while left:
        day += _DAY
        left -= is_counted(day)
    return day + _DAY if printed.end_kind is EndKind.DAY_AFTER else day


def _span(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _is_holiday(calendar: Calendar, day: date) -> bool:
    return day.isoweekday() <= 5 and not calendar.is_working(day)


def _is_christmas(day: date) -> bool:
    """Say whether it is a day on which some councils close: from Christmas Eve to New Year's."""
    return (day.month, day.day) >= (12, 24)
