"""What another calendar would do to a saved plan, which is made again on both. Nothing is kept."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from workflow.answer_fields import INLINE, NULL_IF_EMPTY
from workflow.calendars.days import Calendar
from workflow.constitution.constitution import Constitution
from workflow.errors import Invalid, WorkflowError
from workflow.model.notice import NoticeKind, NoticeRoute
from workflow.planning.plan import plan
from workflow.planning.planned import Plan
from workflow.planning.saved_plan import SavedPlan

_ROUTES: Final = {
    NoticeRoute.GENERAL_EXCEPTION.value: f"Publish the {NoticeKind.GENERAL_EXCEPTION.label} by"
}
"""What must be done by the last day of a route that has no milestone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDay:
    """A day of a saved plan that would change, or has changed."""

    name: str
    """The name of the milestone, or of the route to a key decision."""
    says: str
    """What must be done, in words."""
    was: date | None
    """The day as it was."""
    now: date | None
    """The day as it would be."""
    passed: bool
    """Whether the old day is past."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanImpact:
    """How a saved plan would change if days were entered in its council's calendar."""

    kept: SavedPlan = field(metadata=INLINE)
    """The plan, as it was saved."""
    moved: tuple[PlanDay, ...]
    """Each day that would differ from today's calendar."""
    unlike: tuple[PlanDay, ...]
    """Each day of the file that the same question would not give today: `was` is the file's."""
    fault: str = field(default="", metadata=NULL_IF_EMPTY)
    """Why no plan could be made after the change; then every `now` is None."""


def impact_on_plan(
    kept: SavedPlan, constitution: Constitution, before: Calendar, after: Calendar, today: date
) -> PlanImpact:
    """Make a saved plan again on two calendars, and give each day that differs.

    Raises Invalid where it cannot be made on the calendar `before`; where it cannot on `after`, the
    answer says so in `fault`.
    """
    try:
        was = _made_again(kept, constitution, before, today)
    except WorkflowError as wrong:
        raise Invalid(
            f"The plan in {kept.file} cannot be made again: {wrong}", remedy=wrong.cure
        ) from None
    try:
        now, fault = _made_again(kept, constitution, after, today), ""
    except WorkflowError as wrong:
        now, fault = {}, str(wrong)
    says = {name: words for name, (words, _) in {**now, **was}.items()}
    as_things_are = _days(was)
    return PlanImpact(
        kept=kept,
        moved=_differing(as_things_are, _days(now), says, today),
        unlike=_differing(dict(kept.days), as_things_are, says, today),
        fault=fault,
    )


def _days(made: dict[str, tuple[str, date]]) -> dict[str, date]:
    return {name: day for name, (_, day) in made.items()}


def _differing(
    was: dict[str, date], now: dict[str, date], says: dict[str, str], today: date
) -> tuple[PlanDay, ...]:
    return tuple(
        PlanDay(
            name=name,
            says=says.get(name, name),
            was=was.get(name),
            now=now.get(name),
            passed=was.get(name, today) < today,
        )
        for name in {**was, **now}
        if was.get(name) != now.get(name)
    )


def _made_again(
    kept: SavedPlan, constitution: Constitution, calendar: Calendar, today: date
) -> dict[str, tuple[str, date]]:
    """Give what each day of a plan is for, and the day, by its name."""
    target = kept.target
    return _dated(
        plan(
            constitution,
            calendar,
            kind=kept.kind,
            today=today,
            implement_by=target.implement_by,
            decide_on=target.decide_on,
            private=target.private,
        )
    )


def _dated(plan: Plan) -> dict[str, tuple[str, date]]:
    days = {each.name: (each.says, each.day) for each in plan.milestones}
    for route in plan.routes:
        says = _ROUTES.get(route.name)
        if says is not None and route.day is not None:
            days[route.name] = (says, route.day)
    return dict(sorted(days.items(), key=lambda named: named[1][1]))
