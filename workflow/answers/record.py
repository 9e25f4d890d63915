"""What the records of answers share."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar

from workflow.clock import london

A = TypeVar("A")


def drawn(kind: Callable[..., A], *sources: object, **given: Any) -> A:
    """Make an answer: a part that is not given here is the one of that name in the first of these
    records that has it. TypeError where none has."""
    found = _places(kind, tuple(map(type, sources)), frozenset(given))
    return kind(**{name: getattr(sources[place], name) for name, place in found}, **given)


@lru_cache(maxsize=128)
def _places(
    kind: Any, sources: tuple[type, ...], names: frozenset[str]
) -> tuple[tuple[str, int], ...]:
    """Give each part of a record that is to be found, with the place of the source that has it."""
    return tuple(
        (name, next(place for place, source in enumerate(sources) if hasattr(source, name)))
        for name in (each.name for each in fields(kind))
        if name not in names and any(hasattr(source, name) for source in sources)
    )


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
