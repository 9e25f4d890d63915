"""What was found late, and stands on the record already, is not recorded again."""

from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.found_late import refusals
from workflow.procedures.found_late.events import LateHoldRecorded, LateOutcomeRecorded
from workflow.procedures.found_late.inputs import RecordLateHold, RecordLateOutcome
from workflow.procedures.holds.events import Held
from workflow.procedures.shared.recorded import same


def hold_is_new(case: Case) -> Refusal | None:
    """A hold made then, on that account and under that authority, is not on record yet."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, RecordLateHold):
        return None
    for event, _ in case.rules.on_record(decision.ref, LateHoldRecorded, Held):
        made_at = event.made_at if isinstance(event, LateHoldRecorded) else event.at
        if (
            isinstance(event, LateHoldRecorded | Held)
            and (made_at, event.on_account_of) == (details.made_at, details.on_account_of)
            and same(event.under, details.under)
        ):
            return refusals.HOLD_RECORDED(ref=decision.ref, made_at=made_at, under=event.under)
    return None


def outcome_is_new(case: Case) -> Refusal | None:
    """That the body acted at that time is not on record yet."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, RecordLateOutcome):
        return None
    for event, erased in case.rules.on_record(decision.ref, LateOutcomeRecorded):
        if (
            isinstance(event, LateOutcomeRecorded)
            and event.acted_at == details.acted_at
            and "reason" not in erased
            and same(event.reason, details.reason)
        ):
            return refusals.OUTCOME_RECORDED(ref=decision.ref, acted_at=event.acted_at)
    return None
