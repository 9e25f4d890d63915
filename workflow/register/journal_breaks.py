"""Where a journal does not verify: its chain, the sealed text, the columns, the events for others,
or the row that the entries add up to."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from workflow.answer_fields import given_as
from workflow.errors import WorkflowError
from workflow.model.attention import attention_at
from workflow.model.decision import Decision
from workflow.model.evolve import begin, evolve, replay
from workflow.model.json_data import UNREADABLE, instant_text
from workflow.register.journal import GENESIS, chained, digest, read, sealed_parts
from workflow.register.journal_entry import JournalEntry


@dataclass(frozen=True, slots=True)
class JournalBreak:
    """Where a journal does not verify, and how."""

    stream: str
    """The stream of the journal."""
    seq: int = field(metadata=given_as("entry"))
    """The number of the entry; 0 if it is about no one entry."""
    problem: str
    """What is wrong."""

    def __str__(self) -> str:
        entry = f", entry {self.seq}" if self.seq else ""
        return f"{self.stream}{entry}: {self.problem}"


Erasures = frozenset[tuple[str, int, str]]
"""What was erased, by an act on record: the stream, the entry and the part."""


def breaks_in(entries: Sequence[JournalEntry], erased: Erasures) -> Iterable[JournalBreak]:
    """Give every break in one stream's chain, its sealed text and its columns, oldest first."""
    before = GENESIS
    for expected, entry in enumerate(entries, start=1):
        if entry.seq != expected:
            yield JournalBreak(
                entry.stream, expected, f"It is missing; entry {entry.seq} comes next."
            )
            return
        if entry.before != before:
            yield _of(entry, "It is not chained to the entry before it.")
        for column in entry.unreadable:
            yield _of(entry, f"Its {column} cannot be read.")
        if chained(entry.before, entry.body) != entry.hash:
            yield _of(entry, "Its words are not those that were recorded.")
        yield from _sealed_breaks(entry)
        yield from _missing_text(entry, erased)
        yield from _column_breaks(entry)
        before = entry.hash


def _of(entry: JournalEntry, problem: str) -> JournalBreak:
    return JournalBreak(entry.stream, entry.seq, problem)


def _body(entry: JournalEntry) -> dict[str, object]:
    try:
        body = json.loads(entry.body)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _sealed_breaks(entry: JournalEntry) -> Iterable[JournalBreak]:
    body = _body(entry)
    data = body.get("data")
    places = {**(data if isinstance(data, dict) else {}), **body}
    for text in entry.texts:
        place = places.get(text.part)
        part = text.part if text.part in {*places, "by", "late"} else "sealed text"
        if place != {"sealed": digest(text.salt, text.text)}:
            yield _of(entry, f"Its {part} is not the text that was recorded.")


def _missing_text(entry: JournalEntry, erased: Erasures) -> Iterable[JournalBreak]:
    kept = {text.part for text in entry.texts}
    try:
        parts = sealed_parts(entry)
    except UNREADABLE:
        return
    for part in parts:
        if part not in kept and (entry.stream, entry.seq, part) not in erased:
            yield _of(entry, f"Its {part} is gone, and no erasure is on record.")


def breaks_in_outbox(
    events: Mapping[int, str], entries: Sequence[JournalEntry], council: str | None = None
) -> Iterable[JournalBreak]:
    """Give every entry whose event in the outbox is gone, or does not say what the entry says.

    An event has the state that its step led to. `council` is the decision's; None is not checked.
    """
    states = _states(entries)
    for place, entry in enumerate(entries):
        if entry.seq not in events:
            yield _of(entry, "Its event in the outbox is gone.")
            continue
        event, ref = _plain(events[entry.seq]), entry.stream.partition("/")[2]
        data = event.pop("data", None)
        state = data.pop("state", None) if isinstance(data, dict) else None
        # What is recorded in one step has one state: the last.
        came_to = {
            states[each]
            for each in range(place, len(states))
            if entries[each].recorded_at == entry.recorded_at
        }
        source = event.get("source") if council is None else f"/council-decisions/{council}"
        expected_event = {
            "specversion": "1.0",
            "id": f"{entry.stream}/{entry.seq}",
            "source": source,
            "type": f"council-decisions.decision.{entry.name}",
            "subject": ref,
            "time": instant_text(entry.at),
            "datacontenttype": "application/json",
        }
        known = place >= len(states) or state in came_to
        if event != expected_event or data != {"ref": ref, "version": entry.seq} or not known:
            yield _of(entry, "Its event in the outbox is not what was recorded.")


def strays_in_outbox(
    name: str, events: Mapping[int, str], entries: Sequence[JournalEntry]
) -> Iterable[JournalBreak]:
    """Give every event in the outbox that belongs to no entry of a decision."""
    made = {entry.seq for entry in entries if name.startswith("decision/")}
    for seq in events:
        if seq not in made:
            yield JournalBreak(
                name, seq if type(seq) is int else 0, "An event in the outbox is one no entry made."
            )


def _states(entries: Sequence[JournalEntry]) -> list[object]:
    """Give the state after each entry, as far as the entries can be read."""
    states: list[object] = []
    decision: Decision | None = None
    for entry in entries:
        try:
            event = read(entry).event
            ref = entry.stream.partition("/")[2]
            decision = begin(ref, event) if decision is None else evolve(decision, event)
        except _NO_RECORD:
            break  # that is told of itself, and what it adds up to nobody can say
        states.append(decision.state.value)
    return states


def _plain(event: object) -> dict[str, object]:
    try:
        data = json.loads(event)  # type: ignore[arg-type]
    except (ValueError, TypeError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _column_breaks(entry: JournalEntry) -> Iterable[JournalBreak]:
    body = _body(entry)
    columns = {
        "stream": entry.stream,
        "seq": entry.seq,
        "name": entry.name,
        "at": instant_text(entry.at),
        "recorded_at": instant_text(entry.recorded_at),
        "role": entry.role,
    }
    for key, value in columns.items():
        if key not in entry.unreadable and body.get(key) != value:
            yield _of(entry, f"Its {key} is not the one that was recorded.")


_NO_RECORD = (*UNREADABLE, WorkflowError, AssertionError, NotImplementedError)
"""What may be raised by replaying entries that no decision's life could have left."""


def breaks_in_decision(
    decision: Decision | None,
    head: str,
    entries: Sequence[JournalEntry],
    ref: str,
    *,
    due_at: datetime | None = None,
    irregular: int | None = None,
    attention: datetime | None = None,
) -> Iterable[JournalBreak]:
    """Give every way in which a decision's row is not what its journal adds up to.

    `head`, `due_at`, `irregular` and `attention` are as the row has them.
    """
    stream = entries[0].stream if entries else f"decision/{ref}"
    if decision is None:
        yield JournalBreak(stream, len(entries), "It has a journal, and no row in the register.")
        return
    if not entries:
        yield JournalBreak(stream, 0, "It has a row in the register, and no journal.")
        return
    if decision.version != entries[-1].seq or head != entries[-1].hash:
        why = f"The register has {decision.version} entries and another ending"
        yield _of(entries[-1], f"{why}: entries are missing.")
        return
    try:
        added_up = replay(ref, (read(entry).event for entry in entries))
    except _NO_RECORD as wrong:
        why = f": {wrong}" if isinstance(wrong, WorkflowError) else "."
        yield _of(entries[-1], f"It cannot be replayed{why}")
        return
    if due_at != decision.due_at:
        yield _of(entries[-1], "The register's row has another time to be looked at.")
    if irregular != (len(added_up.proceedings.irregularities) or None):
        yield _of(entries[-1], "The register's row has another irregular.")
    if attention != attention_at(added_up):
        yield _of(entries[-1], "The register's row has another time at which it needs a person.")
    if added_up != decision:
        yield _of(entries[-1], "The register's row is not what the entries add up to.")
