"""A plan: its dates, each with how it was counted, and the routes that are still open."""

from dataclasses import dataclass, field
from datetime import date

from workflow.answer_fields import NOT_GIVEN, LawfulInstant, given_after, given_as
from workflow.authority import Authority
from workflow.calendars.counting import Count, DayCounted
from workflow.model.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One date of a plan: what is to be done by it, or from it, under what rule."""

    name: str
    """`notice`, `private-notice`, `private-further`, `decide`, `publish`, `last-request` or
    `implement`."""
    says: str
    """What must be done, in words."""
    day: date = field(metadata=given_as("date"))
    """The day."""
    by: bool
    """True for a day *by* which, false for a day *from* or *on* which."""
    passed: bool = False
    """Whether that day is past."""
    at: LawfulInstant | None = None
    """The time on that day, if the council's rule has one; None for the whole day."""
    note: str = ""
    """A warning about it."""
    authority: Authority
    """The rule."""
    count: Count | None = field(default=None, metadata=NOT_GIVEN)
    """How the day was counted; None where it was not."""

    @property
    @given_after("authority")
    def workings(self) -> tuple[DayCounted, ...]:
        """Each day of the count; in a backwards count the latest first."""
        return () if self.count is None else self.count.workings()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRoute:
    """A lawful route to a key decision."""

    name: str
    """`notice`, `general-exception` or `special-urgency`."""
    open: bool
    """Whether there is still time for it."""
    day: date | None = field(default=None, metadata=given_as("date"))
    """The last day for it; None for a route that needs no number of days."""
    says: str
    """The same in words."""
    authority: Authority
    """The rule."""


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
    """The dates of a decision, counted backwards from the day it must be in force or is made."""

    council: str
    """The council, by its short name."""
    kind: Kind
    """What kind of decision it is."""
    target: PlanTarget
    """The question of the plan: one of the two days is None."""
    today: date
    """The day on which it was asked."""
    edition: str
    """The edition of the constitution that it uses."""
    milestones: tuple[Milestone, ...]
    """Each date, in the order of their days."""
    routes: tuple[PlanRoute, ...]
    """Each route to a key decision, the usual one first; none for a decision that is not key."""
