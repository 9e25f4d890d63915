"""Options that take a day or an instant: on the terminal as officers write them, and elsewhere in
ISO alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import typer

from cli.shown.output import Invocation, note
from cli.typed import parsing
from cli.typed.written_dates import Nearest, Understood, has_no_year, read_day, read_instant
from workflow.clock import SystemClock, london_day
from workflow.errors import Invalid
from workflow.text import FIRST_DAY, LAST_DAY, WITHIN

PAST: Final = Nearest.PAST
COMING: Final = Nearest.COMING
EITHER: Final = Nearest.EITHER
ReadsNear = Callable[..., Understood]
"""What reads a text, and beside which day where that is known."""


def day_option(
    flag: str, help: str, nearest: Nearest, *, any_year: bool = False, waits: bool = False
) -> Any:
    """Make an option for a day; a weekday, or a day without a year, is the nearest this way.

    One that `waits` gives a day without its year unread, for `settled` to read beside another.
    """

    def read(text: str, near: date | None = None, which: Nearest = nearest) -> Understood:
        found = read_day(text, london_day(SystemClock().now()), which, near)
        if not any_year:
            _must_be_of_ours(found.value)
        return found

    iso = parsing.day if any_year else parsing.day_within_range
    callback = _reads(read, iso, nearest if waits else None)
    return typer.Option(flag, help=help, metavar="DATE", parser=str, callback=callback)


def instant_option(flag: str, help: str, nearest: Nearest, *, waits: bool = False) -> Any:
    """Make an option for an instant in London's time, likewise."""

    def read(text: str, near: date | None = None, which: Nearest = nearest) -> Understood:
        return read_instant(text, SystemClock().now(), which, near)

    callback = _reads(read, parsing.instant, nearest if waits else None)
    return typer.Option(flag, help=help, metavar="WHEN", parser=str, callback=callback)


@dataclass(frozen=True, slots=True)
class WithoutYear:
    """A day that was given without its year, which another day beside it may decide."""

    read: ReadsNear
    text: str
    flag: str
    nearest: Nearest


def settled(value: Any, *, after: object = None, before: object = None) -> Any:
    """Give what an option that waits was given, once the days beside it are known.

    A day without its year is the first of its name from the day that it comes after, or the last
    by the day that it comes before; where neither is known, the nearest to today.
    """
    if isinstance(value, list):
        return [settled(each, after=after, before=before) for each in value]
    if not isinstance(value, WithoutYear):
        return value
    today = london_day(SystemClock().now())
    first, last = _day(after), _day(before)
    if value.nearest is COMING and last is None:
        date_read = value.read(value.text, first or today)
    else:
        near = last or today if value.nearest is COMING else min(today, last or today)
        date_read = value.read(value.text, near, PAST)
    return _said_back(date_read, value.flag)


def _day(known: object) -> date | None:
    """Give the day in London of a day or an instant; None where it is not known yet."""
    if isinstance(known, datetime):
        return london_day(known)
    return known if isinstance(known, date) else None


def _must_be_of_ours(day: date) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Invalid(f"{day.isoformat()} is in the year {day.year}.", remedy=WITHIN)


def _reads(read: ReadsNear, iso: Callable[[str], Any], waits: Nearest | None) -> Callable[..., Any]:
    def given(context: typer.Context, option: typer.CallbackParam, value: Any) -> Any:
        if value is None or context.resilient_parsing:
            return value
        source = context.get_parameter_source(option.name or "")
        if source is not None and source.name == "ENVIRONMENT":
            return _each(value, lambda text: _in_iso(text, iso, str(option.envvar)))
        return _each(value, lambda text: understood(text, option.opts[0]))

    def understood(text: str, flag: str) -> Any:
        if waits is not None and has_no_year(text):
            return WithoutYear(read, text, flag, waits)
        return _said_back(read(text), flag)

    return given


def _each(value: Any, read: Callable[[str], Any]) -> Any:
    return [read(text) for text in value] if isinstance(value, list) else read(value)


def _in_iso(text: str, iso: Callable[[str], Any], variable: str) -> Any:
    """Read what a variable says, which stands for longer than a day."""
    try:
        return iso(text)
    except Invalid as wrong:
        if parsing.is_instant(text):
            raise
        raise Invalid(
            f"{variable} is a date in ISO form alone: {text[:40]!a} is none.", remedy=wrong.remedy
        ) from None


def _said_back(found: Understood, flag: str) -> Any:
    if found.said_back is not None and not Invocation.as_json:
        note(f"{flag}: {found.said_back}.")
    return found.value
