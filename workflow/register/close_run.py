"""One run of the nightly close."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRun:
    """One run of the nightly close, as it is recorded."""

    number: int
    council: str | None
    started_at: datetime
    finished_at: datetime | None = None
    due: int = 0
    closed: int = 0
    left: Sequence[Mapping[str, str]] = field(default=())
    """Each decision left for a person: its reference, the code and the reason."""
    faults: Sequence[Mapping[str, str]] = field(default=())
    passed_over: int = 0
    """How many were due and held by another program; 0 too of a run before these were counted."""
