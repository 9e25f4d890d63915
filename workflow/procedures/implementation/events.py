"""What happens when a decision is carried out, and when that is reviewed."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from workflow.authority import Authority
from workflow.model.decision import Decision
from workflow.model.event import Changes, Event, sealed
from workflow.model.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAsked(Event):
    """A review after implementation was asked for."""

    name: ClassVar[str] = "review-asked"
    requested_by: tuple[str, ...] = sealed()
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {"proceedings": replace(decision.proceedings, review_asked_at=self.at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewConcluded(Event):
    """A review after implementation was concluded."""

    name: ClassVar[str] = "review-concluded"
    findings: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {"proceedings": replace(decision.proceedings, review_concluded_at=self.at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Implemented(Event):
    """The decision was implemented."""

    name: ClassVar[str] = "implemented"
    evidence: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {"state": State.IMPLEMENTED, "implemented_at": self.at}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImplementedByRule(Event):
    """The decision counted as implemented when it took effect: the council records no later
    step."""

    name: ClassVar[str] = "implemented-by-rule"
    authority: Authority
    carried_out_at: datetime | None = None
    """When it was carried out, where that was before its statement was signed, by consent."""

    def changes(self, decision: Decision) -> Changes:
        return {"state": State.IMPLEMENTED, "implemented_at": self.carried_out_at or self.at}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActedOnEarly(Event):
    """By consent, the decision was implemented before its written statement was signed."""

    name: ClassVar[str] = "acted-on-early"
    evidence: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {"proceedings": replace(decision.proceedings, acted_at=self.at)}
