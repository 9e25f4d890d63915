"""What happens while scrutiny, or the council, has a decision before it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from workflow.model.event import Changes, Event, sealed
from workflow.model.proceedings import Lapse, Proceedings, RequestStanding
from workflow.model.state import State
from workflow.model.time_limit import Awaited, TimeLimit
from workflow.procedures.expiry.inputs import Review
from workflow.procedures.scrutiny.inputs import Meeting, ScrutinyOutcome

if TYPE_CHECKING:
    from workflow.model.decision import Decision


def concluded(proceedings: Proceedings) -> Proceedings:
    """Give the proceedings once the call-in is over: no clock runs, and its requests are done."""
    requests = tuple(
        replace(each, standing=RequestStanding.CONCLUDED)
        if each.standing is RequestStanding.ACCEPTED
        else each
        for each in proceedings.requests
    )
    return replace(proceedings, requests=requests, limit=None, direction=None, found_at=None)


def given_up(proceedings: Proceedings) -> Proceedings:
    """Give the proceedings once the decision itself is given up: nothing awaits a ruling more."""
    over = concluded(proceedings)
    requests = tuple(
        replace(each, standing=RequestStanding.OVERTAKEN)
        if each.standing is RequestStanding.PENDING
        else each
        for each in over.requests
    )
    return replace(over, requests=requests)


def effective(decision: "Decision", at: datetime) -> Changes:
    """Give that a called-in decision takes effect, and not before its period's own end.

    What a body had done in time has its effect from then, however late that was found.
    """
    window, found_at = decision.window, decision.proceedings.found_at
    stopped = (decision.freed_at, None if window is None else window.effective_from)
    since = [at if found_at is None else found_at, *(each for each in stopped if each is not None)]
    return {
        "state": State.EFFECTIVE,
        "effective_at": max(since),
        "proceedings": concluded(decision.proceedings),
    }


def _before(decision: "Decision", at: datetime, limit: TimeLimit | None) -> Proceedings:
    """Give the proceedings once the decision is before another body, by this clock."""
    done = decision.proceedings
    since = at if done.found_at is None else done.found_at
    return replace(done, limit=limit, met_at=None, found_at=None, since=since)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRecorded(Event):
    """What came of a meeting at which scrutiny was to take the decision."""

    name: ClassVar[str] = "meeting-recorded"
    meeting: Meeting
    note: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        if self.meeting is not Meeting.QUORATE:
            return {}
        return {"proceedings": replace(decision.proceedings, met_at=self.at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjourned(Event):
    """The end of the running clock was put off, with consent."""

    name: ClassVar[str] = "adjourned"
    limit: TimeLimit
    consent: str = sealed()
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"proceedings": replace(decision.proceedings, limit=self.limit, met_at=None)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInResolved(Event):
    """Scrutiny was done with the decision, and it took effect."""

    name: ClassVar[str] = "call-in-resolved"
    outcome: ScrutinyOutcome
    acted_at: datetime | None = None
    """When scrutiny did so, where that is not when it was recorded."""
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return effective(decision, self.acted_at or self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBack(Event):
    """The decision went straight back to those who made it, as the council's rule has it."""

    name: ClassVar[str] = "put-back"
    limit: TimeLimit | None

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"state": State.REFERRED_BACK, "proceedings": _before(decision, self.at, self.limit)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferredBack(Event):
    """Scrutiny asked the decision maker to reconsider."""

    name: ClassVar[str] = "referred-back"
    limit: TimeLimit | None
    """By when the maker must reconsider; None where the council's rule is not on file."""
    concerns: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"state": State.REFERRED_BACK, "proceedings": _before(decision, self.at, self.limit)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferredToCouncil(Event):
    """Scrutiny put the decision to full council."""

    name: ClassVar[str] = "referred-to-council"
    limit: TimeLimit | None
    contrary: bool
    """Whether an officer advised that it is contrary to the budget or policy framework."""
    concerns: str = sealed()
    advice: str | None = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        proceedings = replace(_before(decision, self.at, self.limit), contrary=self.contrary)
        return {"state": State.REFERRED_TO_COUNCIL, "proceedings": proceedings}


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionIssued(Event):
    """Scrutiny directed that the decision not be implemented, for a number of days."""

    name: ClassVar[str] = "direction-issued"
    limit: TimeLimit
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        done = replace(decision.proceedings, direction=self.limit, since=self.at)
        return {"proceedings": done}


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilObjected(Event):
    """Full council objected, and the decision went back to its maker with council's views."""

    name: ClassVar[str] = "council-objected"
    limit: TimeLimit | None
    views: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"state": State.REFERRED_BACK, "proceedings": _before(decision, self.at, self.limit)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilLetStand(Event):
    """Full council did not object, and the decision took effect."""

    name: ClassVar[str] = "council-let-stand"
    acted_at: datetime | None = None
    """When council did so, where that is not when it was recorded."""
    views: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return effective(decision, self.acted_at or self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilDecided(Event):
    """Full council decided in the maker's place: the decision was outside the framework."""

    name: ClassVar[str] = "council-decided"
    decision: str = sealed()
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {
            "state": State.SUPERSEDED,
            "superseded_at": self.at,
            "proceedings": given_up(decision.proceedings),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRanOut(Event):
    """Nobody acted in time, and the decision took effect by the council's own rule."""

    name: ClassVar[str] = "limit-ran-out"
    awaited: Awaited

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        after, done = effective(decision, self.at), decision.proceedings
        lapse = Lapse(
            state=decision.state,
            ran_out=done.governing,
            limit=done.limit,
            direction=done.direction,
        )
        after["proceedings"] = replace(after["proceedings"], lapsed=lapse)
        return after


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitReviewed(Event):
    """The end of a running clock was kept or revised by a person: the calendar had changed, or the
    council ends before."""

    name: ClassVar[str] = "limit-reviewed"
    outcome: Review
    limit: TimeLimit
    was: TimeLimit | None = None
    """The clock as it stood before, with the calendar it was counted on."""
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"proceedings": decision.proceedings.with_clock(self.limit)}
