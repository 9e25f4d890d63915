"""What happens when a decision is published: a call-in period opens, or it takes effect."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar

from workflow.authority import Authority
from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.event import Changes, Event, sealed
from workflow.model.irregularity import Irregular
from workflow.model.json_data import stored_as
from workflow.model.notice import NoticeRoute
from workflow.model.proceedings import note_irregularity
from workflow.model.state import State


def _noted_late(decision: Decision, at: datetime, target: date | None) -> Changes:
    """Give the irregularity that is noted of itself where a target for publication was missed."""
    if target is None:
        return {}
    proceedings = decision.proceedings
    noted = note_irregularity(proceedings, Irregular.PUBLISHED_LATE, at)
    return {
        "proceedings": replace(proceedings, irregularities=(*proceedings.irregularities, noted))
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(Event):
    """The signed decision was put before the public."""

    name: ClassVar[str] = "published"
    where: str
    target: date | None = None
    """The day by which the council's rule wanted it published, where that was missed."""

    def changes(self, decision: Decision) -> Changes:
        late = _noted_late(decision, self.at, self.target)
        return {**late, "state": State.PUBLISHED, "published_at": self.at}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInOpened(Event):
    """The call-in period began."""

    name: ClassVar[str] = "call-in-opened"
    window: CallInPeriod

    def changes(self, decision: Decision) -> Changes:
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

    def changes(self, decision: Decision) -> Changes:
        return {
            "state": State.EFFECTIVE,
            "effective_at": self.at,
            "edition": self.edition,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedUnsigned(Event):
    """The record was put before the public, and is signed afterwards by the council's rule."""

    name: ClassVar[str] = "published-unsigned"
    where: str
    target: date | None = None
    """The day by which the council's rule wanted it published, where that was missed."""
    made_on: date
    """The civil day on which the decision was made."""
    notice_route: NoticeRoute | None = field(default=None, metadata=stored_as("road"))
    """How, as to notice, a key decision came to be made; None for one that is not key."""
    makers: tuple[str, ...]

    def changes(self, decision: Decision) -> Changes:
        noted = _noted_late(decision, self.at, self.target)
        if self.notice_route is not None:
            proceedings = noted.get("proceedings", decision.proceedings)
            noted["proceedings"] = replace(proceedings, notice_route=self.notice_route)
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

    def changes(self, decision: Decision) -> Changes:
        return {"signed_at": self.at}
