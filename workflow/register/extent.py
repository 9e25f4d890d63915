"""How much a register holds and what its newest entry is: by that it differs from a copy."""

from dataclasses import dataclass, field
from datetime import datetime

from workflow.answer_fields import given_as


@dataclass(frozen=True, slots=True)
class NewestEntry:
    """The entry that was recorded last."""

    stream: str
    """The stream of the journal that it is in."""
    seq: int = field(metadata=given_as("entry"))
    """Its number there."""
    recorded_at: datetime | None
    """When it was recorded; None if that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterExtent:
    """Which register it is, how many decisions and entries it holds, and which entry is newest."""

    identity: str | None
    """Its permanent identity, given when it was begun. A copy has the same. None if it is lost."""
    begun_at: datetime | None
    """When it was begun."""
    decisions: int
    """How many decisions it holds."""
    entries: int
    """How many entries its journals hold."""
    newest: NewestEntry | None
    """The entry that was recorded last; None if there is none."""
