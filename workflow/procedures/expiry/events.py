"""What time brings about: a period or a time limit that ends, or that a person reviews."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar

from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.endings import effective
from workflow.model.event import Changes, Event, sealed
from workflow.model.irregularity import Irregular
from workflow.model.json_data import OMITTED_IF_UNSET
from workflow.model.proceedings import Lapse, note_irregularity
from workflow.model.state import State
from workflow.model.time_limit import Awaited, TimeLimit
from workflow.procedures.expiry.inputs import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInClosed(Event):
    """The call-in period ended without a call-in, and the decision took effect."""

    name: ClassVar[str] = "call-in-closed"

    def changes(self, decision: Decision) -> Changes:
        after: Changes = {"state": State.EFFECTIVE, "effective_at": self.at}
        if decision.called_in_at is not None:
            lapse = Lapse(state=State.CALL_IN_OPEN)
            after["proceedings"] = replace(decision.proceedings, lapsed=lapse)
        return after


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineReviewed(Event):
    """A person kept or revised the deadline: the calendar had changed, or the council ends before
    it."""

    name: ClassVar[str] = "deadline-reviewed"
    outcome: Review
    window: CallInPeriod
    was: CallInPeriod | None = None
    """The period as it stood before, with the calendar it was counted on."""
    kept: datetime | None = None
    """When effect would begin as the days now count, where the deadline was kept all the same."""
    past_end: datetime | None = field(default=None, metadata=OMITTED_IF_UNSET)
    """Its effect, where that was kept although the council ends before."""
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        """Give what is different about the decision once this has happened.

        Where the date printed on its notice no longer holds, that is noted as irregular.
        """
        proceedings = replace(decision.proceedings, kept=self.kept)
        if self.past_end is not None:
            proceedings = replace(proceedings, past_end=self.past_end)
        if self.was is not None and self.was.effective_from != self.window.effective_from:
            noted = note_irregularity(proceedings, Irregular.NOTICE_WRONG, self.at)
            proceedings = replace(proceedings, irregularities=(*proceedings.irregularities, noted))
        return {
            "window": self.window,
            **({} if proceedings == decision.proceedings else {"proceedings": proceedings}),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRanOut(Event):
    """Nobody acted in time, and the decision took effect by the council's own rule."""

    name: ClassVar[str] = "limit-ran-out"
    awaited: Awaited

    def changes(self, decision: Decision) -> Changes:
        after, proceedings = effective(decision, self.at), decision.proceedings
        lapse = Lapse(
            state=decision.state,
            ran_out=proceedings.governing,
            limit=proceedings.limit,
            direction=proceedings.direction,
        )
        after["proceedings"] = replace(after["proceedings"], lapsed=lapse)
        return after


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitReviewed(Event):
    """A person kept or revised the end of a time limit: the calendar had changed, or the council
    ends before it."""

    name: ClassVar[str] = "limit-reviewed"
    outcome: Review
    limit: TimeLimit
    was: TimeLimit | None = None
    """The time limit as it stood before, with the calendar it was counted on."""
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {"proceedings": decision.proceedings.with_limit(self.limit)}
