"""The dates of a decision, a deadline or a plan, as entries for a diary."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import final


class Stands(StrEnum):
    """How sure a day is, in iCalendar's own words."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    """The day may still change: the decision is held, a request awaits a ruling, or the council is
    abolished before that day."""
    CANCELLED = "CANCELLED"
    """The day no longer matters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDay:
    """One date of a decision, as an entry for a diary."""

    uid: str
    """The entry's identity, which never changes."""
    day: date
    """The day, in London."""
    stands: Stands
    """How sure it is."""
    revision: int
    """How often it has been moved, cancelled or restored since it was first set."""
    set_at: datetime
    """When that last happened, or it was first set, in UTC."""
    title: str
    category: str
    words: tuple[str, ...]
    """Why it is that day, line by line."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDates:
    """Every date of a decision that a diary should have, or drop."""

    ref: str
    """The decision."""
    days: tuple[DecisionDay, ...]
    """Its days, each with how often it was moved."""
