"""Reading what was typed: days, instants, text from a file."""

import re
from datetime import UTC, date, datetime
from typing import Final

from workflow.clock import LONDON, Clock, london_day, next_day, start_of_day
from workflow.errors import Invalid
from workflow.files.encodings import encoding_named
from workflow.files.opening import expanded, text_of
from workflow.text import FIRST_DAY, LAST_DAY, WITHIN

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_INSTANT: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?\Z", re.ASCII
)


def day(text: str) -> date:
    """Read a day written as 2018-10-24; Invalid for anything else, and for 30 February."""
    try:
        if _DAY.match(text):
            return date.fromisoformat(text)
    except ValueError:
        raise Invalid(f"There is no such day as {text}.", remedy="Give a day there is.") from None
    raise Invalid(f"{text[:40]!a} is not a day.", remedy="Write it as year-month-day: yyyy-mm-dd.")


class DayAlone(datetime):
    """The first instant of a day that was given without an hour; whether the hour decides anything
    is for whoever takes it to ask."""


def upper_bound(given: datetime) -> datetime:
    """Give the instant that an upper bound means: of a day alone, the midnight that ends it."""
    return start_of_day(next_day(london_day(given))) if isinstance(given, DayAlone) else given


def day_within_range(text: str) -> date:
    """Read a day of what is recorded or planned, likewise; Invalid for one in no year of ours."""
    found = day(text)
    if not FIRST_DAY <= found <= LAST_DAY:
        raise Invalid(f"{found.isoformat()} is in the year {found.year}.", remedy=WITHIN)
    return found


def is_instant(text: str) -> bool:
    """Say whether a text has the form of an ISO instant, or of an ISO day."""
    return bool(_DAY.match(text) or _INSTANT.match(text))


def instant(text: str) -> datetime:
    """Read an instant, in London's time where it names no zone; a day alone is its start.

    Invalid for anything else, and for an hour that London's clocks skip or show twice.
    """
    if _DAY.match(text):
        return DayAlone.combine(day(text), datetime.min.time(), LONDON).astimezone(UTC)
    try:
        instant_read = datetime.fromisoformat(text) if _INSTANT.match(text) else None
    except ValueError:
        raise Invalid(
            f"There is no such time as {text}.", remedy="Write it as yyyy-mm-ddThh:mm."
        ) from None
    if instant_read is None:
        raise Invalid(f"{text[:40]!a} is not a time.", remedy="Write it as yyyy-mm-ddThh:mm.")
    try:
        return (
            instant_read.astimezone(UTC) if instant_read.tzinfo else _in_london(instant_read, text)
        )
    except OverflowError:
        raise Invalid(f"{text} is out of range.", remedy="Give a time there is.") from None


def _in_london(local: datetime, text: str) -> datetime:
    first, second = (local.replace(tzinfo=LONDON, fold=fold) for fold in (0, 1))
    in_utc = first.astimezone(UTC)
    if first.utcoffset() == second.utcoffset():
        return in_utc
    if in_utc.astimezone(LONDON).replace(tzinfo=None) != local:
        raise Invalid(
            f"London's clocks skip {text}: they go forward then.",
            remedy="Give the time they showed.",
        )
    raise Invalid(
        f"London's clocks show {text} twice: they go back then.",
        remedy=f"Say which: {text}+01:00 or {text}+00:00.",
    )


def text_or_file(given: str) -> str:
    """Give the text, or for @FILE the text in that file."""
    if not given.startswith("@"):
        return given
    return text_of(expanded(given[1:]))


def encoding(text: str) -> str:
    """Read the name of an encoding in which files may be read; Invalid for any other."""
    return encoding_named(text)


def today(clock: Clock) -> date:
    """Give the civil day in London by this clock."""
    return london_day(clock.now())
