"""The inputs of a step: each field explains itself on a form or a command line.

A field's type says how its value is read: `Words` is running text, `Line` one line, `Instant` and
`Day` a time and a day, `Reference` a decision's, `Names` names of people; a word from a closed list
becomes its member. A value that cannot be read raises Invalid, which names the field.
"""

from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from types import NoneType
from typing import Annotated, Any, Final, get_args, get_type_hints

from workflow.errors import Invalid
from workflow.model.labelled_enum import LabelledEnum, member_named
from workflow.text import clean, day, instant, line, reference, words

Reads = Callable[[Any, str], Any]
Fields = tuple[tuple["Field[Any]", Reads, bool], ...]
"""Each field that is read, how, and whether it may be left out."""


@dataclass(frozen=True, slots=True)
class Read:
    """How a value is read, and whether it may be long, so that a form gives it room."""

    by: Reads
    long: bool = False


def _names(names: object, called: str) -> tuple[str, ...]:
    if isinstance(names, str) or not isinstance(names, tuple | list):
        raise Invalid(f"The {called} is given as a list, once for each.")
    return tuple(line(name, called) for name in names)


Words = Annotated[str, Read(words, long=True)]
"""Running text."""
Text = Annotated[str, Read(lambda text, called: clean(text, called) or None, long=True)]
"""Running text that may be left empty: it is then not given."""
Line = Annotated[str, Read(line)]
"""One line of text."""
Instant = Annotated[datetime, Read(instant)]
"""An instant, kept in UTC."""
Day = Annotated[date, Read(day)]
"""A civil day in London."""
Reference = Annotated[str, Read(lambda text, _: reference(text))]
"""A decision's reference."""
Names = Annotated[tuple[str, ...], Read(_names)]
"""Names of people."""


Beside = Callable[[Mapping[str, Any], Any], date | None]
"""Gives the day or instant that decides the year of another, if that is left out. It is given the
other inputs of the step by name, and the decision's statement."""


def when_taken(others: Mapping[str, Any], _: object) -> date | None:
    """Give when a step was taken, if it is entered later; None if it is taken now."""
    return others.get("at")


def input_field(
    help: str,
    *,
    called: str = "",
    shown: bool = False,
    to_come: bool = False,
    beside: Beside | None = None,
    **also: Any,
) -> Any:
    """Make a field that explains itself on a form or a command line.

    `help` says what to give. `called` is the field's name in messages, where that is not its own.
    `shown` is for a field that may be left out, and is shown all the same among what the step
    wants. `to_come` is for a day that is set or planned; any other day is past. `beside` gives a
    day that decides which year is meant where none is given: a day to come is after that day, and
    any other is before it.
    """
    metadata = {
        "help": help,
        "called": called,
        "shown": shown,
        "to_come": to_come,
        "beside": beside or when_taken,
    }
    return field(metadata=metadata, **also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a step is given: each step has a record of its own in `workflow.inputs`. A value that
    cannot be read raises Invalid.
    """

    def __post_init__(self) -> None:
        for each, read, may_be_left_out in _readers(type(self)):
            value = getattr(self, each.name)
            if value is not None or not may_be_left_out:
                object.__setattr__(self, each.name, read(value, called(each)))
        self.check()

    def check(self) -> None:
        """Raise Invalid where fields contradict one another."""

    @property
    def call_in_received_at(self) -> datetime | None:
        """Give when a request to call in was received, if the step records one; else None."""
        return None

    @property
    def acted_at(self) -> datetime | None:
        """Give when a body did what is recorded, if that is given; else None."""
        return None

    @property
    def done_at(self) -> datetime | None:
        """Give when what is recorded was done, if that is given; else None."""
        return self.acted_at

    @property
    def made_by(self) -> tuple[str, ...]:
        """Give who made the decision, if that is given; else nobody."""
        return ()


_KNOWN: Final[dict[type, Fields]] = {}
"""The fields of each kind of inputs, worked out once."""


def called(each: "Field[Any]") -> str:
    """Give a field's name in messages."""
    return str(each.metadata["called"]) or each.name.replace("_", " ")


def long_fields(kind: type[Inputs]) -> frozenset[str]:
    """Give the names of the fields that may be given a long text."""
    hints = get_type_hints(kind, include_extras=True)
    return frozenset(
        name for name, hint in hints.items() if any(read.long for read in _reads(hint))
    )


def _reads(hint: Any) -> list[Read]:
    """Give how a type says that it is read; within `X | None` too."""
    return [
        mark
        for each in (hint, *get_args(hint))
        for mark in getattr(each, "__metadata__", ())
        if isinstance(mark, Read)
    ]


def _readers(kind: type[Inputs]) -> Fields:
    if kind in _KNOWN:
        return _KNOWN[kind]
    hints = get_type_hints(kind, include_extras=True)
    readers = []
    for each in fields(kind):
        hint = hints[each.name]
        read = _reader_of(hint)
        if read is not None:
            readers.append((each, read, NoneType in get_args(hint)))
    return _KNOWN.setdefault(kind, tuple(readers))


def _reader_of(hint: Any) -> Reads | None:
    for mark in _reads(hint):
        return mark.by
    for kind in (hint, *get_args(hint)):
        if isinstance(kind, type) and issubclass(kind, LabelledEnum):
            return partial(_labelled, kind)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return partial(member_named, kind)
    return None


def _labelled(kind: type[LabelledEnum], word: str, _: str) -> LabelledEnum:
    return kind.named(word)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoInputs(Inputs):
    """The step asks for nothing."""


ACTED: Final = "When the body itself acted, if earlier than this is recorded: today 6.30pm."
"""The help for the time of what a body did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Because(Inputs):
    """The reason for the step."""

    reason: Words = input_field("Why.")
