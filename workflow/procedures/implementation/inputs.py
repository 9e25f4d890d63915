"""What is asked for when a decision is carried out, and when that is reviewed."""

from dataclasses import dataclass

from workflow.errors import Invalid
from workflow.model.inputs import Inputs, Names, Words, input_field


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReview(Inputs):
    """Who asks for a review after implementation, and why."""

    requested_by: Names = input_field(
        "Who asks for it; give it once for each.", called="name of who asks"
    )
    reason: Words = input_field("Why.")

    def check(self) -> None:
        if not self.requested_by:
            raise Invalid("A review needs the name of at least one person who asks for it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcludeReview(Inputs):
    """What a review after implementation found."""

    findings: Words = input_field("What it found.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Implement(Inputs):
    """What was done to carry the decision out."""

    evidence: Words = input_field("What was done, or where that is recorded.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImplementEarly(Implement):
    """What was done to carry a decision out before its statement was signed."""
