"""The words that every rendering shares: of days counted, of instants, of calendars."""

from datetime import date, datetime
from typing import Final

from workflow.calendars.counting import Count, DayCounted
from workflow.calendars.days import Calendar
from workflow.clock import london, spoken, spoken_day
from workflow.explanation.past_calendar import CalendarThen, DayDiffers
from workflow.model.call_in_period import Unit

SHORT_HASH: Final = 12
IN_TIME: Final = {True: "that instant is in time", False: "that instant is too late"}
_UNITS: Final = {
    Unit.WORKING: "working day",
    Unit.CLEAR_WORKING: "clear working day",
    Unit.CALENDAR: "calendar day",
}


def by_own_rules(file: str) -> str:
    """Say that what is on record was judged by a file that is neither shipped nor adopted."""
    return (
        f"Steps on its record are judged by the rules of {file}: neither the shipped ones, nor an "
        "edition that was adopted."
    )


def days_asked(count: Count) -> str:
    """Say what was counted: "4 working days from Mon 3 Jun 2024, that day not counted"."""
    back = "back " if count.backwards else ""
    start = "that day counted" if count.start_counts else "that day not counted"
    return f"{_days(count.days, count.unit)} {back}from {spoken_day(count.start)}, {start}"


def _days(number: int, unit: Unit) -> str:
    return f"{number} {_UNITS[unit]}{'' if number == 1 else 's'}"


def last_day(count: Count) -> str:
    """Say at what day a count arrives."""
    provisional = " PROVISIONAL." if count.provisional else ""
    return f"Last day: {spoken_day(count.last_day)}.{provisional}"


def counted_or_why(each: DayCounted) -> str:
    """Say of one day its number, or why it is not counted."""
    return f"not counted: {each.why}" if each.number is None else f"day {each.number}"


def both(instant: datetime) -> str:
    """Give an instant in London's time, with the offset spoken, and in UTC."""
    there = london(instant)
    return f"{spoken(instant)} in London ({there:%Z}), {instant:%Y-%m-%d %H:%M} in UTC"


def calendar_name(calendar: Calendar) -> str:
    """Name a calendar: "the bank holidays of England, with 2 days of the council's own"."""
    return _named(calendar.nation.label, len(calendar.closures))


def _named(nation: str, own: int) -> str:
    days = {0: "no days", 1: "1 day"}.get(own, f"{own} days")
    return f"the bank holidays of {nation}, with {days} of the council's own"


def calendar_words(calendar: Calendar, through: date | None = None) -> str:
    """Name a calendar, with how far it reaches and how its hash begins."""
    end = calendar.complete_through if through is None else through
    return _on(calendar, end, calendar.hash)


def calendar_then_words(then: CalendarThen) -> str:
    """Name the calendar that a date was counted on, or say that it cannot be made again."""
    if then.calendar is None or then.through is None:
        return (
            f"one whose hash begins {then.hash[:SHORT_HASH]}. It cannot be made again from the "
            "days now on file; what is on record stands"
        )
    return _on(then.calendar, then.through, then.hash)


def _on(calendar: Calendar, through: date, fingerprint: str) -> str:
    return (
        f"{calendar_name(calendar)}; complete through {spoken_day(through)}; "
        f"its hash begins {fingerprint[:SHORT_HASH]}"
    )


def differing(each: DayDiffers) -> str:
    """Say of one day how it counted then, and how it counts now."""
    if each.then is None:
        return f"{spoken_day(each.day)} was counted then, and is not now: {each.now}."
    return f"{spoken_day(each.day)} was not counted then ({each.then}), and is now."
