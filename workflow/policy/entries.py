"""Reading one table of a constitution file: each complaint names the key and the cure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a constitution file, where, and how to put it right."""

    file: str
    key: str
    problem: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.problem} {self.cure}"


@dataclass(slots=True)
class Entry:
    """One table of the file, read key by key; what is wrong is gathered, not raised."""

    file: str
    place: str
    data: dict[str, Any]
    complaints: list[Complaint]
    asked: set[str] = field(default_factory=set)

    def complain(self, key: str, problem: str, cure: str) -> None:
        """Note what is wrong with a key."""
        place = f"{self.place}.{key}" if key else self.place
        self.complaints.append(Complaint(self.file, place, problem, cure))

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
            self.complain(key, f"{value!r} does not fit.", f"Give {wanted}.")
            return None
        return value

    def text(self, key: str, wanted: str, *, required: bool = True) -> str:
        """Read a text that may not be empty."""
        value = self._take(key, str, wanted, required=required)
        if value is not None and not value.strip():
            self.complain(key, "It is empty.", f"Give {wanted}.")
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

    def flag(self, key: str) -> bool:
        """Read true or false."""
        return bool(self._take(key, bool, "true or false"))

    def day(self, key: str) -> date:
        """Read a date, written plainly as in 2018-03-06."""
        value = self._take(key, date, "a date, as in 2018-03-06 (no quotation marks)")
        return value if isinstance(value, date) else date.min

    def choice(self, key: str, choices: type[E]) -> E | None:
        """Read one of a few words."""
        wanted = "one of: " + ", ".join(f'"{choice.value}"' for choice in choices)
        value = self._take(key, str, wanted)
        return None if value is None else self._chosen(key, value, choices, wanted)

    def choices(self, key: str, choices: type[E]) -> tuple[E, ...]:
        """Read a list of distinct words, each one of a few; the list may be empty."""
        wanted = "a list of: " + ", ".join(f'"{choice.value}"' for choice in choices)
        values = self._take(key, list, wanted)
        found = [self._chosen(key, value, choices, wanted) for value in values or ()]
        kept = tuple(choice for choice in found if choice is not None)
        if len(set(kept)) < len(kept):
            self.complain(key, "A word is there twice.", "Give each once.")
        return kept

    def _chosen(self, key: str, value: object, choices: type[E], wanted: str) -> E | None:
        for choice in choices:
            if choice.value == value:
                return choice
        self.complain(key, f"{value!r} is not known here.", f"Give {wanted}.")
        return None

    def read(self, key: str, parse: Callable[[Any], Any]) -> Any:
        """Read a value in a way of its own; the parser complains by returning None."""
        self.asked.add(key)
        return parse(self.data.get(key))

    def refuse_others(self, also: Iterable[str] = ()) -> None:
        """Complain of every key that was not asked for, with the nearest that would be."""
        known = sorted(self.asked | set(also))
        for key in self.data.keys() - set(known):
            near = get_close_matches(key, known, n=1)
            cure = f'Did you mean "{near[0]}"?' if near else f"Known here: {', '.join(known)}."
            self.complain(key, "This key is not known.", cure)
