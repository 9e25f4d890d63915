"""Whether urgency spares a decision its period, and whether carrying it out is recorded."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workflow.files.toml_table import TableReader


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialUrgency:
    """Whether a decision taken under special urgency is exempt from call-in."""

    exempts_from_call_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Implementation:
    """Whether the register records implementation as a step of its own, after taking effect."""

    recorded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Separation:
    """Which duties may not fall to one person."""

    signer_and_publisher: bool
    """Whether whoever recorded the signature may not publish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerReport:
    """Within how many days the executive considers an officer's report on a decision."""

    days: int
    """In calendar days, beginning with the day of the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredReport:
    """That scrutiny may require a report on a decision that was not treated as key."""

    scrutiny_may_require: bool


def read_required_report(entry: TableReader) -> RequiredReport:
    """Read it from a table of a constitution file."""
    may = entry.flag("scrutiny-may-require")
    if not may:
        entry.complain(
            "scrutiny-may-require", "It says nothing.", "Give true, or leave the table out."
        )
    return RequiredReport(scrutiny_may_require=may)


def read_officer_report(entry: TableReader) -> OfficerReport:
    """Read within how many days an officer's report is considered."""
    return OfficerReport(days=entry.whole("days", 1, 366))


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
class WrittenStatement:
    """What the record of a decision says, and when it is signed."""

    signed_after_effect: bool
    """Whether minutes are published first, and signed at a later meeting."""
    says: tuple[Matter, ...] = USUAL
    officers: bool = True
    """Whether it is of decisions of officers too."""

    def goes_beyond(self, law: "WrittenStatement") -> bool:
        """Say whether it asks at least as much as another."""
        return (
            self.signed_after_effect <= law.signed_after_effect
            and set(self.says) >= set(law.says)
            and self.officers >= law.officers
        )


def read_written_statement(entry: TableReader) -> WrittenStatement:
    """Read what a record says, and when it is signed."""
    said = entry.choices("says", Matter, required=False)
    if entry.has("says") and not said:
        entry.complain("says", "It says nothing.", "Give what it says, or leave the key out.")
    return WrittenStatement(
        signed_after_effect=entry.flag("signed-after-effect"),
        says=said or USUAL,
        officers=entry.flag("officers") if entry.has("officers") else True,
    )


def read_separation(entry: TableReader) -> Separation:
    """Read which duties are kept apart."""
    return Separation(signer_and_publisher=entry.flag("signer-and-publisher-differ"))


def read_special_urgency(entry: TableReader) -> SpecialUrgency:
    """Read whether special urgency exempts from call-in."""
    return SpecialUrgency(exempts_from_call_in=entry.flag("exempts-from-call-in"))


def read_implementation(entry: TableReader) -> Implementation:
    """Read whether implementation is recorded."""
    return Implementation(recorded=entry.flag("recorded"))
