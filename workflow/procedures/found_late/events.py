"""What happens when something had been done in time, and that is found after the close."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from workflow.model.decision import Decision
from workflow.model.endings import disputed
from workflow.model.event import Changes, Event, sealed
from workflow.model.holder import Holder
from workflow.model.proceedings import Proceedings, RequestStatus
from workflow.model.state import State
from workflow.model.time_limit import Awaited


@dataclass(frozen=True, slots=True, kw_only=True)
class LateOutcomeRecorded(Event):
    """A body had acted in time, and that was found after its time limit had ended."""

    name: ClassVar[str] = "outcome-found"
    acted_at: datetime
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        if decision.state is State.IMPLEMENTED:
            return disputed(decision, self.acted_at)
        again = _before_it_lapsed(decision.proceedings)
        return {"proceedings": replace(again, late_outcome_at=self.acted_at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class LateHoldRecorded(Event):
    """The decision was held in time, and that was found after it had taken effect by time alone."""

    name: ClassVar[str] = "hold-found"
    made_at: datetime
    on_account_of: Holder
    under: str
    consider_by: date | None = None
    """By when the executive is to consider the officer's report; None where no rule is on file."""
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        if decision.state is State.IMPLEMENTED:
            return disputed(decision, self.made_at)
        again = _before_it_lapsed(decision.proceedings)
        return {
            "proceedings": replace(again, consider_by=self.consider_by),
            "held_for": self.on_account_of,
            "held_under": self.under,
            "held_at": self.made_at,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeSettled(Event):
    """It was ruled that something found after implementation changes nothing."""

    name: ClassVar[str] = "dispute-settled"
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {"proceedings": replace(decision.proceedings, settled_at=self.at)}


def _before_it_lapsed(proceedings: Proceedings) -> Proceedings:
    """Give what has been done as it was before a time limit ran out, where one did."""
    lapse = proceedings.lapsed
    if lapse is None or lapse.ran_out is None:
        return proceedings
    again = tuple(
        replace(each, status=RequestStatus.ACCEPTED)
        if each.status is RequestStatus.CONCLUDED
        else each
        for each in proceedings.requests
    )
    return replace(proceedings, requests=again, limit=lapse.limit, direction=lapse.direction)


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBefore(Event):
    """The decision was before that body again, as if its time limit had not ended."""

    name: ClassVar[str] = "put-before"
    awaited: Awaited

    def changes(self, decision: Decision) -> Changes:
        state = {
            Awaited.RECONSIDERATION: State.REFERRED_BACK,
            Awaited.COUNCIL: State.REFERRED_TO_COUNCIL,
        }.get(self.awaited, State.CALLED_IN)
        proceedings = replace(_before_it_lapsed(decision.proceedings), lapsed=None)
        return {
            "state": state,
            "effective_at": None,
            "implemented_at": None,
            "proceedings": proceedings,
        }
