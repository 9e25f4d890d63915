"""How long before a decision a notice is published, and how soon after it the decision is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final

from workflow.constitution.provisions.harm import Harm
from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.takes import whole


class ClearUnit(StrEnum):
    """What a clear day is: neither the day of notice nor the day of the decision is counted."""

    CALENDAR = "calendar"
    WORKING = "working"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRule:
    """How many clear days a notice comes before."""

    days: Annotated[int, whole(1, 366)]
    """How many clear days before."""
    unit: ClearUnit
    """Whether clear days are calendar or working days."""

    def goes_beyond(self, law: "NoticeRule") -> bool:
        """Say whether it gives as many clear days as the law, however either reads a clear day.

        So many working days, without the day before and the day after, span whole weeks.
        """
        weeks, rest = divmod(self.days, 5)
        spanned = weeks * 7 + rest if self.unit is ClearUnit.WORKING else self.days
        return (spanned if law.unit is ClearUnit.CALENDAR else self.days) >= law.days


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationTarget:
    """Within how many working days of being made a decision is to be published."""

    days: Annotated[int, whole(0, 60)]
    """Within how many working days of being made; `0` is the same day."""


@in_words.register
def _(value: NoticeRule) -> str:
    return f"{value.days} clear {value.unit} days before"


@in_words.register
def _(value: PublicationTarget) -> str:
    if value.days == 0:
        return "on the day it is made"
    return f"within {value.days} working {'day' if value.days == 1 else 'days'} of being made"


KEY_DECISION_NOTICE: Final = Table(
    key="key-decision-notice",
    record=NoticeRule,
    title="Notice of a key decision",
    says="How long before a key decision its notice must be published.",
    without="Notice is not checked.",
    harm=Harm.TIME_LIMIT,
)
GENERAL_EXCEPTION_NOTICE: Final = Table(
    key="general-exception-notice",
    record=NoticeRule,
    title="Notice under a general exception",
    says="The same, under general exception.",
    without="General exception cannot be used.",
    harm=Harm.TIME_LIMIT,
)
PRIVATE_MEETING_NOTICE: Final = Table(
    key="private-meeting-notice",
    record=NoticeRule,
    title="Notice of a private meeting",
    says="How long before a private meeting its notice must be published.",
    without="It is not checked.",
    harm=Harm.TIME_LIMIT,
)
PRIVATE_MEETING_FURTHER: Final = Table(
    key="private-meeting-further",
    record=NoticeRule,
    title="Further notice of a private meeting",
    says="The same, for the further notice.",
    without="It is not checked.",
    harm=Harm.TIME_LIMIT,
)
PUBLICATION_TARGET: Final = Table(
    key="publication-target",
    record=PublicationTarget,
    title="Publication target",
    says="Within how many days a decision should be published.",
    without="No publication is noted as late.",
    harm=Harm.TIME_LIMIT,
)
