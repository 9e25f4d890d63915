"""The end of the published bank holidays."""

from collections.abc import Iterator, Sequence

from workflow.calendars.horizon import near_its_end
from workflow.model.decision import Decision
from workflow.register.calendar_acts import DAYS_BY
from workflow.today.asked import OfCouncil
from workflow.today.matter import MatterKind, TodayMatter


def calendar_end(council: OfCouncil, _: Sequence[Decision]) -> Iterator[TodayMatter]:
    """The end of the calendar, from 180 days before."""
    through = council.rules.known_through()
    says = near_its_end(council.today, through)
    if says is not None:
        yield council.matter(
            MatterKind.CALENDAR,
            says,
            f"calendar import FILE --council {council.council}",
            by=DAYS_BY,
            day=through if through <= council.until else None,
        )


OF_COUNCIL = (calendar_end,)
