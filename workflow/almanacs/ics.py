"""Days off in a calendar file (iCalendar), as the government also publishes bank holidays."""

from datetime import date, datetime, timedelta
from typing import Any, Final

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
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        day, title = _day_of(event), " ".join(str(event.get("SUMMARY", "")).split())[:200]
        if day is None or not title:
            raise Invalid(
                f"{name}: event {number} is not one whole day with a title.", remedy=_AGAIN
            )
        if day in found:
            raise Invalid(f"{name}: {day.isoformat()} is there twice.", remedy=_AGAIN)
        found[day] = title
    if not found:
        raise Invalid(f"{name} has no days in it.", remedy=_AGAIN)
    return dict(sorted(found.items()))


def _day_of(event: Any) -> date | None:
    """Give the day of an event that is one whole day, and comes once; None for any other."""
    try:
        begins, ends = event["DTSTART"].dt, event.get("DTEND")
        last = begins + timedelta(days=1) if ends is None else ends.dt
        whole = not isinstance(begins, datetime) and isinstance(begins, date)
        once = not any(each in event for each in ("RRULE", "RDATE", "DURATION"))
        one = whole and once and last - begins <= timedelta(days=1)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return begins if one else None
