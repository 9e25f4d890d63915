"""What happens when a decision is asked to be called in."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import ClassVar

from workflow.model.decision import Decision
from workflow.model.endings import before_another, disputed
from workflow.model.event import Changes, Event, sealed
from workflow.model.json_data import OMITTED_IF_UNSET
from workflow.model.proceedings import Proceedings, Request, RequestStatus, Signature
from workflow.model.state import State
from workflow.model.time_limit import TimeLimit


def freed(decision: Decision, at: datetime) -> Changes:
    """Give that what had stopped a decision from taking effect by time alone ended just now."""
    window = decision.window
    if window is None or at < window.effective_from:
        return {}
    return {"freed_at": at if decision.freed_at is None else max(at, decision.freed_at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLodged(Event):
    """Someone asked for the decision to be called in."""

    name: ClassVar[str] = "request-lodged"
    number: int
    received_at: datetime
    signatures: tuple[str, ...]
    """The marks of those who asked."""
    electors: int
    grounds: tuple[str, ...]
    bare: tuple[str, ...]
    proposes: bool
    issue: str | None
    """The mark of the council's own number for the matter, where its statement gives one."""
    how: str | None = sealed()
    requested_by: tuple[str, ...] = sealed()
    particulars: tuple[str, ...] = sealed()
    """The grounds as they were given."""
    alternative: str | None = sealed()
    again: tuple[int, ...] = field(default=(), metadata=OMITTED_IF_UNSET)
    """The refused requests that this enters again, by their numbers."""

    def changes(self, decision: Decision) -> Changes:
        request = Request(
            number=self.number,
            received_at=self.received_at,
            status=RequestStatus.PENDING,
            signatures=tuple(Signature(who=who, at=self.received_at) for who in self.signatures),
            electors=self.electors,
            grounds=self.grounds,
            bare=self.bare,
            proposes=self.proposes,
            issue=self.issue,
        )
        proceedings = decision.proceedings.with_request(request)
        return {
            "proceedings": proceedings.entered_again(self.again, self.at, self.number),
            "asked_at": max(self.received_at, decision.asked_at or self.received_at),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSupported(Event):
    """More people supported a request."""

    name: ClassVar[str] = "request-supported"
    number: int
    received_at: datetime
    signatures: tuple[str, ...]
    electors: int
    requested_by: tuple[str, ...] = sealed()
    again: tuple[int, ...] = field(default=(), metadata=OMITTED_IF_UNSET)
    """The refused requests that this enters again, by their numbers."""

    def changes(self, decision: Decision) -> Changes:
        before = decision.proceedings.numbered(self.number)
        more = tuple(Signature(who=who, at=self.received_at) for who in self.signatures)
        window = decision.window
        between = window is not None and window.is_between(self.received_at)
        request = replace(
            before,
            signatures=before.signatures + more,
            electors=before.electors + self.electors,
            electors_between=before.electors_between + (self.electors if between else 0),
        )
        proceedings = decision.proceedings.with_request(request)
        return {
            "proceedings": proceedings.entered_again(self.again, self.at, self.number),
            "asked_at": max(self.received_at, decision.asked_at or self.received_at),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundCertified(Event):
    """The officer named gave the certificate that a ground needs."""

    name: ClassVar[str] = "ground-certified"
    number: int
    ground: str
    certificate: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        before = decision.proceedings.numbered(self.number)
        request = replace(before, certified=tuple(dict.fromkeys((*before.certified, self.ground))))
        return {"proceedings": decision.proceedings.with_request(request)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestAccepted(Event):
    """A request was ruled valid."""

    name: ClassVar[str] = "request-accepted"
    number: int
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        before = decision.proceedings.numbered(self.number)
        request = replace(before, status=RequestStatus.ACCEPTED, ruled_at=self.at)
        # Nothing had its effect while it awaited this ruling; what is under way, it joins.
        proceedings = replace(
            decision.proceedings.with_request(request), met_at=None, since=self.at
        )
        for limit in (proceedings.limit, proceedings.direction):
            if limit is not None and limit.has_run_out(self.at):
                proceedings = proceedings.with_limit(replace(limit, outrun=True))
        return {"proceedings": proceedings, **freed(decision, self.at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRejected(Event):
    """A request was ruled invalid."""

    name: ClassVar[str] = "request-rejected"
    number: int
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        before = decision.proceedings.numbered(self.number)
        request = replace(before, status=RequestStatus.REJECTED, ruled_at=self.at)
        return {
            "proceedings": decision.proceedings.with_request(request),
            **freed(decision, self.at),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestWithdrawn(Event):
    """Some or all supporters of a request withdrew."""

    name: ClassVar[str] = "request-withdrawn"
    number: int
    signatures: tuple[str, ...]
    """The marks of those who withdrew."""
    ends: bool
    """Whether the request is at an end by it."""
    requested_by: tuple[str, ...] = sealed()
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        before = decision.proceedings.numbered(self.number)
        left = tuple(each for each in before.signatures if each.who not in self.signatures)
        standing = RequestStatus.WITHDRAWN if self.ends else before.status
        request = replace(before, signatures=left, status=standing)
        over = freed(decision, self.at) if self.ends else {}
        return {"proceedings": decision.proceedings.with_request(request), **over}


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodReopened(Event):
    """Something done in time was found after the close: the decision returned to its call-in
    period."""

    name: ClassVar[str] = "period-reopened"

    @property
    def words(self) -> str:
        return "call-in period reopened, for what was done in time and is entered late"

    def changes(self, decision: Decision) -> Changes:
        lapse = decision.proceedings.lapsed
        called_in = lapse is None or lapse.state is State.CALL_IN_OPEN
        return {
            "state": State.CALL_IN_OPEN,
            "effective_at": None,
            "implemented_at": None,
            # What lapsed was never heard: the call-in is not one that is done with.
            "called_in_at": decision.called_in_at if called_in else None,
            "proceedings": replace(decision.proceedings, lapsed=None),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInBegun(Event):
    """The decision was called in, by a request that was accepted."""

    name: ClassVar[str] = "call-in-begun"
    limit: TimeLimit | None
    """By when scrutiny must meet; None where the council's rule is not on file."""

    def changes(self, decision: Decision) -> Changes:
        proceedings = decision.proceedings
        first = min(each.received_at for each in proceedings.accepted())
        return {
            "state": State.CALLED_IN,
            "called_in_at": first,
            "proceedings": replace(proceedings, limit=self.limit, met_at=None),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInEnded(Event):
    """Too few supporters remained, and the decision went back to its period, or to the end of
    it."""

    name: ClassVar[str] = "call-in-ended"

    def changes(self, decision: Decision) -> Changes:
        return {
            "state": State.CALL_IN_OPEN,
            "called_in_at": None,
            "proceedings": replace(decision.proceedings, limit=None, direction=None, met_at=None),
            **freed(decision, self.at),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledIn(Event):
    """The decision was called in, by a request received in time.

    Recorded so by version 0.1, when a request and the ruling on it were one; read, and no longer
    written.
    """

    name: ClassVar[str] = "called-in"
    received_at: datetime
    requested_by: tuple[str, ...] = sealed()
    grounds: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {
            "state": State.CALLED_IN,
            "called_in_at": self.received_at,
            "effective_at": None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRequestRecorded(Event):
    """A request, received in time, was found after the decision counted as implemented."""

    name: ClassVar[str] = "request-found"
    received_at: datetime
    electors: int = 0
    alternative: str | None = sealed(default=None)
    how: str | None = sealed(default=None)
    requested_by: tuple[str, ...] = sealed()
    grounds: str = sealed()
    again: tuple[int, ...] = field(default=(), metadata=OMITTED_IF_UNSET)
    """The refused requests that this enters again, by their numbers."""

    def changes(self, decision: Decision) -> Changes:
        changes = disputed(decision, self.received_at)
        before: Proceedings = changes.get("proceedings", decision.proceedings)
        return {**changes, "proceedings": before.entered_again(self.again, self.at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBack(Event):
    """The decision went straight back to those who made it, by the council's rule."""

    name: ClassVar[str] = "put-back"
    limit: TimeLimit | None

    def changes(self, decision: Decision) -> Changes:
        return {
            "state": State.REFERRED_BACK,
            "proceedings": before_another(decision, self.at, self.limit),
        }
