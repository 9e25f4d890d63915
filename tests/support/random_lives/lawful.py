"""What is so of every history that the law allows."""

from datetime import datetime
from itertools import pairwise
from typing import Final

from support.councils import DUSKSHIRE
from support.refused_requests import but_for_what_was_refused
from workflow import Role, State
from workflow.clock import LONDON
from workflow.model.decision import Decision
from workflow.model.evolve import begin, evolve
from workflow.model.proceedings import RequestStatus
from workflow.model.state import AWAITED
from workflow.procedures.expiry.events import (
    CallInClosed,
    DeadlineReviewed,
    LimitRanOut,
    LimitReviewed,
)
from workflow.procedures.found_late.events import PutBefore
from workflow.procedures.holds.events import Released, Withdrawn
from workflow.procedures.making.events import Amended, Drafted, Signed
from workflow.procedures.publication.events import CallInOpened, Published, TookEffect
from workflow.procedures.reconsideration.events import Changed, Confirmed, OpinionReceived
from workflow.procedures.requests.events import (
    CallInBegun,
    CallInEnded,
    LateRequestRecorded,
    PeriodReopened,
    PutBack,
    RequestAccepted,
    RequestLodged,
    RequestRejected,
    RequestSupported,
    RequestWithdrawn,
)
from workflow.procedures.requests.refused_events import RequestRefused
from workflow.procedures.scrutiny.events import (
    Adjourned,
    CallInResolved,
    CouncilLetStand,
    CouncilObjected,
    DirectionIssued,
    MeetingRecorded,
    ReferredBack,
    ReferredToCouncil,
)
from workflow.register.journal import ReadEntry

RANK: Final = {
    State.DRAFT: 0,
    State.SIGNED: 1,
    State.PUBLISHED: 2,
    State.CALL_IN_OPEN: 3,
    State.CALLED_IN: 4,
    State.REFERRED_BACK: 4,
    State.REFERRED_TO_COUNCIL: 4,
    State.EFFECTIVE: 5,
    State.IMPLEMENTED: 6,
    State.WITHDRAWN: 7,
    State.SUPERSEDED: 7,
}
_BY_TIME_ALONE: Final = (State.EFFECTIVE, State.IMPLEMENTED)
GOING_BACK: Final = {
    PeriodReopened: (_BY_TIME_ALONE, (State.CALL_IN_OPEN,)),
    PutBefore: (_BY_TIME_ALONE, AWAITED),
    CallInEnded: (AWAITED, (State.CALL_IN_OPEN,)),
    Changed: ((State.REFERRED_BACK,), (State.SIGNED,)),
}
"""The only events that lead back, each from where and to where."""
STANDING_STILL: Final = (
    Amended,
    RequestLodged,
    RequestSupported,
    RequestAccepted,
    RequestRejected,
    RequestWithdrawn,
    PeriodReopened,
    CallInBegun,
    CallInEnded,
    PutBack,
    LateRequestRecorded,
    MeetingRecorded,
    Adjourned,
    DirectionIssued,
    ReferredBack,
    ReferredToCouncil,
    CouncilObjected,
    OpinionReceived,
    Withdrawn,
    Released,
    DeadlineReviewed,
    LimitReviewed,
)
"""What may happen to a decision that is held."""
BY_TIME: Final = (CallInClosed, LimitRanOut)
OUTCOMES: Final = (CallInResolved, Confirmed, Changed, CouncilLetStand)
"""What puts an end to a call-in, once nobody else may ask."""
DUSK: Final = datetime(2018, 10, 26, tzinfo=LONDON)
"""When Duskshire ends."""
OVER: Final = (State.WITHDRAWN, State.SUPERSEDED)
IN_FORCE: Final = (State.EFFECTIVE, State.IMPLEMENTED)


def is_lawful(stands: Decision, history: tuple[ReadEntry, ...], now: datetime) -> None:
    """Check a whole history: no step out of turn, nothing early, nothing while it was held."""
    first = history[0].event
    assert isinstance(first, Drafted)
    decision = begin(stands.ref, first)
    for before, read in pairwise(history):
        assert before.recorded_at <= read.recorded_at <= now
        event, was = read.event, decision
        decision = evolve(decision, event)
        assert event.at <= read.recorded_at
        if isinstance(event, RequestRefused):
            assert was.published_at is not None
            opens_nothing(was, decision, event.number)
            continue
        _in_turn(was, read, decision)
        _asked_in_time(was, read)
        _nothing_early(was, read, decision)
        _while_its_council_stood(was, read)
        if was.is_held:
            assert isinstance(event, STANDING_STILL)
            assert decision.state not in IN_FORCE or decision.state is was.state
    assert decision == stands
    _as_often_as_may_be([read.event.name for read in history])


def opens_nothing(before: Decision, after: Decision, kept: int | None) -> None:
    """After a refusal a decision stands as it did; a request that was refused may be kept on it."""
    refused, was = after.proceedings.refused, before.proceedings.refused
    assert refused[: len(was)] == was
    assert kept is None or kept in {each.number for each in refused}
    assert but_for_what_was_refused(after, before) == before


def _ruled_by_whom_it_is_for(was: Decision, number: int, read: ReadEntry) -> None:
    """In time by one reading of the rule and late by another: the monitoring officer rules."""
    window, received_at = was.window, was.proceedings.numbered(number).received_at
    assert window is not None
    if any(received_at > each.request_deadline for each in window.other_ends):
        assert read.role is Role.MONITORING_OFFICER


def _in_turn(was: Decision, read: ReadEntry, decision: Decision) -> None:
    event = read.event
    if RANK[decision.state] < RANK[was.state]:
        sources, targets = GOING_BACK[type(event)]
        assert was.state in sources
        assert decision.state in targets
    assert was.state not in OVER
    if was.state is State.IMPLEMENTED:
        assert isinstance(event, LateRequestRecorded | PeriodReopened | PutBefore)
        carried_out = was.proceedings.acted_at is not None
        assert isinstance(event, LateRequestRecorded) or not carried_out  # a person's record stands
    if isinstance(event, CallInOpened):
        assert was.window is None  # two windows are never open
    if isinstance(event, CallInBegun):
        assert was.state is State.CALL_IN_OPEN
        assert was.proceedings.accepted()
    if isinstance(event, CallInEnded):
        assert not was.proceedings.accepted()
    if isinstance(event, RequestAccepted | RequestRejected):
        assert was.proceedings.numbered(event.number).status is RequestStatus.PENDING
        _ruled_by_whom_it_is_for(was, event.number, read)
    if isinstance(event, RequestWithdrawn):
        alive = (RequestStatus.PENDING, RequestStatus.ACCEPTED)
        assert was.proceedings.numbered(event.number).status in alive
    in_hand = decision.state in AWAITED and not isinstance(event, RequestWithdrawn)
    assert not in_hand or was.state not in AWAITED or decision.called_in_at is not None


def _asked_in_time(was: Decision, read: ReadEntry) -> None:
    event = read.event
    if isinstance(event, RequestLodged | RequestSupported):
        assert was.state in (State.CALL_IN_OPEN, State.EFFECTIVE, *AWAITED)
        assert was.window is not None
        assert was.window.in_time(event.received_at)
        assert was.published_at is not None
        assert was.published_at <= event.received_at <= read.recorded_at


def _nothing_early(was: Decision, read: ReadEntry, decision: Decision) -> None:
    event = read.event
    pending = bool(was.proceedings.pending())
    if decision.state in IN_FORCE and was.state not in IN_FORCE:
        assert not pending  # nothing takes effect while a request awaits a ruling
    if decision.state is State.IMPLEMENTED and was.state is not State.IMPLEMENTED:
        assert was.state is State.EFFECTIVE
        assert not pending
        assert decision.effective_at is not None
        assert event.at >= decision.effective_at
    if isinstance(event, BY_TIME):
        assert was.window is not None
        assert was.window.has_run_out(read.recorded_at)
        assert event.at == was.due_effect == decision.effective_at
        assert event.at >= max(was.window.effective_from, was.freed_at or event.at)
        assert all(event.at >= each.effective_from for each in was.window.other_ends)
    if isinstance(event, CallInClosed):
        assert was.state is State.CALL_IN_OPEN
    if isinstance(event, LimitRanOut):
        limit = was.proceedings.governing
        assert was.state in AWAITED
        assert limit is not None
        assert limit.brings_effect
        assert limit.has_run_out(read.recorded_at) or was.proceedings.met_at is not None
    if isinstance(event, OUTCOMES) and was.window is not None:
        assert not pending
        assert read.recorded_at >= was.window.effective_from
        if decision.effective_at is not None:
            assert decision.effective_at >= was.window.effective_from
    if isinstance(event, TookEffect):
        assert was.state is State.PUBLISHED
        assert was.window is None


def _while_its_council_stood(was: Decision, read: ReadEntry) -> None:
    """Once its council has ended, nothing is made or published, nor comes about by time alone but
    what a person has kept, whether before a body or in its period."""
    event = read.event
    if was.council != DUSKSHIRE or event.at < DUSK:
        return
    assert not isinstance(event, Signed | Published | CallInOpened)
    if isinstance(event, BY_TIME):
        done = was.proceedings
        governs = done if was.state is State.CALL_IN_OPEN else done.governing
        assert governs is not None
        assert governs.past_end is not None
        assert event.at <= governs.past_end


def _as_often_as_may_be(names: list[str]) -> None:
    changed = names.count("changed")
    for once in ("drafted", "signed", "request-found"):
        assert names.count(once) <= 1
    for again in ("published", "call-in-opened", "took-effect"):
        assert names.count(again) <= 1 + changed
    assert names.count("period-reopened") <= names.count("request-lodged")
    begun = names.count("call-in-begun")
    assert names.count("call-in-ended") <= begun
    assert begun <= names.count("request-accepted")
