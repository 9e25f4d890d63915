"""How much a register holds, and how far it goes: by that it is told from a copy of it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class NewestEntry:
    """The entry that was recorded last."""

    stream: str
    seq: int
    recorded_at: datetime | None
    """None where it cannot be read."""


@dataclass(frozen=True, slots=True)
class RegisterExtent:
    """Which register it is, how many decisions and entries it holds, and which entry is newest."""

    decisions: int
    entries: int
    newest: NewestEntry | None
    identity: str | None
    """Which register it is: a copy has the same. None where that is gone."""
    begun_at: datetime | None
