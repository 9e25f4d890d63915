"""Column types. SQLite takes any value in any column, so a value that cannot be read becomes
Nonsense, and the rest of the row is still read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from json import loads
from typing import Any, get_origin

from sqlalchemy import Boolean, Date, DateTime, Dialect, String, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from workflow.model.json_data import UNREADABLE, canonical, from_plain, instant_text, to_json_data


@dataclass(frozen=True, slots=True)
class Nonsense:
    """A value that is not of its column's type. It is never shown; only where it is."""

    raw: Any

    def __str__(self) -> str:
        return "what cannot be read"

    __repr__ = __str__


Processor = Callable[[Any], Any]


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant in UTC. SQLite, which drops time zones, keeps it as text that sorts."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Give datetime."""
        return datetime

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Give text on SQLite, and a time with its zone elsewhere."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(27))
        return dialect.type_descriptor(DateTime(timezone=True))

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Write an instant in UTC. Raises ValueError for one without its time zone."""
        written = instant_text if dialect.name == "sqlite" else _in_utc

        def put(value: Any) -> Any:
            if value is None:
                return None
            if isinstance(value, Nonsense):
                return value.raw
            if value.tzinfo is None:
                raise ValueError(f"An instant needs its time zone: {value.isoformat()} has none.")
            return written(value)

        return put

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Read an instant in UTC, or Nonsense."""
        return _forgiving(_instant_of_text if dialect.name == "sqlite" else _in_utc)


def _in_utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC)


def _instant_of_text(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"{text} has no time zone")
    return instant.astimezone(UTC)


class Day(TypeDecorator[date]):
    """A day."""

    impl = Date
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Give date."""
        return date

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Read a day, or Nonsense."""
        read = self.impl_instance.result_processor(dialect, coltype)
        return read and _forgiving(read)


class Flag(TypeDecorator[bool]):
    """True or false."""

    impl = Boolean
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Give bool."""
        return bool

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Read true or false, or Nonsense."""
        if dialect.name != "sqlite":
            return self.impl_instance.result_processor(dialect, coltype)
        return _Meanings({0: False, 1: True, None: None}).__getitem__


class Word(TypeDecorator[StrEnum]):
    """A member of a closed list, stored by its value.

    `members` is left out where a column is only created, as in a migration.
    """

    impl = String
    cache_ok = True

    def __init__(self, length: int, members: type[StrEnum] | None = None) -> None:
        super().__init__(length)
        self.length = length
        self.members = members

    @property
    def python_type(self) -> type:
        """Give the class of the members."""
        return self.members or str

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Write the value: some drivers would write the member's name."""
        return lambda value: None if value is None else str(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Read a member, or Nonsense for any other word."""
        if self.members is None:
            return None
        return _Meanings({None: None} | {each.value: each for each in self.members}).__getitem__


class SpacedWords(TypeDecorator[tuple[str, ...]]):
    """A tuple of words, stored with a space between them; an empty one as NULL."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Give tuple."""
        return tuple

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Write the words in one text."""
        return lambda value: " ".join(value) or None

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Read the words, or Nonsense."""
        return _forgiving(lambda value: tuple(value.split()), unset=())


class Record(TypeDecorator[Any]):
    """A record, stored as canonical JSON.

    `unset` is the record that is stored as NULL. `repeated` says that a few records are in many
    rows, so that each is converted only once. `kind` is left out where a column is only created.
    """

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any = None, *, unset: Any = None, repeated: bool = False) -> None:
        super().__init__()
        self.kind = kind
        self.unset = unset
        self.repeated = repeated

    @property
    def python_type(self) -> type:
        """Give the class of the records."""
        kind: type = get_origin(self.kind) or self.kind or str
        return kind

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Write the record as JSON, or NULL for `unset`."""
        written = self._kept(lambda record: canonical(to_json_data(record)))
        unset = self.unset
        return lambda record: None if record is None or record == unset else written(record)

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Read the record, or Nonsense."""
        if self.kind is None:
            return None
        kind = self.kind
        read = self._kept(lambda text: from_plain(kind, loads(text)))
        return _forgiving(read, self.unset)

    def _kept(self, work: Processor) -> Processor:
        return lru_cache(maxsize=1024)(work) if self.repeated else work


class _Meanings(dict[Any, Any]):
    """What each value means; any other is Nonsense."""

    def __missing__(self, value: Any) -> Nonsense:
        return Nonsense(value)


def _forgiving(read: Processor, unset: Any = None) -> Processor:
    """Give a function that reads a value, or gives Nonsense; NULL is read as `unset`."""

    def attempt(value: Any) -> Any:
        if value is None:
            return unset
        try:
            return read(value)
        except UNREADABLE:
            return Nonsense(value)

    return attempt
