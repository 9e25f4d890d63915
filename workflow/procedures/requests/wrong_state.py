"""Why a decision cannot be called in from where it stands."""

from workflow.authority import Authority
from workflow.constitution.wording.readings import ended, in_time
from workflow.errors import Refusal
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.requests.inputs import CallIn
from workflow.procedures.shared.before_effect import nobody_carried_it_out
from workflow.procedures.shared.wrong_state import stands_at, when


def no_call_in(case: Case, under: Authority) -> Refusal:
    """Say why a decision cannot be called in from where it stands."""
    decision, stands = case.decision, stands_at(case, under)
    if decision is None or decision.state in (State.DRAFT, State.SIGNED):
        return Refusal(
            code="not-published",
            because=f"{stands.because} It can be called in once it is published.",
            authority=under,
            remedy=stands.remedy,
        )
    if decision.state not in (State.EFFECTIVE, State.IMPLEMENTED):
        return stands
    window = decision.window
    if window is None:
        return Refusal(
            code="exempt-from-call-in",
            because=f"{decision.ref} is not subject to call-in: it took effect at once"
            f"{when(decision.effective_at)}.",
            authority=under,
            remedy=f"See why, on the record: decisions history {decision.ref}",
        )
    carried_out = not nobody_carried_it_out(case)
    if isinstance(case.details, CallIn) and window.in_time(case.details.received_at):
        return Refusal(
            code="in-time-but-implemented",
            because=f"{stands.because} The request was received "
            f"{in_time(window, [case.details.received_at])}, and is not lost: it is recorded "
            "against the decision, which may then not be acted on.",
            authority=window.authority,
            remedy=f"Record it: decisions request record-late {decision.ref} …; then ask the "
            "monitoring officer",
        )
    return Refusal(
        code="out-of-time",
        because=f"The time for a call-in ended at {ended(window)}.",
        authority=window.authority,
        remedy="If the request was received by then, give its time: decisions "
        f"{'request record-late' if carried_out else 'call-in'} {decision.ref} --received-at "
        "INSTANT --late-reason 'why' …",
    )
