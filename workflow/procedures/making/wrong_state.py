"""Why a statement cannot be changed or signed from where its decision stands."""

from workflow.authority import Authority
from workflow.errors import Refusal
from workflow.model.refusal import after, saying
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.making import refusals
from workflow.procedures.shared.wrong_state import done_already, where_it_stands


def no_second_signature(case: Case, under: Authority) -> Refusal:
    """Say when a decision was signed, and where it stands since: it is not signed again."""
    stands, decision = where_it_stands(case, under), case.decision
    if decision is None or decision.signed_at is None:
        return stands
    if decision.state is State.SIGNED:
        stands = saying(stands, refusals.NOT_PUBLISHED_YET)
    return done_already(stands, refusals.WAS_SIGNED, signed_at=decision.signed_at)


def no_amendment(case: Case, under: Authority) -> Refusal:
    """Say why a statement cannot be changed from where its decision stands."""
    decision, stands = case.decision, where_it_stands(case, under)
    if decision is None or decision.state is State.DRAFT:
        return stands
    kind = refusals.TEXT_IS_PUBLISHED
    if decision.state is State.SIGNED:
        kind = refusals.TEXT_IS_SIGNED_UNPUBLISHED
    elif decision.state in (State.PUBLISHED, State.WITHDRAWN, State.SUPERSEDED):
        kind = refusals.TEXT_IS_SIGNED
    return after(stands, kind(ref=decision.ref))
