"""Column types: an instant that is always aware and always UTC; and values that nothing can be made
of, which SQLite takes in any column, and which stop nothing but themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Boolean, Date, DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator, TypeEngine

from workflow.model.json_data import instant_text


@dataclass(frozen=True, slots=True)
class Nonsense:
    """A value that is not of its column's kind. It is never shown: only where it stands is."""

    raw: Any

    def __str__(self) -> str:
        return "what cannot be read"

    __repr__ = __str__


Read = Callable[[Any], Any]


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant in UTC. SQLite, which drops zones, keeps it as text that sorts."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose text on SQLite, and a time with its zone elsewhere."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(27))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Refuse an instant without its zone; write the rest in UTC."""
        if value is None:
            return None
        if isinstance(value, Nonsense):
            return value.raw
        if value.tzinfo is None:
            raise ValueError(f"An instant needs its time zone: {value.isoformat()} has none.")
        return instant_text(value) if dialect.name == "sqlite" else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Give the instant back, in UTC; Nonsense where there is none."""
        if value is None:
            return None
        try:
            if isinstance(value, str):
                value = datetime.fromisoformat(value)
                if value.tzinfo is None:
                    return Nonsense(value.isoformat())
            return value.astimezone(UTC)
        except (ValueError, TypeError, AttributeError, OverflowError):
            return Nonsense(value)


class Day(TypeDecorator[date]):
    """A day; Nonsense where there is none."""

    impl = Date
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Read | None:
        """Read a day, or that there is none."""
        return _forgiving(self.impl_instance.result_processor(dialect, coltype))


class Flag(TypeDecorator[bool]):
    """Yes or no; Nonsense where it is neither."""

    impl = Boolean
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Read | None:
        """Read yes or no, or that it is neither."""
        if dialect.name != "sqlite":
            return self.impl_instance.result_processor(dialect, coltype)
        return lambda value: _SAID.get(value, Nonsense(value)) if value is not None else None


_SAID = {0: False, 1: True}


def _forgiving(read: Read | None) -> Read | None:
    if read is None:
        return None
    inner = read

    def attempt(value: Any) -> Any:
        try:
            return inner(value)
        except (ValueError, TypeError, OverflowError):
            return Nonsense(value)

    return attempt
