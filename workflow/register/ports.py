"""What the use cases need from the outside: a place to keep the register, within a transaction.

Each port is one thing that is kept. A store has one class for each.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from workflow.calendars.council import CouncilDay
from workflow.model.decision import Decision
from workflow.model.people import Appointment
from workflow.model.statement import Statement
from workflow.register.close_run import CloseRun
from workflow.register.extent import RegisterExtent
from workflow.register.journal_entry import JournalEntry
from workflow.register.query import DecisionQuery
from workflow.register.stored import DecisionChange, StoredDecision, StoredPeriod, UnreadableRow


class DecisionPort(Protocol):
    """The decisions as they stand. A change is written with its journal and its events."""

    def get(self, ref: str) -> StoredDecision:
        """Give a decision, only to look at; or NotFound."""
        ...

    def lock(self, ref: str) -> StoredDecision:
        """Give a decision, kept from others' hands until the transaction ends; or NotFound."""
        ...

    def statement(self, decision: Decision) -> Statement:
        """Give the written statement as it read when the decision stood so."""
        ...

    def refs(self) -> Sequence[str]:
        """Give the reference of every decision."""
        ...

    def existing(self, refs: Sequence[str]) -> set[str]:
        """Give those of these references that are on the register."""
        ...

    def free_reference(self, prefix: str, year: int) -> str:
        """Give the next free reference, as in HFD-2018-001."""
        ...

    def councils(self) -> Sequence[str]:
        """Give every council that has a decision on the register, by name."""
        ...

    def find(self, query: DecisionQuery) -> Sequence[Decision]:
        """Give the decisions sought, by reference."""
        ...

    def periods(self, council: str, first: date) -> Iterator[StoredPeriod]:
        """Give the call-in periods of a council, open or ended, that a change of its calendar from
        a day on could move; one by one, by reference."""
        ...

    def published_between(
        self, council: str, since: datetime, until: datetime
    ) -> Sequence[Decision]:
        """Give the decisions of a council published from an instant to before another."""
        ...

    def made_between(self, council: str, since: date, until: date) -> Sequence[Decision]:
        """Give the decisions of a council made from a day to another, both included."""
        ...

    def requested_since(self, council: str, since: datetime) -> Sequence[Decision]:
        """Give the decisions of a council that were asked to be called in since an instant.

        One of which something in time was found after it was implemented is among them.
        """
        ...

    def save(self, change: DecisionChange) -> None:
        """Write one change; raise Stale if someone else was first."""
        ...

    def save_many(self, changes: Sequence[DecisionChange]) -> None:
        """Write many changes at once, or raise having written none of them."""
        ...

    def add_many(self, changes: Sequence[DecisionChange]) -> None:
        """Write many decisions that begin, at once, or raise having written none of them."""
        ...


class DuePort(Protocol):
    """The decisions that time has caught up with, in the order of the close: by when each was due,
    and then by reference."""

    def batch(
        self,
        now: datetime,
        council: str | None,
        after: tuple[datetime, str] | None,
        limit: int | None,
    ) -> Sequence[StoredDecision | UnreadableRow]:
        """Give those that nobody else holds, after a place in the order; all without a limit."""
        ...

    def remaining(
        self, now: datetime, council: str | None, upto: tuple[datetime, str] | None
    ) -> Sequence[str]:
        """Give the references of those up to a place in the order, whoever holds them. Where no
        two can write at once nobody else does, and there are none."""
        ...

    def undated(self, council: str | None) -> Sequence[UnreadableRow]:
        """Give the decisions of which nobody can read when time must look at them again."""
        ...


class JournalPort(Protocol):
    """The journal. It is only ever added to; the text kept beside it can be erased."""

    def stream(self, name: str) -> Sequence[JournalEntry]:
        """Give a stream of the journal, oldest first, with its sealed text."""
        ...

    def latest(self, stream: str) -> JournalEntry | None:
        """Give the last entry of a stream, with its sealed text; None where nothing is in it."""
        ...

    def streams(self, under: str = "") -> Sequence[str]:
        """Give the name of every stream of the journal, or of those whose names begin so."""
        ...

    def newest_recorded(self, by: datetime) -> datetime | None:
        """Give when the newest entry that was recorded by an instant was; None if none was."""
        ...

    def append(self, entry: JournalEntry) -> None:
        """Write an entry of a stream that is not a decision's."""
        ...

    def erase(self, stream: str, seq: int, part: str) -> bool:
        """Erase sealed text for good; say whether there was any."""
        ...


class OutboxPort(Protocol):
    """The events for others, as CloudEvents in JSON. They are written as a decision is saved."""

    def all(self) -> Sequence[str]:
        """Give every event, by stream and number."""
        ...

    def of(self, stream: str) -> Mapping[int, str]:
        """Give the events of a stream, by number."""
        ...

    def streams(self) -> Sequence[str]:
        """Give the name of every stream that has events."""
        ...


class AppointmentPort(Protocol):
    """The appointments: who holds which role at which council, and from when to when."""

    def of(self, council: str) -> Sequence[Appointment]:
        """Give every appointment at a council, ended or not, without those that cannot be read."""
        ...

    def councils(self) -> Sequence[str]:
        """Give the name of every council that has appointments."""
        ...

    def next_number(self) -> int:
        """Give the next free number; whoever asks at the same time waits for this transaction."""
        ...

    def add(self, appointment: Appointment) -> None:
        """Keep an appointment."""
        ...

    def end(self, number: int, until: date) -> None:
        """Give an appointment its last day, or raise NotFound."""
        ...

    def unreadable(self) -> Sequence[str]:
        """Say of each that cannot be read which it is, and why."""
        ...


class DayPort(Protocol):
    """The days entered in councils' calendars."""

    def of(self, council: str) -> Sequence[CouncilDay]:
        """Give a council's days, in the order recorded; JournalBroken where one cannot be read."""
        ...

    def readable(self, council: str) -> Sequence[CouncilDay]:
        """Give a council's days, in the order recorded, without those that cannot be read."""
        ...

    def councils(self) -> Sequence[str]:
        """Give the name of every council that has days."""
        ...

    def next_number(self) -> int:
        """Give the next free number; whoever asks at the same time waits for this transaction."""
        ...

    def add(self, number: int, council: str, day: CouncilDay) -> None:
        """Keep a day."""
        ...

    def unreadable(self) -> Sequence[str]:
        """Say of each that cannot be read which it is, and why."""
        ...


class RunPort(Protocol):
    """The runs of the nightly close."""

    def start(self, council: str | None, started_at: datetime) -> int:
        """Record that a run began, and give its number."""
        ...

    def finish(self, run: CloseRun) -> None:
        """Record how a run ended."""
        ...

    def latest(self, limit: int | None = None) -> Sequence[CloseRun]:
        """Give the latest runs, newest first; all of them without a limit."""
        ...

    def last_finished(self, by: datetime) -> datetime | None:
        """Give when the last run that had finished by an instant did so; None if none had."""
        ...

    def unreadable(self) -> Sequence[str]:
        """Say of each that cannot be read which it is, and why."""
        ...


class UnitOfWork(Protocol):
    """The register within one transaction. Nothing is kept unless the transaction is."""

    @property
    def decisions(self) -> DecisionPort:
        """The decisions as they stand."""
        ...

    @property
    def due(self) -> DuePort:
        """Those of them that time has caught up with."""
        ...

    @property
    def journal(self) -> JournalPort:
        """The journal, and the text kept beside it."""
        ...

    @property
    def outbox(self) -> OutboxPort:
        """The events for others."""
        ...

    @property
    def appointments(self) -> AppointmentPort:
        """The appointments."""
        ...

    @property
    def days(self) -> DayPort:
        """The days entered in councils' calendars."""
        ...

    @property
    def runs(self) -> RunPort:
        """The runs of the nightly close."""
        ...

    def extent(self) -> RegisterExtent:
        """Give which register this is, how much it holds, and its newest entry."""
        ...
