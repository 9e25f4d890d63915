"""What the use cases need from the outside: a place to keep the register, within a transaction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from workflow.calendars.council import CouncilDay
from workflow.errors import NotFound, WorkflowError
from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.people import Appointment
from workflow.model.state import State
from workflow.model.statement import Statement
from workflow.register.extent import Extent
from workflow.register.journal_entry import JournalEntry

if TYPE_CHECKING:
    from workflow.procedures.attempt import Taken


def no_decision(ref: str, meant: Sequence[str]) -> NotFound:
    """Give the fault of a reference that no decision has, with those that may have been meant."""
    hint = f"Did you mean {' or '.join(sorted(meant))}? " if meant else ""
    return NotFound(f"There is no decision {ref}.", remedy=f"{hint}{NotFound.remedy}")


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """A decision as it is stored, with the hash its journal ends in."""

    decision: Decision
    head: str
    due_at: datetime | None = None
    """When, as the row has it, time must look at it again."""
    irregular: int | None = None
    """How many irregularities, as the row has it, are on record; None for none."""


@dataclass(frozen=True, slots=True)
class StoredPeriod:
    """A call-in period on the register, and no more of its decision than that."""

    ref: str
    state: State
    window: CallInPeriod


@dataclass(frozen=True, slots=True)
class UnreadableRow:
    """A row of the register that nothing can be made of."""

    ref: str
    due_at: datetime
    fault: WorkflowError


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionChange:
    """A step that was taken, with what stood before it: one guarded write."""

    before: StoredDecision | None
    taken: "Taken"
    sheets: tuple[JournalEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionQuery:
    """Which decisions to list. What is left out is not asked."""

    council: str | None = None
    state: State | None = None
    due_by: datetime | None = None
    """Whose call-in period is open, and has its effect by this instant."""
    ends_by: datetime | None = None
    """Whose call-in period is open, and in which the time for a request ends by this instant."""
    words: str | None = None
    """Words in the title or the reference, in either case."""
    irregular: bool = False
    """Only those on which something irregular is on record."""
    after: str | None = None
    """Only those whose reference comes after this one: the last of the page before."""
    limit: int | None = None
    """No more than so many; all of them if left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRun:
    """One run of the nightly close, as it is recorded."""

    number: int
    council: str | None
    started_at: datetime
    finished_at: datetime | None = None
    due: int = 0
    closed: int = 0
    left: Sequence[Mapping[str, str]] = field(default=())
    """Each decision left for a person: its reference, the code and the reason."""
    faults: Sequence[Mapping[str, str]] = field(default=())
    passed_over: int = 0
    """How many were due and held by another program; 0 too of a run before these were counted."""


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
