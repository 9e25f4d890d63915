"""Which decisions of the register are wanted."""

from dataclasses import dataclass
from datetime import datetime

from workflow.model.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionQuery:
    """Which decisions to list. What is left out is not asked."""

    council: str | None = None
    state: State | None = None
    due_by: datetime | None = None
    """Whose call-in period is open, and has its effect by this instant."""
    ends_by: datetime | None = None
    """Whose call-in period is open, and in which the time for a request ends by this instant."""
    words: str | None = None
    """Words in the title or the reference, in either case."""
    irregular: bool = False
    """Only those on which something irregular is on record."""
    after: str | None = None
    """Only those whose reference comes after this one: the last of the page before."""
    limit: int | None = None
    """No more than so many; all of them if left out."""
