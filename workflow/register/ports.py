"""What a store must offer to keep the register in, within one transaction.

Each port is for one kind of thing that is kept. A store has one class for each.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from workflow.calendars.council import CouncilDay
from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.people import Appointment
from workflow.model.statement import Statement
from workflow.register.close_run import CloseRun
from workflow.register.extent import RegisterExtent
from workflow.register.journal_entry import JournalEntry
from workflow.register.query import DecisionQuery
from workflow.register.stored import DecisionChange, StoredDecision, StoredPeriod, UnreadableRow


class DecisionPort(Protocol):
    """The decisions as they stand. A change is written with its journal entries and events.

    A row that cannot be read raises JournalBroken where one decision is asked for; where several
    are, it is left out.
    """

    def get(self, ref: str) -> StoredDecision:
        """Give a decision, to look at only. Raises NotFound."""

    def lock(self, ref: str) -> StoredDecision:
        """Give a decision, and let nobody else change it until this transaction ends. Raises
        NotFound."""

    def statement(self, decision: Decision) -> Statement:
        """Give the written statement as it read at this version of the decision. Raises
        JournalBroken where it cannot be read."""

    def refs(self) -> Sequence[str]:
        """Give the reference of every decision, in order."""

    def existing(self, refs: Sequence[str]) -> set[str]:
        """Give those of these references that are on the register."""

    def free_reference(self, prefix: str, year: int) -> str:
        """Give the next free reference of a year, as HFD-2018-001; another transaction that asks
        waits for this one."""

    def councils(self) -> Sequence[str]:
        """Give every council that has a decision on the register, by name."""

    def find(self, query: DecisionQuery) -> Sequence[Decision]:
        """Give the decisions that a query asks for, in its order. Raises NotFound where that begins
        after a decision that is not there; an order by reference begins after any text."""

    def needing(self, council: str, by: datetime) -> Sequence[Decision]:
        """Give the decisions of a council that need a person, or on which something ends, by an
        instant, included: the earliest first. See `workflow.model.attention`."""

    def open_for_call_in(self, council: str, at: datetime | None = None) -> Sequence[Decision]:
        """Give the decisions of a council whose call-in period is recorded as open, by when
        requests for a call-in end, the soonest first. With `at`, only those in which requests end
        at that instant or later."""

    def periods(self, council: str, first: date) -> Iterator[StoredPeriod]:
        """Give the call-in periods of a council, open or ended, that a change of its calendar from
        this day on could move; one by one, in order of reference."""

    def once_open(self, council: str, at: datetime) -> Sequence[Decision]:
        """Give the decisions of a council that were given up while requests could be made until an
        instant or later; and those that are signed and may have been published before."""

    def to_come(self, council: str) -> Sequence[Decision]:
        """Give the decisions of a council that are not published yet and about which anything was
        done, such as a notice of it: the longest there first."""

    def published_between(
        self, council: str, since: datetime, until: datetime
    ) -> Sequence[Decision]:
        """Give the decisions of a council published from `since` (included) to `until` (not)."""

    def made_between(self, council: str, since: date, until: date) -> Sequence[Decision]:
        """Give the decisions of a council made from one day to another, both included."""

    def requested_since(self, council: str, since: datetime) -> Sequence[Decision]:
        """Give the decisions of a council with a request received since an instant, included,
        lodged or refused, and those with something found after implementation."""

    def refused_since(self, council: str, since: datetime) -> Sequence[Decision]:
        """Give the decisions of a council on which a request to call in was refused, and kept,
        since an instant, included: the earliest first."""

    def save(self, change: DecisionChange) -> None:
        """Write one change. Raises Stale if someone else changed the decision first, and Invalid
        if a new one has a reference that is taken."""

    def save_many(self, changes: Sequence[DecisionChange]) -> None:
        """Write many changes, or raise, as `save` does, and write none of them."""

    def add_many(self, changes: Sequence[DecisionChange]) -> None:
        """Write many new decisions. If it raises, the transaction is not to be kept."""


class DuePort(Protocol):
    """The decisions that are due to be closed, in the order of the close: by when each was due, and
    then by reference."""

    def batch(
        self,
        now: datetime,
        council: str | None,
        after: tuple[datetime, str] | None,
        limit: int | None,
    ) -> Sequence[StoredDecision | UnreadableRow]:
        """Give those due by an instant that no other transaction holds, after a place in the order,
        and hold them. None stands for every council, the beginning, and no limit."""

    def remaining(
        self, now: datetime, council: str | None, upto: tuple[datetime, str] | None
    ) -> Sequence[str]:
        """Give the references of those due, up to a place in the order, whoever holds them. None
        are given by a store in which no two can write at once."""

    def undated(self, council: str | None) -> Sequence[UnreadableRow]:
        """Give the decisions for which the stored time to look at them again cannot be read."""


class UnderCallInPort(Protocol):
    """The decisions of a council whose call-in period is open or that are called in, found without
    reading the rest. A row that cannot be read is left out."""

    def calendars(self, council: str) -> Sequence[str]:
        """Give the hash of each calendar that an open call-in period was counted on, in order."""

    def open_periods(
        self, council: str, counted_on: Sequence[str], ending_by: datetime | None
    ) -> Sequence[CallInPeriod]:
        """Give the open call-in periods that were counted on one of these calendars, or in which
        requests end by an instant, included. Of those that are equal, one is given."""

    def in_period(self, council: str, period: CallInPeriod) -> Sequence[Decision]:
        """Give the decisions with an open call-in period of the same days and calendar as this."""

    def awaited(self, council: str) -> Sequence[Decision]:
        """Give the decisions that are before scrutiny, their maker or full council."""

    def due_from(self, council: str, since: datetime) -> Sequence[Decision]:
        """Give the decisions that the close must look at no earlier than an instant."""


class JournalPort(Protocol):
    """The journal. Entries are only added; the text kept beside them can be erased."""

    def stream(self, name: str) -> Sequence[JournalEntry]:
        """Give a stream of the journal, oldest first, with its sealed text; empty where there is no
        such stream."""

    def latest(self, stream: str) -> JournalEntry | None:
        """Give the last entry of a stream, with its sealed text; None where nothing is in it."""

    def streams(self, under: str = "") -> Sequence[str]:
        """Give the name of every stream of the journal, or of those whose names begin with
        `under`."""

    def newest_recorded(self, by: datetime) -> datetime | None:
        """Give when the newest entry up to an instant was recorded; None if there is none."""

    def append(self, entry: JournalEntry) -> None:
        """Write an entry of one of the register's own streams."""

    def erase(self, stream: str, seq: int, part: str) -> bool:
        """Erase sealed text for good; say whether there was any to erase."""


class OutboxPort(Protocol):
    """The events for other programs, as CloudEvents in JSON, written as a decision is saved."""

    def all(self) -> Sequence[str]:
        """Give every event, in order of stream and number."""

    def of(self, stream: str) -> Mapping[int, str]:
        """Give the events of a stream, by number."""

    def streams(self) -> Sequence[str]:
        """Give the name of every stream that has events."""


class AppointmentPort(Protocol):
    """The appointments: who holds which role at which council, and from when to when."""

    def of(self, council: str) -> Sequence[Appointment]:
        """Give every appointment at a council, ended or not, in the order recorded, without those
        that cannot be read."""

    def councils(self) -> Sequence[str]:
        """Give the name of every council that has appointments."""

    def next_number(self) -> int:
        """Give the next free number; another transaction that asks waits for this one."""

    def add(self, appointment: Appointment) -> None:
        """Write an appointment."""

    def end(self, number: int, until: date) -> None:
        """Set the last day of an appointment. Raises NotFound."""

    def unreadable(self) -> Sequence[str]:
        """Say which appointments cannot be read, and why."""


class DayPort(Protocol):
    """The days entered in councils' calendars."""

    def of(self, council: str) -> Sequence[CouncilDay]:
        """Give a council's days, in the order recorded. Raises JournalBroken where one cannot be
        read."""

    def readable(self, council: str) -> Sequence[CouncilDay]:
        """Give a council's days, in the order recorded, without those that cannot be read."""

    def councils(self) -> Sequence[str]:
        """Give the name of every council that has days."""

    def next_number(self) -> int:
        """Give the next free number; another transaction that asks waits for this one."""

    def add(self, number: int, council: str, day: CouncilDay) -> None:
        """Write a day."""

    def unreadable(self) -> Sequence[str]:
        """Say which days cannot be read, and why."""


class RunPort(Protocol):
    """The runs of the nightly close."""

    def start(self, council: str | None, started_at: datetime) -> int:
        """Record that a run began, and give its number."""

    def finish(self, run: CloseRun) -> None:
        """Record how a run ended."""

    def latest(self, limit: int | None = None, council: str | None = None) -> Sequence[CloseRun]:
        """Give the latest runs, newest first; all of them without a limit. With a council, only
        its own and those of every council."""

    def last_finished(self, by: datetime) -> datetime | None:
        """Give when the last run to finish by an instant finished; None if none had."""

    def unreadable(self) -> Sequence[str]:
        """Say which runs cannot be read, and why."""


class UnitOfWork(Protocol):
    """The register within one transaction. Nothing is kept unless the transaction is kept."""

    @property
    def decisions(self) -> DecisionPort:
        """The decisions as they stand."""

    @property
    def due(self) -> DuePort:
        """The decisions that are due to be closed."""

    @property
    def under_call_in(self) -> UnderCallInPort:
        """The decisions whose call-in period is open, or that are called in."""

    @property
    def journal(self) -> JournalPort:
        """The journal, and the text kept beside it."""

    @property
    def outbox(self) -> OutboxPort:
        """The events for other programs."""

    @property
    def appointments(self) -> AppointmentPort:
        """The appointments."""

    @property
    def days(self) -> DayPort:
        """The days entered in councils' calendars."""

    @property
    def runs(self) -> RunPort:
        """The runs of the nightly close."""

    def known_by(self) -> tuple[str | None, datetime | None]:
        """Give the permanent identity of this register, and when it was begun; None and None if
        they are lost."""

    def extent(self) -> RegisterExtent:
        """Give which register this is, how much it holds, and its newest entry."""
