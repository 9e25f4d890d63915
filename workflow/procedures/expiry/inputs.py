"""What is asked for when a deadline is reviewed. What time alone brings about asks for nothing."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.model.inputs import Inputs, NoInputs, Words, input_field


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
    reason: Words = input_field("Why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(NoInputs):
    """The end of a period that has run out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLapse(NoInputs):
    """The end of a time limit that has run out."""
