"""What the records of answers share."""

from dataclasses import dataclass
from datetime import datetime

from workflow.clock import london


@dataclass(frozen=True, slots=True)
class BothTimes:
    """An instant that counts in law."""

    utc: datetime
    """The instant in UTC."""
    london: str
    """The same in London time, with the offset from UTC."""


def both(instant: datetime) -> BothTimes:
    """Give an instant in both times."""
    return BothTimes(instant, london(instant).isoformat())


def both_if_set(instant: datetime | None) -> BothTimes | None:
    """Give an instant in both times, or None where there is none."""
    return None if instant is None else both(instant)
