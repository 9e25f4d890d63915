"""The horizon: how far bank holidays are published, and the warning for a date near to it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from workflow.calendars.council import CouncilDay, published_through
from workflow.calendars.nations import PUBLISHED_THROUGH
from workflow.clock import spoken_day

NEAR_ITS_END: Final = timedelta(days=180)
"""How near to the horizon a date may come without a warning."""
SURELY_WITHIN: Final = PUBLISHED_THROUGH - NEAR_ITS_END
"""A date before this day needs no warning in any council's calendar."""


def known_through(rows: Iterable[CouncilDay]) -> date:
    """Give the last day for which bank holidays are published: as this version knows them, or as a
    council has entered since. `rows` are the council's own, in the order recorded."""
    return max(PUBLISHED_THROUGH, published_through(rows) or PUBLISHED_THROUGH)


def near_its_end(day: date, through: date) -> str | None:
    """Warn of a date within 180 days of the horizon, or past it; None for an earlier one."""
    if through - day > NEAR_ITS_END:
        return None
    left = (through - day).days
    how = f"{left} {'day' if left == 1 else 'days'} before" if left >= 0 else "after"
    return (
        f"{spoken_day(day)} is {how} the end of the published bank holidays, "
        f"{spoken_day(through)}: those of later years are not known yet."
    )
