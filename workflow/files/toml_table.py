"""Reading one table of a TOML file: each complaint names the key and the cure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Final, TypeVar

from workflow.text import is_as_kept, mark_name, unfit_in

E = TypeVar("E", bound=StrEnum)
END_OF_DAY: Final = "end of day"
_BREAK: Final = re.compile(r"[\n\r]")
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
"""A date outside these is a slip of the key: a rule to come is soon to come."""
_LONGEST: Final = 1_000
_MOST_UNKNOWN: Final = 20
MOST_COMPLAINTS: Final = 200


def _brief(text: str) -> str:
    """Give the beginning of what a file holds, long enough to know it by."""
    return text if len(text) <= 80 else f"{text[:80]}…"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file, where, and how to put it right."""

    file: str
    key: str
    problem: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.problem} {self.cure}"


@dataclass(slots=True)
class TableReader:
    """One table of the file, read key by key; what is wrong is gathered, not raised."""

    file: str
    place: str
    data: dict[str, Any]
    complaints: list[Problem]
    asked: set[str] = field(default_factory=set)

    def complain(self, key: str, problem: str, cure: str) -> None:
        """Note what is wrong with a key, as long as that is of any use."""
        if self.is_full:
            return
        place = ".".join(part for part in (self.place, key) if part)
        self.complaints.append(Problem(self.file, place, problem, cure))

    @property
    def is_full(self) -> bool:
        """Whether so much is wrong with the file that no more need be said."""
        return len(self.complaints) >= MOST_COMPLAINTS

    def _take(self, key: str, kind: type, wanted: str, *, required: bool = True) -> Any:
        self.asked.add(key)
        value = self.data.get(key)
        if value is None:
            if required:
                self.complain(key, "It is missing.", f"Give {wanted}.")
            return None
        odd = (kind is int and type(value) is bool) or (
            issubclass(kind, date) and isinstance(value, datetime)
        )
        if odd or not isinstance(value, kind):
            self.complain(key, f"{_brief(repr(value))} does not fit.", f"Give {wanted}.")
            return None
        return value

    def text(self, key: str, wanted: str, *, required: bool = True) -> str:
        """Read a text of one line, of at most 1,000 characters, that may not be empty."""
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
        """Read a text that may not be empty, of one line or of several."""
        value = self._take(key, str, wanted, required=required)
        if value is not None and not value.strip():
            self.complain(key, "It is empty.", f"Give {wanted}.")
        held = unfit_in(value or "")
        if held is not None:
            self.complain(key, f"It holds a hidden character, {mark_name(held)}.", "Take it out.")
        return (value or "").strip()

    def whole(self, key: str, least: int, most: int) -> int:
        """Read a whole number within bounds, both included."""
        value = self._take(key, int, f"a whole number from {least} to {most}")
        if value is not None and not least <= value <= most:
            self.complain(
                key, f"{value} is out of bounds.", f"Give a number from {least} to {most}."
            )
            return least
        return least if value is None else int(value)

    def flag(self, key: str, *, required: bool = True) -> bool:
        """Read true or false; false where it may be left out and is."""
        return bool(self._take(key, bool, "true or false", required=required))

    def has(self, key: str) -> bool:
        """Say whether the key is there at all."""
        self.asked.add(key)
        return key in self.data

    def month_day(self, key: str) -> str:
        """Read a day of the year, as in 05-21; the empty text where it does not fit."""
        text = self.text(key, "a day of the year, as in 05-21")
        try:
            date.fromisoformat(f"2001-{text}")
        except ValueError:
            if text:
                self.complain(
                    key, f"{_brief(repr(text))} does not fit.", "Give a day, as in 05-21."
                )
            return ""
        return text

    def hour(self, key: str) -> time | None:
        """Read an hour of the day, or the words "end of day", for which None is given."""
        self.asked.add(key)
        value = self.data.get(key)
        if value == END_OF_DAY:
            return None
        plain = type(value) is time and value.tzinfo is None and not value.microsecond
        if plain and value != time():  # by 00:00 nobody could act on that day at all: a slip
            return value
        self.complain(
            key,
            "It is missing." if value is None else f"{_brief(repr(value))} does not fit.",
            f'Give an hour, as in 17:00:00, or "{END_OF_DAY}".',
        )
        return None

    def some_of(self, key: str, choices: type[E], may: Iterable[E]) -> tuple[E, ...]:
        """Read a list of words of which only some will do here."""
        allowed = tuple(may)
        found = self.choices(key, choices)
        for word in found:
            if word not in allowed:
                wanted = ", ".join(f'"{each.value}"' for each in allowed)
                self.complain(key, f'"{word.value}" cannot do that.', f"Give of: {wanted}.")
        return found

    def lists(self, key: str, choices: type[E], may: Iterable[E]) -> tuple[tuple[E, ...], ...]:
        """Read a list of lists of words, of which only some will do here; neither it nor any of
        them may be empty."""
        allowed = tuple(may)
        wanted = "a list of lists of: " + ", ".join(f'"{choice.value}"' for choice in allowed)
        values = self._take(key, list, wanted)
        if values == [] or any(each == [] for each in values or ()):
            self.complain(key, "It has no rungs.", f"Give {wanted}.")
        found = []
        for value in values or ():
            if isinstance(value, list):
                chosen = (self._chosen(key, each, choices, wanted) for each in value)
                found.append(tuple(each for each in chosen if each is not None))
                for word in set(found[-1]) - set(allowed):
                    self.complain(key, f'"{word.value}" cannot do that.', f"Give {wanted}.")
            else:
                self.complain(key, f"{_brief(repr(value))} does not fit.", f"Give {wanted}.")
        return tuple(found)

    def rows(self, key: str, wanted: str, *, may_be_empty: bool = False) -> "list[TableReader]":
        """Read a list of tables, each as an entry of its own; the list may not be empty, if that
        is not said."""
        values = self._take(key, list, wanted)
        if values == [] and not may_be_empty:
            self.complain(key, "It is empty.", f"Give {wanted}.")
        found = []
        for number, value in enumerate(values or (), start=1):
            place = f"{self.place}.{key}[{number}]"
            if isinstance(value, dict):
                found.append(TableReader(self.file, place, value, self.complaints))
            else:
                self.complaints.append(
                    Problem(
                        self.file, place, f"{_brief(repr(value))} does not fit.", f"Give {wanted}."
                    )
                )
        return found

    def day(self, key: str) -> date:
        """Read a date, written plainly as in 2018-03-06."""
        value = self._take(key, date, "a date, as in 2018-03-06 (no quotation marks)")
        if not isinstance(value, date):
            return date.min
        if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
            self.complain(
                key,
                f"{value.isoformat()} cannot be right.",
                f"Give a year from {_FIRST_YEAR} to {_LAST_YEAR}.",
            )
        return value

    def names(self, key: str, wanted: str) -> tuple[str, ...]:
        """Read a list of names, each a text of one line; the list may be empty."""
        values = self._take(key, list, wanted)
        found = []
        for number, value in enumerate(values or (), start=1):
            each = f"{key}[{number}]"
            one = TableReader(self.file, self.place, {each: value}, self.complaints)
            found.append(one.text(each, "a name, in quotation marks"))
        if len(set(found)) < len(found):
            self.complain(key, "A name is there twice.", "Give each once.")
        return tuple(found)

    def choice(self, key: str, choices: type[E]) -> E | None:
        """Read one of a few words."""
        wanted = "one of: " + ", ".join(f'"{choice.value}"' for choice in choices)
        value = self._take(key, str, wanted)
        return None if value is None else self._chosen(key, value, choices, wanted)

    def choices(self, key: str, choices: type[E], *, required: bool = True) -> tuple[E, ...]:
        """Read a list of distinct words, each one of a few; the list may be empty."""
        wanted = "a list of: " + ", ".join(f'"{choice.value}"' for choice in choices)
        values = self._take(key, list, wanted, required=required)
        found = [self._chosen(key, value, choices, wanted) for value in values or ()]
        kept = tuple(choice for choice in found if choice is not None)
        if len(set(kept)) < len(kept):
            self.complain(key, "A word is there twice.", "Give each once.")
        return kept

    def _chosen(self, key: str, value: object, choices: type[E], wanted: str) -> E | None:
        for choice in choices:
            if choice.value == value:
                return choice
        self.complain(key, f"{_brief(repr(value))} is not known here.", f"Give {wanted}.")
        return None

    def refuse_others(self, also: Iterable[str] = ()) -> None:
        """Complain of every key that was not asked for, with the nearest that would be."""
        if self.is_full:
            return
        known = sorted(self.asked | set(also))
        unknown = sorted(self.data.keys() - set(known))
        for key in unknown[:_MOST_UNKNOWN]:
            near = get_close_matches(_brief(key), known, n=1)
            cure = f'Did you mean "{near[0]}"?' if near else f"Known here: {', '.join(known)}."
            self.complain(_brief(key), "This key is not known.", cure)
        if unknown[_MOST_UNKNOWN:]:
            more = len(unknown) - _MOST_UNKNOWN
            self.complain("", f"{more:,} more keys are not known.", "Leave them out.")
