"""When a request to call in may be recorded: in its time, and once."""

from datetime import datetime

from workflow.authority import MADE_NOT_IMPLEMENTED, REG_14, engine_rule
from workflow.clock import spoken
from workflow.constitution.provisions.request import Once
from workflow.constitution.wording.readings import ended
from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.requests.inputs import CallIn, SupportRequest
from workflow.procedures.requests.wrong_state import no_call_in
from workflow.procedures.shared.asking import asking_rule
from workflow.procedures.shared.before_effect import (
    IN_TIME,
    days_still_agree,
    nobody_carried_it_out,
)
from workflow.wording.short_dates import until


def received(case: Case) -> datetime | None:
    """Give when what is asked for was received, where the step says."""
    details = case.details
    return details.received_at if isinstance(details, CallIn | SupportRequest) else None


def has_a_period(case: Case) -> Refusal | None:
    """Only a decision that had a call-in period can be called in."""
    if case.subject.window is not None:
        return None
    return no_call_in(case, MADE_NOT_IMPLEMENTED)


def somebody_carried_it_out(case: Case) -> Refusal | None:
    """Somebody recorded that it was carried out: else a request in time goes on as a call-in."""
    if case.subject.window is None or not nobody_carried_it_out(case):
        return None
    return Refusal(
        code="goes-on-as-call-in",
        because=f"{case.subject.ref} counts as implemented by a rule, and nobody has recorded "
        "carrying it out: a request received in time is a call-in like any other.",
        authority=IN_TIME,
        remedy=f"Record it as one: decisions call-in {case.subject.ref} --received-at INSTANT "
        "--late-reason 'why' …",
    )


_ONCE = engine_rule(
    "called in once",
    "A decision that was called in and is done with is not called in again, unless the council's "
    "rule lets it be.",
)


def not_called_in_before(case: Case) -> Refusal | None:
    """A decision that was called in, and is done with, is not called in again.

    One whose clock ran out is not done with where another request, in time, awaited a ruling.
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
    return Refusal(
        code="called-in-already",
        because=f"{decision.ref} has been called in, by a request received at {spoken(before)}.",
        authority=found[1].authority if found is not None and stated else _ONCE,
        remedy=f"See it on the record: decisions history {decision.ref}",
    )


def somebody_may_still_ask(case: Case) -> Refusal | None:
    """A request is offered while one can be in time; one that was is recorded with its time."""
    window = case.subject.window
    if case.details is not None or window is None or window.in_time(case.now):
        return None
    return Refusal(
        code="out-of-time",
        because=f"The time for a call-in ended at {ended(window)}.",
        authority=window.authority,
        remedy="If one was received by then, record it with its time: decisions call-in "
        f"{case.subject.ref} --received-at INSTANT --late-reason 'why' …",
    )


def received_after_publication(case: Case) -> Refusal | None:
    """A request is received after the decision was published."""
    received_at, published_at = received(case), case.subject.published_at
    if received_at is None or published_at is None or case.follows(received_at, published_at):
        return None
    return Refusal(
        code="before-publication",
        because=f"It was received at {spoken(received_at)}, before the decision was published at "
        f"{spoken(published_at)}.",
        authority=REG_14,
        remedy="Ask for the request again, now that the decision is published.",
    )


def received_already(case: Case) -> Refusal | None:
    """A request is recorded when it has been received, not before."""
    received_at = received(case)
    if received_at is None or received_at <= case.at:
        return None
    return Refusal(
        code="in-the-future",
        because=f"It was received at {spoken(received_at)}, after {spoken(case.at)}, when it is "
        "said to have been recorded.",
        authority=MADE_NOT_IMPLEMENTED,
        remedy="Record the request when it has been received.",
    )


def received_in_time(case: Case) -> Refusal | None:
    """A request is received by the last instant of the period; 17:00:00 is "by 17:00"."""
    received_at, window = received(case), case.subject.window
    if window is None or received_at is None or window.in_time(received_at):
        return None
    questioned = days_still_agree(case)
    return Refusal(
        code="out-of-time",
        because=f"It was received at {spoken(received_at)}. The time for a call-in ended at "
        f"{ended(window)}.",
        authority=window.authority,
        remedy=f"See how that day was counted: decisions explain {case.subject.ref}"
        if questioned is None
        else f"That deadline is itself in question. {questioned.remedy}",
    )


def recorded_late_with_reason(case: Case) -> Refusal | None:
    """A request in time, but recorded after the deadline, says why it is recorded late."""
    received_at, window = received(case), case.subject.window
    if window is None or received_at is None or case.late_reason:
        return None
    if not window.in_time(received_at) or window.in_time(case.now):
        return None
    return Refusal(
        code="late-entry-needs-reason",
        because=f"The period ended at {until(window)}, and the request is being recorded at "
        f"{spoken(case.now)}.",
        authority=window.authority,
        remedy="Say why it is entered late: --late-reason 'why'",
    )
