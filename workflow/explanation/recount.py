"""A date on record as it was counted then, and as it would be counted today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from workflow.calendars.council import CouncilDay
from workflow.calendars.counting import Count
from workflow.calendars.days import Calendar
from workflow.clock import london_day
from workflow.constitution.period import counted, counted_afresh
from workflow.errors import BeyondCalendar
from workflow.explanation.past_calendar import (
    CalendarThen,
    DayDiffers,
    calendar_then,
    days_that_differ,
)
from workflow.explanation.timeline import (
    CountedOn,
    TimelineEntry,
    limit_counted_on,
    period_counted_on,
)
from workflow.model.call_in_period import CallInPeriod
from workflow.model.time_limit import TimeLimit
from workflow.procedures.shared.time_limits import days_of, recounted
from workflow.register.rules import RulesOf
from workflow.wording.short_dates import by_when, until

_LATEST: Final = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """How the days of a date stood when it was counted, and which stand otherwise today."""

    calendar: CalendarThen
    """The calendar it was counted on."""
    count: Count | None
    """The days as that calendar had them; None where it cannot be made again, or where no count
    gives the date on record."""
    today: datetime | None
    """The end that the same rule gives on all that is known today, where that is another."""
    today_words: str
    """That end in words; empty where it is the one on record."""
    differs: tuple[DayDiffers, ...]
    """The days that count otherwise today, where the end does."""


@dataclass(frozen=True, slots=True)
class CountHistory:
    """What is known of how a decision's dates were counted: its life, and the days on file."""

    rules: RulesOf
    rows: Sequence[CouncilDay]
    life: Sequence[TimelineEntry]

    def of_period(self, window: CallInPeriod) -> ThenAndNow:
        """Give how a call-in period was counted, and how it would be today."""
        calendar = self._calendar(
            period_counted_on(self.life), window.calendar_hash, london_day(window.effective_from)
        )
        days = self._days(
            calendar,
            lambda on: counted(window.rule, window.counted_from, on),
            window.last_day,
        )
        first = window.counted_from + timedelta(days=not window.rule.start_day_counts)
        now = self.rules.calendar()
        try:
            again = counted_afresh(window, now)
        except BeyondCalendar:
            return ThenAndNow(calendar, days, None, "", ())
        ends = (window.request_deadline, window.effective_from)
        if (again.request_deadline, again.effective_from) == ends:
            return ThenAndNow(calendar, days, None, "", ())
        last = london_day(max(window.effective_from, again.effective_from))
        differs = _differing(calendar, now, first, last)
        return ThenAndNow(calendar, days, again.effective_from, until(again), differs)

    def of_limit(self, limit: TimeLimit) -> ThenAndNow:
        """Give how a time limit was counted, and how it would be today."""
        counted = limit_counted_on(self.life, limit.awaits)
        calendar = self._calendar(counted, limit.calendar_hash, limit.last_day)
        if limit.adjourned:
            return ThenAndNow(calendar, None, None, "", ())
        days = self._days(calendar, lambda on: days_of(limit, on), limit.last_day)
        first = limit.counted_from + timedelta(days=not limit.rule.start_day_counts)
        now = self.rules.calendar()
        try:
            again = recounted(replace(limit, calendar_hash=""), now)  # kept or not
        except BeyondCalendar:
            return ThenAndNow(calendar, days, None, "", ())
        if again.ends_at == limit.ends_at:
            return ThenAndNow(calendar, days, None, "", ())
        differs = _differing(calendar, now, first, max(limit.last_day, again.last_day))
        return ThenAndNow(calendar, days, again.ends_at, by_when(again), differs)

    def _calendar(self, counted: CountedOn | None, stored: str, needed: date) -> CalendarThen:
        nation = self.rules.nation
        if counted is None:  # its life does not say: what is on record of it must do
            last = max((each.recorded_at for each in self.life), default=_LATEST)
            return calendar_then(nation, self.rows, stored, last, needed)
        return calendar_then(nation, self.rows, counted.hash, counted.recorded_at, needed)

    def _days(
        self, then: CalendarThen, counted_on: Callable[[Calendar], Count], last_day: date
    ) -> Count | None:
        """Give the days as they counted then, where they give the day on record."""
        if then.calendar is None:
            return None
        days = counted_on(then.calendar)
        return days if days.last_day == last_day else None


def _differing(
    then: CalendarThen, now: Calendar, first: date, last: date
) -> tuple[DayDiffers, ...]:
    if then.calendar is None or not now.covers(last):
        return ()
    return days_that_differ(then.calendar, now, first, last)
