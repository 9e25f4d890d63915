"""What the engine says of a change that nobody has made yet. Nothing here changes anything."""

from collections.abc import Sequence
from datetime import date, timedelta

from workflow.calendars.council import CouncilDay
from workflow.calendars.days import calendar_for
from workflow.calendars.lists.compare import Compared, compare
from workflow.calendars.lists.day_list import DayList
from workflow.calendars.nations import Nation
from workflow.clock import london_day
from workflow.constitution.constitution import Constitution
from workflow.engine.core import Core
from workflow.errors import Invalid
from workflow.impact.days import impact_of_days
from workflow.impact.moved import Moved
from workflow.impact.plans import PlanImpact, impact_on_plan
from workflow.impact.rules import impact_of_rules
from workflow.planning.saved_plan import KeptPlan
from workflow.register.calendar_acts import adoptions
from workflow.register.journal import ReadEntry

_YEAR = timedelta(days=365)


class Foreseeing(Core):
    """What other rules, or another calendar, would do to dates on the register."""

    def impact_of_rules(self, changed: Constitution) -> tuple[int, list[Moved]]:
        """Give how many decisions were looked at, open and of the past year, and each date that a
        changed constitution would make another; it is compared with the one on file."""
        with self.transactions.reading() as work:
            held = self._councils(work).named(changed.council)
            if held.nation is not changed.nation:
                raise Invalid(f"{changed.name} is in another nation than the one on file.")
            return impact_of_rules(work, held, changed, self.clock.now() - _YEAR)

    def councils_on_register(self, nation: Nation) -> list[str]:
        """Give the councils of a nation that have decisions or days on the register, by name."""
        with self.transactions.reading() as work:
            councils = self._councils(work)
            held = set(councils.names())
            return [
                name
                for name in work.decisions.councils()
                if name in held and councils.named(name).nation is nation
            ]

    def adoptions(self, council: str) -> tuple[ReadEntry, ...]:
        """Give every list of days that was adopted into a council's calendar, oldest first."""
        with self.transactions.reading() as work:
            self._councils(work).must_hold(council)
            return adoptions(work, council)

    def compare_days(self, council: str, almanac: DayList) -> Compared:
        """Set a list of days, read from a file, beside a council's calendar."""
        with self.transactions.reading() as work:
            constitution = self._councils(work).named(council)
            calendar = calendar_for(constitution.nation, work.days.of(council))
        return compare(almanac, calendar, london_day(self.clock.now()))

    def impact_of_days(self, council: str, days: Sequence[CouncilDay]) -> list[Moved]:
        """Give each date of a council that days entered in its calendar would make another."""
        if not days:
            return []
        with self.transactions.reading() as work:
            constitution = self._councils(work).named(council)
            rows = work.days.of(council)
            before = calendar_for(constitution.nation, rows)
            after = calendar_for(constitution.nation, [*rows, *days])
            first: date = min(each.day for each in days)
            return list(impact_of_days(work, constitution, before, after, first))

    def impact_on_plan(self, kept: KeptPlan, days: Sequence[CouncilDay]) -> PlanImpact:
        """Give each day of a saved plan that days entered in its council's calendar would move.

        The register keeps no plan: each is given as `read_plan` reads it.
        """
        with self.transactions.reading() as work:
            constitution = self._councils(work).named(kept.council)
            rows = work.days.of(kept.council)
        before = calendar_for(constitution.nation, rows)
        after = calendar_for(constitution.nation, [*rows, *days])
        today = london_day(self.clock.now())
        return impact_on_plan(kept, constitution, before, after, today)
