"""Reading a worked example from its TOML file, with every complaint gathered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Final

from cli.examples.facts import READ
from workflow.clock import LONDON
from workflow.errors import Invalid
from workflow.files.declared import NO_KEY, Key, Problems, SelfChecking, closed, rows
from workflow.files.opening import shown, text_of
from workflow.files.takes import Takes, prose, text
from workflow.files.toml import toml_of
from workflow.files.toml_table import Problem, TableReader
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.table import OFFERED
from workflow.text import nearest

BESIDE: Final = ("draft", "close", "closed day", "look")
"""What may happen in an example beside the steps of the table."""
SHOWN: Final = ("the statement", "the period", "the record", "what is not on file")
"""What an example may show after a happening."""
_FROM_THE_END: Final = re.compile(r"the end(?: ([+-]) (\d{1,3}) (minute|hour|day)s?)?")
FACTS: Final = tuple(READ)
"""What an example may say must be true."""


def _instant(table: TableReader, key: str) -> datetime:
    """Read an instant, in London's time where it gives no zone of its own."""
    value = table.data.get(key)
    if isinstance(value, datetime):
        return value if value.tzinfo is not None else value.replace(tzinfo=LONDON)
    table.complain(key, "It is no instant.", "Give a day and an hour: yyyy-mm-ddThh:mm:ss.")
    return datetime(2000, 1, 1, tzinfo=LONDON)


@dataclass(frozen=True, slots=True)
class FromTheEnd:
    """An instant that is so long after the end of the call-in period, or before it: the end is when
    a request is first too late, and nothing keeps the decision from taking effect."""

    after: timedelta


def _instant_or_from_the_end(table: TableReader, key: str) -> datetime | FromTheEnd:
    """Read an instant, or one told from the end of the period: "the end - 1 minute"."""
    value = table.data.get(key)
    match = _FROM_THE_END.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return _instant(table, key)
    sign, number, unit = match.groups(default="")
    after = timedelta(**{f"{unit or 'minute'}s": int(number or 0)})
    return FromTheEnd(-after if sign == "-" else after)


def _list_of(kind: type, problem: str, cure: str) -> Takes:
    def read(table: TableReader, key: str) -> tuple[Any, ...]:
        values = table.data[key]
        if isinstance(values, list) and all(type(each) is kind for each in values):
            return tuple(values)
        table.complain(key, problem, cure)
        return ()

    return Takes(read)


def _table(table: TableReader, key: str) -> dict[str, Any]:
    value = table.data[key]
    if isinstance(value, dict):
        return value
    table.complain(key, "It is no table.", f"Write {key} = {{ … }}.")
    return {}


def _constitution(table: TableReader, key: str) -> dict[str, Any] | None:
    value = table.data[key]
    if isinstance(value, dict):
        return value
    table.complain(key, "It is no table.", "Write [constitution.council] first.")
    return None


def _step(table: TableReader, key: str) -> str:
    what = table.text(key, "a step, or one of: close, closed day, look")
    _one_of(table, key, what, [*BESIDE, *(step.name for step in OFFERED)])
    return what


def _facts(table: TableReader, key: str) -> dict[str, Any]:
    then = _table(table, key)
    for each in then.keys() - set(FACTS):
        table.complain(f"{key}.{each}", "It is not known.", f"Known: {', '.join(FACTS)}.")
    _one_of(table, f"{key}.state", then.get("state"), [state.label for state in State])
    return then


def _state(table: TableReader, key: str) -> str:
    said = table.text(key, "a state, in words")
    _one_of(table, key, said, [state.label for state in State])
    return said


def _shown(table: TableReader, key: str) -> tuple[str, ...]:
    shows = tuple(table.take(key, list, f"a list of: {', '.join(SHOWN)}") or ())
    for each in shows:
        _one_of(table, key, each, SHOWN)
    return shows


def _one_of(table: TableReader, key: str, value: object, known: Sequence[str]) -> None:
    """Complain of a word that is none of those known, with the nearest of them."""
    if not value or value in known:
        return
    near = nearest(str(value), known)
    cure = f'Did you mean "{near}"?' if near else f"Known: {', '.join(known)}."
    table.complain(key, f'"{value}" is not known.', cure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A role that somebody holds at the council of an example."""

    name: Annotated[str, text("a name")]
    role: Annotated[Role, Key("holds")]
    of: Annotated[str, text("a ward or a committee")] = ""
    since: date = date(2000, 1, 1)
    until: date | None = None


def _people(table: TableReader, key: str) -> tuple[Seat, ...]:
    """Read who holds which role: a word, or a table with a ward or days, or several of these."""
    named, wanted = table.data[key], 'Write people = { "Cllr Ash" = "member" }, or a line each.'
    if not isinstance(named, dict):
        table.complain(key, "It is no table of names.", wanted)
        return ()
    seats = []
    for name, held in named.items():
        if held == []:
            table.complain(f"{key}.{name}", "It is empty.", wanted)
        for each in held if isinstance(held, list) else [held]:
            entry = each if isinstance(each, dict) else {"holds": each}
            place = f"{table.place}.{key}.{name}"
            data = {**entry, "name": name}
            seats.append(closed(Seat, TableReader(table.file, place, data, table.complaints)))
    return tuple(seats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A decision that an example is about."""

    called: str
    statement: dict[str, Any]


def _subjects(table: TableReader, key: str) -> tuple[Subject, ...]:
    return tuple(
        Subject(
            called=row.text("called", "a short name", required=False) or "A",
            statement={each: value for each, value in row.data.items() if each != "called"},
        )
        for row in table.rows(key, "a list of decisions: [[decision]]")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened, and what must then be true."""

    what: Annotated[str, Takes(_step)]
    at: Annotated[Any, Takes(_instant_or_from_the_end)]
    """When: an instant, or one told from the end of the call-in period; an instant once it ran."""
    recorded_at: Annotated[datetime | None, Takes(_instant), Key("recorded")] = None
    """When it was recorded, where that is not when it happened."""
    why_late: Annotated[str | None, prose("why it was recorded late")] = None
    by: Annotated[str, text("who did it")] = ""
    of: Annotated[str, text("which decision")] = ""
    """Which decision it happened to: the first, if left out."""
    given: Annotated[dict[str, Any], Takes(_table)] = field(default_factory=dict)
    refused: Annotated[
        tuple[str, ...],
        _list_of(str, "It is no list of codes.", 'Give a list: ["call-in-open"].'),
    ] = ()
    then: Annotated[dict[str, Any], Takes(_facts)] = field(default_factory=dict)
    only_if: Annotated[str, Takes(_state)] = ""
    """The state in which its decision must be; in any other it is passed over."""
    shows: Annotated[tuple[str, ...], Takes(_shown)] = ()
    """What the reader is shown after it."""
    says: Annotated[str, prose("a word to the reader")] = ""
    """What it says beside, for the reader."""

    @property
    def recorded(self) -> Any:
        """Give when it was recorded, as `at` says when it happened."""
        return self.recorded_at or self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Example(SelfChecking):
    """A worked example."""

    file: str = field(default="", metadata=NO_KEY)
    """The name of the file that it was read from."""
    folder: Path = field(default=Path(), metadata=NO_KEY)
    """Where that file is, and any statement that it names."""
    title: Annotated[str, text("what it shows, in a sentence")]
    source: Annotated[str, text("where it comes from")]
    edges: Annotated[
        tuple[int, ...], _list_of(int, "It is no list of numbers.", "Give a list: [14, 15].")
    ] = ()
    """The edges of the law that it shows, by their numbers in the docs."""
    council: Annotated[str, text("the council's short name")]
    constitution: Annotated[dict[str, Any] | None, Takes(_constitution)] = None
    """A constitution of its own, where it is not a council's on file."""
    people: Annotated[tuple[Seat, ...], Takes(_people)] = ()
    decisions: Annotated[tuple[Subject, ...], Takes(_subjects), Key("decision")]
    happens: Annotated[tuple[Happening, ...], rows(Happening, "[[happens]]")]

    def problems(self) -> Problems:
        """Give each happening that is recorded before the one that it follows."""
        dated = [(number, each.recorded) for number, each in enumerate(self.happens, start=1)]
        for (_, before), (number, after) in pairwise(
            each for each in dated if isinstance(each[1], datetime)
        ):
            if after < before:
                place = f"happens[{number}].at"
                yield place, "It is before the one above it.", "Put them in their order."


def read(path: Path) -> Example:
    """Read a worked example; raise Invalid with everything that is wrong with it."""
    return example_of(data_of(path), path)


def data_of(path: Path) -> dict[str, Any]:
    """Give what the file of a worked example holds; Invalid where it is not TOML."""
    try:
        return toml_of(text_of(path))
    except Invalid as wrong:
        raise Invalid(f"{shown(path)}: {wrong}", remedy=wrong.cure) from None


def example_of(data: dict[str, Any], path: Path) -> Example:
    """Read a worked example from what its file holds; raise Invalid with all that is wrong."""
    complaints: list[Problem] = []
    example = closed(Example, TableReader(path.name, "the example", data, complaints))
    if complaints:
        raise Invalid("\n".join(str(complaint) for complaint in complaints))
    first = example.decisions[0].called
    happens = tuple(replace(each, of=each.of or first) for each in example.happens)
    return replace(example, file=path.name, folder=path.parent, happens=happens)
