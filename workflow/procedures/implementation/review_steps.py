"""A review of a decision that was carried out: it changes nothing of where the decision stands."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.implementation import reviews
from workflow.procedures.implementation.events import ReviewAsked, ReviewConcluded
from workflow.procedures.implementation.inputs import AskReview, ConcludeReview
from workflow.procedures.step import Step

_CARRIED_OUT = (State.EFFECTIVE, State.IMPLEMENTED)


def asked(case: Case) -> Event:
    """Who asked for a review, and why."""
    given = case.details
    assert isinstance(given, AskReview)
    return ReviewAsked(at=case.at, requested_by=given.requested_by, reason=given.reason)


def concluded(case: Case) -> Event:
    """What the review found."""
    given = case.details
    assert isinstance(given, ConcludeReview)
    return ReviewConcluded(at=case.at, findings=given.findings)


ROWS: Final = (
    Step(
        verb="review-ask",
        done="put forward for review",
        source=_CARRIED_OUT,
        target=None,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record that a review after implementation is asked for; the decision stands.",
        under=MADE_NOT_IMPLEMENTED,
        asks=AskReview,
        needs=(reviews.no_review_is_open,),
        records=asked,
        forward=False,
        example="GLO-042 --requested-by 'Cllr A Example' --reason 'It was exempt'",
    ),
    Step(
        verb="review-conclude",
        done="reviewed after implementation",
        source=_CARRIED_OUT,
        target=None,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record what a review after implementation found; the decision stands.",
        under=MADE_NOT_IMPLEMENTED,
        asks=ConcludeReview,
        needs=(reviews.a_review_is_open,),
        records=concluded,
        forward=False,
        example="GLO-042 --findings 'The urgency was real; the report came late.'",
    ),
)
