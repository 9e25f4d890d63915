"""How long before a decision a notice is published, and who consents where there is no time."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workflow.files.toml_table import TableReader
from workflow.model.people import Role

_NOBODY_TO_ASK: Final = (Role.AUTHOR, Role.DECISION_MAKER, Role.KEEPER, Role.SYSTEM)
_OFFICES: Final = tuple(role for role in Role if role not in _NOBODY_TO_ASK)
"""The offices whose holder may consent."""


class ClearUnit(StrEnum):
    """What a clear day is: neither the day of notice nor the day of the decision is counted."""

    CALENDAR = "calendar"
    WORKING = "working"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRule:
    """How many clear days a notice comes before."""

    days: int
    unit: ClearUnit

    def goes_beyond(self, law: "NoticeRule") -> bool:
        """Say whether it gives as many clear days as the law, however either reads a clear day.

        So many working days, without the day before and the day after, span whole weeks.
        """
        weeks, rest = divmod(self.days, 5)
        spanned = weeks * 7 + rest if self.unit is ClearUnit.WORKING else self.days
        return (spanned if law.unit is ClearUnit.CALENDAR else self.days) >= law.days


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRule:
    """Whose consent is needed: of each ladder, the first who can act."""

    ladders: tuple[tuple[Role, ...], ...]
    """Each ladder is climbed on its own; all of them must be."""
    ground: str
    """What they must be satisfied of."""
    not_contactable_hours: int | None = None
    """After how many hours one who cannot be reached may be passed over; None where never."""

    def goes_beyond(self, law: "ConsentRule") -> bool:
        """Say whether it asks all that the law asks, in its order, and perhaps others besides; and
        passes nobody over sooner."""
        ours, theirs = self.not_contactable_hours, law.not_contactable_hours
        as_long = ours is None or (theirs is not None and ours >= theirs)
        return set(law.ladders) <= set(self.ladders) and as_long

    @property
    def offices(self) -> tuple[Role, ...]:
        """Give every office that may be asked."""
        return tuple(role for ladder in self.ladders for role in ladder)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationTarget:
    """Within how many working days of being made a decision is to be published."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRule:
    """How often a matter is reported to the council."""

    every_months: int

    def goes_beyond(self, law: "ReportRule") -> bool:
        """Say whether it is made as often as the law wants, or more often."""
        return self.every_months <= law.every_months


def read_notice(entry: TableReader) -> NoticeRule:
    """Read how long before a notice comes."""
    return NoticeRule(
        days=entry.whole("days", 1, 366),
        unit=entry.choice("unit", ClearUnit) or ClearUnit.CALENDAR,
    )


def read_consent(entry: TableReader) -> ConsentRule:
    """Read whose consent is needed."""
    hours = "not-contactable-hours"
    ladders = entry.lists("consents", Role, _OFFICES)
    offices = [role for ladder in ladders for role in ladder]
    if len(set(offices)) < len(offices):
        entry.complain("consents", "An office is there twice.", "Give each once.")
    return ConsentRule(
        ladders=ladders,
        ground=" ".join(entry.words("ground", "what they must be satisfied of").split()),
        not_contactable_hours=entry.whole(hours, 1, 1000) if entry.has(hours) else None,
    )


def read_target(entry: TableReader) -> PublicationTarget:
    """Read within how many working days a decision is published."""
    return PublicationTarget(days=entry.whole("days", 0, 60))


def read_report(entry: TableReader) -> ReportRule:
    """Read how often a matter is reported."""
    return ReportRule(every_months=entry.whole("every-months", 1, 24))
