"""What the record of a decision says, and when it is signed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.declared import Problems, SelfChecking


class Matter(StrEnum):
    """What the record of a decision may have to say."""

    DECISION = "decision"
    DATE = "date"
    """The day on which it was made."""
    REASONS = "reasons"
    ALTERNATIVES = "alternatives"
    """Those considered and rejected, or that there were none."""
    INTERESTS = "interests"
    """The interests declared that conflict, or that there were none."""
    DISPENSATIONS = "dispensations"
    """A note for each interest declared."""
    CONSULTATION = "consultation"
    """What consultation there was, or why there was none."""
    NAMES = "names"
    """Of the members who attended, with apologies; or of the member who decided alone."""


USUAL: Final = (
    Matter.DECISION,
    Matter.DATE,
    Matter.REASONS,
    Matter.ALTERNATIVES,
    Matter.INTERESTS,
    Matter.DISPENSATIONS,
)
"""What a record says where no rule has a list of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenStatement(SelfChecking):
    """What the record of a decision says, and when it is signed."""

    signed_after_effect: bool
    """`true` if minutes are published first and signed at a later meeting."""
    says: tuple[Matter, ...] = USUAL
    """What the record must give. If left out, the first six."""
    officers: bool = True
    """`false` if this does not apply to officers' decisions. `true`, if left out."""

    def goes_beyond(self, law: "WrittenStatement") -> bool:
        """Say whether it asks at least as much as another."""
        return (
            self.signed_after_effect <= law.signed_after_effect
            and set(self.says) >= set(law.says)
            and self.officers >= law.officers
        )

    def problems(self) -> Problems:
        if not self.says:
            yield "says", "It says nothing.", "Give what it says, or leave the key out."


@in_words.register
def _(value: WrittenStatement) -> str:
    signed = (
        "published first, and signed at a later meeting"
        if value.signed_after_effect
        else "signed before it is published"
    )
    says = "" if value.says == USUAL else f"; it gives {', '.join(value.says)}"
    return f"{signed}{says}{'' if value.officers else '; not of decisions of officers'}"


WRITTEN_STATEMENT: Final = Table(
    key="written-statement",
    record=WrittenStatement,
    title="Written statement",
    says="What the record of a decision says, and when it is signed.",
    without="It is signed before it is published.",
)
