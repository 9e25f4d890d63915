"""How far bank holidays are known, and what is said of a date that comes near to that day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from workflow.calendars.council import CouncilDay, published_through
from workflow.calendars.nations import PUBLISHED_THROUGH
from workflow.clock import spoken_day

NEAR_ITS_END: Final = timedelta(days=180)
"""How near to the end of a calendar a date may come before that is said."""
SURELY_WITHIN: Final = PUBLISHED_THROUGH - NEAR_ITS_END
"""A date before this day is near the end of no calendar, as each reaches that far in any case."""


def known_through(rows: Iterable[CouncilDay]) -> date:
    """Give the last day for which bank holidays are published: as installed, or as entered since.

    `rows` are a council's own, in the order recorded.
    """
    return max(PUBLISHED_THROUGH, published_through(rows) or PUBLISHED_THROUGH)


def near_its_end(day: date, through: date) -> str | None:
    """Warn of a date near the end of a calendar, or past it; None where it is well within."""
    if through - day > NEAR_ITS_END:
        return None
    left = (through - day).days
    how = f"{left} {'day' if left == 1 else 'days'} before" if left >= 0 else "after"
    return (
        f"{spoken_day(day)} is {how} the end of the published bank holidays, "
        f"{spoken_day(through)}: those of later years are not known yet."
    )
