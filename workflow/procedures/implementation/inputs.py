"""What is asked for when a decision is carried out, and when that is reviewed."""

from dataclasses import dataclass

from workflow.errors import Invalid
from workflow.model.inputs import Inputs, input_field
from workflow.text import line, words


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReview(Inputs):
    """Who asks for a review after implementation, and why."""

    requested_by: tuple[str, ...] = input_field("Who asks for it; give it once for each.")
    reason: str = input_field("Why.", long=True)

    def __post_init__(self) -> None:
        if isinstance(self.requested_by, str) or not self.requested_by:
            raise Invalid("A review needs the name of at least one person who asks for it.")
        people = tuple(line(name, "name of who asks") for name in self.requested_by)
        object.__setattr__(self, "requested_by", people)
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcludeReview(Inputs):
    """What a review after implementation found."""

    findings: str = input_field("What it found.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "findings", words(self.findings, "findings"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Implement(Inputs):
    """What was done to carry the decision out."""

    evidence: str = input_field("What was done, or where that is recorded.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "evidence", words(self.evidence, "evidence"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ImplementEarly(Implement):
    """What was done to carry a decision out before its statement was signed."""
