"""The written statement, and what follows a decision: whether urgency spares it its period, who may
publish it, which reports on it are made, and whether carrying it out is recorded."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final

from workflow.constitution.provisions.harm import Harm
from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.declared import Key, Problems, whole


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
    """`true` where minutes are published first and signed at a later meeting."""
    says: tuple[Matter, ...] = USUAL
    """What the record gives. May be left out: then the first six."""
    officers: bool = True
    """`false` where that is not asked of decisions of officers. `true`, if left out."""

    def goes_beyond(self, law: "WrittenStatement") -> bool:
        """Say whether it asks at least as much as another."""
        return (
            self.signed_after_effect <= law.signed_after_effect
            and set(self.says) >= set(law.says)
            and self.officers >= law.officers
        )

    def problems(self) -> Problems:
        """Give what its keys say against one another."""
        if not self.says:
            yield "says", "It says nothing.", "Give what it says, or leave the key out."


@in_words.register
def _(value: WrittenStatement) -> str:
    signed = (
        "published first, and signed at a later meeting"
        if value.signed_after_effect
        else "signed before it is published"
    )
    says = "" if value.says == USUAL else f"; it gives {', '.join(value.says)}"
    return f"{signed}{says}{'' if value.officers else '; not of decisions of officers'}"


WRITTEN_STATEMENT: Final = Table(
    key="written-statement",
    record=WrittenStatement,
    title="Written statement",
    says="What the record of a decision says, and when it is signed.",
    without="It is signed before it is published.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerReport:
    """Within how many days the executive considers an officer's report on a decision."""

    days: Annotated[int, whole(1, 366)]
    """Within how many calendar days the executive considers an officer's report, the day of the
    report being the first."""


@in_words.register
def _(value: OfficerReport) -> str:
    return f"considered within {value.days} calendar days"


OFFICER_REPORT: Final = Table(
    key="officer-report",
    record=OfficerReport,
    title="An officer's report",
    says="Within how many days an officer's report is considered.",
    without="No day is named on a hold.",
    harm=Harm.CLOCK,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredReport:
    """That scrutiny may require a report on a decision that was not treated as key."""

    scrutiny_may_require: bool
    """`true`; where it may not, leave the table out. It is national law in England."""

    def problems(self) -> Problems:
        """Give what its keys say against one another."""
        if not self.scrutiny_may_require:
            cure = "Give true, or leave the table out."
            yield "scrutiny-may-require", "It says nothing.", cure


@in_words.register
def _(value: RequiredReport) -> str:
    return "scrutiny may require it" if value.scrutiny_may_require else "scrutiny may not"


REQUIRED_REPORT: Final = Table(
    key="required-report",
    record=RequiredReport,
    title="Report required by scrutiny",
    says="Whether scrutiny may require a report on a decision that was not treated as key.",
    without="Scrutiny may not require one.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Separation:
    """Which duties may not fall to one person."""

    signer_and_publisher: Annotated[bool, Key("signer-and-publisher-differ")]
    """`true` where whoever recorded the signature may not publish."""


@in_words.register
def _(value: Separation) -> str:
    may = "does not publish" if value.signer_and_publisher else "may publish"
    return f"whoever recorded the signature {may}"


SEPARATION: Final = Table(
    key="separation",
    record=Separation,
    title="Separation of duties",
    says="Which duties may not fall to one person.",
    without="The engine's own rules only.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialUrgency:
    """Whether a decision taken under special urgency is exempt from call-in."""

    exempts_from_call_in: bool
    """Whether a decision under special urgency is not subject to call-in."""


@in_words.register
def _(value: SpecialUrgency) -> str:
    return "exempt from call-in" if value.exempts_from_call_in else "not exempt from call-in"


SPECIAL_URGENCY: Final = Table(
    key="special-urgency",
    record=SpecialUrgency,
    title="Special urgency",
    says="Whether special urgency exempts from call-in.",
    without="Special urgency exempts nothing.",
    harm=Harm.WHO,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Implementation:
    """Whether the register records implementation as a step of its own, after taking effect."""

    recorded: bool
    """`true` where carrying a decision out is recorded as a step of its own. With `false` it counts
    as implemented on taking effect."""


@in_words.register
def _(value: Implementation) -> str:
    if value.recorded:
        return "recorded as a step of its own"
    return "counts as done when it takes effect"


IMPLEMENTATION: Final = Table(
    key="implementation",
    record=Implementation,
    title="Implementation",
    says="Whether carrying out is recorded as a step.",
    without="Carrying out is recorded as a step.",
)
