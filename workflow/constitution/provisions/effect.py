"""Whether special urgency spares a decision its call-in period, and whether carrying a decision out
is recorded."""

from dataclasses import dataclass
from typing import Final

from workflow.constitution.provisions.harm import Harm
from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialUrgency:
    """Whether a decision taken under special urgency is exempt from call-in."""

    exempts_from_call_in: bool
    """`true` if a decision under special urgency cannot be called in."""


@in_words.register
def _(value: SpecialUrgency) -> str:
    return "exempt from call-in" if value.exempts_from_call_in else "not exempt from call-in"


SPECIAL_URGENCY: Final = Table(
    key="special-urgency",
    record=SpecialUrgency,
    title="Special urgency",
    says="Whether special urgency exempts from call-in.",
    without="A decision under special urgency can be called in.",
    harm=Harm.WHO,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Implementation:
    """Whether the register records implementation as a step of its own, after taking effect."""

    recorded: bool
    """`true` if implementation is recorded as a step of its own. With `false` a decision counts as
    implemented when it takes effect."""


@in_words.register
def _(value: Implementation) -> str:
    if value.recorded:
        return "recorded as a step of its own"
    return "counts as done when it takes effect"


IMPLEMENTATION: Final = Table(
    key="implementation",
    record=Implementation,
    title="Implementation",
    says="Whether implementation is recorded as a step.",
    without="Implementation is recorded as a step.",
)
