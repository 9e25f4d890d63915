"""What each part of the engine works with: the register, its councils, and who acts on it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from workflow.clock import Clock
from workflow.model.people import Actor, Person
from workflow.procedures.attempt import Refused
from workflow.register import appointments
from workflow.register.act import Act
from workflow.register.councils import Councils
from workflow.register.editions import InRegister
from workflow.register.journal import RULES_FROM, UNBOUND
from workflow.register.lookup import Transactions
from workflow.register.ports import UnitOfWork

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class OpenRegister:
    """One register: where it is read and written, the councils that it serves, and its clock."""

    transactions: Transactions
    councils: Councils
    clock: Clock

    @contextmanager
    def reading(self) -> Iterator[tuple[UnitOfWork, InRegister]]:
        """Open a transaction for reading, with the constitutions as the register has them."""
        with self.transactions.reading() as work:
            yield work, InRegister(self.councils, work)

    @contextmanager
    def writing(self, *, keep: bool) -> Iterator[tuple[UnitOfWork, InRegister]]:
        """Open a transaction for writing. It is kept if its block ends without an exception and
        `keep` is true."""
        with self.transactions.writing(keep=keep) as work:
            yield work, InRegister(self.councils, work)

    def act(
        self,
        council: str,
        by: Actor | Person | str,
        do: Callable[[Act], _Answer | Refused],
        *,
        dry_run: bool,
        now: datetime | None = None,
    ) -> _Answer | Refused:
        """Act at a council, in a transaction of its own, in which the actor's roles are read too.

        Refused for an actor of another council. `now` is read from the clock if left out.
        """
        now = now or self.clock.now()
        with self.writing(keep=not dry_run) as (work, councils):
            actor = self.actor(work, council, by, now)
            if isinstance(actor, Refused):
                return actor
            return do(Act(work, councils, actor, now))

    def actor(
        self, work: UnitOfWork, council: str, by: Actor | Person | str, now: datetime
    ) -> Actor | Refused:
        """Give the actor at a council, with the roles that this transaction's appointments give;
        or a refusal, for an actor of another council.

        If the actor is bound to no council, or the rules are from a user's own file,
        `established` says so.
        """
        if isinstance(by, str):
            by = Person(person=by, established="named by the host")
        if isinstance(by, Person):
            by = appointments.actor_for(work, council, by.person, now, by.established)
        elif by.council and by.council != council:
            return appointments.of_another_council(by, council)
        elif not by.council:
            by = replace(by, established=f"{by.established}; {UNBOUND}")
        own = self.councils.own_file(council)
        rests_on = own and InRegister(self.councils, work).own_file(council)
        if rests_on:
            return replace(by, established=f"{by.established}; {RULES_FROM} {rests_on}")
        return by
