"""The ends of periods and of time limits in words, in London's time."""

from workflow.clock import london, spoken_day
from workflow.model.call_in_period import CallInPeriod, OtherEnd
from workflow.model.time_limit import TimeLimit


def until(window: CallInPeriod | OtherEnd) -> str:
    """Say until when a request may be made: "the end of Wed 24 Oct 2018", "16:00 on …"."""
    if not window.deadline_included:
        return f"the end of {spoken_day(window.last_day)}"
    return f"{london(window.request_deadline):%H:%M} on {spoken_day(window.last_day)}"


def by_when(limit: TimeLimit) -> str:
    """Say by when: "the end of Wed 24 Oct 2018", "17:00 on …"."""
    if not limit.end_included:
        return f"the end of {spoken_day(limit.last_day)}"
    return f"{london(limit.ends_at):%H:%M} on {spoken_day(limit.last_day)}"
