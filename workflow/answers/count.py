"""A count of days and the calendar it is made on, as every face gives them."""

from dataclasses import dataclass
from datetime import date

from workflow.answers.record import drawn
from workflow.calendars.counting import Count, DayCounted
from workflow.calendars.days import Calendar
from workflow.calendars.nations import Nation


def days_of(count: Count | None) -> tuple[DayCounted, ...]:
    """Give each day of a count; none where nothing was counted."""
    return () if count is None else count.workings()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureAnswer:
    """A day of the council's own: a closure, or a bank holiday proclaimed late."""

    date_: date
    """The day."""
    title: str
    """What it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarAnswer:
    """What identifies a calendar."""

    nation: Nation
    """The nation whose bank holidays it has."""
    closures: tuple[ClosureAnswer, ...]
    """The days of the council's own."""
    hash: str
    """The calendar's hash: the same days have the same hash."""
    complete_through: date
    """The last day for which the bank holidays are published."""
    provisional: bool
    """Whether it goes past that day, with expected bank holidays."""


def calendar_answer(calendar: Calendar) -> CalendarAnswer:
    """Give what identifies a calendar."""
    closures = tuple(ClosureAnswer(date_=day, title=title) for day, title in calendar.closures)
    return drawn(CalendarAnswer, calendar, closures=closures)
