"""What is asked for when consent is asked, given, refused, or a person is passed over."""

from dataclasses import dataclass

from workflow.errors import Invalid
from workflow.model.consent import Purpose, WhySkipped
from workflow.model.inputs import Inputs, Line, Words, input_field
from workflow.model.people import Role

_FOR = "What consent is for."
_CAPACITY = "The office: scrutiny-chair, chair-of-council, vice-chair-of-council and so on."


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConsent(Inputs):
    """What consent is asked for, and why."""

    purpose: Purpose = input_field(_FOR)
    reason: Words = input_field("Why it cannot wait.")
    setting_aside: Words | None = input_field(
        "If earlier answers are set aside, why.",
        default=None,
        called="reason for setting aside",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConsent(Inputs):
    """Who answers, in what capacity, and in what words."""

    purpose: Purpose = input_field(_FOR)
    capacity: Role = input_field(_CAPACITY)
    given_by: Line = input_field(
        "Who answers, by the name they are appointed under.", called="name of who answers"
    )
    note: Words = input_field("What they said.")


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveConsent(AnswerConsent):
    """Who consents, in what capacity, and in what words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseConsent(AnswerConsent):
    """Who refuses consent, in what capacity, and in what words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipConsent(Inputs):
    """Which office holder was passed over, and why."""

    purpose: Purpose = input_field(_FOR)
    capacity: Role = input_field(_CAPACITY)
    why: WhySkipped = input_field("Why they were passed over.")
    hours: int | None = input_field("For how many hours they could not be reached.", default=None)
    note: Words = input_field("What was tried, and when.")

    def check(self) -> None:
        hours = self.hours
        if hours is not None and (type(hours) is not int or not 1 <= hours <= 10_000):
            raise Invalid(f"{hours!r} is no number of hours.", remedy="Give a whole number.")
