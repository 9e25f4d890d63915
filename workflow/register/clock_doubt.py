"""Whether the machine's clock can be believed. It is compared with what was last recorded and with
the end of the calendar, because one close by a wrong clock would end every open period."""

from datetime import datetime, timedelta
from typing import Final

from workflow.calendars.horizon import known_through
from workflow.calendars.nations import PUBLISHED_THROUGH
from workflow.clock import london_day, spoken, spoken_day
from workflow.register.ports import UnitOfWork

GAP: Final = timedelta(days=92)
"""How long after the last record the clock may be before it is in doubt."""


def past_the_calendar(work: UnitOfWork, now: datetime, council: str | None = None) -> str | None:
    """Say that the clock is past the end of the published bank holidays; None where it is not.

    Where no council is named, the calendar that reaches furthest counts.
    """
    today = london_day(now)
    if today <= PUBLISHED_THROUGH:
        return None
    names = work.decisions.councils() if council is None else (council,)
    ends = [known_through(work.days.readable(name)) for name in names]
    end = max(ends, default=PUBLISHED_THROUGH)
    if today <= end:
        return None
    return f"That is past the end of the published bank holidays, {spoken_day(end)}."


def _far_from_the_last(work: UnitOfWork, now: datetime) -> str | None:
    """Say that the clock is long after everything that was recorded; None where it is not.

    The later of the newest entry and the end of the last close counts. What is dated after the
    clock itself was recorded by another clock that was wrong, and does not count.
    """
    closed = work.runs.last_finished(now)
    if closed is not None and now - closed <= GAP:
        return None
    entered = work.journal.newest_recorded(now)
    last = max((each for each in (closed, entered) if each is not None), default=None)
    if last is None or now - last <= GAP:
        return None
    what = "the newest entry was recorded" if last == entered else "the last close finished"
    days = (now - last).days
    return f"That is {days:,} days after {what}, at {spoken(last)}, and nothing came between."


def clock_doubt(work: UnitOfWork, now: datetime, council: str | None = None) -> str | None:
    """Say why the clock may be wrong, with both instants; None if there is no sign of it."""
    found = [_far_from_the_last(work, now), past_the_calendar(work, now, council)]
    said = [each for each in found if each is not None]
    return " ".join((f"The clock says {spoken(now)}.", *said)) if said else None
