"""Why a decision cannot be called in from where it stands."""

from workflow.authority import Authority
from workflow.errors import Refusal
from workflow.model.refusal import after
from workflow.model.state import IN_EFFECT, State
from workflow.procedures.case import Case
from workflow.procedures.requests import refusals
from workflow.procedures.requests.inputs import CallIn
from workflow.procedures.shared.before_effect import nobody_carried_it_out
from workflow.procedures.shared.wrong_state import where_it_stands
from workflow.wording.short_dates import end_of_period


def no_call_in(case: Case, under: Authority) -> Refusal:
    """Say why a decision cannot be called in from where it stands."""
    decision, stands = case.decision, where_it_stands(case, under)
    if decision is None or decision.state in (State.DRAFT, State.SIGNED):
        ref = "" if decision is None else decision.ref
        return after(stands, refusals.NOT_PUBLISHED(under, ref=ref))
    if decision.state not in IN_EFFECT:
        return stands
    window = decision.window
    if window is None:
        at = {} if decision.effective_at is None else {"at": decision.effective_at}
        return refusals.EXEMPT_FROM_CALL_IN[bool(at)](under, ref=decision.ref, **at)
    carried_out = not nobody_carried_it_out(case)
    if isinstance(case.inputs, CallIn) and window.in_time(case.inputs.received_at):
        kind = refusals.IN_TIME_BUT_IMPLEMENTED[window.is_between(case.inputs.received_at)]
        return after(stands, kind(window.authority, ref=decision.ref))
    kinds = refusals.PERIOD_IS_OVER_AND_IMPLEMENTED if carried_out else refusals.PERIOD_IS_OVER
    ended = end_of_period(window)
    return kinds[bool(window.sooner)](window.authority, ended=ended, ref=decision.ref)
