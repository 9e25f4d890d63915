"""A review of a decision that was carried out: it changes nothing of where the decision stands."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.lifecycle.step import Step
from workflow.model import details as asks
from workflow.model import events as e
from workflow.model.people import Role
from workflow.model.state import State
from workflow.policy.case import Case
from workflow.policy.guards import reviews

_CARRIED_OUT = (State.EFFECTIVE, State.IMPLEMENTED)


def asked(case: Case) -> e.Event:
    """Who asked for a review, and why."""
    given = case.details
    assert isinstance(given, asks.AskReview)
    return e.ReviewAsked(at=case.at, requested_by=given.requested_by, reason=given.reason)


def concluded(case: Case) -> e.Event:
    """What the review found."""
    given = case.details
    assert isinstance(given, asks.ConcludeReview)
    return e.ReviewConcluded(at=case.at, findings=given.findings)


ROWS: Final = (
    Step(
        verb="ask-review",
        done="put forward for review",
        source=_CARRIED_OUT,
        target=None,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record that a review after implementation is asked for; the decision stands.",
        under=MADE_NOT_IMPLEMENTED,
        asks=asks.AskReview,
        needs=(reviews.no_review_is_open,),
        records=asked,
        forward=False,
        example="GLO-2026-001 --requested-by 'Cllr A Example' --reason 'It was exempt'",
    ),
    Step(
        verb="conclude-review",
        done="reviewed after implementation",
        source=_CARRIED_OUT,
        target=None,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record what a review after implementation found; the decision stands.",
        under=MADE_NOT_IMPLEMENTED,
        asks=asks.ConcludeReview,
        needs=(reviews.a_review_is_open,),
        records=concluded,
        forward=False,
        example="GLO-2026-001 --findings 'The urgency was real; the report came late.'",
    ),
)
