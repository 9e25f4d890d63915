"""What happens while scrutiny, or the council, has a decision before it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from workflow.model.decision import Decision
from workflow.model.endings import before_another, effective, given_up
from workflow.model.event import Changes, Event, sealed
from workflow.model.state import State
from workflow.model.time_limit import TimeLimit
from workflow.procedures.scrutiny.inputs import Meeting, ScrutinyOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRecorded(Event):
    """Scrutiny met about the decision, or was to meet, without an outcome."""

    name: ClassVar[str] = "meeting-recorded"
    meeting: Meeting
    note: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        if self.meeting is not Meeting.QUORATE:
            return {}
        return {"proceedings": replace(decision.proceedings, met_at=self.at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjourned(Event):
    """A time limit was extended, with consent."""

    name: ClassVar[str] = "adjourned"
    limit: TimeLimit
    consent: str = sealed()
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {"proceedings": replace(decision.proceedings, limit=self.limit, met_at=None)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInResolved(Event):
    """Scrutiny let the decision stand, and it took effect."""

    name: ClassVar[str] = "call-in-resolved"
    outcome: ScrutinyOutcome
    acted_at: datetime | None = None
    """When scrutiny did so, where that is not when it was recorded."""
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return effective(decision, self.acted_at or self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferredBack(Event):
    """Scrutiny asked the decision maker to reconsider."""

    name: ClassVar[str] = "referred-back"
    limit: TimeLimit | None
    """By when the maker must reconsider; None where the council's rule is not on file."""
    concerns: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {
            "state": State.REFERRED_BACK,
            "proceedings": before_another(decision, self.at, self.limit),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferredToCouncil(Event):
    """Scrutiny put the decision to full council."""

    name: ClassVar[str] = "referred-to-council"
    limit: TimeLimit | None
    contrary: bool
    """Whether an officer advised that it is contrary to the budget or policy framework."""
    concerns: str = sealed()
    advice: str | None = sealed()

    def changes(self, decision: Decision) -> Changes:
        proceedings = replace(before_another(decision, self.at, self.limit), contrary=self.contrary)
        return {"state": State.REFERRED_TO_COUNCIL, "proceedings": proceedings}


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionIssued(Event):
    """Scrutiny directed that the decision not be implemented, for a number of days."""

    name: ClassVar[str] = "direction-issued"
    limit: TimeLimit
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        done = replace(decision.proceedings, direction=self.limit, since=self.at)
        return {"proceedings": done}


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilObjected(Event):
    """Full council objected, and the decision went back to the decision maker with council's
    views."""

    name: ClassVar[str] = "council-objected"
    limit: TimeLimit | None
    views: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {
            "state": State.REFERRED_BACK,
            "proceedings": before_another(decision, self.at, self.limit),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilLetStand(Event):
    """Full council did not object, and the decision took effect."""

    name: ClassVar[str] = "council-let-stand"
    acted_at: datetime | None = None
    """When council did so, where that is not when it was recorded."""
    views: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return effective(decision, self.acted_at or self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilDecided(Event):
    """Full council decided instead of the decision maker: the decision was outside the
    framework."""

    name: ClassVar[str] = "council-decided"
    decision: str = sealed()
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {
            "state": State.SUPERSEDED,
            "superseded_at": self.at,
            "proceedings": given_up(decision.proceedings),
        }
