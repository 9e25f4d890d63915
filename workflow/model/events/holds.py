"""What happens when a decision is held, released or given up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from workflow.model.details import Holder
from workflow.model.events.event import Changes, Event, sealed
from workflow.model.state import State

if TYPE_CHECKING:
    from workflow.model.decision import Decision

NOT_HELD: Final = {"held_for": None, "held_under": None, "held_at": None}


def _stopped_effect(decision: "Decision") -> bool:
    """Say whether the hold began before the decision could take effect of itself."""
    window, held_at = decision.window, decision.held_at
    return window is None or held_at is None or held_at < window.effective_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Event):
    """Nothing may move until the hold is released."""

    name: ClassVar[str] = "held"
    on_account_of: Holder
    under: str
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {
            "held_for": self.on_account_of,
            "held_under": self.under,
            "held_at": self.at,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Event):
    """The hold was released."""

    name: ClassVar[str] = "released"
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        freed = {"freed_at": self.at} if _stopped_effect(decision) else {}
        return {**NOT_HELD, **freed}


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Event):
    """The decision was withdrawn."""

    name: ClassVar[str] = "withdrawn"
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"state": State.WITHDRAWN, "withdrawn_at": self.at, **NOT_HELD}
