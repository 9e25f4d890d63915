"""The decisions of a register in memory, and which of them are due."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from json import loads

from support.fakes.kept import Kept
from workflow.clock import start_of_day
from workflow.errors import Invalid, Stale
from workflow.model.attention import attention_at
from workflow.model.decision import Decision
from workflow.model.json_data import from_plain
from workflow.model.proceedings import NONE_YET
from workflow.model.state import GIVEN_UP, State
from workflow.model.statement import Statement
from workflow.register.journal_entry import blank
from workflow.register.ports import DecisionPort, DuePort
from workflow.register.query import DecisionQuery
from workflow.register.record import is_due, page_of, was_made
from workflow.register.stored import (
    DecisionChange,
    StoredDecision,
    StoredPeriod,
    UnreadableRow,
    no_decision,
)
from workflow.store.outbox import cloud_event
from workflow.text import clean, stands_for, written_otherwise


class MemoryDecisions(DecisionPort):
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def get(self, ref: str) -> StoredDecision:
        if ref not in self._kept.decisions:
            held = self._kept.decisions
            meant = [each for each in written_otherwise(ref) if each in held]
            meant = meant or [each for each in held if stands_for(ref, each)]
            raise no_decision(ref, meant)
        return self._kept.decisions[ref]

    lock = get

    def statement(self, decision: Decision) -> Statement:
        sheet = self._kept.sheets[f"decision/{decision.ref}"][decision.statement_version - 1]
        kept = {text.part: loads(text.text) for text in sheet.texts}
        return from_plain(Statement, kept.get("statement", blank("statement")))

    def refs(self) -> Sequence[str]:
        return sorted(self._kept.decisions)

    def existing(self, refs: Sequence[str]) -> set[str]:
        return {ref for ref in refs if ref in self._kept.decisions}

    def free_reference(self, prefix: str, year: int) -> str:
        stem = f"{prefix}-{year}-"
        ends = [ref.removeprefix(stem) for ref in self._kept.decisions if ref.startswith(stem)]
        taken = [int(end) for end in ends if end.isascii() and end.isdigit() and len(end) < 10]
        return f"{stem}{max(taken, default=0) + 1:03d}"

    def councils(self) -> Sequence[str]:
        return sorted({stored.decision.council for stored in self._kept.decisions.values()})

    def find(self, sought: DecisionQuery) -> Sequence[Decision]:
        words = clean(sought.words or "", "words sought").lower()
        found = (self._kept.decisions[ref].decision for ref in self.refs())
        return page_of([each for each in found if _is_sought(each, sought, words)], sought)

    def periods(self, council: str, first: date) -> Iterator[StoredPeriod]:
        for ref in sorted(self._kept.decisions):
            decision = self._kept.decisions[ref].decision
            window = decision.window
            if decision.council != council or window is None:
                continue
            if window.last_day >= first or window.effective_from >= start_of_day(first):
                yield StoredPeriod(ref, decision.state, window)

    def once_open(self, council: str, at: datetime) -> Sequence[Decision]:
        return [
            decision
            for _, stored in sorted(self._kept.decisions.items())
            if (decision := stored.decision).council == council
            and (
                (decision.state is State.SIGNED and decision.version >= 4)
                or (
                    decision.state in GIVEN_UP
                    and decision.window is not None
                    and decision.window.request_deadline >= at
                )
            )
        ]

    def to_come(self, council: str) -> Sequence[Decision]:
        return [
            stored.decision
            for _, stored in sorted(self._kept.decisions.items())
            if stored.decision.council == council
            and stored.decision.state in (State.DRAFT, State.SIGNED)
            and stored.decision.proceedings != NONE_YET
        ]

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

    def needing(self, council: str, by: datetime) -> Sequence[Decision]:
        found = sorted(
            (at, ref)
            for ref, stored in self._kept.decisions.items()
            if (at := stored.attention_at) is not None
            and at <= by
            and stored.decision.council == council
        )
        return [self._kept.decisions[ref].decision for _, ref in found]

    def open_for_call_in(self, council: str, at: datetime | None = None) -> Sequence[Decision]:
        found = sorted(
            (stored.decision.window.request_deadline, ref)
            for ref, stored in self._kept.decisions.items()
            if stored.decision.state is State.CALL_IN_OPEN
            and stored.decision.council == council
            and stored.decision.window is not None
            and (at is None or stored.decision.window.request_deadline >= at)
        )
        return [self._kept.decisions[ref].decision for _, ref in found]

    def requested_since(self, council: str, since: datetime) -> Sequence[Decision]:
        def is_among(found: Decision) -> bool:
            received = [each for each in (found.asked_at, found.refused_at) if each is not None]
            return found.disputed_at is not None or any(each >= since for each in received)

        return [
            stored.decision
            for _, stored in sorted(self._kept.decisions.items())
            if stored.decision.council == council and is_among(stored.decision)
        ]

    def refused_since(self, council: str, since: datetime) -> Sequence[Decision]:
        found = sorted(
            (stored.decision.refused_at, ref)
            for ref, stored in self._kept.decisions.items()
            if stored.decision.council == council
            and stored.decision.refused_at is not None
            and stored.decision.refused_at >= since
        )
        return [self._kept.decisions[ref].decision for _, ref in found]

    def save(self, change: DecisionChange) -> None:
        decision = change.taken.decision
        held = self._kept.decisions.get(decision.ref)
        if change.before is None and held is not None:
            raise Invalid(f"There is a decision {decision.ref} already.")
        if change.before is not None and not _is_as_read(held, change.before):
            raise Stale()
        self._kept.decisions[decision.ref] = StoredDecision(
            decision,
            change.entries[-1].hash,
            decision.due_at,
            len(decision.proceedings.irregularities) or None,
            attention_at(decision),
        )
        for sheet in change.entries:
            self._kept.sheets.setdefault(sheet.stream, []).append(sheet)
            self._kept.events[sheet.stream, sheet.seq] = cloud_event(sheet, decision)

    def save_many(self, changes: Sequence[DecisionChange]) -> None:
        for change in changes:
            held = self._kept.decisions.get(change.taken.decision.ref)
            if change.before is None or not _is_as_read(held, change.before):
                raise Stale()
        for change in changes:
            self.save(change)

    def add_many(self, changes: Sequence[DecisionChange]) -> None:
        for change in changes:
            self.save(change)


class MemoryDue(DuePort):
    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def batch(
        self,
        now: datetime,
        council: str | None,
        after: tuple[datetime, str] | None,
        limit: int | None,
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

    def remaining(self, *_: object) -> Sequence[str]:
        return []  # one writer at a time

    def undated(self, council: str | None) -> Sequence[UnreadableRow]:
        return []


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
        and sought.kind in (None, decision.kind)
        and was_made(decision, sought)
        and sought.state in (None, decision.state)
        and words in named
        and (not sought.irregular or bool(decision.proceedings.irregularities))
        and is_due(decision, sought)
    )
