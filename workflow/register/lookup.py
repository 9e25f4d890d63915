"""Looking up decisions and their statements in a register.

This needs no council's rules, so a program that only looks up reads no constitution.
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

    def writing(self, *, keep: bool = True) -> AbstractContextManager[UnitOfWork]:
        """Open a transaction for writing. It is kept if its block ends without an exception and
        `keep` is true."""

    def must_see_one_state(self) -> None:
        """Raise WorkflowError if a transaction may see part of what others write meanwhile."""

    def lingers(self) -> str:
        """Clear erased text from the database's own files; say where a copy may remain, and until
        when. Empty if it is gone."""

    def dispose(self) -> None:
        """Close every connection."""


class Lookup:
    """Looks up decisions in one register. The engine's methods of the same name do as these do."""

    def __init__(self, transactions: Transactions, councils: Councils, clock: Clock) -> None:
        self.transactions = transactions
        self.councils = councils
        self.clock = clock

    def get(self, ref: str, as_of: datetime | None = None) -> Decision:
        """Give a decision as it is recorded, or as it stood at an earlier instant. Raises NotFound
        where there is none, or was none yet."""
        with self.transactions.reading() as work:
            if as_of is None:
                return work.decisions.get(reference(ref)).decision
            from workflow.register.record import decision_as_of  # reads the journal

            return decision_as_of(work, reference(ref), instant(as_of, "instant asked about"))

    def statement(self, of: str | Decision) -> Statement:
        """Give the written statement of a decision as it reads now; for a Decision that was looked
        up, as it read at that version. Raises NotFound."""
        with self.transactions.reading() as work:
            held = work.decisions
            return held.statement(held.get(reference(of)).decision if isinstance(of, str) else of)

    def councils_with_decisions(self) -> frozenset[str]:
        """Give the councils that have decisions on the register."""
        with self.transactions.reading() as work:
            return frozenset(work.decisions.councils())

    def _must_hold(self, work: UnitOfWork, council: str) -> None:
        """Raise NotFound unless a council's constitution is on file or adopted in the register."""
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
        """Say that time alone would bring a decision into effect after its council is abolished,
        and that nobody has kept that date. Empty if not, or if its rules cannot be read."""
        if decision.due_effect is None:
            return ""
        from workflow.constitution.outlasts import outlasting  # reads rules: seldom needed
        from workflow.register.editions import InRegister

        with self.transactions.reading() as work, suppress(WorkflowError):
            rules = InRegister(self.councils, work).named(decision.council)
            late = outlasting(decision, rules)
            return "" if late is None or late.kept else late.words
        return ""

    def short_notice(self, decision: Decision) -> str:
        """Say that the latest notice on record leaves fewer clear days than the rule asks for
        before the first day on which the decision may be made. Empty if it does not."""
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
        """Give the decisions that a query asks for (all, if left out), in its order: as they stand,
        or as they stood at an instant. Raises NotFound for a council not on file."""
        wanted = query or DecisionQuery()
        with self.transactions.reading() as work:
            if wanted.council is not None:
                self._must_hold(work, wanted.council)
            if as_of is None:
                return work.decisions.find(wanted)
            from workflow.register.record import decisions_as_of  # reads the journal

            return decisions_as_of(work, wanted, instant(as_of, "instant asked about"))
