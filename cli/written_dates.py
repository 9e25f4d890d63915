"""Days and hours as officers write them, read into the one day or instant that they mean.

Nothing here knows what time it is: whoever asks says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Final, NoReturn

from cli import parsing
from workflow.clock import WEEKDAYS, london_day, month_of
from workflow.errors import Invalid
from workflow.months import MONTH_OF
from workflow.wording import long_dates


class Nearest(Enum):
    """Which day is meant by a weekday, or by a day without its year; today is either."""

    PAST = "past"
    """The nearest that has been: for what has happened."""
    COMING = "coming"
    """The nearest to come: for what is asked, planned or set."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read: a day or an instant, and the words to say it back in, if it was not ISO."""

    value: date
    said_back: str | None


_FROM_TODAY: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NAMED: Final = {
    each: place
    for place, name in enumerate(map(str.lower, WEEKDAYS))
    for each in (name, name[:3], *({"tuesday": ("tues",), "thursday": ("thurs",)}.get(name, ())))
}
_WEEKDAY: Final = rf"(?:(?P<weekday>{'|'.join(_NAMED)}) )?"
_MONTH: Final = "|".join(MONTH_OF)
_ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_IN_NUMBERS: Final = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:/(?P<month>\d{{1,2}})"
    r"|(?P<between>[/.-])(?P<its_month>\d{1,2})(?P=between)(?P<year>'?\d{2}|\d{4}))\Z",
    re.ASCII,
)
_IN_WORDS: Final = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)? ?(?P<month>{_MONTH})\.?"
    r"(?: ?(?P<year>'?\d{2}|\d{4}))?\Z",
    re.ASCII,
)
_HOUR: Final = (
    r"(?P<noon>noon|midday|midnight)"
    r"|(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))? ?(?P<half>[ap])\.?m\.?"
    r"|(?P<h>\d{1,2}):(?P<m>\d{2})(?::(?P<s>\d{2}))?"
)
_HOUR_LAST: Final = re.compile(rf"(?:(?P<before>.*?) (?:at )?)?(?:{_HOUR})\Z", re.ASCII)
_HOUR_FIRST: Final = re.compile(rf"(?:{_HOUR})(?: on)? (?P<before>.*)\Z", re.ASCII)
_LEAP_YEARS: Final = 8
"""Years within which every day of the year has been: 1900 was no leap year."""


def read_day(text: str, today: date, nearest: Nearest, near: date | None = None) -> Understood:
    """Read a day: 30/11/2026, 30 Nov, 30 November 2026, today, friday, 2026-11-30.

    A day without its year is the nearest to `near`, or to today. Invalid for anything else, for a
    day that there is not and for a year of two digits.
    """
    if _ISO.match(text):
        return Understood(parsing.day(text), None)
    found = _day(_plain(text), text, today, nearest, near or today)
    return Understood(found, long_dates.day(found))


def read_instant(
    text: str, now: datetime, nearest: Nearest, near: date | None = None
) -> Understood:
    """Read an instant in London's time: a day as above, an hour of today, or both: 30 Nov 4pm.

    A day alone is its start. Invalid likewise, and for an hour that the clocks skip or show twice.
    """
    if parsing.is_instant(text):
        return Understood(parsing.instant(text), None)
    plain, today = _plain(text), london_day(now)
    near = near or today
    found = _HOUR_LAST.match(plain) or _HOUR_FIRST.match(plain)
    if found is None:
        day = _day(plain, text, today, nearest, near)
        return Understood(parsing.instant(day.isoformat()), long_dates.day(day))
    written = found["before"]
    day = today if written is None else _day(written, text, today, nearest, near)
    hour = _hour(found, text)
    instant = parsing.instant(f"{day.isoformat()}T{hour.isoformat()}")
    return Understood(instant, f"{long_dates.day(day)}, {hour:%H:%M:%S}".removesuffix(":00"))


def has_no_year(text: str) -> bool:
    """Say whether a text names a day and its month, and no year: which is meant is left open."""
    plain = _plain(text)
    hour = _HOUR_LAST.match(plain) or _HOUR_FIRST.match(plain)
    written = plain if hour is None else hour["before"] or ""
    found = _IN_NUMBERS.match(written) or _IN_WORDS.match(written)
    return found is not None and found["year"] is None


def forms(today: date) -> str:
    """Say how a day may be written, with a day that is not long ago."""
    words = f"{today.day} {month_of(today)} {today.year}"
    return f"{today:%d/%m/%Y} (day/month/year), {words}, or {today.isoformat()}"


def _plain(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").split())


def _day(plain: str, text: str, today: date, nearest: Nearest, near: date) -> date:
    if plain in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[plain])
    if plain in _NAMED:
        away = _NAMED[plain] - today.weekday()
        return today + timedelta(days=away % 7 if nearest is Nearest.COMING else -(-away % 7))
    if _ISO.match(plain):
        return parsing.day(plain)
    found = _IN_NUMBERS.match(plain) or _IN_WORDS.match(plain)
    if found is None:
        raise Invalid(f"{text[:40]!a} is not a day.", remedy=f"Write it as {forms(today)}.")
    part = found.groupdict()
    named = part["month"] or part["its_month"]
    month, year = MONTH_OF.get(named) or int(named), part["year"]
    if year is not None and len(year) != 4:
        full = f"{text.strip()[: -len(year)]}20{year[-2:]}"
        raise Invalid(
            f"{text!a} has a year of two digits.", remedy=f"Write the year in full: {full}."
        )
    day = _there_is(int(part["day"]), month, year, today, nearest, near)
    if part["weekday"] and day.weekday() != _NAMED[part["weekday"]]:
        raise Invalid(
            f"{long_dates.day(day)} is not a {WEEKDAYS[_NAMED[part['weekday']]]}.",
            remedy="Give the day without its weekday, or with the year.",
        )
    return day


def _there_is(
    day: int, month: int, year: str | None, today: date, nearest: Nearest, near: date
) -> date:
    if not 1 <= month <= 12:
        raise Invalid(
            f"There is no month {month}: the day is written first, then the month.",
            remedy=f"Write it as {forms(today)}.",
        )
    years = _years(near, nearest) if year is None else iter([int(year)])
    for each in years:
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year is not None or (found <= near if nearest is Nearest.PAST else found >= near):
            return found
    raise Invalid(
        f"There is no {day} {month_of(date(2000, month, 1))}{f' {year}' if year else ''}.",
        remedy="Give a day there is.",
    )


def _years(near: date, nearest: Nearest) -> Iterator[int]:
    step = -1 if nearest is Nearest.PAST else 1
    return (near.year + step * away for away in range(_LEAP_YEARS + 1))


def _hour(found: re.Match[str], text: str) -> time:
    if found["noon"]:
        if found["noon"] == "midnight":
            _two_ways(text, "Midnight begins one day and ends another.")
        return time(12)
    if not found["half"]:
        hour, minute, second = int(found["h"]), int(found["m"]), int(found["s"] or 0)
    else:
        hour, minute, second = int(found["hour"]), int(found["minute"] or 0), 0
        if hour == 12 and not minute:
            _two_ways(text, "12 am and 12 pm are read in two ways.")
        hour = (hour % 12 + 12 * (found["half"] == "p")) if 1 <= hour <= 12 else 99
    try:
        return time(hour, minute, second)
    except ValueError:
        raise Invalid(
            f"There is no such time as {text[:40]!a}.", remedy="Write the hour as 4pm or 16:00."
        ) from None


def _two_ways(text: str, why: str) -> NoReturn:
    raise Invalid(
        f"{text[:40]!a} does not tell. {why}",
        remedy="Write the hour as 12:00 for noon, or 00:00 for the start of that day.",
    )
