"""The ends of periods and of time limits in a few words, in London's time."""

from dataclasses import dataclass
from datetime import date, datetime

from workflow.clock import london, spoken_day
from workflow.model.call_in_period import CallInPeriod, OtherEnd
from workflow.model.time_limit import TimeLimit


@dataclass(frozen=True, slots=True)
class PeriodEnd:
    """When a period or a time limit ends. In words: "16:00 on …", "the end of Wed 24 Oct 2018"."""

    last_day: date
    """Its last day."""
    at: datetime | None
    """Its last instant, that instant included; None where it is the end of the day."""

    def __str__(self) -> str:
        if self.at is None:
            return f"the end of {spoken_day(self.last_day)}"
        return f"{london(self.at):%H:%M} on {spoken_day(self.last_day)}"


def end_of_period(window: CallInPeriod | OtherEnd) -> PeriodEnd:
    """Give until when a request may be made."""
    return PeriodEnd(window.last_day, window.request_deadline if window.deadline_included else None)


def end_of_limit(limit: TimeLimit) -> PeriodEnd:
    """Give by when a body must act."""
    return PeriodEnd(limit.last_day, limit.ends_at if limit.end_included else None)


def until(window: CallInPeriod | OtherEnd) -> str:
    """Say until when a request may be made: "the end of Wed 24 Oct 2018", "16:00 on …"."""
    return str(end_of_period(window))


def by_when(limit: TimeLimit) -> str:
    """Say by when: "the end of Wed 24 Oct 2018", "17:00 on …"."""
    return str(end_of_limit(limit))
