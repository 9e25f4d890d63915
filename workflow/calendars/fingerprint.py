"""The fingerprint of a calendar, by which a date can be traced to the calendar it was counted
on."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Final

from workflow.calendars.nations import Nation

_VERSION: Final = "council-decisions calendar 1"


def fingerprint(
    nation: Nation, first: date, last: date, complete: date, closed: Iterable[date]
) -> str:
    """Give a SHA-256, in hexadecimal, of which days count; what the others are called is left out.

    `complete` is the last day for which bank holidays are published. `closed` holds the bank
    holidays and closed days; a weekend among them makes no difference.
    """
    facts = {
        "version": _VERSION,
        "nation": nation.value,
        "first": first.isoformat(),
        "complete_through": complete.isoformat(),
        "last": last.isoformat(),
        "closed_weekdays": sorted(day.isoformat() for day in closed if day.isoweekday() <= 5),
    }
    written = json.dumps(facts, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
