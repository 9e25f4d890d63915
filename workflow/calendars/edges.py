"""The errors that a calendar raises when it is asked about a day beyond its first or last."""

from datetime import date, datetime
from typing import Protocol

from workflow.calendars.nations import PROVISIONAL_THROUGH, PUBLISHED_THROUGH, Nation
from workflow.clock import spoken_day
from workflow.errors import BeyondCalendar, Invalid


class Edged(Protocol):
    """What these errors need of a calendar: its nation, and its first and last day."""

    @property
    def nation(self) -> Nation:
        """The nation whose bank holidays it holds."""

    @property
    def first(self) -> date:
        """The first day it covers."""

    @property
    def last(self) -> date:
        """The last day it covers."""

    @property
    def complete_through(self) -> date:
        """The last day for which the government has published bank holidays."""


def outside(calendar: Edged, day: date) -> BeyondCalendar | Invalid:
    """Give the error for a day that the calendar does not reach, or that is not a day."""
    if isinstance(day, datetime) or not isinstance(day, date):
        return Invalid(
            f"A calendar is asked about a day, not about {day!r}.",
            remedy="Give the civil day in London.",
        )
    return _beyond(calendar, f"{spoken_day(day)} is", early=day < calendar.first)


def run_off(
    calendar: Edged, day: date, days: int, *, forwards: bool, of: str = "working day"
) -> BeyondCalendar:
    """Give the error for a count of days that runs past the calendar."""
    way = "after" if forwards else "before"
    what = f"{of} {days:,} {way}" if days else f"the {of} nearest to"
    return _beyond(
        calendar, f"{what[0].upper()}{what[1:]} {spoken_day(day)} is", early=not forwards
    )


def not_a_count(days: int, least: int) -> Invalid:
    """Give the error for a number of days below the least that can be counted."""
    return Invalid(
        f"{days} is not a number of days that can be counted here.",
        remedy=f"Give {least} or more; to count the other way, ask for that by name.",
    )


def _beyond(calendar: Edged, what: str, *, early: bool) -> BeyondCalendar:
    if early:
        return BeyondCalendar(
            f"{what} before {spoken_day(calendar.first)}, where the calendar for "
            f"{calendar.nation.label} begins.",
            remedy=f"Ask about {spoken_day(calendar.first)} or later.",
        )
    complete = spoken_day(calendar.complete_through)
    known = f"the bank holidays of {calendar.nation.label} are published only to {complete}"
    if calendar.last > calendar.complete_through:
        return BeyondCalendar(
            f"{what} after {spoken_day(calendar.last)}, where this provisional calendar ends; "
            f"{known}.",
            remedy="Ask for a provisional answer that reaches further, to "
            f"{PROVISIONAL_THROUGH.year} at most.",
        )
    return BeyondCalendar(f"{what} after {complete}; {known}.")


def too_far(day: date) -> BeyondCalendar:
    """Give the error for a day that not even a provisional calendar reaches."""
    return BeyondCalendar(
        f"{spoken_day(day)} is too far ahead even for a provisional answer: bank holidays are "
        f"published to {spoken_day(PUBLISHED_THROUGH)}, and foreseen only to "
        f"{spoken_day(PROVISIONAL_THROUGH)}.",
        remedy=f"Ask for a year up to {PROVISIONAL_THROUGH.year}.",
    )
