"""What follows of taking effect: whether urgency spares a decision its period, whether carrying it
out is recorded, and which duties may not fall to one person."""

from dataclasses import dataclass
from typing import Annotated, Final

from workflow.constitution.provisions.harm import Harm
from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.declared import Key


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
