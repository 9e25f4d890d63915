"""Days and hours as officers write them, read into the one day or instant that they mean.

Nothing here knows what time it is: whoever asks says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Final, NoReturn

from cli.typed import parsing
from cli.typed.relative_days import WEEKDAY_NAMES, told_from_today
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
    EITHER = "either"
    """The nearest of both: for what may be behind or ahead."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read: a day or an instant, and the words to say it back in, if it was not ISO."""

    value: date
    said_back: str | None


_FROM_TODAY: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKDAY: Final = rf"(?:(?P<weekday>{'|'.join(WEEKDAY_NAMES)}) )?"
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
    r"|(?P<h>\d{1,2}):(?P<m>\d{2})(?::(?P<s>\d{2}))?(?: ?h(?:ou)?rs)?"
    r"|(?P<ph>\d{1,2})\.(?P<pm>\d{2})(?: ?h(?:ou)?rs)?"
    r"|(?P<hh>\d{1,2})h(?P<hm>\d{2})?|(?P<mh>\d{2})(?P<mm>\d{2}) ?h(?:(?:ou)?rs)?"
)
_HOUR_LAST: Final = re.compile(rf"(?:(?P<before>.*?) (?:at )?)?(?:{_HOUR})\Z", re.ASCII)
_HOUR_FIRST: Final = re.compile(rf"(?:{_HOUR})(?: on)? (?P<before>.*)\Z", re.ASCII)
_NO_ONE_HOUR: Final = re.compile(r"(?:.* )?(?:morning|afternoon|evening|night|tonight|lunchtime)")
_FOUR_FIGURES: Final = re.compile(r"(?:.* )?(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)", re.ASCII)
_TWELVE: Final = "Write the hour as 12:00 for noon, or 00:00 for the start of that day."
_LEAP_YEARS: Final = 8
"""Years within which every day of the year has been: 1900 was no leap year."""


def read_day(text: str, today: date, nearest: Nearest, near: date | None = None) -> Understood:
    """Read a day: 30/11/2026, 30 Nov, 30 November 2026, today, friday, in 7 days, 2026-11-30.

    A day without its year is the nearest to `near`, or to today. Invalid for anything else, for a
    day that there is not and for a year of two digits.
    """
    if _ISO.match(text):
        return Understood(parsing.day(text), None)
    if nearest is Nearest.EITHER:
        return _nearest_of_both(text, today, near or today)
    day_read = _day(_plain(text), text, today, nearest, near or today)
    return Understood(day_read, long_dates.day(day_read))


def _nearest_of_both(text: str, today: date, near: date) -> Understood:
    """Read a weekday, or a day without its year, as the nearest, past or to come."""
    if not has_no_year(text) and _plain(text) not in WEEKDAY_NAMES:
        return read_day(text, today, Nearest.COMING, near)
    days, faults = list[Understood](), list[Invalid]()
    for which in (Nearest.COMING, Nearest.PAST):
        try:
            days.append(read_day(text, today, which, near))
        except Invalid as fault:  # its weekday is another in that year
            faults.append(fault)
    if not days:
        raise faults[0]
    return min(days, key=lambda each: abs(each.value - near))


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
    match = _HOUR_LAST.match(plain) or _HOUR_FIRST.match(plain)
    if match is None:
        day = _day_alone(plain, text, today, nearest, near)
        return Understood(parsing.instant(day.isoformat()), long_dates.day(day))
    written = match["before"]
    day = today if written is None else _day(written, text, today, nearest, near)
    hour = _hour(match, text)
    instant = parsing.instant(f"{day.isoformat()}T{hour.isoformat()}")
    return Understood(instant, f"{long_dates.day(day)}, {hour:%H:%M:%S}".removesuffix(":00"))


def has_no_year(text: str) -> bool:
    """Say whether a text names a day and its month, and no year: which is meant is left open."""
    plain = _plain(text)
    hour = _HOUR_LAST.match(plain) or _HOUR_FIRST.match(plain)
    written = plain if hour is None else hour["before"] or ""
    match = _IN_NUMBERS.match(written) or _IN_WORDS.match(written)
    return match is not None and match["year"] is None


def forms(today: date) -> str:
    """Say how a day may be written, with a day that is not long ago."""
    words = f"{today.day} {month_of(today)}"
    return (
        f"{today:%d/%m/%Y} (day/month/year), {words} {today.year}, {words}, friday, today, "
        f"yesterday, tomorrow, 7 days ago, in 7 days, or {today.isoformat()}"
    )


def _plain(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").split())


def _day_alone(plain: str, text: str, today: date, nearest: Nearest, near: date) -> date:
    """Read a day in the place of an instant; what seems to be an hour is told how to write it."""
    hours = "Write the hour as 15:55, 15.55 or 3.55pm; with its day, as 30 Nov 15:55."
    four = _FOUR_FIGURES.fullmatch(plain)
    if _NO_ONE_HOUR.fullmatch(plain):
        raise Invalid(f"{text[:40]!a} does not tell the hour.", remedy=hours)
    try:
        return _day(plain, text, today, nearest, near)
    except Invalid as wrong:
        if "is not a day" not in str(wrong):
            raise
        if four is not None:
            raise Invalid(
                f"{text[:40]!a} may be an hour, or a year.",
                remedy=f"Write the hour as {four['h']}:{four['m']} or {four['h']}{four['m']}h.",
            ) from None
        raise Invalid(
            f"{text[:40]!a} is not a day or an hour.", remedy=f"{wrong.cure} {hours}"
        ) from None


def _day(plain: str, text: str, today: date, nearest: Nearest, near: date) -> date:
    if plain in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[plain])
    if plain in WEEKDAY_NAMES:
        away = WEEKDAY_NAMES[plain] - today.weekday()
        return today + timedelta(days=away % 7 if nearest is Nearest.COMING else -(-away % 7))
    if _ISO.match(plain):
        return parsing.day(plain)
    relative = told_from_today(plain, text, today, coming=nearest is Nearest.COMING)
    if relative is not None:
        return relative
    match = _IN_NUMBERS.match(plain) or _IN_WORDS.match(plain)
    if match is None:
        raise Invalid(f"{text[:40]!a} is not a day.", remedy=f"Write it as {forms(today)}.")
    part = match.groupdict()
    named = part["month"] or part["its_month"]
    month, year = MONTH_OF.get(named) or int(named), part["year"]
    if year is not None and len(year) != 4:
        full = f"{text.strip()[: -len(year)]}20{year[-2:]}"
        raise Invalid(
            f"{text!a} has a year of two digits.", remedy=f"Write the year in full: {full}."
        )
    day = _there_is(int(part["day"]), month, year, today, nearest, near)
    if part["weekday"] and day.weekday() != WEEKDAY_NAMES[part["weekday"]]:
        raise Invalid(
            f"{long_dates.day(day)} is not a {WEEKDAYS[WEEKDAY_NAMES[part['weekday']]]}.",
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
            there = date(each, month, day)
        except ValueError:
            continue
        if year is not None or (there <= near if nearest is Nearest.PAST else there >= near):
            return there
    raise Invalid(
        f"There is no {day} {month_of(date(2000, month, 1))}{f' {year}' if year else ''}.",
        remedy="Give a day there is.",
    )


def _years(near: date, nearest: Nearest) -> Iterator[int]:
    step = -1 if nearest is Nearest.PAST else 1
    return (near.year + step * away for away in range(_LEAP_YEARS + 1))


def _hour(match: re.Match[str], text: str) -> time:
    if match["noon"]:
        if match["noon"] == "midnight":
            _two_ways(text, "Midnight begins one day and ends another.")
        return time(12)
    if match["ph"] is not None and 0 < int(match["ph"]) <= 12 and match["ph"][0] != "0":
        _two_ways(
            text,
            "It may be an hour of the morning or of the afternoon.",
            f"Write {match['ph']}.{match['pm']}am or {match['ph']}.{match['pm']}pm.",
        )
    if not match["half"]:
        figures = ("h", "m"), ("ph", "pm"), ("hh", "hm"), ("mh", "mm")
        first_figure, its_minute = next(each for each in figures if match[each[0]] is not None)
        hour, minute, second = (
            int(match[first_figure]),
            int(match[its_minute] or 0),
            int(match["s"] or 0),
        )
    else:
        hour, minute, second = int(match["hour"]), int(match["minute"] or 0), 0
        if hour == 12 and not minute:
            _two_ways(text, "12 am and 12 pm are read in two ways.")
        hour = (hour % 12 + 12 * (match["half"] == "p")) if 1 <= hour <= 12 else 99
    try:
        return time(hour, minute, second)
    except ValueError:
        raise Invalid(
            f"There is no such time as {text[:40]!a}.", remedy="Write the hour as 4pm or 16:00."
        ) from None


def _two_ways(text: str, why: str, remedy: str = _TWELVE) -> NoReturn:
    raise Invalid(f"{text[:40]!a} does not tell. {why}", remedy=remedy)
