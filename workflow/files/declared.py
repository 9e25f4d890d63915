"""A record that is read from a table of a TOML file, declared once.

Each field says in its annotation what its key takes, and under it what that means:

    days: Annotated[int, whole(0, 60)]
    \"\"\"Within how many working days of being made; 0 is the same day.\"\"\"

The reading of a table, with every problem gathered, and its JSON schema are both made from that. A
key is called as its field, with dashes, unless `Key` says otherwise. One whose field has a default
may be left out. What a record's keys say against one another, the record itself gives in
`problems`: each with its key, what is wrong, and the cure.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Final, NamedTuple, TypeVar, get_args, get_origin

from workflow.files.toml_table import END_OF_DAY, TableReader

R = TypeVar("R")
Schema = dict[str, Any]
Problems = Iterator[tuple[str, str, str]]
"""What a record's keys say against one another: the key, what is wrong, and the cure."""


NO_KEY: Final = {"no_key": True}
"""What a field is marked with that is read from no key."""


class Tables(NamedTuple):
    """What each table of a list holds."""

    records: tuple[type, ...]
    needed: tuple[str, ...] = ()
    """Keys that may not be left out here, though they may elsewhere."""
    partly: bool = False
    """Whether every other key may be left out here."""


class Takes:
    """What a key takes: how it is read, and its schema."""

    __slots__ = ("keys", "read", "schema", "tables")

    def __init__(
        self,
        read: Callable[[TableReader, str], Any],
        schema: Callable[[], Schema] = dict,
        *,
        keys: tuple[StrEnum, ...] = (),
        tables: Tables | None = None,
    ) -> None:
        self.read = read
        self.schema = schema
        self.keys = keys
        """The keys of one field that is read from several, each a word of an enumeration."""
        self.tables = tables
        """What is in a list of tables; None where it takes no such list."""


class Key(str):
    """The name of a key that is not called as its field."""

    __slots__ = ()


def whole(least: int, most: int) -> Takes:
    """A whole number within bounds, both included."""
    return Takes(
        lambda table, key: table.whole(key, least, most),
        lambda: {"type": "integer", "minimum": least, "maximum": most},
    )


def text(wanted: str) -> Takes:
    """A text of one line."""
    return Takes(lambda table, key: table.text(key, wanted), _text)


def prose(wanted: str) -> Takes:
    """A text of one line or several, kept as one."""
    return Takes(lambda table, key: " ".join(table.words(key, wanted).split()), _text)


def fitting(wanted: str, pattern: str, cure: str) -> Takes:
    """A text of one line that fits a pattern."""

    def read(table: TableReader, key: str) -> str:
        found = table.text(key, wanted)
        if found and not re.fullmatch(pattern, found):
            table.complain(key, f"{found!r} does not fit.", cure)
        return found

    return Takes(read, lambda: {"type": "string", "pattern": f"^{pattern}$"})


def month_day() -> Takes:
    """A day of the year, as in 05-21."""
    return Takes(
        lambda table, key: table.month_day(key),
        lambda: {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"},
    )


def hour() -> Takes:
    """An hour of the day; or the end of the day, for which None is kept."""
    return Takes(
        lambda table, key: table.hour(key),
        lambda: {"anyOf": [{"const": END_OF_DAY}, {"type": "string", "format": "time"}]},
    )


def only(value: bool | str) -> Takes:
    """One value and no other: a key that is given to say so, or left out."""
    written = "true" if value is True else f'"{value}"'

    def read(table: TableReader, key: str) -> bool:
        table.asked.add(key)
        given = table.data.get(key)
        fits = type(given) is type(value) and given == value
        if not fits:
            table.complain(key, f"{given!r} does not fit.", f"Give {written}, or leave it out.")
        return fits

    return Takes(read, lambda: {"const": value})


def names(wanted: str) -> Takes:
    """A list of names; it may be empty."""
    return Takes(
        lambda table, key: table.names(key, wanted),
        lambda: {"type": "array", "items": _text(), "uniqueItems": True},
    )


def some_of(may: Sequence[StrEnum]) -> Takes:
    """A list of words, of which only these will do here."""
    return Takes(
        lambda table, key: table.some_of(key, type(may[0]), may),
        lambda: _words(may, several=True),
    )


def lists_of(may: Sequence[StrEnum]) -> Takes:
    """A list of lists of words, of which only these will do here."""
    return Takes(
        lambda table, key: table.lists(key, type(may[0]), may),
        lambda: {
            "type": "array",
            "items": {**_words(may, several=True), "minItems": 1},
            "minItems": 1,
        },
    )


def rows(record: type, wanted: str, *, needed: tuple[str, ...] = ()) -> Takes:
    """A list of tables, each read as a record; some keys may be needed here and not elsewhere."""

    def read(table: TableReader, key: str) -> tuple[Any, ...]:
        return tuple(closed(record, each, needed=needed) for each in table.rows(key, wanted))

    return Takes(
        read, lambda: {"type": "array", "minItems": 1}, tables=Tables((record,), needed=needed)
    )


def _plain(hint: Any) -> Takes:
    """Give what a key takes whose field says no more than its type."""
    if hint is bool:
        return Takes(lambda table, key: table.flag(key), lambda: {"type": "boolean"})
    if hint is date:
        day: Schema = {"type": "string", "format": "date"}
        return Takes(lambda table, key: table.day(key), lambda: dict(day))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Takes(
            lambda table, key: table.choice(key, hint) or next(iter(hint)), lambda: _words(hint)
        )
    (several,) = {each for each in get_args(hint) if each is not ...}
    return Takes(
        lambda table, key: table.choices(key, several), lambda: _words(several, several=True)
    )


def _text() -> Schema:
    return {"type": "string", "minLength": 1}


def _words(choices: Iterable[StrEnum], *, several: bool = False) -> Schema:
    words: Schema = {"enum": [choice.value for choice in choices]}
    return {"type": "array", "items": words, "uniqueItems": True} if several else words


class Declared(NamedTuple):
    """A field of a record, and the key that it is read from."""

    name: str
    key: str
    takes: Takes
    needed: bool


@cache
def declared(record: type) -> tuple[Declared, ...]:
    """Give what a record declares: each field with its key, in order."""
    return tuple(_declared(each) for each in fields(record) if not each.metadata.get("no_key"))


def _declared(field: Any) -> Declared:
    hint, *said = get_args(field.type) if hasattr(field.type, "__metadata__") else [field.type]
    if get_origin(hint) is UnionType:
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    return Declared(
        name=field.name,
        key=next((str(each) for each in said if isinstance(each, Key)), "")
        or field.name.replace("_", "-"),
        takes=next((each for each in said if isinstance(each, Takes)), None) or _plain(hint),
        needed=field.default is MISSING and field.default_factory is MISSING,
    )


def record_of(
    record: type[R], table: TableReader, *, otherwise: R | None = None, needed: Iterable[str] = ()
) -> R:
    """Read a record from a table; what is wrong is gathered in the table's complaints. A key that
    is left out is as `otherwise` has it. What keys say against one another is looked for where each
    is sound."""
    kind: type = record
    before, values = len(table.complaints), {}
    for name, key, takes, needs in declared(kind):
        is_there = bool(takes.keys) or table.has(key)
        if is_there or key in needed or (needs and otherwise is None):
            values[name] = takes.read(table, key)
        elif otherwise is not None:
            values[name] = getattr(otherwise, name)
    found = record(**values)
    problems: Callable[[], Problems] | None = getattr(found, "problems", None)
    if problems is not None and len(table.complaints) == before:
        for problem in problems():
            table.complain(*problem)
    return found


def closed(record: type[R], table: TableReader, *, needed: Iterable[str] = ()) -> R:
    """Read a record from a table that holds no other key."""
    found = record_of(record, table, needed=needed)
    table.refuse_others()
    return found
