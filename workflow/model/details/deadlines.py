"""What is asked for when the calendar has changed under a deadline."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.model.details.asked import Details, asked
from workflow.model.named import named
from workflow.model.text import words


class Review(StrEnum):
    """What the proper officer does about a period whose days count differently now."""

    KEEP = "keep"
    """The deadline stands as it was published."""
    REVISE = "revise"
    """The deadline moves to where the days now put it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDeadline(Details):
    """Whether a deadline is kept or revised after the calendar changed, and why."""

    outcome: Review = asked("Keep the published deadline, or revise it.")
    reason: str = asked("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "outcome", named(Review, self.outcome, "outcome"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))
