"""A recorded date that would change. Nothing here changes one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from workflow.answer_fields import NULL_IF_EMPTY, LawfulInstant
from workflow.model.decision import Decision
from workflow.model.labelled_enum import LabelledEnum
from workflow.model.state import AWAITED, State
from workflow.model.time_limit import Awaited, TimeLimit
from workflow.register.ports import UnitOfWork
from workflow.register.query import DecisionQuery


class DateKind(LabelledEnum):
    """What on a decision has a date that may change."""

    PERIOD = ("period", "call-in period", "The call-in period.")
    SCRUTINY = ("scrutiny", "scrutiny's time", "The time in which scrutiny must act.")
    RECONSIDERATION = (
        "reconsideration",
        "time to reconsider",
        "The time in which the decision must be reconsidered.",
    )
    COUNCIL = ("council", "full council's time", "The time in which full council must act.")
    DIRECTION = ("direction", "direction", "A direction that it not be implemented.")
    NOTICE = ("notice", "day from which it may be made", "The clear days after a notice.")


TIME_LIMITS: Final = {
    Awaited.SCRUTINY: DateKind.SCRUTINY,
    Awaited.RECONSIDERATION: DateKind.RECONSIDERATION,
    Awaited.COUNCIL: DateKind.COUNCIL,
    Awaited.DIRECTION: DateKind.DIRECTION,
}
"""The kind of date for each time limit, by the body it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChange:
    """A recorded date that would change."""

    ref: str
    """The decision."""
    what: DateKind
    """What has the date: `period`, `scrutiny`, `reconsideration`, `council`, `direction` or
    `notice`."""
    running: bool
    """Whether it is still open. One that has ended would only have been different."""
    was: LawfulInstant | None
    """When a period takes effect, or a time limit ends, as it is on record."""
    now: LawfulInstant | None
    """The same, if the change were made; None if there would be no such date."""
    note: str = field(default="", metadata=NULL_IF_EMPTY)
    """Why there would be none, or what else would change."""


def limits_of(decision: Decision) -> Iterator[TimeLimit]:
    """Give the time limits on a decision's record: the body's, and a direction's."""
    for limit in (decision.proceedings.limit, decision.proceedings.direction):
        if limit is not None:
            yield limit


def awaited(work: UnitOfWork, council: str) -> Iterator[Decision]:
    """Give a council's decisions that are before scrutiny, their maker or full council."""
    for state in sorted(AWAITED):
        yield from work.decisions.find(DecisionQuery(council=council, state=state))


def drafts(work: UnitOfWork, council: str) -> Iterator[Decision]:
    """Give a council's decisions that are drafts."""
    yield from work.decisions.find(DecisionQuery(council=council, state=State.DRAFT))
