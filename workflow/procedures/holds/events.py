"""What happens when a decision is held, released or given up."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from workflow.model.decision import Decision
from workflow.model.endings import NOT_HELD, given_up
from workflow.model.event import Changes, Event, sealed
from workflow.model.holder import Holder
from workflow.model.state import IN_EFFECT, State


def _stopped_effect(decision: Decision) -> bool:
    """Say whether the hold began before the decision could take effect of itself."""
    due, held_at = decision.due_effect, decision.held_at
    if due is None or held_at is None or held_at < due:
        return True
    waits = decision.state not in IN_EFFECT
    return waits and not decision.time_has_run(held_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Event):
    """Nothing may move until the hold is released."""

    name: ClassVar[str] = "held"
    on_account_of: Holder
    under: str
    consider_by: date | None = None
    """By when the executive is to consider the officer's report; None where no rule is on file."""
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        proceedings = decision.proceedings
        by = {}
        if self.consider_by != proceedings.consider_by:
            by = {"proceedings": replace(proceedings, consider_by=self.consider_by)}
        return {
            **by,
            "held_for": self.on_account_of,
            "held_under": self.under,
            "held_at": self.at,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Event):
    """The hold was released."""

    name: ClassVar[str] = "released"
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        freed = {"freed_at": self.at} if _stopped_effect(decision) else {}
        proceedings = decision.proceedings
        over = {}
        if proceedings.consider_by is not None:
            over = {"proceedings": replace(proceedings, consider_by=None)}
        return {**NOT_HELD, **freed, **over}


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Event):
    """The decision was withdrawn."""

    name: ClassVar[str] = "withdrawn"
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {
            "state": State.WITHDRAWN,
            "withdrawn_at": self.at,
            "proceedings": given_up(decision.proceedings),
            **NOT_HELD,
        }
