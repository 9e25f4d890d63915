"""What the parts of the engine share: the register, the councils, the clock, who is told."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from workflow.clock import Clock
from workflow.constitution.constitution import Constitution
from workflow.model.people import Actor, Person
from workflow.procedures.attempt import Refused, Taken
from workflow.register import appointments
from workflow.register.councils import Councils
from workflow.register.editions import InRegister
from workflow.register.journal import RULES_FROM, UNBOUND
from workflow.register.lookup import Looking, Transactions
from workflow.register.ports import UnitOfWork

_LOG = logging.getLogger("workflow")

Told = Callable[[Taken], None]
AfterCommit = Callable[[Callable[[], None]], None]


def at_once(tell: Callable[[], None]) -> None:
    """Tell without waiting: the engine's own transaction is committed already."""
    tell()


class Core(Looking):
    """One register, with the councils it serves."""

    def __init__(
        self,
        transactions: Transactions,
        councils: Councils,
        clock: Clock,
        told: Sequence[Told] = (),
        after_commit: AfterCommit = at_once,
    ) -> None:
        super().__init__(transactions, councils, clock)
        self._told = list(told)
        self._after_commit = after_commit

    def constitution(self, council: str) -> Constitution:
        """Give the constitution a council goes by now: the edition that the register holds, or
        else the one of a file. NotFound where none is on file."""
        with self.transactions.reading() as work:
            return self._councils(work).named(council)

    def _councils(self, work: UnitOfWork) -> InRegister:
        """Give the constitutions as the register has them, within one transaction."""
        return InRegister(self.councils, work)

    def _actor(
        self, work: UnitOfWork, council: str, by: Actor | Person | str, now: datetime
    ) -> Actor | Refused:
        """Settle, within the transaction that writes, who acts and in which roles; a refusal for
        an actor of another council. What the act rests on beside the register is said with it."""
        if isinstance(by, str):
            by = Person(person=by, established="named by the host")
        if isinstance(by, Person):
            by = appointments.actor_for(work, council, by.person, now, by.established)
        elif by.council and by.council != council:
            return appointments.of_another_council(by, council)
        elif not by.council:
            by = replace(by, established=f"{by.established}; {UNBOUND}")
        rests_on = self.councils.own_file(council) and self._councils(work).own_file(council)
        if rests_on:
            return replace(by, established=f"{by.established}; {RULES_FROM} {rests_on}")
        return by

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
