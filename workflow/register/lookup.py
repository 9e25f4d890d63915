"""What is only looked up in a register: decisions as they stand, and their statements.

It needs no rule of any council's, so a program that does no more reads none.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from datetime import date, datetime
from typing import Protocol

from workflow.clock import Clock, london_day
from workflow.errors import NotFound, WorkflowError
from workflow.model.decision import Decision
from workflow.model.statement import Statement
from workflow.register.councils import Councils
from workflow.register.ports import UnitOfWork
from workflow.register.query import DecisionQuery
from workflow.text import instant, reference


class Transactions(Protocol):
    """Where the register is read and written."""

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """Open a transaction for reading."""
        ...

    def writing(self, *, keep: bool = True) -> AbstractContextManager[UnitOfWork]:
        """Open a transaction for writing, kept when its block ends well."""
        ...

    def must_see_one_state(self) -> None:
        """Raise WorkflowError where what others write meanwhile may be seen in part."""
        ...

    def lingers(self) -> str:
        """See that what was erased leaves the database; say where it may be still, and until
        when. Blank where it is gone."""
        ...

    def dispose(self) -> None:
        """Let go of every connection."""
        ...


class Lookup:
    """One register, with the councils it serves."""

    def __init__(self, transactions: Transactions, councils: Councils, clock: Clock) -> None:
        self.transactions = transactions
        self.councils = councils
        self.clock = clock

    def get(self, ref: str, as_of: datetime | None = None) -> Decision:
        """Give a decision as it is recorded, or as it was at an earlier instant; NotFound where
        there is none, or was none yet."""
        with self.transactions.reading() as work:
            if as_of is None:
                return work.decisions.get(reference(ref)).decision
            from workflow.register.record import decision_as_of  # reads the journal

            return decision_as_of(work, reference(ref), instant(as_of, "instant asked about"))

    def statement(self, of: str | Decision) -> Statement:
        """Give a decision's written statement as it now reads; of a decision that was looked up,
        as it read when that stood so."""
        with self.transactions.reading() as work:
            held = work.decisions
            return held.statement(held.get(reference(of)).decision if isinstance(of, str) else of)

    def _must_hold(self, work: UnitOfWork, council: str) -> None:
        """Raise NotFound unless a council's constitution is on file, or in the register."""
        try:
            self.councils.must_hold(council)
        except NotFound:
            from workflow.register.editions import InRegister  # reads rules: seldom needed

            InRegister(self.councils, work).must_hold(council)

    def known_through(self, council: str) -> date:
        """Give the last day for which a council's calendar has published bank holidays."""
        from workflow.calendars.horizon import known_through

        with self.transactions.reading() as work:
            return known_through(work.days.readable(council))

    def outlasting(self, decision: Decision) -> str:
        """Say that time alone would bring a decision into effect once its council has ended, and
        that nobody has kept that date; blank where that is not so, or its rules cannot be read."""
        if decision.due_effect is None:
            return ""
        from workflow.constitution.council_ends import outlasting  # reads rules: seldom needed
        from workflow.register.editions import InRegister

        with self.transactions.reading() as work, suppress(WorkflowError):
            rules = InRegister(self.councils, work).named(decision.council)
            found = outlasting(decision, rules)
            return "" if found is None or found.kept else found.words
        return ""

    def short_notice(self, decision: Decision) -> str:
        """Say that the last notice on record leaves fewer clear days than the rule by the first
        day on which it says that the decision may be made; blank where that is not so."""
        from workflow.procedures.notices.notice_dates import too_short  # reads rules: seldom needed
        from workflow.register.editions import InRegister
        from workflow.register.rules import RulesOf

        if not decision.proceedings.notices:
            return ""
        with self.transactions.reading() as work, suppress(WorkflowError):
            rules = RulesOf(InRegister(self.councils, work).named(decision.council), work)
            in_force = rules.in_force_on(london_day(decision.signed_at or decision.last_at))
            made_on = work.decisions.statement(decision).made_on
            return too_short(decision.proceedings.notices[-1], in_force, rules.calendar(), made_on)
        return ""

    def list(
        self, query: DecisionQuery | None = None, as_of: datetime | None = None
    ) -> Sequence[Decision]:
        """Give the decisions sought, by reference: as they stand, or as they stood once.

        That is all of them, unless `sought` has a `limit`; the next page is that `after` the last.
        """
        wanted = query or DecisionQuery()
        with self.transactions.reading() as work:
            if wanted.council is not None:
                self._must_hold(work, wanted.council)
            if as_of is None:
                return work.decisions.find(wanted)
            from workflow.register.record import decisions_as_of  # reads the journal

            return decisions_as_of(work, wanted, instant(as_of, "instant asked about"))
