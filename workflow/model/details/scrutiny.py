"""What is asked for when scrutiny has a decision before it."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.model.details.asked import Details, asked
from workflow.model.named import named
from workflow.model.text import words


class Outcome(StrEnum):
    """How scrutiny left a decision that was called in."""

    UPHELD = "upheld"
    """Scrutiny considered it, and the decision stands."""
    NO_FURTHER_ACTION = "no-further-action"
    """Scrutiny takes it no further, and the decision stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolve(Details):
    """How the call-in ended."""

    outcome: Outcome = asked("How scrutiny left it.")
    reason: str = asked("What scrutiny said, or why it takes it no further.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "outcome", named(Outcome, self.outcome, "outcome"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))
