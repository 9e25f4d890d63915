"""What is on the record, and whether it is whole."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from workflow.clock import spoken
from workflow.errors import JournalBroken, NotFound
from workflow.model.decision import Decision, replay
from workflow.model.people import Appointment
from workflow.model.register import Appointed, AppointmentEnded, DayEntered, TextErased
from workflow.model.state import State
from workflow.service.journal import Read, read
from workflow.service.ports import Sought, Work
from workflow.service.sheet import ERASED, Sheet
from workflow.service.steps import stream_of
from workflow.service.verify import (
    Break,
    Erasures,
    breaks_in,
    breaks_in_decision,
    breaks_in_outbox,
)


def history(work: Work, ref: str) -> tuple[Read, ...]:
    """Give everything on a decision's record, oldest first; NotFound for no such decision."""
    sheets = work.stream(stream_of(ref))
    if not sheets:
        work.look(ref)
    return tuple(read(sheet) for sheet in sheets)


def sheets(work: Work, ref: str) -> tuple[tuple[Sheet, Read], ...]:
    """Give a decision's journal as it is kept, each sheet with what it says."""
    work.look(ref)
    return tuple((sheet, read(sheet)) for sheet in work.stream(stream_of(ref)))


def as_it_was(work: Work, ref: str, instant: datetime) -> Decision:
    """Give a decision as what had happened by an instant adds up to; NotFound before its draft.

    It goes by when things happened in law, not by when they were recorded; what an entry rests on
    comes with it.
    """
    happened = [entry.event for entry in history(work, ref)]
    while happened and happened[-1].at > instant:
        happened.pop()
    if not happened:
        raise NotFound(f"{ref} had not been drafted at {spoken(instant)}.")
    return replay(ref, happened)


def found_as_they_were(work: Work, sought: Sought, instant: datetime) -> list[Decision]:
    """Give the decisions sought as they stood at an instant, without those not yet drafted."""
    wide = replace(sought, state=None, due_by=None, limit=None)
    found = []
    for decision in work.find(wide):
        if decision.drafted_at > instant:
            continue
        then = decision if decision.last_at <= instant else as_it_was(work, decision.ref, instant)
        ends = then.window.effective_from if then.window is not None else None
        due = sought.due_by is None or (
            then.state is State.CALL_IN_OPEN and ends is not None and ends <= sought.due_by
        )
        if due and sought.state in (None, then.state):
            found.append(then)
    return found[: sought.limit]


def verify(work: Work, ref: str | None = None) -> tuple[int, tuple[Break, ...]]:
    """Check one decision's journal, or all of it; give how many entries were checked, and every
    break found."""
    if ref is not None:
        if not work.stream(stream_of(ref)):
            work.look(ref)
        names = {stream_of(ref)}
    else:
        names = {*work.streams(), *(stream_of(each) for each in work.refs())}
    checked, found = 0, list[Break]()
    erased = _erasures(work)
    for name in sorted(names):
        sheets = work.stream(name)
        checked += len(sheets)
        found += breaks_in(sheets, erased)
        kind, _, place = name.partition("/")
        if kind == "decision":
            found += _decision_breaks(work, place, sheets)
            found += breaks_in_outbox(work.outbox_of(name), sheets)
        elif kind == "people":
            found += _people_breaks(work, place, sheets)
        elif kind == "calendar":
            found += _calendar_breaks(work, place, sheets)
    return checked, tuple(found)


def _erasures(work: Work) -> Erasures:
    """Give everything whose erasure is on record."""
    found = set()
    for name in work.streams():
        if name.startswith("erasures/"):
            for sheet in work.stream(name):
                event = read(sheet).event
                if isinstance(event, TextErased):
                    stream, _, part = event.part.rpartition(": ")
                    found.add((stream, event.entry, part))
    return frozenset(found)


def _decision_breaks(work: Work, ref: str, sheets: Iterable[Sheet]) -> Iterable[Break]:
    try:
        stored = work.look(ref)
    except NotFound:
        return breaks_in_decision(None, "", tuple(sheets), ref)
    except JournalBroken as unreadable:
        return (Break(stream_of(ref), 0, str(unreadable)),)
    return breaks_in_decision(
        stored.decision, stored.head, tuple(sheets), ref, due_at=stored.due_at
    )


def _people_breaks(work: Work, council: str, sheets: Iterable[Sheet]) -> Iterable[Break]:
    told: dict[int, Appointed] = {}
    for sheet in sheets:
        try:
            event = read(sheet).event
        except JournalBroken as wrong:
            yield Break(sheet.stream, sheet.seq, str(wrong))
            return
        if isinstance(event, Appointed):
            told[event.number] = event
        elif isinstance(event, AppointmentEnded) and event.number in told:
            told[event.number] = replace(told[event.number], until=event.until)
    kept = {each.number: each for each in work.appointments(council)}
    for number in sorted(told.keys() | kept.keys()):
        if not _as_recorded(told.get(number), kept.get(number)):
            yield Break(f"people/{council}", number, "The appointment is not what was recorded.")


def _as_recorded(told: Appointed | None, kept: Appointment | None) -> bool:
    """Say whether an appointment is the one that was recorded; erased names are not compared."""
    if told is None or kept is None:
        return False
    names = (told.person in (ERASED, kept.person), told.shown_as in (ERASED, kept.name))
    said = (told.role, told.since, told.until, told.of, told.deputy)
    return all(names) and said == (kept.role, kept.since, kept.until, kept.of, kept.deputy)


def _calendar_breaks(work: Work, council: str, sheets: Iterable[Sheet]) -> Iterable[Break]:
    told: list[tuple[object, ...]] = []
    for sheet in sheets:
        try:
            event = read(sheet).event
        except JournalBroken as wrong:
            yield Break(sheet.stream, sheet.seq, str(wrong))
            return
        if isinstance(event, DayEntered):
            told.append((event.day, event.kind, event.title, event.known_at))
    kept = [(d.day, d.kind.value, d.title, d.known_at) for d in work.council_days(council)]
    if told != kept:
        yield Break(
            f"calendar/{council}", len(told), "The days on file are not those that were recorded."
        )
