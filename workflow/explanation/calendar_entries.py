"""The days of a decision, of a deadline or of a plan, each as an entry of a calendar has it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import final


class Stands(StrEnum):
    """How a day stands, in a calendar's own words."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    """The decision is held, a request awaits a ruling, or the council ends before: the day may yet
    be another."""
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDay:
    """One day of a decision, for a calendar."""

    uid: str
    day: date
    stands: Stands
    revision: int
    """How often it has been moved, cancelled or restored since it was first set."""
    set_at: datetime
    """The instant of the last event that did so."""
    title: str
    category: str
    words: tuple[str, ...]
    """Why it is that day, line by line."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDates:
    """Every day of a decision that a calendar should have, or drop."""

    ref: str
    """The decision."""
    days: tuple[DecisionDay, ...]
    """Its days, each with how often it was moved."""
