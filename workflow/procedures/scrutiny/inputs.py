"""What is asked for when scrutiny, or the council, has a decision before it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workflow.errors import Invalid
from workflow.model.inputs import ACTED, Inputs, acted, input_field
from workflow.model.labelled_enum import member_named
from workflow.text import day, line, words


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
    reason: str = input_field("What scrutiny said, or why it takes it no further.", long=True)
    acted_at: datetime | None = input_field(ACTED, default=None)

    def __post_init__(self) -> None:
        object.__setattr__(self, "acted_at", acted(self.acted_at))
        object.__setattr__(self, "outcome", member_named(ScrutinyOutcome, self.outcome, "outcome"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


class Meeting(StrEnum):
    """What came of a meeting at which scrutiny was to take the decision."""

    QUORATE = "quorate"
    """It was held, and referred the decision nowhere."""
    INQUORATE = "inquorate"
    """Too few came: in law there was no meeting."""
    CANCELLED = "cancelled"
    """It was not held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meet(Inputs):
    """What came of the meeting."""

    meeting: Meeting = input_field("What came of it.")
    note: str = input_field("What it did, or why it was not held.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "meeting", member_named(Meeting, self.meeting, "kind of meeting"))
        object.__setattr__(self, "note", words(self.note, "note"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjourn(Inputs):
    """Until when it is put off, with whose consent, and why."""

    until: date = input_field("The new last day, included: 9 November.", to_come=True)
    consent: str = input_field("Who consented, and as what: 'the Leader, as decision maker'.")
    reason: str = input_field("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "until", day(self.until, "new last day"))
        object.__setattr__(self, "consent", line(self.consent, "consent"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferBack(Inputs):
    """What scrutiny asks the decision maker to reconsider."""

    concerns: str = input_field("Scrutiny's concerns, as written to the decision maker.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "concerns", words(self.concerns, "concerns"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferToCouncil(Inputs):
    """What scrutiny puts to full council, and any advice that it is out of the framework."""

    concerns: str = input_field("Scrutiny's concerns, as put to full council.", long=True)
    advice: str | None = input_field(
        "The monitoring officer's or chief finance officer's advice that the decision is contrary "
        "to the budget or policy framework, where they so advise.",
        long=True,
        default=None,
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "concerns", words(self.concerns, "concerns"))
        if self.advice is not None:
            object.__setattr__(self, "advice", words(self.advice, "advice"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Direct(Inputs):
    """How long the decision is not to be implemented, and why."""

    days: int = input_field("For how many days from the day of issue.")
    reason: str = input_field("Why.", long=True)

    def __post_init__(self) -> None:
        if type(self.days) is not int or not 1 <= self.days <= 366:
            raise Invalid(f"{self.days!r} is no number of days.", remedy="Give 1 to 366.")
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilViews(Inputs):
    """What full council resolved about a decision referred to it."""

    views: str = input_field("What council resolved, and why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "views", words(self.views, "views"))


@dataclass(frozen=True, slots=True, kw_only=True)
class LetStand(CouncilViews):
    """That full council let the decision stand, and when."""

    acted_at: datetime | None = input_field(ACTED, default=None)

    def __post_init__(self) -> None:
        CouncilViews.__post_init__(self)
        object.__setattr__(self, "acted_at", acted(self.acted_at))


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilDecides(Inputs):
    """The council's own decision, in the place of the one referred to it."""

    decision: str = input_field("What council decided.", long=True)
    reason: str = input_field("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "decision", words(self.decision, "council's decision"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))
