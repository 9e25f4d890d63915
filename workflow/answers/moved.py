"""Dates that a change would make others, as every face gives them. Nothing moves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from workflow.answer_fields import INLINE
from workflow.answers.record import BothTimes, both_if_set
from workflow.impact.date_change import DateChange
from workflow.impact.plans import PlanDay, PlanImpact
from workflow.model.kind import Kind
from workflow.planning.planned import PlanTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedAnswer:
    """A date that would change."""

    ref: str
    """The decision."""
    what: str
    """What has the date: `period`, `scrutiny`, `reconsideration`, `council`, `direction` or
    `notice`."""
    running: bool
    """Whether it is still open. One that has ended would only have been different."""
    was: BothTimes | None
    """When a period takes effect, or a time limit ends, as it is on record."""
    now: BothTimes | None
    """The same, if the change were made; null if there would be no such date."""
    note: str | None
    """Why there would be none, or what else would change."""


def moved_answer(found: DateChange) -> MovedAnswer:
    """Give a date that would be another."""
    return MovedAnswer(
        ref=found.ref,
        what=found.what.name.lower(),
        running=found.running,
        was=both_if_set(found.was),
        now=both_if_set(found.now),
        note=found.note or None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedOfCouncil:
    """A date of one council's decision that would change."""

    council: str
    """The council, by its short name."""
    moved: MovedAnswer = field(metadata=INLINE)
    """The date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDayAnswer:
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


def _plan_day(found: PlanDay) -> PlanDayAnswer:
    return PlanDayAnswer(
        name=found.name, says=found.says, was=found.was, now=found.now, passed=found.passed
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanImpactAnswer:
    """How a saved plan would change. The register keeps no plans."""

    file: str
    """The file it was saved in."""
    council: str
    """The council, by its short name."""
    kind: Kind
    """What kind of decision was planned."""
    target: PlanTarget
    """What it was worked out from."""
    moved: tuple[PlanDayAnswer, ...]
    """Each day that would differ from today's calendar."""
    unlike: tuple[PlanDayAnswer, ...]
    """Each day of the file that the same question would not give today: `was` is the file's."""
    fault: str | None
    """Why no plan could be made after the change; then every `now` is null."""


def plan_impact_answer(found: PlanImpact) -> PlanImpactAnswer:
    """Give what would become of a saved plan."""
    return PlanImpactAnswer(
        file=found.kept.file,
        council=found.kept.council,
        kind=found.kept.kind,
        target=found.kept.target,
        moved=tuple(_plan_day(each) for each in found.moved),
        unlike=tuple(_plan_day(each) for each in found.unlike),
        fault=found.fault or None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarImpactAnswer:
    """Which dates a holiday or a closed day would change. Nothing moves."""

    councils: tuple[str, ...]
    """The councils that were asked about."""
    moved: tuple[MovedOfCouncil, ...]
    """Each date on the register that would change."""
    plans: tuple[PlanImpactAnswer, ...]
    """How each saved plan that was given would change."""


def calendar_impact_answer(
    councils: Sequence[str],
    moved: Iterable[tuple[str, DateChange]],
    plans: Iterable[PlanImpact],
) -> CalendarImpactAnswer:
    """Give what days would do to the dates of councils, and to saved plans."""
    return CalendarImpactAnswer(
        councils=tuple(councils),
        moved=tuple(
            MovedOfCouncil(council=council, moved=moved_answer(each)) for council, each in moved
        ),
        plans=tuple(plan_impact_answer(each) for each in plans),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesImpactAnswer:
    """Which dates of decisions a changed constitution would change. Nothing moves."""

    file: str
    """The council's file, as changed."""
    looked_at: int
    """How many decisions were looked at: open, and of the past year."""
    moved: tuple[MovedAnswer, ...]
    """Each date that would change."""


def rules_impact_answer(
    file: str, looked_at: int, moved: Iterable[DateChange]
) -> RulesImpactAnswer:
    """Give what a changed constitution would do to the dates of decisions."""
    return RulesImpactAnswer(
        file=file, looked_at=looked_at, moved=tuple(moved_answer(each) for each in moved)
    )
