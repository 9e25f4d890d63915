"""What must be so of a request to call in."""

from workflow.authority import (
    MADE_NOT_IMPLEMENTED,
    REG_14,
)
from workflow.clock import spoken
from workflow.errors import Refusal
from workflow.model.details import CallIn
from workflow.policy.case import Case
from workflow.policy.guards.period import days_still_agree
from workflow.policy.standing import no_call_in, until


def has_a_period(case: Case) -> Refusal | None:
    """Only a decision that had a call-in period can be called in."""
    if case.subject.window is not None:
        return None
    return no_call_in(case, MADE_NOT_IMPLEMENTED)


def not_called_in_before(case: Case) -> Refusal | None:
    """A decision is called in once."""
    before = case.subject.called_in_at or case.subject.disputed_at
    if before is None:
        return None
    return Refusal(
        code="called-in-already",
        because=f"{case.subject.ref} has been called in, by a request received at "
        f"{spoken(before)}.",
        authority=MADE_NOT_IMPLEMENTED,
        remedy=f"See it on the record: decisions history {case.subject.ref}",
    )


def others_may_no_longer_ask(case: Case) -> Refusal | None:
    """Scrutiny's outcome is recorded once nobody else can be in time with a request."""
    window = case.subject.window
    if window is None or window.has_run_out(case.now):
        return None
    return Refusal(
        code="call-in-open",
        because=f"Others may still ask for it to be called in until {until(window)}.",
        authority=window.authority,
        remedy="Record the outcome after that, with the time of the meeting: --at INSTANT "
        "--late-reason 'Recorded when the period had ended'",
    )


def received_after_publication(case: Case) -> Refusal | None:
    """A request is received after the decision was published."""
    details, published_at = case.details, case.subject.published_at
    if not isinstance(details, CallIn) or published_at is None:
        return None
    if details.received_at >= published_at:
        return None
    return Refusal(
        code="before-publication",
        because=f"It was received at {spoken(details.received_at)}, before the decision was "
        f"published at {spoken(published_at)}.",
        authority=REG_14,
        remedy="Ask for the request again, now that the decision is published.",
    )


def received_already(case: Case) -> Refusal | None:
    """A request is recorded after it was received, not before."""
    details = case.details
    if not isinstance(details, CallIn) or details.received_at <= case.now:
        return None
    return Refusal(
        code="in-the-future",
        because=f"{spoken(details.received_at)} has not come yet.",
        authority=MADE_NOT_IMPLEMENTED,
        remedy="Record the request when it has been received.",
    )


def received_in_time(case: Case) -> Refusal | None:
    """A request is received by the last instant of the period; 17:00:00 is "by 17:00"."""
    details, window = case.details, case.subject.window
    if window is None or not isinstance(details, CallIn) or window.in_time(details.received_at):
        return None
    questioned = days_still_agree(case)
    return Refusal(
        code="out-of-time",
        because=f"It was received at {spoken(details.received_at)}. The time for a call-in ended "
        f"at {until(window)}.",
        authority=window.authority,
        remedy=f"See how that day was counted: decisions explain {case.subject.ref}"
        if questioned is None
        else f"That deadline is itself in question. {questioned.remedy}",
    )


def recorded_late_with_reason(case: Case) -> Refusal | None:
    """A request in time, but recorded after the deadline, says why it is recorded late."""
    details, window = case.details, case.subject.window
    if window is None or not isinstance(details, CallIn):
        return None
    asked_late = window.in_time(details.received_at) and not window.in_time(case.now)
    if not asked_late or case.late_reason:
        return None
    return Refusal(
        code="late-entry-needs-reason",
        because=f"The period ended at {until(window)}, and the request is being recorded at "
        f"{spoken(case.now)}.",
        authority=window.authority,
        remedy="Say why it is entered late: --late-reason 'why'",
    )
