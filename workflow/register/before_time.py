"""A decision's record as it was before time alone brought the decision into effect."""

from datetime import datetime
from typing import Final

from workflow.procedures.expiry.events import CallInClosed, LimitRanOut
from workflow.procedures.making.imported import Imported
from workflow.procedures.requests.refused_events import RequestRefused
from workflow.register.journal_entry import stream_of
from workflow.register.ports import UnitOfWork

_BY_TIME: Final = (CallInClosed.name, LimitRanOut.name)


def last_before_time(work: UnitOfWork, ref: str) -> datetime | None:
    """Give when the event happened that comes before the latest one by which time alone brought
    effect.

    None where there is no such event, and where the one before it is the import of the decision:
    when that was recorded says nothing of when anything was done.
    """
    entries = work.journal.stream(stream_of(ref))
    for place in reversed(range(len(entries))):
        if entries[place].name in _BY_TIME:
            earlier = [each for each in entries[:place] if each.name != RequestRefused.name]
            before = earlier[-1] if earlier else None
            return None if before is None or before.name == Imported.name else before.at
    return None
