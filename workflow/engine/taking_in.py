"""Taking in what other registers hold."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from workflow.engine.core import Core
from workflow.model.people import Actor, Person
from workflow.procedures.attempt import Refused
from workflow.procedures.shared.every_step import past_the_calendar
from workflow.register.rules import RulesOf

if TYPE_CHECKING:  # read only when something is taken in: no other command needs it
    from workflow.importing import ListedDecision, Source
    from workflow.importing.assess import ImportAssessment
    from workflow.importing.read import AssessedPage, ReadThrough
    from workflow.importing.write import ImportResult

BATCH = 500
"""How many decisions are written in one transaction."""


class TakingIn(Core):
    """What is taken in from other registers."""

    def pages_of(self, council: str, source: "Source") -> "Iterator[AssessedPage]":
        """Read another register, and say what each decision comes to. Nothing is kept.

        Pages come one by one, so that a register of any length may be read. Raises Invalid or
        NotFound where it is none.
        """
        from workflow.importing.read import pages_of

        now = self.clock.now()
        with self.transactions.reading() as work:
            constitution = self._councils(work).named(council)
            calendar = RulesOf(constitution, work).calendar()
        return pages_of(source, constitution, calendar, now, self._compared)

    def _compared(self, exported: "Sequence[ListedDecision]") -> Mapping[str, str]:
        from workflow.importing.export.round_trip import compared

        with self.transactions.reading() as work:
            return compared(work, exported)

    def read_through(self, council: str, source: "Source") -> "ReadThrough":
        """Read another register to its end, before anything of it is taken in: what its last page
        leaves for a person keeps out what an earlier one says of the same decision.

        Leave what is given by `with`: it holds a temporary file.
        """
        from workflow.importing.read import ReadThrough

        return ReadThrough(self.pages_of(council, source), self.constitution(council).prefix)

    def differing(self, council: str, found: "tuple[ImportAssessment, ...]") -> tuple[str, ...]:
        """Say in what decisions that are on the register are not as they were read now."""
        from workflow.importing.write import differing

        prefix = self.constitution(council).prefix
        with self.transactions.reading() as work:
            return differing(work, found, council=council, prefix=prefix)

    def take_in(
        self,
        council: str,
        found: "tuple[ImportAssessment, ...]",
        *,
        by: Actor | Person | str,
        dry_run: bool = False,
    ) -> "ImportResult | Refused":
        """Write down decisions of another register, as that register has them.

        The same decision is never written twice, nor written over. A clock past the calendar, by
        which every period would have ended, is refused.
        """
        from workflow.importing.write import ImportResult, may_take_in, take_in

        now = self.clock.now()
        rules = self.constitution(council)
        done = ImportResult((), (), ())
        for start in range(0, len(found), BATCH):
            with self.transactions.writing(keep=not dry_run) as work:
                actor = self._actor(work, council, by, now)
                if isinstance(actor, Refused):
                    return actor
                role = may_take_in(actor, council)
                if isinstance(role, Refused):
                    return role
                doubt = past_the_calendar(now, RulesOf(rules, work))
                if doubt is not None:
                    return Refused("import", "", (doubt,))
                more = take_in(
                    work,
                    found[start : start + BATCH],
                    council=council,
                    rules=rules,
                    by=actor,
                    role=role,
                    now=now,
                )
            done = ImportResult(
                done.written + more.written, done.there + more.there, done.odd + more.odd
            )
        return done
