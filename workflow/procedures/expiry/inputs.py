"""What is asked for when the calendar has changed under a deadline."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.model.inputs import Inputs, NoInputs, input_field
from workflow.model.labelled_enum import member_named
from workflow.text import words


class Review(StrEnum):
    """What the proper officer does about a period whose days count differently now."""

    KEEP = "keep"
    """The deadline stands as it was published."""
    REVISE = "revise"
    """The deadline moves to where the days now put it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDeadline(Inputs):
    """Whether a deadline is kept or revised after the calendar changed, and why."""

    outcome: Review = input_field("Keep the published deadline, or revise it.")
    reason: str = input_field("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "outcome", member_named(Review, self.outcome, "outcome"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(NoInputs):
    """The end of a period that has run out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLapse(NoInputs):
    """The end of a clock that has run out."""
