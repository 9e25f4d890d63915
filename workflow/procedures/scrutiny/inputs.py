"""What is asked for when scrutiny, or the council, has a decision before it."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.errors import Invalid
from workflow.model.inputs import ACTED, Day, Inputs, Instant, Line, Words, input_field


class ScrutinyOutcome(StrEnum):
    """How scrutiny left a decision that was called in."""

    UPHELD = "upheld"
    """Scrutiny considered it, and the decision stands."""
    NO_FURTHER_ACTION = "no-further-action"
    """Scrutiny takes it no further, and the decision stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolve(Inputs):
    """How the call-in ended."""

    outcome: ScrutinyOutcome = input_field("How scrutiny left it.")
    reason: Words = input_field("What scrutiny said, or why it takes it no further.")
    acted_at: Instant | None = input_field(ACTED, default=None, called="time it was done")


class Meeting(StrEnum):
    """Scrutiny met about the decision, or was to meet, without an outcome."""

    QUORATE = "quorate"
    """It was held, and referred the decision nowhere."""
    INQUORATE = "inquorate"
    """Too few came: in law there was no meeting."""
    CANCELLED = "cancelled"
    """It was not held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meet(Inputs):
    """What came of the meeting."""

    meeting: Meeting = input_field("What came of it.", called="kind of meeting")
    note: Words = input_field("What it did, or why it was not held.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjourn(Inputs):
    """Until when it is put off, with whose consent, and why."""

    until: Day = input_field(
        "The new last day, included: 9 November.", to_come=True, called="new last day"
    )
    consent: Line = input_field("Who consented, and as what: 'the Leader, as decision maker'.")
    reason: Words = input_field("Why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferBack(Inputs):
    """What scrutiny asks the decision maker to reconsider."""

    concerns: Words = input_field("Scrutiny's concerns, as written to the decision maker.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferToCouncil(Inputs):
    """What scrutiny puts to full council, and any advice that it is out of the framework."""

    concerns: Words = input_field("Scrutiny's concerns, as put to full council.")
    advice: Words | None = input_field(
        "The advice of the monitoring officer or chief finance officer that the decision is "
        "contrary to the budget or policy framework, if they advise so.",
        default=None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Direct(Inputs):
    """How long the decision is not to be implemented, and why."""

    days: int = input_field("For how many days from the day of issue.")
    reason: Words = input_field("Why.")

    def check(self) -> None:
        if type(self.days) is not int or not 1 <= self.days <= 366:
            raise Invalid(f"{self.days!r} is no number of days.", remedy="Give 1 to 366.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilViews(Inputs):
    """What full council resolved about a decision referred to it."""

    views: Words = input_field("What council resolved, and why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetStand(CouncilViews):
    """That full council let the decision stand, and when."""

    acted_at: Instant | None = input_field(ACTED, default=None, called="time it was done")


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilDecides(Inputs):
    """The council's own decision, in the place of the one referred to it."""

    decision: Words = input_field("What council decided.", called="council's decision")
    reason: Words = input_field("Why.")
