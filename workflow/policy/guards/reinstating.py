"""What must be so before a decision is put before a body again whose clock had run out."""

from workflow.authority import MADE_NOT_IMPLEMENTED, engine_rule
from workflow.clock import spoken
from workflow.errors import Refusal
from workflow.model.details import Reinstate
from workflow.model.worded import by_when
from workflow.policy.case import Case

_LAPSED = engine_rule(
    "an outcome found late",
    "A body that acted within its time has acted, however late that is recorded: what the close "
    "recorded meanwhile gives way.",
)


def it_lapsed(case: Case) -> Refusal | None:
    """The decision took effect because a clock ran out."""
    if case.subject.proceedings.lapsed is not None:
        return None
    return Refusal(
        code="did-not-lapse",
        because=f"{case.subject.ref} did not take effect by a clock's running out.",
        authority=_LAPSED,
        remedy=f"See how it took effect: decisions history {case.subject.ref}",
    )


def it_acted_in_time(case: Case) -> Refusal | None:
    """The body acted after the call-in, and before its clock had run out."""
    details, limit = case.details, case.subject.proceedings.lapsed
    if not isinstance(details, Reinstate) or limit is None:
        return None
    called_in_at = case.subject.called_in_at
    too_soon = called_in_at is not None and details.acted_at < called_in_at
    if not too_soon and not limit.has_run_out(details.acted_at):
        return None
    return Refusal(
        code="not-in-time",
        because=f"It acted at {spoken(details.acted_at)}; its time was from the call-in to "
        f"{by_when(limit)}.",
        authority=limit.authority if called_in_at is not None else MADE_NOT_IMPLEMENTED,
        remedy="What was done out of time is noted, and changes nothing: decisions irregular note "
        f"{case.subject.ref} --kind ruled-late …",
    )
