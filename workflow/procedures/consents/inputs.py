"""What is asked for when consent is asked, given, refused, or a person is passed over."""

from dataclasses import dataclass

from workflow.errors import Invalid
from workflow.model.consent import Purpose, WhySkipped
from workflow.model.inputs import Inputs, input_field
from workflow.model.people import Role
from workflow.text import line, words

_FOR = "What consent is for."
_CAPACITY = "The office: scrutiny-chair, chair-of-council, vice-chair-of-council and so on."


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConsent(Inputs):
    """What consent is asked for, and why."""

    purpose: Purpose = input_field(_FOR)
    reason: str = input_field("Why it cannot wait.", long=True)
    setting_aside: str | None = input_field(
        "Why what was answered before is set aside, where it is.", long=True, default=None
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "purpose", Purpose.named(self.purpose))
        object.__setattr__(self, "reason", words(self.reason, "reason"))
        if self.setting_aside is not None:
            why = words(self.setting_aside, "reason for setting aside")
            object.__setattr__(self, "setting_aside", why)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConsent(Inputs):
    """Who answers, in what capacity, and in what words."""

    purpose: Purpose = input_field(_FOR)
    capacity: Role = input_field(_CAPACITY)
    given_by: str = input_field("Who answers, by the name they are appointed under.")
    note: str = input_field("What they said.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "purpose", Purpose.named(self.purpose))
        object.__setattr__(self, "capacity", Role.named(self.capacity))
        object.__setattr__(self, "given_by", line(self.given_by, "name of who answers"))
        object.__setattr__(self, "note", words(self.note, "note"))


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
    note: str = input_field("What was tried, and when.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "purpose", Purpose.named(self.purpose))
        object.__setattr__(self, "capacity", Role.named(self.capacity))
        object.__setattr__(self, "why", WhySkipped.named(self.why))
        object.__setattr__(self, "note", words(self.note, "note"))
        hours = self.hours
        if hours is not None and (type(hours) is not int or not 1 <= hours <= 10_000):
            raise Invalid(f"{hours!r} is no number of hours.", remedy="Give a whole number.")
