"""Reading one table of a TOML file: each problem is noted with its key and the cure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from workflow.answer_fields import NOT_GIVEN
from workflow.text import character_name, is_as_kept, nearest, unfit_in

_BREAK: Final = re.compile(r"[\n\r]")
_LONGEST: Final = 1_000
_MOST_UNKNOWN: Final = 20
MOST_COMPLAINTS: Final = 200


def brief(text: str) -> str:
    """Give the beginning of a text, long enough to recognise it."""
    return text if len(text) <= 80 else f"{text[:80]}…"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file, where, and how to put it right."""

    file: str = field(metadata=NOT_GIVEN)
    """The file."""
    key: str
    """The key of the file."""
    problem: str
    """What is wrong."""
    cure: str
    """How to put it right."""

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.problem} {self.cure}"


@dataclass(slots=True)
class TableReader:
    """One table of the file, read key by key. What is wrong is noted in `complaints`, not raised.

    Where a value is missing or does not fit, an empty one of its kind is given in its place.
    """

    file: str
    """The file's name."""
    place: str
    """Where in the file the table is, as "call-in-period[1]"."""
    data: dict[str, Any]
    """What the table holds."""
    complaints: list[Problem]
    """What is wrong with the file; every table of it shares the list."""
    keys_read: set[str] = field(default_factory=set)
    """The keys that were asked for."""

    def complain(self, key: str, problem: str, cure: str) -> None:
        """Note what is wrong with a key, unless `is_full`."""
        if self.is_full:
            return
        place = ".".join(part for part in (self.place, key) if part)
        self.complaints.append(Problem(self.file, place, problem, cure))

    @property
    def is_full(self) -> bool:
        """Say whether so much is wrong with the file that no more is noted."""
        return len(self.complaints) >= MOST_COMPLAINTS

    def misfit(self, key: str, value: object, cure: str) -> None:
        """Note that a value does not fit."""
        self.complain(key, f"{brief(repr(value))} does not fit.", cure)

    def take(self, key: str, kind: type, wanted: str, *, required: bool = True) -> Any:
        """Give the value of a key as the file has it, if it is of this kind; else None. It may be
        missing without complaint if it is not `required`."""
        self.keys_read.add(key)
        value = self.data.get(key)
        if value is None:
            if required:
                self.complain(key, "It is missing.", f"Give {wanted}.")
            return None
        odd = (kind is int and type(value) is bool) or (
            issubclass(kind, date) and isinstance(value, datetime)
        )
        if odd or not isinstance(value, kind):
            self.misfit(key, value, f"Give {wanted}.")
            return None
        return value

    def text(self, key: str, wanted: str, *, required: bool = True) -> str:
        """Read a text of one line, of at most 1,000 characters, that is not empty."""
        value = self.words(key, wanted, required=required)
        if len(value) > _LONGEST and not is_as_kept():
            self.complain(
                key, f"It has {len(value):,} characters; at most {_LONGEST:,} fit.", "Shorten it."
            )
            value = value[:_LONGEST]
        if _BREAK.search(value) and not is_as_kept():
            self.complain(key, "It has more than one line.", "Write it in one line.")
        return " ".join(value.split()) if _BREAK.search(value) else value

    def words(self, key: str, wanted: str, *, required: bool = True) -> str:
        """Read a text of one line or several that is not empty."""
        value = self.take(key, str, wanted, required=required)
        if value is not None and not value.strip():
            self.complain(key, "It is empty.", f"Give {wanted}.")
        held = unfit_in(value or "")
        if held is not None:
            self.complain(
                key, f"It holds a hidden character, {character_name(held)}.", "Take it out."
            )
        return (value or "").strip()

    def flag(self, key: str, *, required: bool = True) -> bool:
        """Read true or false; false where it is left out."""
        return bool(self.take(key, bool, "true or false", required=required))

    def has(self, key: str) -> bool:
        """Say whether the key is there at all."""
        self.keys_read.add(key)
        return key in self.data

    def rows(self, key: str, wanted: str, *, may_be_empty: bool = False) -> "list[TableReader]":
        """Read a list of tables, each with a reader of its own."""
        values = self.take(key, list, wanted)
        if values == [] and not may_be_empty:
            self.complain(key, "It is empty.", f"Give {wanted}.")
        tables = []
        for number, value in enumerate(values or (), start=1):
            place = f"{self.place}.{key}[{number}]"
            if isinstance(value, dict):
                tables.append(TableReader(self.file, place, value, self.complaints))
            else:
                self.complaints.append(
                    Problem(
                        self.file, place, f"{brief(repr(value))} does not fit.", f"Give {wanted}."
                    )
                )
        return tables

    def refuse_others(self, also: Iterable[str] = ()) -> None:
        """Complain of every key that was not asked for, with the nearest that was."""
        if self.is_full:
            return
        known = sorted(self.keys_read | set(also))
        unknown = sorted(self.data.keys() - set(known))
        for key in unknown[:_MOST_UNKNOWN]:
            near = nearest(brief(key), known)
            cure = f'Did you mean "{near}"?' if near else f"Known here: {', '.join(known)}."
            self.complain(brief(key), "This key is not known.", cure)
        if unknown[_MOST_UNKNOWN:]:
            more = len(unknown) - _MOST_UNKNOWN
            self.complain("", f"{more:,} more keys are not known.", "Leave them out.")
