"""What the parts of the engine share: the register, the councils, the clock, who is told."""

import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from workflow.clock import Clock
from workflow.lifecycle.attempt import Refused, Taken
from workflow.model.people import Actor
from workflow.service import people
from workflow.service.ports import Work
from workflow.service.rules import Councils

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


def at_once(tell: Callable[[], None]) -> None:
    """Tell without waiting: the engine's own transaction is committed already."""
    tell()


class Core:
    """One register, with the councils it serves."""

    def __init__(
        self,
        transactions: Transactions,
        councils: Councils,
        clock: Clock,
        told: Sequence[Told] = (),
        after_commit: AfterCommit = at_once,
    ) -> None:
        self.transactions = transactions
        self.councils = councils
        self.clock = clock
        self._told = list(told)
        self._after_commit = after_commit

    @staticmethod
    def _actor(work: Work, council: str, by: Actor | str, now: datetime) -> Actor:
        if isinstance(by, Actor):
            return by
        return people.actor_for(work, council, by, now, "named by the host")

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
