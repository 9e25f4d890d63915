"""Days off in a calendar file (iCalendar), as the government also publishes bank holidays."""

from datetime import date, datetime
from typing import Final

from workflow.errors import Invalid

FORM: Final = "bank holidays, as a calendar file"
_AGAIN: Final = "Fetch it again, whole, from https://www.gov.uk/bank-holidays"


def read_ics(content: bytes, name: str) -> dict[date, str]:
    """Read the all-day events of a calendar file; Invalid where it is none, or has an event that
    is no whole day."""
    try:
        from icalendar import Calendar
    except ImportError:
        raise Invalid(
            "Calendar files are read by a library that is not installed.",
            remedy="Install it: pip install 'council-decisions[ics]'; or give the JSON file.",
        ) from None
    try:
        events = list(Calendar.from_ical(content).walk("VEVENT"))
    except (ValueError, KeyError, IndexError) as wrong:
        raise Invalid(f"{name} is not a whole calendar file: {wrong}.", remedy=_AGAIN) from None
    found: dict[date, str] = {}
    for number, event in enumerate(events, start=1):
        begins = event.get("DTSTART")
        day = getattr(begins, "dt", None)
        title = " ".join(str(event.get("SUMMARY", "")).split())[:200]
        if not isinstance(day, date) or isinstance(day, datetime) or not title:
            raise Invalid(f"{name}: event {number} is not a whole day with a title.", remedy=_AGAIN)
        if day in found:
            raise Invalid(f"{name}: {day.isoformat()} is there twice.", remedy=_AGAIN)
        found[day] = title
    if not found:
        raise Invalid(f"{name} has no days in it.", remedy=_AGAIN)
    return dict(sorted(found.items()))
