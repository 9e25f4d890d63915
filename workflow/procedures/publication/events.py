"""What happens when a decision is put before the public, and what time then brings."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from workflow.authority import Authority
from workflow.clock import london_day
from workflow.model.call_in_period import CallInPeriod
from workflow.model.event import Changes, Event, sealed
from workflow.model.irregularity import Irregular, Irregularity
from workflow.model.json_data import SAID_IF_SET
from workflow.model.notice import NoticeRoute
from workflow.model.proceedings import Lapse, Proceedings
from workflow.model.state import State
from workflow.procedures.expiry.inputs import Review

if TYPE_CHECKING:
    from workflow.model.decision import Decision


def _noted_late(decision: "Decision", at: datetime, target: date | None) -> Changes:
    """Give the irregularity that is noted of itself where a target for publication was missed."""
    if target is None:
        return {}
    done = decision.proceedings
    noted = _noted(done, Irregular.PUBLISHED_LATE, at)
    return {"proceedings": replace(done, irregularities=(*done.irregularities, noted))}


def _noted(done: Proceedings, kind: Irregular, at: datetime) -> Irregularity:
    """Give an irregularity that the engine notes of itself."""
    return Irregularity(
        number=len(done.irregularities) + 1, kind=kind, happened_on=london_day(at), noted_at=at
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(Event):
    """The signed decision was put before the public."""

    name: ClassVar[str] = "published"
    where: str
    target: date | None = None
    """The day by which the council's rule wanted it published, where that was missed."""

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        late = _noted_late(decision, self.at, self.target)
        return {**late, "state": State.PUBLISHED, "published_at": self.at}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInOpened(Event):
    """The period began in which the decision may be called in."""

    name: ClassVar[str] = "call-in-opened"
    window: CallInPeriod

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {
            "state": State.CALL_IN_OPEN,
            "window": self.window,
            "edition": self.window.edition,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TookEffect(Event):
    """The decision took effect at once, with no call-in period."""

    name: ClassVar[str] = "took-effect"
    because: str
    authority: Authority
    edition: str
    stated: str = sealed()
    """What is stated on the record of it: for urgency the reason, and who agreed and when."""

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {
            "state": State.EFFECTIVE,
            "effective_at": self.at,
            "edition": self.edition,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInClosed(Event):
    """The call-in period ended unused, and the decision took effect."""

    name: ClassVar[str] = "call-in-closed"

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        after: Changes = {"state": State.EFFECTIVE, "effective_at": self.at}
        if decision.called_in_at is not None:
            lapse = Lapse(state=State.CALL_IN_OPEN)
            after["proceedings"] = replace(decision.proceedings, lapsed=lapse)
        return after


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineReviewed(Event):
    """The deadline was kept or revised by a person: the calendar had changed, or the council ends
    before."""

    name: ClassVar[str] = "deadline-reviewed"
    outcome: Review
    window: CallInPeriod
    was: CallInPeriod | None = None
    """The period as it stood before, with the calendar it was counted on."""
    kept: datetime | None = None
    """When effect would begin as the days now count, where the deadline was kept all the same."""
    past_end: datetime | None = field(default=None, metadata=SAID_IF_SET)
    """Its effect, where that was kept although the council ends before."""
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened.

        Where the date printed on its notice no longer holds, that is noted as irregular.
        """
        done = replace(decision.proceedings, kept=self.kept)
        if self.past_end is not None:
            done = replace(done, past_end=self.past_end)
        if self.was is not None and self.was.effective_from != self.window.effective_from:
            noted = _noted(done, Irregular.NOTICE_WRONG, self.at)
            done = replace(done, irregularities=(*done.irregularities, noted))
        return {
            "window": self.window,
            **({} if done == decision.proceedings else {"proceedings": done}),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ImplementedByRule(Event):
    """The decision counts as implemented on taking effect: the council records no later step."""

    name: ClassVar[str] = "implemented-by-rule"
    authority: Authority
    carried_out_at: datetime | None = None
    """When it was carried out, where that was before its statement was signed, by consent."""

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"state": State.IMPLEMENTED, "implemented_at": self.carried_out_at or self.at}


@dataclass(frozen=True, slots=True, kw_only=True)
class Implemented(Event):
    """The decision was carried out."""

    name: ClassVar[str] = "implemented"
    evidence: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"state": State.IMPLEMENTED, "implemented_at": self.at}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActedOnEarly(Event):
    """By consent, the decision was carried out before its written statement was signed."""

    name: ClassVar[str] = "acted-on-early"
    evidence: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"proceedings": replace(decision.proceedings, acted_at=self.at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedUnsigned(Event):
    """The record was put before the public, and is signed afterwards by the council's rule."""

    name: ClassVar[str] = "published-unsigned"
    where: str
    target: date | None = None
    """The day by which the council's rule wanted it published, where that was missed."""
    made_on: date
    """The civil day on which the decision was made."""
    road: NoticeRoute | None = None
    """How, as to notice, a key decision came to be made; None for one that is not key."""
    makers: tuple[str, ...]

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        noted = _noted_late(decision, self.at, self.target)
        if self.road is not None:
            done = noted.get("proceedings", decision.proceedings)
            noted["proceedings"] = replace(done, road=self.road)
        return {
            **noted,
            "state": State.PUBLISHED,
            "published_at": self.at,
            "made_on": self.made_on,
            "makers": self.makers,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesSigned(Event):
    """A record that was published unsigned was signed."""

    name: ClassVar[str] = "minutes-signed"
    signatory: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"signed_at": self.at}
