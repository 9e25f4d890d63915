"""The engine, as a host or a command uses it: the life of a decision, and a part for each noun."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workflow.clock import Clock
from workflow.engine import life
from workflow.engine.callbacks import AfterCommit, Callback, Callbacks
from workflow.engine.open_register import OpenRegister
from workflow.errors import Refusal
from workflow.explanation import explain
from workflow.model.decision import Decision
from workflow.model.inputs import Inputs
from workflow.model.people import Actor, Person, Role
from workflow.model.state import State
from workflow.model.statement import Statement
from workflow.procedures.attempt import Refused, Taken
from workflow.procedures.permission import Permission
from workflow.register import close, questions, record, steps
from workflow.register.close_run import CloseRun
from workflow.register.councils import Councils
from workflow.register.journal import ReadEntry
from workflow.register.lookup import Lookup, Transactions
from workflow.register.query import DecisionQuery
from workflow.text import reference

if TYPE_CHECKING:  # each part is loaded when it is first asked for
    from workflow.engine.appointments import Appointments
    from workflow.engine.calendars import Calendars
    from workflow.engine.constitutions import Constitutions
    from workflow.engine.imports import Imports
    from workflow.engine.journal import Journal
    from workflow.engine.plans import Plans
    from workflow.engine.publishing import Publishing
    from workflow.engine.reports import Reports
    from workflow.store.host import Host
    from workflow.today.matter import Today


class Engine:
    """One register, with the councils it serves. A refusal is a value that is false. Only what
    cannot be answered raises WorkflowError."""

    def __init__(
        self,
        transactions: Transactions,
        councils: Councils,
        clock: Clock,
        callbacks: Callbacks | None = None,
    ) -> None:
        self.transactions = transactions
        self.councils = councils
        self.clock = clock
        self.lookup = Lookup(transactions, councils, clock)
        self._register = OpenRegister(transactions, councils, clock)
        self._callbacks = callbacks or Callbacks()

    @cached_property
    def appointments(self) -> "Appointments":
        """Who holds which role at a council."""
        from workflow.engine.appointments import Appointments

        return Appointments(self._register)

    @cached_property
    def calendars(self) -> "Calendars":
        """The days on which councils work."""
        from workflow.engine.calendars import Calendars

        return Calendars(self._register)

    @cached_property
    def constitutions(self) -> "Constitutions":
        """The rules that councils go by."""
        from workflow.engine.constitutions import Constitutions

        return Constitutions(self._register)

    @cached_property
    def imports(self) -> "Imports":
        """What other registers hold, imported into this one."""
        from workflow.engine.imports import Imports

        return Imports(self._register)

    @cached_property
    def journal(self) -> "Journal":
        """The record itself, entry by entry."""
        from workflow.engine.journal import Journal

        return Journal(self._register)

    @cached_property
    def plans(self) -> "Plans":
        """Plans of decisions that are not made yet."""
        from workflow.engine.plans import Plans

        return Plans(self._register)

    @cached_property
    def publishing(self) -> "Publishing":
        """What councils publish of their decisions."""
        from workflow.engine.publishing import Publishing

        return Publishing(self._register)

    @cached_property
    def reports(self) -> "Reports":
        """Reports to a council, and the facts of every decision."""
        from workflow.engine.reports import Reports

        return Reports(self._register)

    def get(self, ref: str, as_of: datetime | None = None) -> Decision:
        """Give a decision as it is recorded, or as it stood at an earlier instant. Raises NotFound
        where there is none, or was none yet."""
        return self.lookup.get(ref, as_of)

    def list(
        self, query: DecisionQuery | None = None, as_of: datetime | None = None
    ) -> Sequence[Decision]:
        """Give the decisions that a query asks for (all, if left out), in the order it asks for.

        With `as_of`, as they stood at that instant. For the next page of a query with a `limit`,
        set its `after` to the last reference. Raises NotFound for a council not on file.
        """
        return self.lookup.list(query, as_of)

    def statement(self, of: str | Decision) -> Statement:
        """Give the written statement of a decision as it reads now. For a Decision that `get` or
        `list` gave, as it read at that version. Raises NotFound."""
        return self.lookup.statement(of)

    def draft(
        self,
        *,
        council: str,
        statement: Statement,
        by: Actor | Person | str,
        ref: str | None = None,
        at: datetime | None = None,
        late_reason: str | None = None,
        dry_run: bool = False,
    ) -> Taken | Refused:
        """Begin a draft, under this reference or the next free one. Raises NotFound for a council
        not on file, and Invalid for a reference that is taken or is another council's."""
        outcome = life.draft(
            self._register, council, statement, by, ref, at, late_reason, keep=not dry_run
        )
        return self._callbacks.told(outcome, dry_run)

    def take(
        self,
        ref: str,
        step: str | Inputs,
        *,
        by: Actor | Person | str,
        at: datetime | None = None,
        late_reason: str | None = None,
        expect_version: int | None = None,
        dry_run: bool = False,
        **fields: Any,
    ) -> Taken | Refused:
        """Take a step on a decision, or give every reason why not.

        The step is a record of `workflow.inputs`, as `Publish(where="…")`, or its name and its
        fields: `"publish", where="…"`. `at` is when it happened, now if left out; for the past,
        `late_reason` is needed. With `dry_run` nothing is kept. Raises NotFound, Invalid, and
        Stale when the decision is not at `expect_version`.
        """
        outcome = life.take(
            self._register, ref, step, fields, by, at, late_reason, expect_version, keep=not dry_run
        )
        return self._callbacks.told(outcome, dry_run)

    def close_due(
        self,
        *,
        council: str | None = None,
        limit: int | None = None,
        dry_run: bool = False,
        accept_gap: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> CloseRun:
        """Record every call-in period and time limit that has run out, at one council or at all.

        It may run late, twice, or on several machines: each decision is closed once, at the
        instant the law gives, and no more than `limit`. Nothing is recorded if the clock is past
        the published bank holidays, or over 92 days later than anything recorded, unless
        `accept_gap`: `left` then says why. `progress` is called with the number looked at so far.
        """
        return close.run_close(
            self.transactions,
            self.councils,
            self.clock.now,
            council=council,
            limit=limit,
            dry_run=dry_run,
            accept_gap=accept_gap,
            progress=progress,
            written=self._callbacks.tell,
        )

    def standing(self, ref: str) -> State:
        """Give the state a decision is in now. A period that has run out has ended, even if no
        close has recorded it yet; `get` gives what is recorded."""
        now = self.clock.now()
        with self._register.reading() as (work, councils):
            return questions.true_state(work, councils, reference(ref), now)

    def next(
        self, ref: str, by: Actor | Person | str | None = None, as_of: datetime | None = None
    ) -> tuple[questions.NextStep, ...]:
        """Give every step, and for each that cannot be taken now every reason why not.

        Without `by`, roles are not asked about. With `as_of`, as things stood at that instant.
        """
        return life.next_steps(self._register, ref, by, as_of)

    def today(
        self,
        council: str,
        *,
        until: date | None = None,
        by: Actor | Person | str | Role | Sequence[Role] | None = None,
    ) -> "Today":
        """Give everything that needs a person at a council, or ends by a day: overdue first.

        Seven days are looked at, today being the first, where `until` is left out. `by` is a role,
        several, or a person, whose roles of today count; left out, it is for everybody. Raises
        NotFound for a council not on file, and Invalid for a day before today or over a year on.
        """
        from workflow.engine.worklist import today

        return today(self._register, council, until, by)

    def may_implement(self, ref: str, at: datetime | None = None) -> Permission:
        """Say whether a decision may be implemented now, or at another instant, past or future."""
        now = self.clock.now()
        with self._register.reading() as (work, councils):
            when = steps.instant_of(at, now)
            return questions.may_implement(work, councils, reference(ref), when, now)

    def explain(self, ref: str) -> explain.Explanation | Refusal:
        """Explain each date of a decision that is counted, day by day; or say why it has none."""
        with self._register.reading() as (work, councils):
            return explain.explain(work, councils, reference(ref))

    def history(self, ref: str) -> tuple[ReadEntry, ...]:
        """Give everything on a decision's record, oldest first."""
        with self.transactions.reading() as work:
            return record.history(work, reference(ref))

    def within(self, host: "Host", *, after_commit: AfterCommit | None = None) -> "Engine":
        """Give this engine on a host's own SQLAlchemy connection or session.

        It writes within savepoints, and never commits, rolls back or closes the host's
        transaction: if the host rolls back, nothing is left. Callbacks run only after the host's
        commit. If something other than SQLAlchemy commits, give the function that runs another
        after a commit as `after_commit`: in Django, `transaction.on_commit`.
        """
        from workflow.store.host import HostTransaction

        lent = HostTransaction(host, after_commit)
        callbacks = Callbacks(self._callbacks.functions, lent.after_commit)
        lent.told = callbacks.functions
        return Engine(lent, self.councils, self.clock, callbacks)

    def on_commit(self, tell: Callback) -> None:
        """Call a function with each step that is taken, once it is committed and never before. An
        exception in it is logged and not raised: the step has been taken."""
        self._callbacks.functions.append(tell)

    def dispose(self) -> None:
        """Close every connection to the database. The engine may be used again. A register in
        memory is then lost. A host's own connection stays open."""
        self.transactions.dispose()

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, *_: object) -> None:
        self.dispose()
