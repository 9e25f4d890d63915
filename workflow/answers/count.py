"""A count of days and the calendar it is made on, as every face gives them."""

from dataclasses import dataclass
from datetime import date

from workflow.calendars.counting import Count
from workflow.calendars.days import Calendar
from workflow.calendars.nations import Nation
from workflow.clock import weekday_of


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAnswer:
    """One calendar day of a count."""

    date_: date
    """The day."""
    weekday: str
    """Its name."""
    number: int | None
    """Which day of the count it is, from 1; null where it is passed over."""
    why: str
    """Why it is passed over; empty where it is counted."""


def day_answers(count: Count | None) -> tuple[DayAnswer, ...]:
    """Give each day of a count; none where nothing was counted."""
    return tuple(
        DayAnswer(date_=each.day, weekday=weekday_of(each.day), number=each.number, why=each.why)
        for each in (() if count is None else count.workings())
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureAnswer:
    """A day that is the council's own: closed, or proclaimed too late to be published."""

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
    """The calendar's own mark: the same days have the same."""
    complete_through: date
    """The last day for which the bank holidays are published."""
    provisional: bool
    """Whether it goes past that day, with bank holidays that are foreseen."""


def calendar_answer(calendar: Calendar) -> CalendarAnswer:
    """Give what identifies a calendar."""
    return CalendarAnswer(
        nation=calendar.nation,
        closures=tuple(ClosureAnswer(date_=day, title=title) for day, title in calendar.closures),
        hash=calendar.hash,
        complete_through=calendar.complete_through,
        provisional=calendar.provisional,
    )
