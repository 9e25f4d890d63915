"""What other registers hold, imported into this one: `engine.imports`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from workflow.engine.open_register import OpenRegister
from workflow.importing import ListedDecision, Source
from workflow.importing.assess import ImportAssessment
from workflow.importing.export.round_trip import compared
from workflow.importing.read import AssessedPage, ReadThrough, pages_of
from workflow.importing.write import ImportResult, compare, import_decisions, may_import
from workflow.model.people import Actor, Person
from workflow.procedures.attempt import Refused
from workflow.procedures.shared.every_step import past_the_calendar
from workflow.register.act import Act
from workflow.register.rules import RulesOf

BATCH: Final = 500
"""How many decisions are written in one transaction."""


class Imports:
    """Reading another register, and importing the decisions whose dates are certain."""

    def __init__(self, register: OpenRegister) -> None:
        self._register = register

    def pages(self, council: str, source: Source) -> Iterator[AssessedPage]:
        """Read another register page by page, and assess each decision. Nothing is kept.

        Raises NotFound where there is nothing to read, and Invalid where it is not a register.
        """
        with self._register.reading() as (work, councils):
            constitution = councils.named(council)
            calendar = RulesOf(constitution, work).calendar()
        now = self._register.clock.now()
        return pages_of(source, constitution, calendar, now, self._compared)

    def _compared(self, exported: Sequence[ListedDecision]) -> Mapping[str, str]:
        with self._register.reading() as (work, _):
            return compared(work, exported)

    def read(self, council: str, source: Source) -> ReadThrough:
        """Read another register to its end before anything is imported: a later page may show that
        a decision on an earlier one is not certain.

        Use it in a `with` statement: it holds a temporary file. Raises as `pages` does.
        """
        with self._register.reading() as (_, councils):
            prefix = councils.named(council).prefix
        return ReadThrough(self.pages(council, source), prefix)

    def compare(self, council: str, assessments: tuple[ImportAssessment, ...]) -> ImportResult:
        """Say which decisions are already on the register, and how they differ from what was read,
        a sentence for each difference. Nothing is kept."""
        with self._register.reading() as (work, councils):
            prefix = councils.named(council).prefix
            return compare(work, assessments, council=council, prefix=prefix)

    def write(
        self,
        council: str,
        assessments: tuple[ImportAssessment, ...],
        *,
        by: Actor | Person | str,
        dry_run: bool = False,
    ) -> ImportResult | Refused:
        """Import decisions of another register, with the dates that it has.

        A decision that is already on the register is left as it is, and one that needs a person is
        passed over. Refused unless the proper officer or the monitoring officer does it, and when
        the clock is past the published bank holidays. It writes 500 decisions in a transaction.
        """

        def batch(act: Act, some: tuple[ImportAssessment, ...]) -> ImportResult | Refused:
            role = may_import(act.by, council)
            if isinstance(role, Refused):
                return role
            doubt = past_the_calendar(act.now, RulesOf(rules, act.work))
            if doubt is not None:
                return Refused("import", "", (doubt,))
            return import_decisions(act, some, council=council, rules=rules, role=role)

        with self._register.reading() as (_, councils):
            rules = councils.named(council)
        now, result = self._register.clock.now(), ImportResult((), (), ())
        for start in range(0, len(assessments), BATCH):
            some = assessments[start : start + BATCH]
            more = self._register.act(
                council, by, partial(batch, some=some), dry_run=dry_run, now=now
            )
            if isinstance(more, Refused):
                return more
            result = ImportResult(
                result.written + more.written,
                result.there + more.there,
                result.odd + more.odd,
                result.corrections + more.corrections,
            )
        return result
