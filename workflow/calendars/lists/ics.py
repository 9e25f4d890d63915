"""Days off in a calendar file (iCalendar), as the government also publishes bank holidays."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any, Final

from workflow.errors import Invalid

FORM: Final = "bank holidays, as a calendar file"
CLOSURES: Final = "closures, as a calendar file"
_FEWEST: Final = 8
"""The fewest bank holidays that any nation has in a year."""
_MOST_DAYS: Final = 31
"""The longest event, in days: no council closes for longer, and a slip of the year is longer."""
_AGAIN: Final = "Fetch it again, whole, from https://www.gov.uk/bank-holidays"


def read_ics(content: bytes, name: str) -> tuple[dict[date, str], bool]:
    """Read the all-day events of a calendar file, and say whether any is of several days.

    Raises Invalid where it is not such a file or has an event that is not of whole days, and where
    the library that reads it is not installed.
    """
    try:
        from icalendar import Calendar
    except ImportError:
        raise Invalid(
            "Calendar files are read by a library that is not installed.",
            remedy="Install it: pip install 'council-decisions[ics]'; or give the JSON file.",
        ) from None
    try:
        events = list(Calendar.from_ical(content).walk("VEVENT"))
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as wrong:
        fault = f": {wrong}" if isinstance(wrong, ValueError) else ", or a line of it is none"
        raise Invalid(f"{name} is not a whole calendar file{fault}.", remedy=_AGAIN) from None
    titles: dict[date, str] = {}
    several = False
    for number, event in enumerate(events, start=1):
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        days, title = _days_of(event), " ".join(str(event.get("SUMMARY", "")).split())[:200]
        if not days or not title:
            raise Invalid(
                f"{name}: event {number} is not one whole day with a title, nor several "
                f"(at most {_MOST_DAYS}).",
                remedy=_AGAIN,
            )
        several = several or len(days) > 1
        for day in days:
            if day in titles:
                raise Invalid(f"{name}: {day.isoformat()} is there twice.", remedy=_AGAIN)
            titles[day] = title
    if not titles:
        raise Invalid(f"{name} has no days in it.", remedy=_AGAIN)
    return dict(sorted(titles.items())), several


def is_councils_own(text: str, days: dict[date, str], several: bool) -> bool:
    """Say whether a calendar file is of a council's closures.

    It is if it is not the government's and either has an event of several days, as no bank holiday
    is, or has in no year as many days as there are bank holidays.
    """
    maker = next((line for line in text.splitlines() if line.upper().startswith("PRODID")), "")
    counted = Counter(day.year for day in days)
    return "gov" not in maker.lower() and (several or max(counted.values()) < _FEWEST)


def _days_of(event: Any) -> list[date]:
    """Give the days of an event of whole days that does not repeat; none for any other."""
    try:
        begins, ends, lasts = event["DTSTART"].dt, event.get("DTEND"), event.get("DURATION")
        if isinstance(begins, datetime) or not isinstance(begins, date):
            return []
        one = timedelta(days=1)
        length = lasts.dt if lasts is not None else one if ends is None else ends.dt - begins
        length = length or one  # some programs end a day on itself
        once = not any(each in event for each in ("RRULE", "RDATE")) and None in (ends, lasts)
        if not once or length % one or not one <= length <= _MOST_DAYS * one:
            return []
        return [begins + each * one for each in range(length.days)]
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
        return []
