"""What was found late, and stands on the record already, is not recorded again."""

from workflow.clock import spoken
from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.found_late.events import HoldFound, OutcomeFound
from workflow.procedures.found_late.inputs import FindHold, Reinstate
from workflow.procedures.holds.events import Held
from workflow.procedures.shared.recorded import already, same


def hold_is_new(case: Case) -> Refusal | None:
    """A hold made then, on that account and under that authority, is not on record yet."""
    details, decision = case.details, case.subject
    if not isinstance(details, FindHold):
        return None
    for event, _ in case.rules.on_record(decision.ref, HoldFound, Held):
        made_at = event.made_at if isinstance(event, HoldFound) else event.at
        if (
            isinstance(event, HoldFound | Held)
            and (made_at, event.on_account_of) == (details.made_at, details.on_account_of)
            and same(event.under, details.under)
        ):
            return already(
                "already-recorded",
                case,
                f"The hold that was made at {spoken(made_at)}, under {event.under}, is on the "
                f"record of {decision.ref} already.",
                "If there was another, give its own time and authority.",
            )
    return None


def outcome_is_new(case: Case) -> Refusal | None:
    """That a body had acted then, found in that way, is not on record yet."""
    details, decision = case.details, case.subject
    if not isinstance(details, Reinstate):
        return None
    for event, erased in case.rules.on_record(decision.ref, OutcomeFound):
        if (
            isinstance(event, OutcomeFound)
            and event.acted_at == details.acted_at
            and "reason" not in erased
            and same(event.reason, details.reason)
        ):
            return already(
                "already-recorded",
                case,
                f"That it had acted at {spoken(event.acted_at)} is on the record of "
                f"{decision.ref} already.",
                "If it was found anew, say in --reason how.",
            )
    return None
