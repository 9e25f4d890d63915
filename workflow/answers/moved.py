"""Dates that a change would make others, as every face gives them. Nothing moves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workflow.answer_fields import INLINE
from workflow.impact.date_change import DateChange
from workflow.impact.plans import PlanImpact


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedOfCouncil:
    """A date of one council's decision that would change."""

    council: str
    """The council, by its short name."""
    moved: DateChange = field(metadata=INLINE)
    """The date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarImpactAnswer:
    """Which dates a holiday or a closed day would change. Nothing moves."""

    councils: tuple[str, ...]
    """The councils that were asked about."""
    moved: tuple[MovedOfCouncil, ...]
    """Each date on the register that would change."""
    plans: tuple[PlanImpact, ...]
    """How each saved plan that was given would change."""


def calendar_impact_answer(
    councils: Sequence[str],
    moved: Iterable[tuple[str, DateChange]],
    plans: Iterable[PlanImpact],
) -> CalendarImpactAnswer:
    """Give what days would do to the dates of councils, and to saved plans."""
    return CalendarImpactAnswer(
        councils=tuple(councils),
        moved=tuple(MovedOfCouncil(council=council, moved=each) for council, each in moved),
        plans=tuple(plans),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesImpactAnswer:
    """Which dates of decisions a changed constitution would change. Nothing moves."""

    file: str
    """The council's file, as changed."""
    looked_at: int
    """How many decisions were looked at: open, and of the past year."""
    moved: tuple[DateChange, ...]
    """Each date that would change."""


def rules_impact_answer(
    file: str, looked_at: int, moved: Iterable[DateChange]
) -> RulesImpactAnswer:
    """Give what a changed constitution would do to the dates of decisions."""
    return RulesImpactAnswer(file=file, looked_at=looked_at, moved=tuple(moved))
