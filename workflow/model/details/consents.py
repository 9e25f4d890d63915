"""What is asked for when consent is asked, given, refused, or a person is passed over."""

from dataclasses import dataclass

from workflow.errors import Invalid
from workflow.model.consent import Purpose, WhySkipped
from workflow.model.details.asked import Details, asked
from workflow.model.people import Role
from workflow.model.text import line, words

_FOR = "What consent is for."
_CAPACITY = "The office: scrutiny-chair, chair-of-council, vice-chair-of-council and so on."


@dataclass(frozen=True, slots=True, kw_only=True)
class AskConsent(Details):
    """What consent is asked for, and why."""

    purpose: Purpose = asked(_FOR)
    reason: str = asked("Why it cannot wait.", long=True)
    setting_aside: str | None = asked(
        "Why what was answered before is set aside, where it is.", long=True, default=None
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "purpose", Purpose.named(self.purpose))
        object.__setattr__(self, "reason", words(self.reason, "reason"))
        if self.setting_aside is not None:
            why = words(self.setting_aside, "reason for setting aside")
            object.__setattr__(self, "setting_aside", why)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConsent(Details):
    """Who answers, in what capacity, and in what words."""

    purpose: Purpose = asked(_FOR)
    capacity: Role = asked(_CAPACITY)
    given_by: str = asked("Who answers, by the name they are appointed under.")
    note: str = asked("What they said.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "purpose", Purpose.named(self.purpose))
        object.__setattr__(self, "capacity", Role.named(self.capacity))
        object.__setattr__(self, "given_by", line(self.given_by, "name of who answers"))
        object.__setattr__(self, "note", words(self.note, "note"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipConsent(Details):
    """Which office holder was passed over, and why."""

    purpose: Purpose = asked(_FOR)
    capacity: Role = asked(_CAPACITY)
    why: WhySkipped = asked("Why they were passed over.")
    hours: int | None = asked("For how many hours they could not be reached.", default=None)
    note: str = asked("What was tried, and when.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "purpose", Purpose.named(self.purpose))
        object.__setattr__(self, "capacity", Role.named(self.capacity))
        object.__setattr__(self, "why", WhySkipped.named(self.why))
        object.__setattr__(self, "note", words(self.note, "note"))
        hours = self.hours
        if hours is not None and (type(hours) is not int or not 1 <= hours <= 10_000):
            raise Invalid(f"{hours!r} is no number of hours.", remedy="Give a whole number.")
