"""Checking the journal: the chain, the sealed text, the columns, and the row it adds up to."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, final

from workflow.errors import WorkflowError
from workflow.model.decision import Decision
from workflow.model.evolve import begin, evolve, replay
from workflow.model.json_data import UNREADABLE, instant_text
from workflow.register.extent import RegisterExtent
from workflow.register.journal import GENESIS, chained, digest, read, sealed_parts
from workflow.register.journal_entry import JournalEntry


@dataclass(frozen=True, slots=True)
class JournalBreak:
    """Where a journal does not verify, and how."""

    stream: str
    seq: int
    problem: str

    def __str__(self) -> str:
        entry = f", entry {self.seq}" if self.seq else ""
        return f"{self.stream}{entry}: {self.problem}"


EMPTY: Final = JournalBreak(
    "the register",
    0,
    "It holds no entry, so there is nothing to verify. Make sure that it is the one you mean: a "
    "copy made while the register was in use may hold nothing.",
)
"""An empty register is not a whole one: it may be a copy without what was recorded."""
NAMELESS: Final = JournalBreak("the register", 0, "Its identity is gone, or is not one.")
"""By its identity one register is told from another."""


@final
@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of the journal found. It is falsy where anything does not verify."""

    checked: int
    """How many entries were checked."""
    breaks: tuple[JournalBreak, ...]
    """Every break that was found."""
    extent: RegisterExtent
    """What the register held when it was checked."""

    def __bool__(self) -> bool:
        return not self.breaks


Erasures = frozenset[tuple[str, int, str]]
"""What was erased, by an act on record: the stream, the entry and the part."""


def breaks_in(sheets: Sequence[JournalEntry], erased: Erasures) -> Iterable[JournalBreak]:
    """Give every break in one stream's chain, its sealed text and its columns, oldest first."""
    before = GENESIS
    for expected, sheet in enumerate(sheets, start=1):
        if sheet.seq != expected:
            yield JournalBreak(
                sheet.stream, expected, f"It is missing; entry {sheet.seq} comes next."
            )
            return
        if sheet.before != before:
            yield JournalBreak(sheet.stream, sheet.seq, "It is not chained to the entry before it.")
        for column in sheet.unreadable:
            yield JournalBreak(sheet.stream, sheet.seq, f"Its {column} cannot be read.")
        if chained(sheet.before, sheet.body) != sheet.hash:
            yield JournalBreak(
                sheet.stream, sheet.seq, "Its words are not those that were recorded."
            )
        yield from _sealed_breaks(sheet)
        yield from _missing_text(sheet, erased)
        yield from _column_breaks(sheet)
        before = sheet.hash


def _body(sheet: JournalEntry) -> dict[str, object]:
    try:
        body = json.loads(sheet.body)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _sealed_breaks(sheet: JournalEntry) -> Iterable[JournalBreak]:
    body = _body(sheet)
    data = body.get("data")
    places = {**(data if isinstance(data, dict) else {}), **body}
    for text in sheet.texts:
        place = places.get(text.part)
        part = text.part if text.part in {*places, "by", "late"} else "sealed text"
        if place != {"sealed": digest(text.salt, text.text)}:
            yield JournalBreak(
                sheet.stream, sheet.seq, f"Its {part} is not the text that was recorded."
            )


def _missing_text(sheet: JournalEntry, erased: Erasures) -> Iterable[JournalBreak]:
    kept = {text.part for text in sheet.texts}
    try:
        parts = sealed_parts(sheet)
    except UNREADABLE:
        return
    for part in parts:
        if part not in kept and (sheet.stream, sheet.seq, part) not in erased:
            yield JournalBreak(
                sheet.stream, sheet.seq, f"Its {part} is gone, and no erasure is on record."
            )


def breaks_in_outbox(
    events: Mapping[int, str], sheets: Sequence[JournalEntry], council: str | None = None
) -> Iterable[JournalBreak]:
    """Give every entry whose event in the outbox is gone, or does not say what the entry says.

    An event has the state that its step came to; `council` is whose the decision is.
    """
    states = _states(sheets)
    for place, sheet in enumerate(sheets):
        if sheet.seq not in events:
            yield JournalBreak(sheet.stream, sheet.seq, "Its event in the outbox is gone.")
            continue
        told, ref = _plain(events[sheet.seq]), sheet.stream.partition("/")[2]
        data = told.pop("data", None)
        state = data.pop("state", None) if isinstance(data, dict) else None
        # What is recorded in one step has one state: the last.
        came_to = {
            states[each]
            for each in range(place, len(states))
            if sheets[each].recorded_at == sheet.recorded_at
        }
        source = told.get("source") if council is None else f"/council-decisions/{council}"
        said = {
            "specversion": "1.0",
            "id": f"{sheet.stream}/{sheet.seq}",
            "source": source,
            "type": f"council-decisions.decision.{sheet.name}",
            "subject": ref,
            "time": instant_text(sheet.at),
            "datacontenttype": "application/json",
        }
        known = place >= len(states) or state in came_to
        if told != said or data != {"ref": ref, "version": sheet.seq} or not known:
            yield JournalBreak(
                sheet.stream, sheet.seq, "Its event in the outbox is not what was recorded."
            )


def strays_in_outbox(
    name: str, events: Mapping[int, str], sheets: Sequence[JournalEntry]
) -> Iterable[JournalBreak]:
    """Give every event in the outbox that no entry of a decision made."""
    made = {sheet.seq for sheet in sheets if name.startswith("decision/")}
    for seq in events:
        if seq not in made:
            yield JournalBreak(
                name, seq if type(seq) is int else 0, "An event in the outbox is one no entry made."
            )


def _states(sheets: Sequence[JournalEntry]) -> list[object]:
    """Give the state that each entry adds up to, as far as they can be read."""
    states: list[object] = []
    decision: Decision | None = None
    for sheet in sheets:
        try:
            event = read(sheet).event
            ref = sheet.stream.partition("/")[2]
            decision = begin(ref, event) if decision is None else evolve(decision, event)
        except _NO_RECORD:
            break  # that is told of itself, and what it adds up to nobody can say
        states.append(decision.state.value)
    return states


def _plain(event: object) -> dict[str, object]:
    try:
        told = json.loads(event)  # type: ignore[arg-type]
    except (ValueError, TypeError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _column_breaks(sheet: JournalEntry) -> Iterable[JournalBreak]:
    body = _body(sheet)
    columns = {
        "stream": sheet.stream,
        "seq": sheet.seq,
        "name": sheet.name,
        "at": instant_text(sheet.at),
        "recorded_at": instant_text(sheet.recorded_at),
        "role": sheet.role,
    }
    for key, value in columns.items():
        if key not in sheet.unreadable and body.get(key) != value:
            yield JournalBreak(
                sheet.stream, sheet.seq, f"Its {key} is not the one that was recorded."
            )


_NO_RECORD = (*UNREADABLE, WorkflowError, AssertionError, NotImplementedError)
"""What comes of replaying entries that no decision's life could have left."""


def breaks_in_decision(
    decision: Decision | None,
    head: str,
    sheets: Sequence[JournalEntry],
    ref: str,
    *,
    due_at: datetime | None = None,
    irregular: int | None = None,
) -> Iterable[JournalBreak]:
    """Give every way in which a decision's row is not what its journal adds up to.

    `due_at` is when the row says that time must look at it again; `irregular`, how many
    irregularities it says there are.
    """
    stream = sheets[0].stream if sheets else f"decision/{ref}"
    if decision is None:
        yield JournalBreak(stream, len(sheets), "It has a journal, and no row in the register.")
        return
    if not sheets:
        yield JournalBreak(stream, 0, "It has a row in the register, and no journal.")
        return
    if decision.version != sheets[-1].seq or head != sheets[-1].hash:
        yield JournalBreak(
            stream,
            sheets[-1].seq,
            f"The register has {decision.version} entries and another ending: entries are missing.",
        )
        return
    try:
        added_up = replay(ref, (read(sheet).event for sheet in sheets))
    except _NO_RECORD as wrong:
        said = f": {wrong}" if isinstance(wrong, WorkflowError) else "."
        yield JournalBreak(stream, sheets[-1].seq, f"It cannot be replayed{said}")
        return
    if due_at != decision.due_at:
        yield JournalBreak(
            stream, sheets[-1].seq, "The register's row has another time to be looked at."
        )
    if irregular != (len(added_up.proceedings.irregularities) or None):
        yield JournalBreak(stream, sheets[-1].seq, "The register's row has another irregular.")
    if added_up != decision:
        yield JournalBreak(
            stream, sheets[-1].seq, "The register's row is not what the entries add up to."
        )
