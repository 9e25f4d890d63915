"""What is on the record, and whether it is whole."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from workflow.calendars.council import CouncilDay
from workflow.clock import spoken
from workflow.errors import JournalBroken, NotFound
from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.evolve import replay
from workflow.model.people import Appointment
from workflow.model.state import State
from workflow.model.statement import ERASED
from workflow.register import own_streams
from workflow.register.events import Appointed, AppointmentEnded, DayEntered, TextErased
from workflow.register.journal import ReadEntry, read
from workflow.register.journal_entry import JournalEntry, stream_of
from workflow.register.late_entries import with_late_entries
from workflow.register.ports import UnitOfWork
from workflow.register.query import DecisionQuery
from workflow.register.verify import (
    EMPTY,
    NAMELESS,
    Erasures,
    JournalBreak,
    Verification,
    breaks_in,
    breaks_in_decision,
    breaks_in_outbox,
    strays_in_outbox,
)


def history(work: UnitOfWork, ref: str) -> tuple[ReadEntry, ...]:
    """Give every entry of a decision's journal, oldest first. Raises NotFound where there is no
    such decision, and JournalBroken where an entry cannot be read."""
    entries = work.journal.stream(stream_of(ref))
    if not entries:
        work.decisions.get(ref)
    return tuple(read(entry) for entry in entries)


def own_rules(work: UnitOfWork, ref: str, now: str) -> tuple[str, ...]:
    """Give the user's own files that a decision was judged by, and then `now`, the one in use, if
    there is one. An entry that cannot be read is passed over."""
    files = dict[str, None]()
    for stored in work.journal.stream(stream_of(ref)):
        with suppress(JournalBroken):
            entry = read(stored)
            if entry.own_rules:
                files[entry.rules] = None
    if now:
        files[now] = None
    return tuple(files)


def entries(work: UnitOfWork, name: str) -> tuple[tuple[JournalEntry, ReadEntry], ...]:
    """Give a decision's journal, each entry as it is stored and as it is read; or one of the
    register's own streams, as "people/salford". Raises as `history` does."""
    stream = own_streams.named(name)
    stored = work.journal.stream(stream)
    if not stored:
        own_streams.must_hold(work, stream)
    return tuple((entry, read(entry)) for entry in stored)


def decision_as_of(work: UnitOfWork, ref: str, instant: datetime) -> Decision:
    """Give a decision as it stood at an instant. Raises NotFound before it was drafted.

    What counts is when things happened, not when they were recorded: what had been received, held
    or done by then, and was entered later, is taken in.
    """
    happened, later = [entry.event for entry in history(work, ref)], list[Event]()
    while happened and happened[-1].at > instant:
        later.append(happened.pop())
    if not happened:
        raise NotFound(f"{ref} had not been drafted at {spoken(instant)}.")
    return with_late_entries(replay(ref, happened), reversed(later), instant)


def decisions_as_of(work: UnitOfWork, query: DecisionQuery, instant: datetime) -> list[Decision]:
    """Give the decisions that a query asks for as they stood at an instant, without those not yet
    drafted."""
    wide = replace(query, state=None, due_by=None, ends_by=None, limit=None)
    decisions = []
    for decision in work.decisions.find(wide):
        if decision.drafted_at > instant:
            continue
        then = (
            decision if decision.last_at <= instant else decision_as_of(work, decision.ref, instant)
        )
        if is_due(then, query) and query.state in (None, then.state):
            decisions.append(then)
    return decisions[: query.limit]


def is_due(then: Decision, query: DecisionQuery) -> bool:
    """Say whether a decision meets the `due_by` and `ends_by` of a query."""
    if query.due_by is None and query.ends_by is None:
        return True
    window = then.window
    if window is None or then.state is not State.CALL_IN_OPEN:
        return False
    ends = query.ends_by is None or window.request_deadline <= query.ends_by
    return ends and (query.due_by is None or window.effective_from <= query.due_by)


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
    yield from strays_in_outbox(name, work.outbox.of(name), entries)
    kind, _, place = name.partition("/")
    if kind == "decision":
        yield from _decision_breaks(work, place, entries)
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
                stream, _, part = event.part.rpartition(": ")
                erasures.add((stream, event.entry, part))
    return frozenset(erasures)


def _decision_breaks(
    work: UnitOfWork, ref: str, entries: Sequence[JournalEntry]
) -> Iterable[JournalBreak]:
    events = work.outbox.of(stream_of(ref))
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
