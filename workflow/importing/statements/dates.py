"""Days as councils print them, read day first and never guessed."""

import re
from datetime import date
from typing import Final

from workflow.months import MONTH_OF

_WEEKDAYS: Final = (
    ("monday", "mon"), ("tuesday", "tues", "tue"), ("wednesday", "weds", "wed"),
    ("thursday", "thurs", "thur", "thu"), ("friday", "fri"), ("saturday", "sat"),
    ("sunday", "sun"),
)  # fmt: skip
_WEEKDAY_OF: Final = {name: place for place, names in enumerate(_WEEKDAYS) for name in names}

_LONGEST: Final = 120
_EARLIEST, _LATEST = 1974, 2199
"""Today's councils began in 1974; a year outside these is a slip of the key."""

_WEEKDAY: Final = "(?:(?P<weekday>" + "|".join(_WEEKDAY_OF) + r"),? )?"
_DAY: Final = (
    _WEEKDAY + "(?:"
    r"(?P<day>[0-9]{1,2})(?P<th>st|nd|rd|th)?[ -](?:of )?"
    r"(?P<month>" + "|".join(MONTH_OF) + r"),?[ -](?P<year>[0-9]{4}|'?[0-9]{2})"
    r"|(?P<d>[0-9]{1,2})(?P<mark>[/.-])(?P<m>[0-9]{1,2})(?P=mark)(?P<y>[0-9]{4}|[0-9]{2})"
    r"|(?P<iy>[0-9]{4})(?P<imark>[/.-])(?P<im>[0-9]{1,2})(?P=imark)(?P<id>[0-9]{1,2})"
    ")"
)
_HOUR: Final = (
    r"(?:[0-9]{1,2}(?:[.:][0-9]{2})? ?(?:am|pm|a\.m\.|p\.m\.|noon)|[0-9]{1,2}[.:][0-9]{2}"
    r"(?: ?hours| ?hrs)?|noon|midday|midnight)"
)
_WHOLE: Final = re.compile(
    rf"(?:(?:by |at )?(?P<before>{_HOUR}),? (?:on )?)?{_DAY}"
    rf"(?:,? (?:at |by |- |– )?(?P<after>{_HOUR}))?",
    re.IGNORECASE | re.ASCII,
)
_ANY: Final = re.compile(rf"(?<![0-9/]){_DAY}(?![\w/])", re.IGNORECASE | re.ASCII)


def read_day(text: str) -> tuple[date | None, str]:
    """Read a text that is one day and no more: the day, or None, and what a person should know."""
    if len(text) > _LONGEST:
        return None, "it is too long to be a date"
    match = _WHOLE.fullmatch(" ".join(text.removesuffix(".").split()))
    if match is None:
        if how_many_days(text) > 1:
            return None, "two dates"
        return None, "it is not one date in a form this reader knows"
    day, fault = _day_of(match)
    hour = match["before"] or match["after"]
    if day is not None and hour:
        return day, f"an hour is printed with the date ({hour}), and only the date is read"
    return day, fault


def is_day(text: str) -> bool:
    """Say whether a text has the shape of one day and no more, sound or not."""
    return len(text) <= _LONGEST and _WHOLE.fullmatch(text.removesuffix(".")) is not None


def days_in(text: str) -> tuple[date, ...]:
    """Give each sound day that is printed in full somewhere in a short text."""
    found = (_day_of(each)[0] for each in _ANY.finditer(text[:_LONGEST]))
    return tuple(day for day in found if day is not None)


def how_many_days(text: str) -> int:
    """Count the days printed in a short text."""
    return sum(1 for _ in _ANY.finditer(text[:_LONGEST]))


def _day_of(match: re.Match[str]) -> tuple[date | None, str]:
    year = match["year"] or match["y"] or match["iy"]
    if len(year) < 4:
        return None, "the year has two digits, so the century is not printed"
    if not _EARLIEST <= int(year) <= _LATEST:
        return None, f"the year {year} cannot be right"
    number = int(match["day"] or match["d"] or match["id"])
    month = MONTH_OF[match["month"].lower()] if match["month"] else int(match["m"] or match["im"])
    try:
        day = date(int(year), month, number)
    except ValueError:
        return None, "there is no such day"
    if match["th"] and match["th"].lower() != _ordinal(number):
        return None, f"{number}{match['th']} is not how that day is written"
    if match["weekday"] and _WEEKDAY_OF[match["weekday"].lower()] != day.weekday():
        return None, f"that day was a {_WEEKDAYS[day.weekday()][0].capitalize()}"
    return day, ""


def _ordinal(number: int) -> str:
    if 11 <= number <= 13:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
