"""Planning a decision before there is one: `engine.plans`."""

from collections.abc import Sequence
from datetime import date

from workflow.calendars.council import CouncilDay
from workflow.calendars.days import calendar_for
from workflow.clock import london_day
from workflow.engine.open_register import OpenRegister
from workflow.impact.plans import PlanImpact, impact_on_plan
from workflow.model.kind import Kind
from workflow.model.labelled_enum import member_named
from workflow.planning.plan import plan
from workflow.planning.planned import Plan
from workflow.planning.saved_plan import SavedPlan
from workflow.register.rules import RulesOf


class Plans:
    """Plans, each counted backwards by a council's rules. The register keeps none."""

    def __init__(self, register: OpenRegister) -> None:
        self._register = register

    def make(
        self,
        council: str,
        kind: Kind,
        *,
        implement_by: date | None = None,
        decide_on: date | None = None,
        private: bool = False,
    ) -> Plan:
        """Plan a decision backwards, from the day it must be in force by or the day it is made.

        Give one of the two days. `private` says that it is to be made at a private meeting. Raises
        Invalid for both days or neither, NotFound for a council not on file, NotOnFile where its
        call-in period is not on file or it ends before that day, and BeyondCalendar.
        """
        with self._register.reading() as (work, councils):
            constitution = councils.named(council)
            calendar = RulesOf(constitution, work).calendar()
        return plan(
            constitution,
            calendar,
            kind=member_named(Kind, kind, "kind of decision"),
            today=london_day(self._register.clock.now()),
            implement_by=implement_by,
            decide_on=decide_on,
            private=private,
        )

    def impact(self, kept: SavedPlan, days: Sequence[CouncilDay]) -> PlanImpact:
        """Give each day of a saved plan that would change if these days were entered in its
        council's calendar. Raises Invalid if the plan cannot be made again as things are."""
        with self._register.reading() as (work, councils):
            constitution = councils.named(kept.council)
            rows = work.days.of(kept.council)
        before = calendar_for(constitution.nation, rows)
        after = calendar_for(constitution.nation, [*rows, *days])
        today = london_day(self._register.clock.now())
        return impact_on_plan(kept, constitution, before, after, today)
