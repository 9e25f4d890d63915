"""A decision's record as it was before time alone brought the decision into effect."""

from datetime import datetime
from typing import Final

from workflow.model.events import CallInClosed, LimitRanOut
from workflow.service.ports import Work
from workflow.service.sheet import stream_of

_BY_TIME: Final = (CallInClosed.name, LimitRanOut.name)


def last_before_time(work: Work, ref: str) -> datetime | None:
    """Give the last instant on the record before the latest entry by which time alone gave effect.

    None where there is no such entry.
    """
    sheets = work.stream(stream_of(ref))
    for place in reversed(range(len(sheets))):
        if sheets[place].name in _BY_TIME:
            return sheets[place - 1].at if place else None
    return None
