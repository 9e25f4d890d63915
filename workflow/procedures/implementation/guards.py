"""What must be so before a decision is carried out."""

from workflow.authority import (
    MADE_NOT_IMPLEMENTED,
    Authority,
)
from workflow.clock import spoken
from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.shared.before_effect import counts_as_implemented


def not_disputed(case: Case) -> Refusal | None:
    """A decision is not acted on when a request or a hold, in time, was found after the close."""
    decision = case.decision
    if decision is None or decision.disputed_at is None or not decision.is_disputed:
        return None
    return Refusal(
        code="disputed",
        because=f"Something was done in time, at {spoken(decision.disputed_at)}, that would have "
        f"stopped {decision.ref}, and was found after it counted as implemented: "
        f"decisions history {decision.ref}",
        authority=MADE_NOT_IMPLEMENTED,
        remedy="Do nothing more before the monitoring officer has ruled: if it stands, decisions "
        f"found-late settle-dispute {decision.ref} --reason 'why'; if not, decisions supersede "
        f"{decision.ref} "
        "--superseded-by REF --reason 'why'",
    )


def has_taken_effect(case: Case) -> Refusal | None:
    """A decision is implemented at or after the instant it took effect."""
    effective_at = case.subject.effective_at
    if effective_at is None or case.at >= effective_at:
        return None
    authority: Authority = MADE_NOT_IMPLEMENTED
    to_come = effective_at > case.now
    takes = "takes" if to_come else "took"
    return Refusal(
        code="not-yet-effective",
        because=f"{case.subject.ref} {takes} effect at {spoken(effective_at)}, after "
        f"{spoken(case.at)}.",
        authority=authority,
        remedy="Wait until then."
        if to_come
        else "Give the time at which it was really implemented.",
    )


def was_acted_on(case: Case) -> bool:
    """Say whether it was carried out before its statement was signed, by consent."""
    return case.subject.proceedings.acted_at is not None


def implementation_is_not_recorded(case: Case) -> bool:
    """Say whether implementation is no step of its own here, or has come already."""
    return counts_as_implemented(case) is not None or was_acted_on(case)
