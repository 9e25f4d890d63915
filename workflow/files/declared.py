"""A record that is read from a table of a TOML file, declared once.

Each field says in its annotation what its key takes, and under it what that means:

    days: Annotated[int, whole(0, 60)]
    \"\"\"Within how many working days of being made; 0 is the same day.\"\"\"

The reading of a table, with every problem gathered, and its JSON schema are both made from that. A
key is called as its field, with dashes, unless `Key` says otherwise. One whose field has a default
may be left out. A record whose keys may contradict one another is `SelfChecking`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Final, NamedTuple, TypeVar, get_args, get_origin

from workflow.files.takes import Tables, Takes, day, one_of, several_of, true_or_false
from workflow.files.toml_table import TableReader

R = TypeVar("R")
Problems = Iterator[tuple[str, str, str]]
"""Each with the key, what is wrong, and the cure."""
NO_KEY: Final = {"no_key": True}
"""Marks a field that is read from no key."""


class SelfChecking:
    """A record that finds the contradictions between its own keys."""

    __slots__ = ()

    def problems(self) -> Problems:
        """Give each contradiction: a key, what is wrong, and the cure. Called only where each key
        is sound in itself."""
        raise NotImplementedError


class Key(str):
    """The name of a key that is not called as its field."""

    __slots__ = ()


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
    hint, *marks = get_args(field.type) if hasattr(field.type, "__metadata__") else [field.type]
    if get_origin(hint) is UnionType:
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    return Declared(
        name=field.name,
        key=next((str(each) for each in marks if isinstance(each, Key)), "")
        or field.name.replace("_", "-"),
        takes=next((each for each in marks if isinstance(each, Takes)), None) or _plain(hint),
        needed=field.default is MISSING and field.default_factory is MISSING,
    )


def _plain(hint: Any) -> Takes:
    """Give what a key takes, where its field has only a type."""
    if hint is bool:
        return true_or_false()
    if hint is date:
        return day()
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return one_of(hint)
    (word,) = {each for each in get_args(hint) if each is not ...}
    return several_of(word)


def record_of(
    record: type[R], table: TableReader, *, otherwise: R | None = None, needed: Iterable[str] = ()
) -> R:
    """Read a record from a table. Every problem is gathered in the table's `complaints`.

    A key that is left out is as `otherwise` has it, if that is given. Keys in `needed` may not be
    left out, though their fields have a default. Contradictions between keys are looked for only
    where each key is sound in itself.
    """
    kind: type = record
    before, values = len(table.complaints), {}
    for name, key, takes, needs in declared(kind):
        is_there = bool(takes.keys) or table.has(key)
        if is_there or key in needed or (needs and otherwise is None):
            values[name] = takes.read(table, key)
        elif otherwise is not None:
            values[name] = getattr(otherwise, name)
    made = record(**values)
    if isinstance(made, SelfChecking) and len(table.complaints) == before:
        for problem in made.problems():
            table.complain(*problem)
    return made


def closed(record: type[R], table: TableReader, *, needed: Iterable[str] = ()) -> R:
    """Read a record from a table, and complain of any other key in it."""
    found = record_of(record, table, needed=needed)
    table.refuse_others()
    return found


def rows(record: type, wanted: str, *, needed: tuple[str, ...] = ()) -> Takes:
    """A list of tables, each read as a record; some keys may be needed here and not elsewhere."""

    def read(table: TableReader, key: str) -> tuple[Any, ...]:
        return tuple(closed(record, each, needed=needed) for each in table.rows(key, wanted))

    return Takes(
        read, lambda: {"type": "array", "minItems": 1}, tables=Tables((record,), needed=needed)
    )
