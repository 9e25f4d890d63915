"""When a request to call in may be recorded: in its time, and once."""

from datetime import datetime

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.constitution.provisions.request import Once
from workflow.errors import Refusal
from workflow.model.refusal import advising
from workflow.procedures.case import Case
from workflow.procedures.requests import refusals
from workflow.procedures.requests.inputs import CallIn, SupportRequest
from workflow.procedures.requests.refusals import ONCE
from workflow.procedures.requests.wrong_state import no_call_in
from workflow.procedures.shared.asking import asking_rule
from workflow.procedures.shared.before_effect import (
    days_still_agree,
    nobody_carried_it_out,
)
from workflow.wording.short_dates import end_of_period


def received(case: Case) -> datetime | None:
    """Give when what is asked for was received, where the step says."""
    details = case.inputs
    return details.received_at if isinstance(details, CallIn | SupportRequest) else None


def has_a_period(case: Case) -> Refusal | None:
    """Only a decision that had a call-in period can be called in."""
    if case.subject.window is not None:
        return None
    return no_call_in(case, MADE_NOT_IMPLEMENTED)


def somebody_carried_it_out(case: Case) -> Refusal | None:
    """Somebody recorded that it was implemented. Otherwise a request in time goes on as a
    call-in."""
    if case.subject.window is None or not nobody_carried_it_out(case):
        return None
    return refusals.GOES_ON_AS_CALL_IN(ref=case.subject.ref)


def not_called_in_before(case: Case) -> Refusal | None:
    """A decision that has been called in and resolved is not called in again.

    One whose time limit ran out is not done with where another request, in time, awaited a ruling.
    """
    decision, found = case.subject, asking_rule(case)
    if found is not None and found[0].once is Once.PER_GROUND:
        return None
    live = decision.proceedings.accepted() or decision.proceedings.pending()
    lapse = decision.proceedings.lapsed
    goes_on = live or (lapse is not None and lapse.ran_out is not None)
    before = None if goes_on else decision.called_in_at
    if before is None:
        return None
    stated = found is not None and found[0].once is not None
    return refusals.CALLED_IN_ALREADY(
        found[1].authority if found is not None and stated else ONCE,
        ref=decision.ref,
        received_at=before,
    )


def somebody_may_still_ask(case: Case) -> Refusal | None:
    """A request can still be in time, or was, and is recorded with the time it was received."""
    window = case.subject.window
    if case.inputs is not None or window is None or window.in_time(case.now):
        return None
    return refusals.OUT_OF_TIME[bool(window.sooner)](
        window.authority, ended=end_of_period(window), ref=case.subject.ref
    )


def received_after_publication(case: Case) -> Refusal | None:
    """A request is received after the decision was published."""
    received_at, published_at = received(case), case.subject.published_at
    if received_at is None or published_at is None or case.follows(received_at, published_at):
        return None
    return refusals.BEFORE_PUBLICATION(received_at=received_at, published_at=published_at)


def received_already(case: Case) -> Refusal | None:
    """A request is recorded when it has been received, not before."""
    received_at = received(case)
    if received_at is None or received_at <= case.at:
        return None
    return refusals.IN_THE_FUTURE(received_at=received_at, at=case.at)


def received_in_time(case: Case) -> Refusal | None:
    """A request is received by the last moment of the period. "By 17:00" includes 17:00:00."""
    received_at, window = received(case), case.subject.window
    if window is None or received_at is None or window.in_time(received_at):
        return None
    questioned = days_still_agree(case)
    late = refusals.RECEIVED_OUT_OF_TIME[bool(window.sooner)](
        window.authority,
        received_at=received_at,
        ended=end_of_period(window),
        ref=case.subject.ref,
    )
    if questioned is None:
        return late
    return advising(late, refusals.IN_QUESTION, *questioned.remedies, **questioned.values)


def recorded_late_with_reason(case: Case) -> Refusal | None:
    """A request received in time and recorded after the deadline says why it is recorded late."""
    received_at, window = received(case), case.subject.window
    if window is None or received_at is None or case.late_reason:
        return None
    if not window.in_time(received_at) or window.in_time(case.now):
        return None
    return refusals.LATE_ENTRY_NEEDS_REASON(
        window.authority, until=end_of_period(window), now=case.now
    )
