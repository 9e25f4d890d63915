"""Which decisions of the register are wanted."""

from dataclasses import dataclass
from datetime import datetime

from workflow.model.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionQuery:
    """Which decisions to list: those that meet every condition given. Instants are aware."""

    council: str | None = None
    """Only those of this council, by its short name."""
    state: State | None = None
    """Only those in this state, as recorded."""
    due_by: datetime | None = None
    """Only those with an open call-in period that take effect by this instant, included."""
    ends_by: datetime | None = None
    """Only those with an open call-in period in which requests end by this instant, included."""
    words: str | None = None
    """Only those with this text in the title or the reference, in any capitals."""
    irregular: bool = False
    """Only those with an irregularity on record."""
    after: str | None = None
    """Only those whose reference comes after this one: the last of the page before."""
    limit: int | None = None
    """No more than so many; all of them if left out."""
