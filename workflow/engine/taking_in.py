"""Taking in what other registers hold."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workflow.engine.core import Core
from workflow.lifecycle.attempt import Refused
from workflow.model.people import Actor
from workflow.service.rules import RulesOf

if TYPE_CHECKING:  # read only when something is taken in: no other command needs it
    from workflow.service.taken_in.assessing import Assessed
    from workflow.service.taken_in.reading import Page

BATCH = 500
"""How many decisions are written in one transaction."""


class TakingIn(Core):
    """What is taken in from other registers."""

    def pages_of(self, council: str, path: str | os.PathLike[str]) -> "Iterator[Page]":
        """Read saved pages of a register, and say what each decision comes to. Nothing is kept.

        Pages come one by one, so that a folder of any size may be read. Raises Invalid or
        NotFound where there is no page of a register.
        """
        from workflow.service.taken_in.reading import pages_of

        constitution = self.councils.named(council)
        now = self.clock.now()
        with self.transactions.reading() as work:
            calendar = RulesOf(constitution, work).calendar()
        return pages_of(path, constitution, calendar, now)

    def take_in(
        self, council: str, found: "tuple[Assessed, ...]", *, by: Actor | str, dry_run: bool = False
    ) -> tuple[list[str], list[str]] | Refused:
        """Write down decisions of another register, as that register has them.

        Gives the references that were written, and those that were there already. The same
        decision is never written twice, nor written over.
        """
        from workflow.service.taken_in.writing import may_take_in, take_in

        now = self.clock.now()
        prefix = self.councils.named(council).prefix
        written: list[str] = []
        there: list[str] = []
        for start in range(0, len(found), BATCH):
            with self.transactions.writing(keep=not dry_run) as work:
                actor = self._actor(work, council, by, now)
                role = may_take_in(actor)
                if isinstance(role, Refused):
                    return role
                new, old = take_in(
                    work,
                    found[start : start + BATCH],
                    council=council,
                    prefix=prefix,
                    by=actor,
                    role=role,
                    now=now,
                )
            written += new
            there += old
        return written, there
