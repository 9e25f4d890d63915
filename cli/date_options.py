"""Options that take a day or an instant: on the terminal as officers write them, and elsewhere in
ISO alone."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import typer

from cli import parsing
from cli.output import Invocation, note
from cli.written_dates import Nearest, Understood, read_day, read_instant
from workflow.clock import SystemClock, london_day
from workflow.errors import Invalid
from workflow.text import FIRST_DAY, LAST_DAY, WITHIN

PAST: Final = Nearest.PAST
COMING: Final = Nearest.COMING


def day_option(flag: str, help: str, nearest: Nearest, *, any_year: bool = False) -> Any:
    """Make an option for a day; a weekday, or a day without a year, is the nearest this way."""

    def read(text: str) -> Understood:
        found = read_day(text, london_day(SystemClock().now()), nearest)
        if not any_year:
            _must_be_of_ours(found.value)
        return found

    iso = parsing.day if any_year else parsing.day_within_range
    return typer.Option(flag, help=help, metavar="DATE", parser=str, callback=_reads(read, iso))


def instant_option(flag: str, help: str, nearest: Nearest) -> Any:
    """Make an option for an instant in London's time, likewise."""

    def read(text: str) -> Understood:
        return read_instant(text, SystemClock().now(), nearest)

    return typer.Option(
        flag, help=help, metavar="WHEN", parser=str, callback=_reads(read, parsing.instant)
    )


def _must_be_of_ours(day: date) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Invalid(f"{day.isoformat()} is in the year {day.year}.", remedy=WITHIN)


def _reads(read: Callable[[str], Understood], iso: Callable[[str], Any]) -> Callable[..., Any]:
    def given(context: typer.Context, option: typer.CallbackParam, value: Any) -> Any:
        if value is None or context.resilient_parsing:
            return value
        source = context.get_parameter_source(option.name or "")
        if source is not None and source.name == "ENVIRONMENT":
            return _each(value, lambda text: _in_iso(text, iso, str(option.envvar)))
        return _each(value, lambda text: _said_back(read(text), option.opts[0]))

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
