"""The engine, as a host or a command uses it: the parts joined, and the face they show."""

import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from workflow.calendars.council import CouncilDay
from workflow.calendars.days import Calendar
from workflow.calendars.nations import Nation
from workflow.clock import Clock, SystemClock
from workflow.errors import Refusal
from workflow.lifecycle.attempt import Refused, Taken
from workflow.model.decision import Decision
from workflow.model.details import Details
from workflow.model.people import Actor, Appointment
from workflow.model.period import Unit
from workflow.model.statement import Statement
from workflow.model.text import reference
from workflow.policy.constitution import Constitution
from workflow.policy.reading import read as read_constitution
from workflow.policy.reading import shipped
from workflow.service import ask, audit, deadline, night, register, steps
from workflow.service.journal import Read, Sheet
from workflow.service.ports import Run, Sought, Work
from workflow.service.rules import Councils, calendar_of
from workflow.service.verify import Break

_LOG = logging.getLogger("workflow")


class Transactions(Protocol):
    """Where the register is read and written."""

    def reading(self) -> AbstractContextManager[Work]:
        """Open a transaction for reading."""
        ...

    def writing(self, *, keep: bool = True) -> AbstractContextManager[Work]:
        """Open a transaction for writing, kept when its block ends well."""
        ...


Told = Callable[[Taken], None]
AfterCommit = Callable[[Callable[[], None]], None]


def _at_once(tell: Callable[[], None]) -> None:
    tell()


class Engine:
    """One register, with the councils it serves. Every answer that says no is a value; only what
    cannot be answered raises WorkflowError."""

    def __init__(
        self,
        transactions: Transactions,
        councils: Councils,
        clock: Clock,
        told: Sequence[Told] = (),
        after_commit: AfterCommit = _at_once,
    ) -> None:
        self.transactions = transactions
        self.councils = councils
        self.clock = clock
        self._told = list(told)
        self._after_commit = after_commit

    # -- steps ----------------------------------------------------------------------------------

    def draft(
        self,
        *,
        council: str,
        statement: Statement,
        by: Actor | str,
        ref: str | None = None,
        at: datetime | None = None,
        late_reason: str | None = None,
        dry_run: bool = False,
    ) -> Taken | Refused:
        """Begin a draft, under this reference or the next free one."""
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            outcome = steps.draft(
                work,
                self.councils,
                council=council,
                statement=statement,
                by=self._actor(work, council, by, now),
                now=now,
                ref=ref,
                at=at,
                late_reason=late_reason,
            )
        return self._tell(outcome, dry_run)

    def take(
        self,
        ref: str,
        verb: str,
        *,
        by: Actor | str,
        details: Details | None = None,
        at: datetime | None = None,
        late_reason: str | None = None,
        expect_version: int | None = None,
        dry_run: bool = False,
        **fields: Any,
    ) -> Taken | Refused:
        """Take a step on a decision, or give every reason why not.

        What the step asks for is given as a record of `workflow.model.details`, or field by
        field. `at` is when it happened, now if left out; the past needs `late_reason`. Raises
        NotFound, Invalid, and Stale when the decision is not at `expect_version`.
        """
        given = steps.details_for(verb, details, fields)
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            council = work.look(reference(ref)).decision.council
            outcome = steps.take_step(
                work,
                self.councils,
                ref,
                verb,
                details=given,
                by=self._actor(work, council, by, now),
                now=now,
                at=at,
                late_reason=late_reason,
                expect_version=expect_version,
            )
        return self._tell(outcome, dry_run)

    def close(
        self,
        *,
        council: str | None = None,
        limit: int | None = None,
        dry_run: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> night.Report:
        """Close every call-in period that has run out, and record the run.

        May be run late, twice, or by several at once: each decision is closed once, dated at the
        legal instant. A dry run writes nothing, not even that it ran.
        """
        if council is not None:
            self.councils.named(council)
        number = None
        if not dry_run:
            with self.transactions.writing() as work:
                number = work.start_run(council, self.clock.now())
        report = night.close_due(
            lambda: self.transactions.writing(keep=not dry_run),
            self.councils,
            self.clock.now,
            council=council,
            limit=limit,
            run=number,
            progress=progress,
            written=None if dry_run else self._tell_all,
        )
        if number is not None:
            with self.transactions.writing() as work:
                work.finish_run(night.as_run(report, number))
        return report

    # -- questions ------------------------------------------------------------------------------

    def get(self, ref: str) -> Decision:
        """Give a decision as it stands, or raise NotFound."""
        with self.transactions.reading() as work:
            return work.look(reference(ref)).decision

    def statement(self, ref: str) -> Statement:
        """Give a decision's written statement as it now reads."""
        return self.statement_of(self.get(ref))

    def statement_of(self, decision: Decision) -> Statement:
        """Give the written statement as it read when the decision stood so."""
        with self.transactions.reading() as work:
            return work.statement(decision)

    def as_it_was(self, ref: str, instant: datetime) -> Decision:
        """Give a decision as its record has it at an earlier instant; NotFound before its draft."""
        with self.transactions.reading() as work:
            return audit.as_it_was(work, reference(ref), instant)

    def list(self, sought: Sought | None = None) -> Sequence[Decision]:
        """Give the decisions sought, by reference."""
        with self.transactions.reading() as work:
            return work.find(sought or Sought())

    def next(self, ref: str, by: Actor | str | None = None) -> tuple[ask.NextStep, ...]:
        """Give every step, and for each that is not open every reason why not."""
        now = self.clock.now()
        with self.transactions.reading() as work:
            council = work.look(reference(ref)).decision.council
            actor = None if by is None else self._actor(work, council, by, now)
            return ask.next_steps(work, self.councils, ref, actor, now)

    def explain(self, ref: str) -> ask.Explanation | Refusal:
        """Explain a decision's deadline, day by day; or say why it has none."""
        with self.transactions.reading() as work:
            return ask.explain(work, self.councils, reference(ref))

    def may_implement(self, ref: str, at: datetime | None = None) -> ask.Permission:
        """Say whether a decision may be implemented at an instant, now if left out."""
        now = self.clock.now()
        with self.transactions.reading() as work:
            instant = steps.instant_of(at, now)
            return ask.may_implement(work, self.councils, reference(ref), instant, now)

    def history(self, ref: str) -> tuple[Read, ...]:
        """Give everything on a decision's record, oldest first."""
        with self.transactions.reading() as work:
            return audit.history(work, reference(ref))

    def sheets(self, ref: str) -> tuple[tuple[Sheet, Read], ...]:
        """Give a decision's journal as it is kept, each sheet with what it says."""
        with self.transactions.reading() as work:
            return audit.sheets(work, reference(ref))

    def verify(self, ref: str | None = None) -> tuple[int, tuple[Break, ...]]:
        """Check one decision's journal, or the whole of it: entries checked, and every break."""
        with self.transactions.reading() as work:
            return audit.verify(work, None if ref is None else reference(ref))

    def runs(self, limit: int = 20) -> Sequence[Run]:
        """Give the latest runs of the close, newest first."""
        with self.transactions.reading() as work:
            return work.runs(limit)

    def deadline(
        self,
        *,
        start: date | None = None,
        days: int | None = None,
        nation: str | None = None,
        unit: Unit = Unit.WORKING,
        start_counts: bool = False,
        backwards: bool = False,
        closed: Sequence[date] = (),
        council: str | None = None,
        published_at: datetime | None = None,
        made_on: date | None = None,
        provisional: bool = False,
    ) -> deadline.Deadline:
        """Work a deadline out by numbers (start, days, nation) or by a council's own rule."""
        if council is None or published_at is None:
            assert start is not None
            assert days is not None
            assert nation is not None
            return deadline.by_numbers(
                start=start,
                days=days,
                nation=Nation.named(nation),
                unit=unit,
                start_counts=start_counts,
                backwards=backwards,
                closed=closed,
                provisional=provisional,
            )
        constitution = self.councils.named(council)
        with self.transactions.reading() as work:
            rows = work.council_days(council)
        return deadline.by_rule(
            constitution=constitution,
            published_at=published_at,
            made_on=made_on,
            rows=[*rows, *deadline.closures(closed)],
            provisional=provisional,
        )

    def calendar(self, council: str) -> Calendar:
        """Give a council's calendar, with the days on file for it."""
        constitution = self.councils.named(council)
        with self.transactions.reading() as work:
            return calendar_of(work, constitution)

    def council_days(self, council: str) -> Sequence[CouncilDay]:
        """Give the days entered for a council, in the order recorded."""
        self.councils.named(council)
        with self.transactions.reading() as work:
            return work.council_days(council)

    def in_question(self, council: str) -> Sequence[str]:
        """Give the decisions whose open deadline would now be later, by reference."""
        with self.transactions.reading() as work:
            return ask.in_question(work, self.councils.named(council))

    def appointments(self, council: str) -> Sequence[Appointment]:
        """Give every appointment at a council, ended or not."""
        self.councils.named(council)
        with self.transactions.reading() as work:
            return work.appointments(council)

    # -- the register itself --------------------------------------------------------------------

    def actor(self, council: str, person: str, established: str) -> Actor:
        """Give who a person is today at a council, by the appointments in force."""
        with self.transactions.reading() as work:
            return register.actor_for(work, council, person, self.clock.now(), established)

    def in_writing(
        self,
        council: str,
        by: Actor | str,
        act: Callable[[Work, Actor, datetime], Any],
        *,
        dry_run: bool = False,
    ) -> Any:
        """Do something to the register itself in one transaction, as the actor at a council."""
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            return act(work, self._actor(work, council, by, now), now)

    def erase(
        self, ref: str, entry: int, part: str, reason: str, *, by: Actor, dry_run: bool = False
    ) -> Refused | None:
        """Erase sealed text of an entry for good; the chain still verifies."""
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            return register.erase_text(
                work,
                council=work.look(reference(ref)).decision.council,
                stream=steps.stream_of(ref),
                entry=entry,
                part=part,
                reason=reason,
                by=by,
                now=now,
            )

    def within(self, host: Any) -> "Engine":
        """Give this engine on a host's own SQLAlchemy connection or session.

        It works within savepoints, and never commits, rolls back or closes what it is lent: what
        the host rolls back leaves nothing. Callbacks run after the host's commit only.
        """
        from workflow.store.host import HostTransaction

        lent = HostTransaction(host)
        return Engine(lent, self.councils, self.clock, self._told, lent.after_commit)

    def on_commit(self, tell: Told) -> None:
        """Have a function told of each step taken, once it is committed and never before.

        What it raises is logged and goes no further: the step has been taken.
        """
        self._told.append(tell)

    # -- within ---------------------------------------------------------------------------------

    @staticmethod
    def _actor(work: Work, council: str, by: Actor | str, now: datetime) -> Actor:
        if isinstance(by, Actor):
            return by
        return register.actor_for(work, council, by, now, "named by the host")

    def _tell(self, outcome: Taken | Refused, dry_run: bool) -> Taken | Refused:
        if isinstance(outcome, Taken) and not dry_run:
            self._tell_all([outcome])
        return outcome

    def _tell_all(self, taken: Iterable[Taken]) -> None:
        steps_taken = tuple(taken)
        if not self._told or not steps_taken:
            return

        def tell() -> None:
            for step in steps_taken:
                for each in self._told:
                    try:
                        each(step)
                    except Exception:
                        _LOG.exception("A callback failed after %s.", step.decision.ref)

        self._after_commit(tell)


def load_councils(folders: Iterable[str | Path] = ()) -> Councils:
    """Read the constitutions that are shipped, and those in any folders of one's own."""
    own = (path for folder in folders for path in sorted(Path(folder).glob("*.toml")))
    by_council: dict[str, Constitution] = {}
    for path in (*shipped(), *own):
        constitution = read_constitution(path)
        by_council[constitution.council] = constitution
    return Councils(by_council.values())


def open_engine(
    address: str,
    *,
    clock: Clock | None = None,
    constitutions: Iterable[str | Path] = (),
) -> Engine:
    """Open a register: a file for SQLite, or postgresql://…; an empty SQLite file is set up.

    `constitutions` are folders with councils' files of one's own; one for a council that is
    shipped takes its place.
    """
    from workflow.store.unit_of_work import Database, make_engine

    database = Database(make_engine(address))
    return Engine(database, load_councils(constitutions), clock or SystemClock())
