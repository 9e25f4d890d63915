"""A decision planned backwards from the day that matters, as every face gives it."""

from dataclasses import dataclass
from datetime import date

from workflow.answers.count import DayAnswer, day_answers
from workflow.answers.record import BothTimes, both_if_set
from workflow.authority import Authority
from workflow.model.kind import Kind
from workflow.planning.planned import Milestone, Plan, PlanRoute, PlanTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneAnswer:
    """One date of a plan."""

    name: str
    """`notice`, `private-notice`, `private-further`, `decide`, `publish`, `last-request` or
    `implement`."""
    says: str
    """What must be done, in words."""
    date_: date
    """The day."""
    by: bool
    """True for a day *by* which, false for a day *from* or *on* which."""
    passed: bool
    """Whether that day is past."""
    at: BothTimes | None
    """The time on that day, if the council's rule has one; null for the whole day."""
    note: str
    """A warning about it."""
    authority: Authority
    """The rule."""
    workings: tuple[DayAnswer, ...]
    """Each day of the count; in a backwards count the latest first."""


def _milestone(found: Milestone) -> MilestoneAnswer:
    return MilestoneAnswer(
        name=found.name,
        says=found.says,
        date_=found.day,
        by=found.by,
        passed=found.passed,
        at=both_if_set(found.at),
        note=found.note,
        authority=found.authority,
        workings=day_answers(found.count),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRouteAnswer:
    """A lawful route to a key decision."""

    name: str
    """`notice`, `general-exception` or `special-urgency`."""
    open: bool
    """Whether there is still time for it."""
    date_: date | None
    """The last day for it; null for a route that needs no number of days."""
    says: str
    """The same in words."""
    authority: Authority
    """The rule."""


def _route(found: PlanRoute) -> PlanRouteAnswer:
    return PlanRouteAnswer(
        name=found.name,
        open=found.open,
        date_=found.day,
        says=found.says,
        authority=found.authority,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAnswer:
    """The dates of a decision, worked backwards from the one that matters."""

    council: str
    """The council, by its short name."""
    kind: Kind
    """What kind of decision it is."""
    target: PlanTarget
    """The question of the plan: one of the two days is null."""
    today: date
    """The day on which it was asked."""
    edition: str
    """The edition of the constitution that it uses."""
    milestones: tuple[MilestoneAnswer, ...]
    """Each date, in the order of their days."""
    routes: tuple[PlanRouteAnswer, ...]
    """Each route to a key decision, the usual one first; none for a decision that is not key."""


def plan_answer(found: Plan) -> PlanAnswer:
    """Give a plan. It is read back, to see what a change of days would do to it."""
    return PlanAnswer(
        council=found.council,
        kind=found.kind,
        target=found.target,
        today=found.today,
        edition=found.edition,
        milestones=tuple(_milestone(each) for each in found.milestones),
        routes=tuple(_route(each) for each in found.routes),
    )
