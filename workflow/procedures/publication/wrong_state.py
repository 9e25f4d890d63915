"""Why a decision cannot be published from where it stands."""

from workflow.authority import Authority
from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.publication import refusals
from workflow.procedures.shared.wrong_state import done_already, where_it_stands


def no_second_publication(case: Case, under: Authority) -> Refusal:
    """Say when a decision was published, and where it stands since: it is not published again."""
    stands, decision = where_it_stands(case, under), case.decision
    if decision is None or decision.published_at is None:
        return stands
    return done_already(stands, refusals.WAS_PUBLISHED, published_at=decision.published_at)
