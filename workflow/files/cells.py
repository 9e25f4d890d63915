"""One cell of a sheet: a day, a number or a word, each read or refused with its cure."""

import re
from datetime import date, timedelta
from typing import Final

from workflow.clock import month_of
from workflow.months import MONTH_OF
from workflow.text import joined

ISO: Final = "Write it as year-month-day: yyyy-mm-dd."
_DASHES: Final = re.compile("[\u2010-\u2013\u2212]")
_ISO: Final = re.compile(
    r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:[T ]00:00(?::00(?:\.0{1,6})?)?)?", re.ASCII
)
_NUMBERS: Final = re.compile(
    r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2}|[0-9]{4})(?: 00:00(?::00)?)?", re.ASCII
)
NAMED: Final = re.compile(
    r"([0-9]{1,2})[ -]([A-Za-z]{3,9})[ -]([0-9]{4}|[0-9]{2})(?: 00:00(?::00)?)?", re.ASCII
)
"""A day as Excel shows it, as in 13-Jun-24 or 13 June 2024."""
_CENTURY: Final = 74
"""Today's councils began in 1974: a year of two digits after a month's name is one of the hundred
from then."""
_SERIAL: Final = re.compile(r"[1-9][0-9]{4}(?:\.[0-9]+)?", re.ASCII)
_SYSTEM_1900, _SYSTEM_1904 = date(1899, 12, 30), date(1904, 1, 1)


class BadCell(Exception):
    """A cell that is not of its column's kind: what is wrong with it, and the cure."""

    def __init__(self, problem: str, cure: str) -> None:
        super().__init__(f"{problem} {cure}")
        self.problem = problem
        self.cure = cure


def a_day(text: str, *, day_first: bool = False) -> date:
    """Read a civil day: as 2018-10-18 or 18-Oct-2018, or as 18/10/2018 where that can be no other.

    With `day_first`, 3/4/2018 is 3 April; without it, BadCell is raised, as it is for a year of
    two digits in figures, a spreadsheet's day number, and everything else.
    """
    text = without_dashes(text)
    iso = _ISO.fullmatch(text)
    if iso:
        return _day(int(iso[1]), int(iso[3]), int(iso[4]), text)
    named = NAMED.fullmatch(text)
    if named and named[2].lower() in MONTH_OF:
        year = int(named[3])
        if len(named[3]) == 2:
            year += 1900 if year >= _CENTURY else 2000
        return _day(year, MONTH_OF[named[2].lower()], int(named[1]), text)
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        return _by_numbers(numbers, text, day_first)
    if _SERIAL.fullmatch(text):
        serial = timedelta(days=int(text.split(".")[0]))
        raise BadCell(
            f"{text} is a spreadsheet's day number, which is {_SYSTEM_1900 + serial} in one system "
            f"of counting and {_SYSTEM_1904 + serial} in another.",
            "Format that column as a date (yyyy-mm-dd), and save it again.",
        )
    if not text:
        raise BadCell("It is empty.", ISO)
    raise BadCell(f"{shown(text)} is not a date that can be read for certain.", ISO)


def without_dashes(text: str) -> str:
    """Give a text with a hyphen in place of each dash, which a word processor may have put in."""
    return _DASHES.sub("-", text)


def _by_numbers(match: re.Match[str], text: str, day_first: bool) -> date:
    first, second, year = int(match[1]), int(match[2]), match[3]
    if len(year) == 2:
        day = text[: match.start(3)]
        raise BadCell(
            f"{text} has a year of two digits, so the century is not said.",
            f"Write the whole year: {day}20{year} or {day}19{year}.",
        )
    if day_first or first == second or (first > 12 >= second):
        return _day(int(year), second, first, text)
    if second > 12 >= first:
        raise BadCell(
            f"{text} seems to give the month first, which is not read here.",
            f"Write it as {year}-{first:02d}-{second:02d}.",
        )
    raise BadCell(
        f"{text} may be {_spoken(int(year), second, first)} or {_spoken(int(year), first, second)}:"
        " it is not guessed.",
        f"Write it as {year}-{second:02d}-{first:02d} or {year}-{first:02d}-{second:02d}.",
    )


def _spoken(year: int, month: int, day: int) -> str:
    try:
        date_read = date(year, month, day)
    except ValueError:
        return "no day at all"
    return f"{date_read.day} {month_of(date_read)} {date_read.year:04d}"


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadCell(f"There is no such day as {text}.", ISO) from None


def a_number(text: str, least: int, most: int) -> int:
    """Read a whole number within bounds, both included; raises BadCell."""
    if text.isascii() and text.isdigit() and len(text) <= 9 and least <= int(text) <= most:
        return int(text)
    wanted = f"Give a whole number from {least} to {most}."
    raise BadCell(f"{shown(text)} does not fit." if text else "It is empty.", wanted)


def one_of(text: str, words: tuple[str, ...]) -> str:
    """Read one of these words, in any capitals; raises BadCell."""
    word = text.lower()
    if word in words:
        return word
    wanted = f"Give {joined(words)}."
    raise BadCell(f"{shown(text)} is not known here." if text else "It is empty.", wanted)


def shown(text: str) -> str:
    """Give a cell as it may be shown in a sentence: short, in quotes, and with nothing hidden."""
    short = text if len(text) <= 60 else text[:57] + "..."
    return ascii(short) if not short.isprintable() else f'"{short}"'
