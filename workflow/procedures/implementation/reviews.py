"""What must be so of a review after implementation."""

from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.implementation import refusals


def _is_open(case: Case) -> bool:
    done = case.subject.proceedings
    asked, concluded = done.review_asked_at, done.review_concluded_at
    return asked is not None and (concluded is None or concluded < asked)


def no_review_is_open(case: Case) -> Refusal | None:
    """No other review is open."""
    asked = case.subject.proceedings.review_asked_at
    if asked is None or not _is_open(case):
        return None
    return refusals.REVIEW_OPEN_ALREADY(asked=asked, ref=case.subject.ref)


def a_review_is_open(case: Case) -> Refusal | None:
    """A review is concluded once it has been asked for."""
    if _is_open(case):
        return None
    return refusals.NO_REVIEW_OPEN(ref=case.subject.ref)
