"""What would come about by time alone once its council has ended: that is left to a person."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Protocol

from workflow.clock import london_day, spoken_day
from workflow.constitution.constitution import InForce
from workflow.constitution.provisions.council_ends import COUNCIL_ENDS, CouncilEnds
from workflow.constitution.provisions.provision import Provision
from workflow.model.decision import Decision
from workflow.model.refusal import say
from workflow.model.state import AWAITED, State

_OUTLASTS: Final = (
    "Its effect, {effect}, does not come before the end of {council_name} on {ends_on}"
)
OUTLASTS: Final = {
    0: f"{_OUTLASTS}.",
    1: f"{_OUTLASTS}, when {{successors:and}} takes its place.",
    2: f"{_OUTLASTS}, when {{successors:and}} take its place.",
}
"""That an effect comes too late, by how many councils take the place of the one that ends."""


class DatedRules(Protocol):
    """What gives a council's rules on a day: its constitution, or what it goes by."""

    def in_force_on(self, day: date) -> InForce:
        """Give the provisions in force on a civil day in London."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlasts:
    """That an effect would come on or after the day on which its council ends."""

    effect: datetime
    council_name: str
    end: Provision[CouncilEnds]
    kept: bool = False
    """Whether a person has kept that effect all the same."""

    @property
    def its_end(self) -> str:
        """Name the end: whose, when, and what takes its place."""
        value = self.end.value
        replaced_by = "" if value is None or not value.successors else f", when {value.replaced_by}"
        return f"the end of {self.council_name} on {spoken_day(self.end.since)}{replaced_by}"

    @property
    def words(self) -> str:
        """Say which effect comes too late, as a sentence."""
        return say(OUTLASTS[self.replaced_by_many], self.values)

    @property
    def values(self) -> dict[str, object]:
        """Give what that sentence names."""
        return {
            "effect": self.effect,
            "council_name": self.council_name,
            "ends_on": self.end.since,
            "successors": () if self.end.value is None else self.end.value.successors,
        }

    @property
    def replaced_by_many(self) -> int:
        """Give how many councils take its place: none on file, one, or two and more."""
        return 0 if self.end.value is None else min(len(self.end.value.successors), 2)


def outlasts(rules: DatedRules, effect: datetime) -> Outlasts | None:
    """Say that the council has ended by an instant at which something would take effect."""
    then = rules.in_force_on(london_day(effect))
    end = then[COUNCIL_ENDS]
    return None if end is None else Outlasts(effect=effect, council_name=then.council_name, end=end)


def outlasting(decision: Decision, rules: DatedRules) -> Outlasts | None:
    """Say that time alone would bring a decision into effect once its council has ended.

    That is so too, and is marked, where a person has kept that effect all the same.
    """
    in_period = decision.state is State.CALL_IN_OPEN
    effect = decision.due_effect if in_period or decision.state in AWAITED else None
    late = None if effect is None else outlasts(rules, effect)
    if late is None:
        return None
    governs = decision.proceedings if in_period else decision.proceedings.governing
    past_end = None if governs is None else governs.past_end
    return replace(late, kept=past_end is not None and late.effect <= past_end)
