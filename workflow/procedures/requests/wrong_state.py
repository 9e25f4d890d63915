"""Why a decision cannot be called in from where it stands."""

from workflow.authority import Authority
from workflow.constitution.wording.readings import ended, in_time
from workflow.errors import Refusal
from workflow.model.state import IN_EFFECT, State
from workflow.procedures.case import Case
from workflow.procedures.requests import refusals
from workflow.procedures.requests.inputs import CallIn
from workflow.procedures.shared.before_effect import nobody_carried_it_out
from workflow.procedures.shared.wrong_state import when, where_it_stands


def no_call_in(case: Case, under: Authority) -> Refusal:
    """Say why a decision cannot be called in from where it stands."""
    decision, stands = case.decision, where_it_stands(case, under)
    if decision is None or decision.state in (State.DRAFT, State.SIGNED):
        return refusals.NOT_PUBLISHED(
            under, stands=stands.because, ref=stands.values.get("ref", "")
        )
    if decision.state not in IN_EFFECT:
        return stands
    window = decision.window
    if window is None:
        return refusals.EXEMPT_FROM_CALL_IN(under, ref=decision.ref, at=when(decision.effective_at))
    carried_out = not nobody_carried_it_out(case)
    if isinstance(case.inputs, CallIn) and window.in_time(case.inputs.received_at):
        return refusals.IN_TIME_BUT_IMPLEMENTED(
            window.authority,
            stands=stands.because,
            in_time=in_time(window, [case.inputs.received_at]),
            ref=decision.ref,
        )
    kind = refusals.PERIOD_IS_OVER_AND_IMPLEMENTED if carried_out else refusals.PERIOD_IS_OVER
    return kind(window.authority, ended=ended(window), ref=decision.ref)
