"""Reading a worked example from its TOML file, with every complaint gathered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from cli.examples.facts import READ
from workflow.clock import LONDON
from workflow.errors import Invalid
from workflow.files.opening import shown, text_of
from workflow.files.toml import toml_of
from workflow.files.toml_table import Problem, TableReader
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.table import OFFERED

BESIDE: Final = ("new", "close", "closed day", "look")
"""What may happen in an example beside the steps of the table."""
FACTS: Final = tuple(READ)
"""What an example may say must be true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Who holds a role at the council of an example."""

    name: str
    roles: tuple[Role, ...]
    of: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A decision that an example is about."""

    called: str
    statement: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened, and what must then be true."""

    what: str
    at: datetime
    recorded: datetime
    why_late: str | None
    by: str
    of: str
    given: dict[str, Any]
    refused: tuple[str, ...]
    then: dict[str, Any]
    says: str
    """What it says beside, for the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A worked example."""

    file: str
    title: str
    source: str
    edges: tuple[int, ...]
    """The edges of the law that it shows, by their numbers in the docs."""
    council: str
    constitution: dict[str, Any] | None
    """A constitution of its own, where it is not a council's on file."""
    people: tuple[Seat, ...]
    decisions: tuple[Subject, ...]
    happens: tuple[Happening, ...]
    complaints: list[Problem] = field(default_factory=list)


def _instant(entry: TableReader, key: str, *, required: bool = True) -> datetime | None:
    """Read an instant, in London's time where it gives no zone of its own."""
    entry.asked.add(key)
    value = entry.data.get(key)
    if isinstance(value, datetime):
        return value if value.tzinfo is not None else value.replace(tzinfo=LONDON)
    if value is not None or required:
        entry.complain(key, "It is no instant.", "Give a day and an hour: 2018-10-24T16:30:00.")
    return None


def _seat(entry: TableReader) -> Seat:
    seat = Seat(
        name=entry.text("name", "a name"),
        roles=entry.choices("holds", Role),
        of=entry.text("of", "a ward or a committee", required=False),
        since=entry.day("since") if entry.has("since") else date(2000, 1, 1),
        until=entry.day("until") if entry.has("until") else None,
    )
    entry.refuse_others()
    return seat


def _happening(entry: TableReader, first: str) -> Happening:
    at = _instant(entry, "at")
    recorded = _instant(entry, "recorded", required=False)
    then = _table(entry, "then")
    for key in then.keys() - set(FACTS):
        entry.complain(f"then.{key}", "It is not known.", f"Known: {', '.join(FACTS)}.")
    refused = entry.data.get("refused", [])
    entry.asked.add("refused")
    if not isinstance(refused, list) or not all(isinstance(code, str) for code in refused):
        entry.complain("refused", "It is no list of codes.", 'Give a list: ["call-in-open"].')
        refused = []
    known = at or datetime(2000, 1, 1, tzinfo=LONDON)
    _one_of(entry, "then.state", then.get("state"), [state.label for state in State])
    what = entry.text("what", "a step, or one of: close, closed day, look")
    _one_of(entry, "what", what, [*BESIDE, *(step.verb for step in OFFERED)])
    happening = Happening(
        what=what,
        at=known,
        recorded=recorded or known,
        why_late=entry.words("why-late", "why it was recorded late", required=False) or None,
        by=entry.text("by", "who did it", required=False),
        of=entry.text("of", "which decision", required=False) or first,
        given=_table(entry, "given"),
        refused=tuple(refused),
        then=then,
        says=entry.words("says", "a word to the reader", required=False),
    )
    entry.refuse_others()
    return happening


def _one_of(entry: TableReader, key: str, given: object, known: Sequence[str]) -> None:
    """Complain of a word that is none of those known, with the nearest of them."""
    if not given or given in known:
        return
    near = get_close_matches(str(given), known, n=1)
    cure = f'Did you mean "{near[0]}"?' if near else f"Known: {', '.join(known)}."
    entry.complain(key, f'"{given}" is not known.', cure)


def _table(entry: TableReader, key: str) -> dict[str, Any]:
    entry.asked.add(key)
    value = entry.data.get(key, {})
    if isinstance(value, dict):
        return value
    entry.complain(key, "It is no table.", f"Write {key} = {{ … }}.")
    return {}


def read(path: Path) -> Example:
    """Read a worked example; raise Invalid with everything that is wrong with it."""
    text = text_of(path)
    try:
        data = toml_of(text)
    except Invalid as wrong:
        raise Invalid(f"{shown(path)}: {wrong}", remedy=wrong.cure) from None
    complaints: list[Problem] = []
    entry = TableReader(path.name, "the example", data, complaints)
    subjects = [
        Subject(
            called=row.text("called", "a short name", required=False) or "A",
            statement={key: value for key, value in row.data.items() if key != "called"},
        )
        for row in entry.rows("decision", "a list of decisions: [[decision]]")
    ]
    first = subjects[0].called if subjects else "A"
    edges = entry.data.get("edges", [])
    entry.asked |= {"edges", "constitution"}
    if not isinstance(edges, list) or not all(type(edge) is int for edge in edges):
        entry.complain("edges", "It is no list of numbers.", "Give a list: [14, 15].")
        edges = []
    example = Example(
        file=path.name,
        title=entry.text("title", "what it shows, in a sentence"),
        source=entry.text("source", "where it comes from"),
        edges=tuple(edges),
        council=entry.text("council", "the council's short name"),
        constitution=entry.data.get("constitution"),
        people=tuple(_seat(row) for row in _rows(entry, "people")),
        decisions=tuple(subjects),
        happens=tuple(_happening(row, first) for row in entry.rows("happens", "[[happens]]")),
        complaints=complaints,
    )
    entry.refuse_others()
    _in_order(example, entry)
    own = example.constitution
    if own is not None and not isinstance(own, dict):
        entry.complain("constitution", "It is no table.", "Write [constitution.council] first.")
    if complaints:
        raise Invalid("\n".join(str(complaint) for complaint in complaints))
    return example


def _in_order(example: Example, entry: TableReader) -> None:
    """Complain of a happening that is recorded before the one that it follows."""
    for number in range(1, len(example.happens)):
        before, after = example.happens[number - 1], example.happens[number]
        if after.recorded < before.recorded:
            place = f"happens[{number + 1}].at"
            entry.complain(place, "It is before the one above it.", "Put them in their order.")


def _rows(entry: TableReader, key: str) -> list[TableReader]:
    return entry.rows(key, f"a list: [[{key}]]") if entry.has(key) else []
