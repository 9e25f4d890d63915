"""What is asked for when the decision maker looks again."""

from dataclasses import dataclass

from workflow.errors import Invalid
from workflow.model.inputs import ACTED, Inputs, Instant, Line, Words, input_field

_FOR = "Votes for, if a vote was taken."
_AGAINST = "Votes against, if a vote was taken."


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

    reason: Words = input_field("Why, with an answer to the concerns.")
    votes_for: int | None = input_field(_FOR, default=None)
    votes_against: int | None = input_field(_AGAINST, default=None)

    def check(self) -> None:
        _votes(self.votes_for, self.votes_against)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm(Reconsider):
    """Why the decision maker confirms the decision, the vote, and when that was."""

    acted_at: Instant | None = input_field(ACTED, default=None, called="time it was done")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Inputs):
    """The decision as it is now made, why, and the vote."""

    decision: Words = input_field("The decision as it is now made.")
    reason: Words = input_field("Why, with an answer to the concerns.")
    votes_for: int | None = input_field(_FOR, default=None)
    votes_against: int | None = input_field(_AGAINST, default=None)

    def check(self) -> None:
        _votes(self.votes_for, self.votes_against)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOpinion(Inputs):
    """Whose opinion was received, and what it says."""

    counsel: Line = input_field(
        "Who gave it: a practising barrister or solicitor.", called="name of counsel"
    )
    opinion: Words = input_field("What it says about the ground: whether it has merit, and why.")
