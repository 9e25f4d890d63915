"""Verifying the register: each stream of its journal, and what is kept beside that."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, final

from workflow.calendars.council import CouncilDay
from workflow.errors import JournalBroken, NotFound
from workflow.model.people import Appointment
from workflow.model.statement import ERASED
from workflow.register import own_streams
from workflow.register.events import Appointed, AppointmentEnded, DayEntered, TextErased
from workflow.register.extent import RegisterExtent
from workflow.register.journal import ReadEntry, read
from workflow.register.journal_breaks import (
    Erasures,
    JournalBreak,
    breaks_in,
    breaks_in_decision,
    breaks_in_outbox,
    strays_in_outbox,
)
from workflow.register.journal_entry import JournalEntry, stream_of
from workflow.register.ports import UnitOfWork

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
    """Every break that was found; none if the journal verifies."""
    extent: RegisterExtent
    """What the register held when it was checked."""

    def __bool__(self) -> bool:
        return not self.breaks


def verify(work: UnitOfWork, ref: str | None = None) -> Verification:
    """Check one decision's journal, one of the register's own streams, or all of it, and give every
    break found. An empty register does not verify. Raises NotFound."""
    if ref is not None:
        stream = own_streams.named(ref)
        if not work.journal.stream(stream):
            own_streams.must_hold(work, stream)
        names = {stream}
    else:
        names = {*work.journal.streams(), *(stream_of(each) for each in work.decisions.refs())}
        names |= {f"people/{council}" for council in work.appointments.councils()}
        names |= {f"calendar/{council}" for council in work.days.councils()}
        names |= {*work.outbox.streams()}
    checked, breaks_found = 0, list[JournalBreak]()
    for name in sorted(names):
        number, breaks = _steadily(work, name)
        checked += number
        breaks_found += breaks
    if ref is None:
        kept = (work.appointments, work.days, work.runs)
        unreadable = [problem for part in kept for problem in part.unreadable()]
        breaks_found += (JournalBreak("the register", 0, problem) for problem in unreadable)
    extent = work.extent()
    if ref is None and extent.identity is None:
        breaks_found.append(NAMELESS)
    if not (breaks_found or checked or extent.entries):
        breaks_found.append(EMPTY)
    return Verification(checked, tuple(breaks_found), extent)


_TURNS = 10


def _steadily(work: UnitOfWork, name: str) -> tuple[int, list[JournalBreak]]:
    """Check one stream; check it again if something was written to it meanwhile.

    In a host's transaction two queries may see the register at two moments. Whatever changes a
    decision, a day or an appointment adds an entry to its stream, so a last entry that has changed
    shows it.
    """
    for _ in range(_TURNS):
        last = _last(work, name)
        entries = work.journal.stream(name)
        breaks = list(_stream_breaks(work, name, entries))
        if not breaks or _last(work, name) == last:
            break
    return len(entries), breaks


def _last(work: UnitOfWork, name: str) -> str | None:
    entry = work.journal.latest(name)
    return None if entry is None else entry.hash


def _stream_breaks(
    work: UnitOfWork, name: str, entries: Sequence[JournalEntry]
) -> Iterable[JournalBreak]:
    breaks = list(breaks_in(entries, frozenset()))
    if breaks:
        breaks = list(breaks_in(entries, _erasures(work)))
    yield from breaks
    events = work.outbox.of(name)
    yield from strays_in_outbox(name, events, entries)
    kind, _, place = name.partition("/")
    if kind == "decision":
        yield from _decision_breaks(work, place, entries, events)
    elif kind == "people":
        yield from _people_breaks(work, place, entries)
    elif kind == "calendar":
        yield from _calendar_breaks(work, place, entries)


def _erasures(work: UnitOfWork) -> Erasures:
    """Give everything whose erasure is on record."""
    erasures = set()
    for name in work.journal.streams("erasures/"):
        for entry in work.journal.stream(name):
            try:
                event = read(entry).event
            except JournalBroken:
                continue  # its own check tells of it
            if isinstance(event, TextErased):
                stream, part = event.erased_from
                erasures.add((stream, event.entry, part))
    return frozenset(erasures)


def _decision_breaks(
    work: UnitOfWork, ref: str, entries: Sequence[JournalEntry], events: Mapping[int, str]
) -> Iterable[JournalBreak]:
    try:
        stored = work.decisions.get(ref)
    except NotFound:
        yield from breaks_in_decision(None, "", entries, ref)
        yield from breaks_in_outbox(events, entries)
        return
    except JournalBroken as unreadable:
        yield JournalBreak(stream_of(ref), 0, str(unreadable))
        yield from breaks_in_outbox(events, entries)
        return
    yield from breaks_in_decision(
        stored.decision,
        stored.head,
        entries,
        ref,
        due_at=stored.due_at,
        irregular=stored.irregular,
        attention=stored.attention_at,
    )
    yield from breaks_in_outbox(events, entries, stored.decision.council)


def _people_breaks(
    work: UnitOfWork, council: str, entries: Iterable[JournalEntry]
) -> Iterable[JournalBreak]:
    recorded: dict[int, tuple[Appointed, ReadEntry]] = {}
    for stored in entries:
        try:
            entry = read(stored)
        except JournalBroken as wrong:
            yield JournalBreak(stored.stream, stored.seq, str(wrong))
            return
        event = entry.event
        if isinstance(event, Appointed):
            recorded[event.number] = event, entry
        elif isinstance(event, AppointmentEnded) and event.number in recorded:
            appointed, first = recorded[event.number]
            recorded[event.number] = replace(appointed, until=event.until), first
    kept = {each.number: each for each in work.appointments.of(council)}
    for number in sorted(recorded.keys() | kept.keys()):
        if not _as_recorded(recorded.get(number), kept.get(number)):
            yield JournalBreak(
                f"people/{council}", number, "The appointment is not what was recorded."
            )


def _as_recorded(recorded: tuple[Appointed, ReadEntry] | None, kept: Appointment | None) -> bool:
    """Say whether an appointment is the one that was recorded; erased names are not compared."""
    if recorded is None or kept is None:
        return False
    event, entry = recorded
    names = (
        event.person in (ERASED, kept.person),
        event.shown_as in (ERASED, kept.name),
        entry.person in (ERASED, kept.entered_by),
    )
    values = (event.role, event.since, event.until, event.of, event.deputy, entry.recorded_at)
    held = (kept.role, kept.since, kept.until, kept.of, kept.deputy, kept.entered_at)
    return all(names) and values == held


def _calendar_breaks(
    work: UnitOfWork, council: str, entries: Iterable[JournalEntry]
) -> Iterable[JournalBreak]:
    recorded: list[tuple[object, ...]] = []
    for stored in entries:
        try:
            entry = read(stored)
        except JournalBroken as wrong:
            yield JournalBreak(stored.stream, stored.seq, str(wrong))
            return
        if isinstance(entry.event, DayEntered):
            recorded.append(_day_of_entry(entry, entry.event))
    kept = [_day_kept(each) for each in work.days.readable(council)]
    if len(recorded) != len(kept) or not all(map(_is_same_day, recorded, kept)):
        yield JournalBreak(
            f"calendar/{council}",
            len(recorded),
            "The days on file are not those that were recorded.",
        )


def _day_of_entry(entry: ReadEntry, day: DayEntered) -> tuple[object, ...]:
    said = (day.day, day.kind, day.title, day.reason, day.source, day.known_at)
    return (*said, entry.recorded_at, entry.person)


def _day_kept(day: CouncilDay) -> tuple[object, ...]:
    said = (day.day, day.kind.value, day.title, day.reason, day.source, day.known_at)
    return (*said, day.recorded_at, day.entered_by)


def _is_same_day(recorded: tuple[object, ...], kept: tuple[object, ...]) -> bool:
    """Say whether a day is the one that was recorded; what was erased is not compared."""
    return all(said in (ERASED, held) for said, held in zip(recorded, kept, strict=True))
