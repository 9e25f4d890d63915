"""Records to plain data and back: strings, whole numbers, booleans, lists and maps, and nothing
else, so that the same record always has the same words. There are no floats.

What was stored must stay readable, so a rename in the code does not reach the register:

- A field is written under its name. One that is renamed declares the name it is stored under:
  `until: date = field(metadata=stored_as("last_day"))`. Marks are joined:
  `field(default=None, metadata=OMITTED_IF_UNSET | stored_as("how"))`,
  `sealed(metadata=stored_as("grounds"))`.
- An event is written under its `name`, which stays when its class is renamed. The name of no other
  class is written.
- A member of an enumeration is written as its value. Rename the member; the value stays.

The golden registers (tests/data/golden) hold all of it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from workflow.errors import Invalid
from workflow.text import as_kept

T = TypeVar("T")

UNREADABLE: Final = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    Invalid,
)
"""What may be raised by reading data that is damaged, or was not written here."""

JsonData = str | int | bool | None | list["JsonData"] | dict[str, "JsonData"]


def canonical(value: JsonData) -> str:
    """Write plain data in its one canonical form: JSON, keys sorted, no spaces, UTF-8."""
    return _CANONICAL.encode(value)


_CANONICAL: Final = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)


def instant_text(instant: datetime) -> str:
    """Write an aware instant in UTC, always to the microsecond and always ending in Z."""
    return _utc_text(instant.astimezone(UTC))


# Kept, as a close writes few instants many times over. Only of instants in UTC: elsewhere the two
# half past ones of a night when the clocks go back are equal, and are not the same instant.
@lru_cache(maxsize=1024)
def _utc_text(instant: datetime) -> str:
    return instant.isoformat(timespec="microseconds")[:-6] + "Z"


def to_json_data(value: Any) -> JsonData:
    """Give a record, or any value in one, as plain data. Raises TypeError for a float, or any other
    value that has no plain form."""
    kind = type(value)
    if kind in _AS_IS:
        return value  # type: ignore[no-any-return]
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, Enum):
        return value.value  # type: ignore[no-any-return]
    if isinstance(value, date | time):
        return value.isoformat()
    if kind is tuple or kind is list:
        return [to_json_data(item) for item in value]
    if kind is dict:
        return {key: to_json_data(item) for key, item in value.items()}
    if is_dataclass(kind):
        return {stored: to_json_data(getattr(value, name)) for name, stored in stored_fields(value)}
    raise TypeError(f"{kind.__name__} has no plain form: {value!r}")


_AS_IS = frozenset({str, int, bool, NoneType})


@lru_cache(maxsize=256)
def field_names(kind: type) -> tuple[str, ...]:
    """Give the names of a record's fields, in their order."""
    return tuple(field.name for field in fields(kind))


OMITTED_IF_UNSET: Final = {"said_if_set": True}
"""Marks a field that was added later: a record in which it is not set is written as before."""


def stored_as(name: str) -> dict[str, str]:
    """Mark a field whose name in the code is another than the one that it is stored under."""
    return {"stored_as": name}


@lru_cache(maxsize=256)
def stored_names(kind: type) -> Mapping[str, str]:
    """Give the name that each field of a record is stored under, by its name in the code.

    Raises TypeError where two fields would be stored under one.
    """
    names = {each.name: each.metadata.get("stored_as", each.name) for each in fields(kind)}
    if len(set(names.values())) < len(names):
        raise TypeError(f"Two fields of {kind.__name__} are stored under one name")
    return names


def stored_fields(record: Any) -> tuple[tuple[str, str], ...]:
    """Give the fields that a record is written with, each by its name in the code and the name it
    is stored under. A field marked OMITTED_IF_UNSET is left out while it has its default."""
    kind: Any = type(record)
    always, later = _stored_fields(kind)
    if not later:
        return always
    return (*always, *(names for names, unset in later if getattr(record, names[0]) != unset))


Names = tuple[str, str]


@lru_cache(maxsize=256)
def _stored_fields(kind: type) -> tuple[tuple[Names, ...], tuple[tuple[Names, object], ...]]:
    """Give the names of the fields that are always written; and of those written if set, each with
    its default."""
    stored = stored_names(kind)
    later = {each.name: each.default for each in fields(kind) if each.metadata.get("said_if_set")}
    return (
        tuple((name, stored[name]) for name in field_names(kind) if name not in later),
        tuple(((name, stored[name]), unset) for name, unset in later.items()),
    )


@lru_cache(maxsize=256)
def sealed_names(kind: type) -> tuple[str, ...]:
    """Give the names of the fields whose text is kept beside the journal."""
    return tuple(field.name for field in fields(kind) if field.metadata.get("sealed"))


def from_plain(kind: type[T], plain: Any) -> T:
    """Give back the record, or value, that the plain data came from, as it is on record.

    Raises one of UNREADABLE where the data is not of that kind.
    """
    read: Callable[[Any], T] = _reader(kind)  # type: ignore[arg-type]
    with as_kept():
        return read(plain)


def _datetime(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"{text} has no time zone")
    return instant.astimezone(UTC)


def _same(kind: type[T]) -> Callable[[Any], T]:
    def read(value: Any) -> T:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not {kind.__name__}")
        return value

    return read


def _date(text: str) -> date:
    return date.fromisoformat(text)


# By kind and not by name: a host's tests may put another class in a date's place.
_BY_KIND: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (datetime, _datetime),
    (date, _date),
    (time, time.fromisoformat),
)


@lru_cache(maxsize=256)
def _reader(kind: Any) -> Callable[[Any], Any]:
    if kind in (str, int, bool, NoneType):
        return _same(kind)
    if isinstance(kind, type):
        for each, read in _BY_KIND:
            if issubclass(kind, each):
                return read
        if issubclass(kind, Enum):
            return kind  # type: ignore[no-any-return]
    if is_dataclass(kind):
        return _record_reader(kind)
    origin, inside = get_origin(kind), get_args(kind)
    if origin is tuple:
        item = _reader(inside[0])
        return lambda values: tuple(item(value) for value in values)
    if origin in (Union, UnionType) and len(inside) == 2 and NoneType in inside:
        some = _reader(next(arm for arm in inside if arm is not NoneType))
        return lambda value: None if value is None else some(value)
    raise TypeError(f"{kind} has no plain form")


def _record_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = {stored: (name, _reader(hints[name])) for name, stored in stored_names(kind).items()}

    def read(plain: dict[str, Any]) -> Any:
        unknown = plain.keys() - readers.keys()
        if unknown:
            raise KeyError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
        values = {}
        for stored, value in plain.items():
            name, of_kind = readers[stored]
            values[name] = of_kind(value)
        return kind(**values)

    return read
