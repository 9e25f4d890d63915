"""A review of a decision that was carried out: it changes nothing of where the decision stands."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import IN_EFFECT
from workflow.procedures.case import Case
from workflow.procedures.implementation import reviews
from workflow.procedures.implementation.events import ReviewAsked, ReviewConcluded
from workflow.procedures.implementation.inputs import AskReview, ConcludeReview
from workflow.procedures.step import step


@step(
    "review-ask",
    cannot="A review of {ref} cannot be asked for.",
    source=IN_EFFECT,
    target=None,
    by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
    under=MADE_NOT_IMPLEMENTED,
    needs=(reviews.no_review_is_open,),
    stopped_by_hold=False,
    example="GLO-042 --requested-by 'Cllr A Example' --reason 'It was exempt'",
)
def ask(case: Case, inputs: AskReview) -> Event:
    """Record that a review after implementation is asked for; the decision stands."""
    return ReviewAsked(at=case.at, requested_by=inputs.requested_by, reason=inputs.reason)


@step(
    "review-conclude",
    cannot="A review of {ref} cannot be concluded.",
    source=IN_EFFECT,
    target=None,
    by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
    under=MADE_NOT_IMPLEMENTED,
    needs=(reviews.a_review_is_open,),
    stopped_by_hold=False,
    example="GLO-042 --findings 'The urgency was real; the report came late.'",
)
def conclude(case: Case, inputs: ConcludeReview) -> Event:
    """Record what a review after implementation found; the decision stands."""
    return ReviewConcluded(at=case.at, findings=inputs.findings)


ROWS: Final = (ask, conclude)
