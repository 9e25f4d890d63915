"""The bank holidays as the government publishes them: one JSON file for the three divisions."""

import json
from datetime import date
from typing import Final

from workflow.calendars.nations import DIVISIONS, Nation
from workflow.errors import Invalid
from workflow.files.cells import BadCell, a_day

FORM: Final = "bank holidays, as JSON"
_AGAIN: Final = "Fetch it again, whole: https://www.gov.uk/bank-holidays.json"


def read_json(text: str, name: str, nation: Nation) -> dict[date, str]:
    """Read the days of a nation's division, in date order. Raises Invalid, naming the place, where
    it is not such a file."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise Invalid(f"{name} is not whole JSON: {wrong}.", remedy=_AGAIN) from None
    division = DIVISIONS[nation]
    if not isinstance(data, dict) or not any(each in data for each in DIVISIONS.values()):
        raise Invalid(
            f"{name} is JSON, but has no divisions of bank holidays in it.", remedy=_AGAIN
        )
    if division not in data:
        raise Invalid(
            f"{name} has no division {division}; it has {', '.join(sorted(map(str, data)))}.",
            remedy=_AGAIN,
        )
    held = data[division]
    events = held.get("events") if isinstance(held, dict) else None
    if not isinstance(events, list) or not events:
        raise Invalid(f"{name}: {division} has no events.", remedy=_AGAIN)
    days: dict[date, str] = {}
    for number, event in enumerate(events, start=1):
        place = f"{name}: {division}, event {number}"
        day, title = _event(event, place)
        if day in days:
            raise Invalid(f"{place}: {day.isoformat()} is there twice.", remedy=_AGAIN)
        days[day] = title
    return dict(sorted(days.items()))


def _event(event: object, place: str) -> tuple[date, str]:
    if not isinstance(event, dict):
        raise Invalid(f"{place} is not an event.", remedy=_AGAIN)
    written, title = event.get("date"), event.get("title")
    if not isinstance(written, str) or not isinstance(title, str) or not title.strip():
        raise Invalid(f"{place} lacks its date or its title.", remedy=_AGAIN)
    try:
        return a_day(written), " ".join(title.split())[:200]
    except BadCell as bad:
        raise Invalid(f"{place}: {bad.problem}", remedy=bad.cure) from None
