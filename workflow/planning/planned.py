"""What a plan holds: its dates, each with how it was counted, and the routes still open."""

from dataclasses import dataclass
from datetime import date, datetime

from workflow.authority import Authority
from workflow.calendars.counting import Count
from workflow.model.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One date of a plan: what is to be done by it, or from it, under what rule."""

    name: str
    says: str
    day: date
    by: bool
    """True for "by that day", False for "from that day"."""
    authority: Authority
    at: datetime | None = None
    """The hour on that day, where the council's rule has one; None for the whole of the day."""
    count: Count | None = None
    """How the day was counted."""
    note: str = ""
    passed: bool = False
    """Whether that day is already past."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRoute:
    """A way to decide lawfully, and whether there is still time for it."""

    name: str
    open: bool
    says: str
    authority: Authority
    day: date | None = None
    """The last day on which it can be begun; None where no number of days is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTarget:
    """What a plan was asked for: by which one of two days, and whether a private meeting's."""

    implement_by: date | None = None
    """The day by which it must be in force."""
    decide_on: date | None = None
    """The day on which it is to be made."""
    private: bool = False
    """Whether it is to be made at a private meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The dates of a decision, worked backwards from the one that matters."""

    council: str
    kind: Kind
    target: PlanTarget
    today: date
    edition: str
    milestones: tuple[Milestone, ...]
    """In the order of their days."""
    routes: tuple[PlanRoute, ...]
    """For a key decision: each route, the usual one first."""
