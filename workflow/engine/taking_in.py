"""Taking in what other registers hold."""

import os
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from workflow.engine.core import Core
from workflow.lifecycle.attempt import Refused
from workflow.model.people import Actor
from workflow.service.rules import RulesOf

if TYPE_CHECKING:  # read only when something is taken in: no other command needs it
    from workflow.service.taken_in.assessing import Assessed
    from workflow.service.taken_in.reading import Page
    from workflow.service.taken_in.writing import Outcome

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

    def left_of(self, council: str, path: str | os.PathLike[str]) -> set[str]:
        """Give the references of which some page leaves a reading for a person. Of a decision that
        two pages name, no other reading is taken in then."""
        from workflow.service.taken_in.assessing import Comes
        from workflow.service.taken_in.writing import reference_of

        prefix = self.councils.named(council).prefix
        return {
            reference_of(prefix, each.listed)
            for page in self.pages_of(council, path)
            for each in page.assessed
            if each.comes is Comes.LEFT and each.listed.identity
        }

    def take_in(
        self,
        council: str,
        found: "tuple[Assessed, ...]",
        *,
        by: Actor | str,
        left: Container[str] = (),
        dry_run: bool = False,
    ) -> "Outcome | Refused":
        """Write down decisions of another register, as that register has them.

        The same decision is never written twice, nor written over. `left` is what `left_of` gave.
        """
        from workflow.service.taken_in.writing import Outcome, may_take_in, take_in

        now = self.clock.now()
        prefix = self.councils.named(council).prefix
        done = Outcome((), (), ())
        for start in range(0, len(found), BATCH):
            with self.transactions.writing(keep=not dry_run) as work:
                actor = self._actor(work, council, by, now)
                role = may_take_in(actor)
                if isinstance(role, Refused):
                    return role
                more = take_in(
                    work,
                    found[start : start + BATCH],
                    council=council,
                    prefix=prefix,
                    left=left,
                    by=actor,
                    role=role,
                    now=now,
                )
            done = Outcome(
                done.written + more.written, done.there + more.there, done.odd + more.odd
            )
        return done
