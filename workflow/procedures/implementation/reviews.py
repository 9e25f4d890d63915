"""What must be so of a review after implementation."""

from workflow.authority import engine_rule
from workflow.clock import spoken
from workflow.errors import Refusal
from workflow.procedures.case import Case

_REVIEWS = engine_rule(
    "reviews after implementation",
    "A review looks at a decision that stands, and changes nothing of where it stands.",
)


def _is_open(case: Case) -> bool:
    done = case.subject.proceedings
    asked, concluded = done.review_asked_at, done.review_concluded_at
    return asked is not None and (concluded is None or concluded < asked)


def no_review_is_open(case: Case) -> Refusal | None:
    """One review is open at a time."""
    asked = case.subject.proceedings.review_asked_at
    if asked is None or not _is_open(case):
        return None
    return Refusal(
        code="review-open-already",
        because=f"A review was asked for at {spoken(asked)}, and is not concluded.",
        authority=_REVIEWS,
        remedy=f"Conclude it: decisions review conclude {case.subject.ref} --findings 'what'",
    )


def a_review_is_open(case: Case) -> Refusal | None:
    """A review is concluded once it has been asked for."""
    if _is_open(case):
        return None
    return Refusal(
        code="no-review-open",
        because=f"No review of {case.subject.ref} is open.",
        authority=_REVIEWS,
        remedy=f"Ask for one: decisions review ask {case.subject.ref} …",
    )
