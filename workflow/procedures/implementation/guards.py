"""What must be so before a decision is carried out."""

from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.implementation import refusals
from workflow.procedures.shared.before_effect import counts_as_implemented


def not_disputed(case: Case) -> Refusal | None:
    """A decision is not acted on when a request or a hold, in time, was found after the close."""
    decision = case.decision
    if decision is None or decision.disputed_at is None or not decision.is_disputed:
        return None
    return refusals.DISPUTED(disputed_at=decision.disputed_at, ref=decision.ref)


def has_taken_effect(case: Case) -> Refusal | None:
    """A decision is implemented at or after the instant it took effect."""
    effective_at = case.subject.effective_at
    if effective_at is None or case.at >= effective_at:
        return None
    kind = refusals.TOO_SOON if effective_at > case.now else refusals.NOT_YET_EFFECTIVE
    return kind(ref=case.subject.ref, effective_at=effective_at, at=case.at)


def was_acted_on(case: Case) -> bool:
    """Say whether it was carried out before its statement was signed, by consent."""
    return case.subject.proceedings.acted_at is not None


def implementation_is_not_recorded(case: Case) -> bool:
    """Say whether implementation is not a step of its own here, or has happened already."""
    return counts_as_implemented(case) is not None or was_acted_on(case)
