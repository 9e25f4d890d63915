"""What is asked for when the decision maker looks again."""

from dataclasses import dataclass
from datetime import datetime

from workflow.errors import Invalid
from workflow.model.inputs import ACTED, Inputs, acted, input_field
from workflow.text import line, words

_FOR = "Votes for, where a vote was taken."
_AGAINST = "Votes against, where a vote was taken."


def _votes(*counted: object) -> None:
    if any(each is not None for each in counted) and not all(
        type(each) is int and 0 <= each <= 10_000 for each in counted
    ):
        raise Invalid(
            "The votes cannot be counted.", remedy="Give both --votes-for and --votes-against."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconsider(Inputs):
    """Why the decision maker confirms or rescinds the decision, and the vote."""

    reason: str = input_field("Why, with an answer to the concerns.", long=True)
    votes_for: int | None = input_field(_FOR, default=None)
    votes_against: int | None = input_field(_AGAINST, default=None)

    def __post_init__(self) -> None:
        object.__setattr__(self, "reason", words(self.reason, "reason"))
        _votes(self.votes_for, self.votes_against)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm(Reconsider):
    """Why the decision maker confirms the decision, the vote, and when that was."""

    acted_at: datetime | None = input_field(ACTED, default=None)

    def __post_init__(self) -> None:
        Reconsider.__post_init__(self)
        object.__setattr__(self, "acted_at", acted(self.acted_at))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Inputs):
    """The decision as it is now made, why, and the vote."""

    decision: str = input_field("The decision as it is now made.", long=True)
    reason: str = input_field("Why, with an answer to the concerns.", long=True)
    votes_for: int | None = input_field(_FOR, default=None)
    votes_against: int | None = input_field(_AGAINST, default=None)

    def __post_init__(self) -> None:
        object.__setattr__(self, "decision", words(self.decision, "decision"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))
        _votes(self.votes_for, self.votes_against)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOpinion(Inputs):
    """Whose opinion was received, and what it says."""

    counsel: str = input_field("Who gave it: a practising barrister or solicitor.")
    opinion: str = input_field(
        "What it says of the ground: whether it has merit, and why.", long=True
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "counsel", line(self.counsel, "name of counsel"))
        object.__setattr__(self, "opinion", words(self.opinion, "opinion"))
