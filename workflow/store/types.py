"""Column types: what stands in a column is read as what it means. SQLite takes any value in any
column: of one that means nothing Nonsense is made, which stops nothing but itself."""

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
    """A value that is not of its column's kind. It is never shown: only where it stands is."""

    raw: Any

    def __str__(self) -> str:
        return "what cannot be read"

    __repr__ = __str__


Processor = Callable[[Any], Any]


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant in UTC. SQLite, which drops zones, keeps it as text that sorts."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Give the kind of an instant."""
        return datetime

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose text on SQLite, and a time with its zone elsewhere."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(27))
        return dialect.type_descriptor(DateTime(timezone=True))

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Refuse an instant without its zone; write the rest in UTC."""
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
        """Give the instant back, in UTC; Nonsense where there is none."""
        return _forgiving(_instant_of_text if dialect.name == "sqlite" else _in_utc)


def _in_utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC)


def _instant_of_text(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"{text} has no time zone")
    return instant.astimezone(UTC)


class Day(TypeDecorator[date]):
    """A day; Nonsense where there is none."""

    impl = Date
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Give the kind of a day."""
        return date

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Read a day, or that there is none."""
        read = self.impl_instance.result_processor(dialect, coltype)
        return read and _forgiving(read)


class Flag(TypeDecorator[bool]):
    """Yes or no; Nonsense where it is neither."""

    impl = Boolean
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Give the kind of yes and no."""
        return bool

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Read yes or no, or that it is neither."""
        if dialect.name != "sqlite":
            return self.impl_instance.result_processor(dialect, coltype)
        return _Meanings({0: False, 1: True, None: None}).__getitem__


class Word(TypeDecorator[StrEnum]):
    """A word from a closed list; Nonsense where it is none of them.

    The list is left out where a column is only made, as by a migration.
    """

    impl = String
    cache_ok = True

    def __init__(self, length: int, members: type[StrEnum] | None = None) -> None:
        super().__init__(length)
        self.length = length
        self.members = members

    @property
    def python_type(self) -> type:
        """Give the kind of the words."""
        return self.members or str

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Write the word alone: some drivers would write the name of a member."""
        return lambda value: None if value is None else str(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Read a member of the list, or that there is none of that word."""
        if self.members is None:
            return None
        return _Meanings({None: None} | {each.value: each for each in self.members}).__getitem__


class SpacedWords(TypeDecorator[tuple[str, ...]]):
    """Words with a space between them; where there are none, nothing is stored."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Give the kind of record that words are kept in."""
        return tuple

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Write the words."""
        return lambda value: " ".join(value) or None

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Read the words."""
        return _forgiving(lambda value: tuple(value.split()), unset=())


class Record(TypeDecorator[Any]):
    """A record, as canonical JSON; Nonsense where that is not what the JSON says.

    `unset` is the record of which nothing is stored. `repeated` says that few records stand in many
    rows: each is then read and written once. The kind is left out where a column is only made.
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
        """Give the kind of the records."""
        kind: type = get_origin(self.kind) or self.kind or str
        return kind

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Write the record, unless it is the one that goes without saying."""
        written = self._kept(lambda record: canonical(to_json_data(record)))
        unset = self.unset
        return lambda record: None if record is None or record == unset else written(record)

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Read the record, or that there is none."""
        if self.kind is None:
            return None
        kind = self.kind
        read = self._kept(lambda text: from_plain(kind, loads(text)))
        return _forgiving(read, self.unset)

    def _kept(self, work: Processor) -> Processor:
        return lru_cache(maxsize=1024)(work) if self.repeated else work


class _Meanings(dict[Any, Any]):
    """What each value means; of any other, Nonsense is made."""

    def __missing__(self, value: Any) -> Nonsense:
        return Nonsense(value)


def _forgiving(read: Processor, unset: Any = None) -> Processor:
    """Give what reads a value or makes Nonsense of it; `unset` is what stands for nothing."""

    def attempt(value: Any) -> Any:
        if value is None:
            return unset
        try:
            return read(value)
        except UNREADABLE:
            return Nonsense(value)

    return attempt
