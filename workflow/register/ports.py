"""What the use cases need from the outside: a place to keep the register, within a transaction."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from workflow.calendars.council import CouncilDay
from workflow.model.decision import Decision
from workflow.model.people import Appointment
from workflow.model.statement import Statement
from workflow.register.close_run import CloseRun
from workflow.register.extent import Extent
from workflow.register.journal_entry import JournalEntry
from workflow.register.query import DecisionQuery
from workflow.register.stored import DecisionChange, StoredDecision, StoredPeriod, UnreadableRow


class UnitOfWork(Protocol):
    """The register within one transaction. Nothing is kept unless the transaction is."""

    def load(self, ref: str) -> StoredDecision:
        """Give a decision, kept from others' hands until the transaction ends; or NotFound."""
        ...

    def look(self, ref: str) -> StoredDecision:
        """Give a decision, only to look at; or NotFound."""
        ...

    def statement(self, decision: Decision) -> Statement:
        """Give the written statement as it now reads."""
        ...

    def refs(self) -> Sequence[str]:
        """Give the reference of every decision."""
        ...

    def find(self, sought: DecisionQuery) -> Sequence[Decision]:
        """Give the decisions sought, by reference."""
        ...

    def councils(self) -> Sequence[str]:
        """Give every council that has a decision on the register, by name."""
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

    def asked_since(self, council: str, since: datetime) -> Sequence[Decision]:
        """Give the decisions of a council that were asked to be called in since an instant.

        One of which something in time was found after it was implemented is among them.
        """
        ...

    def due(
        self, now: datetime, council: str | None, after: tuple[datetime, str] | None, limit: int
    ) -> Sequence[StoredDecision | UnreadableRow]:
        """Give decisions that time has caught up with, in that order, that nobody else holds."""
        ...

    def still_due(
        self, now: datetime, council: str | None, upto: tuple[datetime, str] | None
    ) -> Sequence[str]:
        """Give the decisions that time has caught up with, up to a place in their order, whoever
        holds them. Where no two can write at once nobody else does, and there are none."""
        ...

    def undated(self, council: str | None) -> Sequence[UnreadableRow]:
        """Give the decisions of which nobody can read when time must look at them again."""
        ...

    def save(self, change: DecisionChange) -> None:
        """Write one change; raise Stale if someone else was first."""
        ...

    def held(self, refs: Sequence[str]) -> set[str]:
        """Give those of these references that are on the register."""
        ...

    def add_many(self, changes: Sequence[DecisionChange]) -> None:
        """Write many decisions that begin, at once, or raise having written none of them."""
        ...

    def save_many(self, changes: Sequence[DecisionChange]) -> None:
        """Write many changes at once, or raise having written none of them."""
        ...

    def free_reference(self, prefix: str, year: int) -> str:
        """Give the next free reference, as in HFD-2018-001."""
        ...

    def stream(self, name: str) -> Sequence[JournalEntry]:
        """Give a stream of the journal, oldest first, with its sealed text."""
        ...

    def latest(self, stream: str) -> JournalEntry | None:
        """Give the last sheet of a stream, with its sealed text; None where nothing is in it."""
        ...

    def streams(self, under: str = "") -> Sequence[str]:
        """Give the name of every stream of the journal, or of those whose names begin so."""
        ...

    def extent(self) -> Extent:
        """Give how much the register holds, and its newest entry."""
        ...

    def append(self, sheet: JournalEntry) -> None:
        """Write a sheet of a stream that is not a decision's."""
        ...

    def erase(self, stream: str, seq: int, part: str) -> bool:
        """Erase sealed text for good; say whether there was any."""
        ...

    def outbox_streams(self) -> Sequence[str]:
        """Give the name of every stream that has events in the outbox."""
        ...

    def outbox_of(self, stream: str) -> Mapping[int, str]:
        """Give the events in the outbox for a stream, as CloudEvents in JSON, by number."""
        ...

    def outbox(self) -> Sequence[str]:
        """Give every event in the outbox, as CloudEvents in JSON, by stream and number."""
        ...

    def appointments(self, council: str) -> Sequence[Appointment]:
        """Give every appointment at a council, ended or not."""
        ...

    def add_appointment(self, appointment: Appointment) -> None:
        """Keep an appointment."""
        ...

    def end_appointment(self, number: int, until: date) -> None:
        """Give an appointment its last day."""
        ...

    def next_number(self, table: str) -> int:
        """Give the next number for an appointment or a day."""
        ...

    def council_days(self, council: str) -> Sequence[CouncilDay]:
        """Give the days entered for a council, in the order recorded."""
        ...

    def readable_days(self, council: str) -> Sequence[CouncilDay]:
        """Give the days entered for a council, without those that cannot be read."""
        ...

    def councils_kept(self) -> Sequence[tuple[str, str]]:
        """Give each council with appointments or days, with the stream that they are told in."""
        ...

    def unread(self) -> Sequence[str]:
        """Say of every row of the smaller registers that cannot be read which it is, and why."""
        ...

    def add_council_day(self, number: int, council: str, day: CouncilDay) -> None:
        """Keep a day."""
        ...

    def start_run(self, council: str | None, started_at: datetime) -> int:
        """Record that a run began, and give its number."""
        ...

    def finish_run(self, run: CloseRun) -> None:
        """Record how a run ended."""
        ...

    def runs(self, limit: int) -> Sequence[CloseRun]:
        """Give the latest runs, newest first."""
        ...

    def last_finished(self, by: datetime) -> datetime | None:
        """Give when the last run that had finished by an instant did so; None if none had."""
        ...

    def newest_recorded(self, by: datetime) -> datetime | None:
        """Give when the newest entry that was recorded by an instant was; None if none was."""
        ...
