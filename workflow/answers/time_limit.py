"""A time limit that runs on a decision, as every face gives it."""

from dataclasses import dataclass, field
from datetime import datetime

from workflow.answer_fields import INLINE
from workflow.model.time_limit import TimeLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningTimeLimit:
    """A time limit that runs on a decision."""

    limit: TimeLimit = field(metadata=INLINE)
    """The rule, and the dates it gives."""
    run_out: bool | None
    """Whether it has ended; null if no time was asked about."""


def running_time_limit(limit: TimeLimit | None, as_of: datetime | None) -> RunningTimeLimit | None:
    """Give a time limit, and whether it has run out by a moment; None where none runs."""
    if limit is None:
        return None
    return RunningTimeLimit(
        limit=limit, run_out=None if as_of is None else limit.has_run_out(as_of)
    )
