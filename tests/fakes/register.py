"""A register in memory, for tests that need no database. It passes the same contract tests."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from json import loads
from threading import RLock
from typing import Any

from fakes.counted import Counted, InMemory

from workflow.calendars.council import CouncilDay
from workflow.clock import start_of_day
from workflow.errors import Invalid, NotFound, Stale
from workflow.model.decision import Decision
from workflow.model.json_data import from_plain
from workflow.model.people import Appointment
from workflow.model.statement import Statement
from workflow.register.close_run import CloseRun
from workflow.register.journal_entry import JournalEntry, blank
from workflow.register.query import DecisionQuery
from workflow.register.record import is_due
from workflow.register.stored import (
    DecisionChange,
    StoredDecision,
    StoredPeriod,
    UnreadableRow,
    no_decision,
)
from workflow.store.mapping import cloud_event
from workflow.text import clean, written_otherwise


@dataclass
class Kept:
    """What a register holds."""

    decisions: dict[str, StoredDecision] = field(default_factory=dict)
    sheets: dict[str, list[JournalEntry]] = field(default_factory=dict)
    events: dict[tuple[str, int], str] = field(default_factory=dict)
    people: dict[int, Appointment] = field(default_factory=dict)
    days: dict[int, tuple[str, CouncilDay]] = field(default_factory=dict)
    ran: dict[int, CloseRun] = field(default_factory=dict)

    def copy(self) -> "Kept":
        """Give a copy that can be changed without changing this one."""
        return Kept(
            dict(self.decisions),
            {name: list(each) for name, each in self.sheets.items()},
            dict(self.events),
            dict(self.people),
            dict(self.days),
            dict(self.ran),
        )


class MemoryRegister(InMemory):
    """Transactions on a register in memory, one writer at a time."""

    def __init__(self) -> None:
        self._kept = Kept()
        self._lock = RLock()

    @contextmanager
    def reading(self) -> Iterator["MemoryWork"]:
        """Read; what is done is not kept."""
        yield MemoryWork(self._kept.copy())

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator["MemoryWork"]:
        """Write; kept when the block ends well."""
        with self._lock:
            draft = self._kept.copy()
            yield MemoryWork(draft)
            if keep:
                self._kept = draft


class MemoryWork(Counted):
    """The register within one transaction."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def look(self, ref: str) -> StoredDecision:
        if ref not in self._kept.decisions:
            meant = [each for each in written_otherwise(ref) if each in self._kept.decisions]
            raise no_decision(ref, meant)
        return self._kept.decisions[ref]

    load = look

    def statement(self, decision: Decision) -> Statement:
        sheet = self._kept.sheets[f"decision/{decision.ref}"][decision.statement_version - 1]
        kept = {text.part: loads(text.text) for text in sheet.texts}
        return from_plain(Statement, kept.get("statement", blank("statement")))

    def refs(self) -> Sequence[str]:
        return sorted(self._kept.decisions)

    def find(self, sought: DecisionQuery) -> Sequence[Decision]:
        words = clean(sought.words or "", "words sought").lower()
        found = (self._kept.decisions[ref].decision for ref in self.refs())
        return [each for each in found if _is_sought(each, sought, words)][: sought.limit]

    def councils(self) -> Sequence[str]:
        return sorted({stored.decision.council for stored in self._kept.decisions.values()})

    def periods(self, council: str, first: date) -> Iterator[StoredPeriod]:
        for ref in sorted(self._kept.decisions):
            decision = self._kept.decisions[ref].decision
            window = decision.window
            if decision.council != council or window is None:
                continue
            if window.last_day >= first or window.effective_from >= start_of_day(first):
                yield StoredPeriod(ref, decision.state, window)

    def published_between(
        self, council: str, since: datetime, until: datetime
    ) -> Sequence[Decision]:
        return [
            stored.decision
            for _, stored in sorted(self._kept.decisions.items())
            if stored.decision.council == council
            and stored.decision.published_at is not None
            and since <= stored.decision.published_at < until
        ]

    def made_between(self, council: str, since: date, until: date) -> Sequence[Decision]:
        return [
            decision
            for _, stored in sorted(self._kept.decisions.items())
            if (decision := stored.decision).council == council
            and decision.made_on is not None
            and since <= decision.made_on <= until
            and (decision.signed_at is not None or decision.published_at is not None)
        ]

    def asked_since(self, council: str, since: datetime) -> Sequence[Decision]:
        return [
            stored.decision
            for _, stored in sorted(self._kept.decisions.items())
            if stored.decision.council == council
            and (
                stored.decision.disputed_at is not None
                or (stored.decision.asked_at is not None and stored.decision.asked_at >= since)
            )
        ]

    def due(
        self, now: datetime, council: str | None, after: tuple[datetime, str] | None, limit: int
    ) -> Sequence[StoredDecision]:
        found = sorted(
            (due_at, ref)
            for ref, stored in self._kept.decisions.items()
            if (due_at := stored.decision.due_at) is not None
            and due_at <= now
            and council in (None, stored.decision.council)
        )
        later = [ref for place, ref in found if after is None or (place, ref) > after]
        return [self._kept.decisions[ref] for ref in later[:limit]]

    def save(self, change: DecisionChange) -> None:
        decision = change.taken.decision
        held = self._kept.decisions.get(decision.ref)
        if change.before is None and held is not None:
            raise Invalid(f"There is a decision {decision.ref} already.")
        if change.before is not None and not _is_as_read(held, change.before):
            raise Stale()
        self._kept.decisions[decision.ref] = StoredDecision(
            decision,
            change.sheets[-1].hash,
            decision.due_at,
            len(decision.proceedings.irregularities) or None,
        )
        for sheet in change.sheets:
            self.append(sheet)
            self._kept.events[sheet.stream, sheet.seq] = cloud_event(sheet, decision)

    def held(self, refs: Sequence[str]) -> set[str]:
        return {ref for ref in refs if ref in self._kept.decisions}

    def add_many(self, changes: Sequence[DecisionChange]) -> None:
        for change in changes:
            self.save(change)

    def save_many(self, changes: Sequence[DecisionChange]) -> None:
        for change in changes:
            held = self._kept.decisions.get(change.taken.decision.ref)
            if change.before is None or not _is_as_read(held, change.before):
                raise Stale()
        for change in changes:
            self.save(change)

    def free_reference(self, prefix: str, year: int) -> str:
        stem = f"{prefix}-{year}-"
        ends = [ref.removeprefix(stem) for ref in self._kept.decisions if ref.startswith(stem)]
        taken = [int(end) for end in ends if end.isascii() and end.isdigit() and len(end) < 10]
        return f"{stem}{max(taken, default=0) + 1:03d}"

    def stream(self, name: str) -> Sequence[JournalEntry]:
        return list(self._kept.sheets.get(name, ()))

    def latest(self, stream: str) -> JournalEntry | None:
        return next(reversed(self._kept.sheets.get(stream, ())), None)

    def streams(self, under: str = "") -> Sequence[str]:
        return sorted(each for each in self._kept.sheets if each.startswith(under))

    def append(self, sheet: JournalEntry) -> None:
        self._kept.sheets.setdefault(sheet.stream, []).append(sheet)

    def erase(self, stream: str, seq: int, part: str) -> bool:
        sheets = self._kept.sheets.get(stream, [])
        if not 1 <= seq <= len(sheets):
            return False
        sheet = sheets[seq - 1]
        left = tuple(text for text in sheet.texts if text.part != part)
        sheets[seq - 1] = replace(sheet, texts=left)
        return len(left) < len(sheet.texts)

    def outbox_of(self, stream: str) -> dict[int, str]:
        return {seq: event for (name, seq), event in self._kept.events.items() if name == stream}

    def outbox(self) -> Sequence[str]:
        return [self._kept.events[place] for place in sorted(self._kept.events)]

    def appointments(self, council: str) -> Sequence[Appointment]:
        return [each for each in self._kept.people.values() if each.council == council]

    def add_appointment(self, appointment: Appointment) -> None:
        self._kept.people[appointment.number] = appointment

    def end_appointment(self, number: int, until: date) -> None:
        if number not in self._kept.people:
            raise NotFound(f"There is no appointment {number}.")
        self._kept.people[number] = replace(self._kept.people[number], until=until)

    def next_number(self, table: str) -> int:
        numbered: dict[str, dict[int, Any]] = {
            "appointments": dict(self._kept.people),
            "days": dict(self._kept.days),
        }
        return max(numbered[table], default=0) + 1

    def council_days(self, council: str) -> Sequence[CouncilDay]:
        return [day for whose, day in self._kept.days.values() if whose == council]

    def readable_days(self, council: str) -> Sequence[CouncilDay]:
        return self.council_days(council)

    def councils_kept(self) -> Sequence[tuple[str, str]]:
        people = {("people", each.council) for each in self._kept.people.values()}
        return sorted(people | {("calendar", council) for council, _ in self._kept.days.values()})

    def unread(self) -> Sequence[str]:
        return []

    def undated(self, council: str | None) -> Sequence[UnreadableRow]:
        return []

    def add_council_day(self, number: int, council: str, day: CouncilDay) -> None:
        self._kept.days[number] = (council, day)

    def start_run(self, council: str | None, started_at: datetime) -> int:
        number = max(self._kept.ran, default=0) + 1
        self._kept.ran[number] = CloseRun(number=number, council=council, started_at=started_at)
        return number

    def finish_run(self, run: CloseRun) -> None:
        self._kept.ran[run.number] = run

    def runs(self, limit: int) -> Sequence[CloseRun]:
        return [self._kept.ran[number] for number in sorted(self._kept.ran, reverse=True)][:limit]


def _is_as_read(held: StoredDecision | None, before: StoredDecision) -> bool:
    was = before.decision
    return held is not None and (held.decision.version, held.decision.state) == (
        was.version,
        was.state,
    )


def _is_sought(decision: Decision, sought: DecisionQuery, words: str) -> bool:
    named = f"{decision.title}\n{decision.ref}".lower()
    return (
        sought.council in (None, decision.council)
        and (sought.after is None or decision.ref > sought.after)
        and sought.state in (None, decision.state)
        and words in named
        and (not sought.irregular or bool(decision.proceedings.irregularities))
        and is_due(decision, sought)
    )
