"""What a key of a TOML file takes: for each kind of value, how it is read and its JSON schema. What
does not fit is noted in the table, with the cure; nothing is raised."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from enum import StrEnum
from typing import Any, Final, NamedTuple, TypeVar

from workflow.files.toml_table import TableReader, brief

E = TypeVar("E", bound=StrEnum)
Schema = dict[str, Any]
END_OF_DAY: Final = "end of day"
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
"""A date outside these years is a slip: no rule is made so far ahead."""


class Tables(NamedTuple):
    """The records that each table of a list is read as."""

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
        """The keys of a field that is read from several, each a member of an enumeration."""
        self.tables = tables
        """What is in a list of tables; None where it takes no such list."""


def text(wanted: str) -> Takes:
    """A text of one line."""
    return Takes(lambda table, key: table.text(key, wanted), _text)


def prose(wanted: str) -> Takes:
    """A text of one line or several, kept as one."""
    return Takes(lambda table, key: " ".join(table.words(key, wanted).split()), _text)


def _text() -> Schema:
    return {"type": "string", "minLength": 1}


def fitting(wanted: str, pattern: str, cure: str) -> Takes:
    """A text of one line that fits a pattern."""

    def read(table: TableReader, key: str) -> str:
        found = table.text(key, wanted)
        if found and not re.fullmatch(pattern, found):
            table.complain(key, f"{found!r} does not fit.", cure)
        return found

    return Takes(read, lambda: {"type": "string", "pattern": f"^{pattern}$"})


def month_day() -> Takes:
    """A day of the year, as in 05-21; read as the empty text where it does not fit."""

    def read(table: TableReader, key: str) -> str:
        day_text = table.text(key, "a day of the year, as in 05-21")
        try:
            date.fromisoformat(f"2001-{day_text}")
        except ValueError:
            if day_text:
                table.misfit(key, day_text, "Give a day, as in 05-21.")
            return ""
        return day_text

    return Takes(read, lambda: {"type": "string", "pattern": "^[0-9]{2}-[0-9]{2}$"})


def names(wanted: str) -> Takes:
    """A list of names, each a text of one line; it may be empty."""

    def read(table: TableReader, key: str) -> tuple[str, ...]:
        values = table.take(key, list, wanted)
        read_names = []
        for number, value in enumerate(values or (), start=1):
            each = f"{key}[{number}]"
            one = TableReader(table.file, table.place, {each: value}, table.complaints)
            read_names.append(one.text(each, "a name, in quotation marks"))
        if len(set(read_names)) < len(read_names):
            table.complain(key, "A name is there twice.", "Give each once.")
        return tuple(read_names)

    return Takes(read, lambda: {"type": "array", "items": _text(), "uniqueItems": True})


def whole(least: int, most: int) -> Takes:
    """A whole number within bounds, both included."""

    def read(table: TableReader, key: str) -> int:
        value = table.take(key, int, f"a whole number from {least} to {most}")
        if value is not None and not least <= value <= most:
            cure = f"Give a number from {least} to {most}."
            table.complain(key, f"{value} is out of bounds.", cure)
            return least
        return least if value is None else int(value)

    return Takes(read, lambda: {"type": "integer", "minimum": least, "maximum": most})


def true_or_false() -> Takes:
    """True or false."""
    return Takes(lambda table, key: table.flag(key), lambda: {"type": "boolean"})


def only(value: bool | str) -> Takes:
    """One value and no other: the key is given with it, or left out."""
    written = "true" if value is True else f'"{value}"'

    def read(table: TableReader, key: str) -> bool:
        table.keys_read.add(key)
        value_read = table.data.get(key)
        fits = type(value_read) is type(value) and value_read == value
        if not fits:
            table.complain(
                key, f"{value_read!r} does not fit.", f"Give {written}, or leave it out."
            )
        return fits

    return Takes(read, lambda: {"const": value})


def day() -> Takes:
    """A date, written plainly as in 2018-03-06."""

    def read(table: TableReader, key: str) -> date:
        value = table.take(key, date, "a date, as in 2018-03-06 (no quotation marks)")
        if not isinstance(value, date):
            return date.min
        if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
            cure = f"Give a year from {_FIRST_YEAR} to {_LAST_YEAR}."
            table.complain(key, f"{value.isoformat()} cannot be right.", cure)
        return value

    return Takes(read, lambda: {"type": "string", "format": "date"})


def hour() -> Takes:
    """An hour of the day, read as a time; or "end of day", read as None."""

    def read(table: TableReader, key: str) -> time | None:
        table.keys_read.add(key)
        value = table.data.get(key)
        if value == END_OF_DAY:
            return None
        plain = type(value) is time and value.tzinfo is None and not value.microsecond
        if plain and value != time():  # by 00:00 nobody could act on that day at all: a slip
            return value
        cure = f'Give an hour, as in 17:00:00, or "{END_OF_DAY}".'
        if value is None:
            table.complain(key, "It is missing.", cure)
        else:
            table.misfit(key, value, cure)
        return None

    return Takes(
        read, lambda: {"anyOf": [{"const": END_OF_DAY}, {"type": "string", "format": "time"}]}
    )


def one_of(choices: type[E]) -> Takes:
    """One of a few words; read as the first of them where it does not fit."""
    wanted = "one of: " + quoted(choices)

    def read(table: TableReader, key: str) -> E:
        value = table.take(key, str, wanted)
        found = None if value is None else _chosen(table, key, value, choices, wanted)
        return found or next(iter(choices))

    return Takes(read, lambda: _words(choices))


def several_of(choices: type[E], may: Sequence[E] = ()) -> Takes:
    """A list of distinct words, which may be empty; only those of `may`, where it has any."""
    wanted = "a list of: " + quoted(choices)

    def read(table: TableReader, key: str) -> tuple[E, ...]:
        values = table.take(key, list, wanted)
        chosen = [_chosen(table, key, value, choices, wanted) for value in values or ()]
        kept = tuple(choice for choice in chosen if choice is not None)
        if len(set(kept)) < len(kept):
            table.complain(key, "A word is there twice.", "Give each once.")
        for word in kept:
            if may and word not in may:
                table.complain(key, f'"{word.value}" cannot do that.', f"Give of: {quoted(may)}.")
        return kept

    return Takes(read, lambda: _list_of(may or choices))


def some_of(may: Sequence[StrEnum]) -> Takes:
    """A list of words, of which only these will do here."""
    return several_of(type(may[0]), may)


def lists_of(may: Sequence[StrEnum]) -> Takes:
    """A list of lists of words, of which only these will do here; neither it nor any of them may
    be empty."""
    choices = type(may[0])
    wanted = "a list of lists of: " + quoted(may)

    def read(table: TableReader, key: str) -> tuple[tuple[StrEnum, ...], ...]:
        values = table.take(key, list, wanted)
        if values == [] or any(each == [] for each in values or ()):
            table.complain(key, "It has no rungs.", f"Give {wanted}.")
        lists = []
        for value in values or ():
            if isinstance(value, list):
                chosen = (_chosen(table, key, each, choices, wanted) for each in value)
                lists.append(tuple(each for each in chosen if each is not None))
                for word in set(lists[-1]) - set(may):
                    table.complain(key, f'"{word.value}" cannot do that.', f"Give {wanted}.")
            else:
                table.misfit(key, value, f"Give {wanted}.")
        return tuple(lists)

    return Takes(
        read, lambda: {"type": "array", "items": {**_list_of(may), "minItems": 1}, "minItems": 1}
    )


def _chosen(table: TableReader, key: str, value: object, choices: type[E], wanted: str) -> E | None:
    for choice in choices:
        if choice.value == value:
            return choice
    table.complain(key, f"{brief(repr(value))} is not known here.", f"Give {wanted}.")
    return None


def quoted(words: Iterable[StrEnum]) -> str:
    """Give words as a file has them, in quotation marks, with commas."""
    return ", ".join(f'"{word.value}"' for word in words)


def _words(choices: Iterable[StrEnum]) -> Schema:
    return {"enum": [choice.value for choice in choices]}


def _list_of(choices: Iterable[StrEnum]) -> Schema:
    return {"type": "array", "items": _words(choices), "uniqueItems": True}
