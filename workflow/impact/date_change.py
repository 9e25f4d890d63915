"""A recorded date that would change. This module only reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from workflow.model.decision import Decision
from workflow.model.state import AWAITED, State
from workflow.model.time_limit import Awaited, TimeLimit
from workflow.register.ports import UnitOfWork
from workflow.register.query import DecisionQuery


class DateKind(StrEnum):
    """What on a decision has a date that may move."""

    PERIOD = "call-in period"
    SCRUTINY = "scrutiny's time"
    RECONSIDERATION = "time to reconsider"
    COUNCIL = "full council's time"
    DIRECTION = "direction"
    NOTICE = "day from which it may be made"


TIME_LIMITS: Final = {
    Awaited.SCRUTINY: DateKind.SCRUTINY,
    Awaited.RECONSIDERATION: DateKind.RECONSIDERATION,
    Awaited.COUNCIL: DateKind.COUNCIL,
    Awaited.DIRECTION: DateKind.DIRECTION,
}
"""What each clock is called here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChange:
    """A date that would be another."""

    ref: str
    what: DateKind
    running: bool
    """Whether it is still open. One that has ended only would have been another."""
    was: datetime | None
    """The instant on record, in UTC: of a call-in period, when it takes effect; of a notice, the
    start of the first day. None where there is no such date."""
    now: datetime | None
    """The same, were the change made; None where there would be none."""
    note: str = ""
    """Why there would be none, or what else would be another."""


def limits_of(decision: Decision) -> Iterator[TimeLimit]:
    """Give the clocks on a decision's record: the body's, and a direction's."""
    for limit in (decision.proceedings.limit, decision.proceedings.direction):
        if limit is not None:
            yield limit


def awaited(work: UnitOfWork, council: str) -> Iterator[Decision]:
    """Give the decisions of a council that are before a body."""
    for state in sorted(AWAITED):
        yield from work.decisions.find(DecisionQuery(council=council, state=state))


def drafts(work: UnitOfWork, council: str) -> Iterator[Decision]:
    """Give the decisions of a council that are not yet made."""
    yield from work.decisions.find(DecisionQuery(council=council, state=State.DRAFT))
