"""Counting days, forwards and backwards, with the workings shown when they are asked for."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, assert_never

from workflow.answer_fields import given_after, given_as
from workflow.calendars.days import Calendar
from workflow.calendars.edges import run_off
from workflow.clock import spoken_day, weekday_of
from workflow.errors import Invalid
from workflow.model.call_in_period import Unit

MOST_DAYS: Final = 3650
"""The longest count allowed, in days: ten years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCounted:
    """One calendar day of a count: its number, or why it was passed over."""

    day: date = field(metadata=given_as("date"))
    """The day."""
    number: int | None
    """The number of the day in the count, from 1; None if it is not counted."""
    why: str
    """Why it is not counted; empty if it is."""

    @property
    @given_after("day")
    def weekday(self) -> str:
        """Its name."""
        return weekday_of(self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A count of days from a day, as it was asked for, and the day it arrives at."""

    start: date
    """The civil day of the event that the count starts from."""
    days: int
    """How many days are counted."""
    unit: Unit
    """Which days those are."""
    start_counts: bool
    """Whether the start is itself day 1, if it is a day that counts."""
    backwards: bool
    """Whether it counts to earlier days."""
    last_day: date
    """The last day counted: the latest, or the earliest if counted backwards."""
    provisional: bool
    """True if the count goes past the published bank holidays."""
    calendar: Calendar = field(repr=False, compare=False)
    """The calendar it was counted on."""

    @property
    def day_after(self) -> date:
        """Give the calendar day after the last day counted, working or not."""
        return self.last_day + timedelta(days=1)

    @property
    def day_before(self) -> date:
        """Give the calendar day before the last day counted, working or not."""
        return self.last_day - timedelta(days=1)

    @property
    def ends_closed(self) -> str | None:
        """Warn that a count of calendar days ends on a day that is not a working day; None if it
        does not."""
        if self.unit is not Unit.CALENDAR or not self.calendar.covers(self.last_day):
            return None
        why = self.calendar.why_not(self.last_day)
        if why is None:
            return None
        return (
            f"{spoken_day(self.last_day)} is no working day: {why}. Calendar days are counted, so "
            "by the rule on file it is the last all the same. Look whether the council's own words "
            "move such a day to the next working day; no key says so yet."
        )

    def workings(self) -> tuple[DayCounted, ...]:
        """Give each calendar day from the start to the last day, in the order counted."""
        step = timedelta(days=-1 if self.backwards else 1)
        counted: list[DayCounted] = []
        number, day = 0, self.start
        while True:
            why = self._why_not(day)
            if not why:
                number += 1
            counted.append(DayCounted(day=day, number=None if why else number, why=why))
            if day == self.last_day:
                return tuple(counted)
            day += step

    def _why_not(self, day: date) -> str:
        if day == self.start and not self.start_counts:
            return "the day it is counted from"
        if self.unit == Unit.CALENDAR:
            return ""
        return self.calendar.why_not(day) or ""


def count(
    calendar: Calendar,
    start: date,
    days: int,
    *,
    unit: Unit = Unit.WORKING,
    start_counts: bool = False,
    backwards: bool = False,
) -> Count:
    """Count days, from 1 to 3,650 of them, from the day of an event.

    Clear working days are those left wholly clear: the last day is the last of them, and the
    event they run to comes no sooner than the day after (backwards, no later than the day
    before). Raises Invalid for a start that is an instant, a number out of range, and clear days
    that count their start; and BeyondCalendar for a count past the calendar, either way.
    """
    _check(start, days, unit, start_counts)
    calendar.must_cover(start)
    # By the council's own rule: which unit, and whether the day of the event is itself day 1. No
    # Act says how long a call-in period is, and the regulations do not say what a clear day is.
    match unit:
        # By R v Swansea City Council, ex parte Elitestone Ltd (1993): of clear days neither the day
        # of the act nor the day of the event is counted, and no weekend nor bank holiday. The start
        # is never one of them (`_check`), and what they run to comes after the last.
        case Unit.WORKING | Unit.CLEAR_WORKING:
            steps = days - 1 if start_counts and calendar.is_working(start) else days
            last_day = (calendar.before if backwards else calendar.after)(start, steps)
        # By the council's own rule: every day counts, and a last day that is no working day is the
        # last all the same (`Count.ends_closed` tells whoever counted).
        case Unit.CALENDAR:
            steps = days - 1 if start_counts else days
            last_day = start + timedelta(days=-steps if backwards else steps)
            if not calendar.covers(last_day):
                raise run_off(calendar, start, days, forwards=not backwards, of="day")
        case _:
            assert_never(unit)
    return Count(
        start=start,
        days=days,
        unit=unit,
        start_counts=start_counts,
        backwards=backwards,
        last_day=last_day,
        provisional=calendar.is_provisional(max(start, last_day)),
        calendar=calendar,
    )


def _check(start: date, days: int, unit: Unit, start_counts: bool) -> None:
    if isinstance(start, datetime) or not isinstance(start, date):
        raise Invalid(
            f"A count starts from a day, not from {start!r}.",
            remedy="Give the civil day in London on which it happened.",
        )
    if isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= MOST_DAYS:
        raise Invalid(
            f"{days!r} is not a number of days that can be counted.",
            remedy=f"Give a whole number of days from 1 to {MOST_DAYS:,}, such as 5.",
        )
    if unit == Unit.CLEAR_WORKING and start_counts:
        raise Invalid(
            "Clear days leave out the day they are counted from, so that day cannot be day 1.",
            remedy="Count working days from and including the start, or leave the start out.",
        )
