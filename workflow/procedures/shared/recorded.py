"""What was received or done once is recorded once."""

from workflow.authority import engine_rule
from workflow.errors import Refusal
from workflow.procedures.case import Case

_ONCE = engine_rule(
    "recorded once",
    "What was received or done once is recorded once: a request by the same people, on the same "
    "grounds and received at the same instant, is the request that stands on the record.",
)
"""The rule by which what is sent again is refused."""


def already(code: str, case: Case, because: str, unless: str) -> Refusal:
    """Refuse what stands on the record, and say what to do unless it is the same."""
    return Refusal(
        code=code,
        because=because,
        authority=_ONCE,
        remedy=f"Nothing is to be recorded again: decisions show {case.subject.ref}. {unless}",
    )


def same(one: str, other: str) -> bool:
    """Say whether two texts are one, however they are spaced or spelt, and in whatever order."""
    first, second = (
        sorted(" ".join(part.split()).casefold() for part in text.split(";"))
        for text in (one, other)
    )
    return first == second
