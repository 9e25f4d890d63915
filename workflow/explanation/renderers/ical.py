"""Days as entries of a calendar (iCalendar, RFC 5545), by the library in the extra [ics]."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from workflow.errors import Invalid
from workflow.explanation.calendar_entries import DecisionDay

_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")
"""What no value of a calendar may hold; a new line is written by the library as its own mark."""


def ics(dates: Sequence[DecisionDay], product: str = "explain") -> str:
    """Write days as all-day entries, one for each, each with its identity for good.

    The file says by which command it was made.

    Invalid where the library is not there.
    """
    try:
        from icalendar import Calendar, Event, Timezone, TimezoneStandard  # slow, and an extra
    except ImportError:
        raise Invalid(
            "An entry for a calendar needs the library icalendar, which is not installed.",
            remedy="Install it: pip install 'council-decisions[ics]'",
        ) from None
    book = Calendar()
    book.add("prodid", f"-//council-decisions//{product}//EN")
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    if not dates:
        book.add_component(_clock(Timezone(), TimezoneStandard()))
    for each in dates:
        entry = Event()
        entry.add("uid", each.uid)
        entry.add("dtstamp", each.set_at.replace(microsecond=0))
        entry.add("sequence", each.revision)
        entry.add("status", each.stands.value)
        entry.add("dtstart", each.day)
        entry.add("dtend", each.day + timedelta(days=1))
        entry.add("summary", _clean(each.title))
        entry.add("categories", [each.category])
        entry.add("description", _clean("\n".join(each.words)))
        entry.add("transp", "TRANSPARENT")
        book.add_component(entry)
    written: bytes = book.to_ical()
    return written.decode("utf-8")


def _clock(zone: Any, standard: Any) -> Any:
    """Give the one thing that a calendar without an entry has, since it may not have nothing."""
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 -- a zone begins on its own clock
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone.add("tzid", "UTC")
    zone.add_component(standard)
    return zone


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub(" ", text)
