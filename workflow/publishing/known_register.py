"""The register that a page is made of, by which the page is known for good."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class KnownRegister:
    """Which register a page is of."""

    identity: str | None
    """Its permanent identity; None if it is lost."""
    begun_at: datetime | None
    """When it was begun."""
