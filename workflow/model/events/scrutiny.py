"""What happens while scrutiny has a decision before it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from workflow.model.details import Outcome
from workflow.model.events.event import Changes, Event, sealed
from workflow.model.state import State

if TYPE_CHECKING:
    from workflow.model.decision import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInResolved(Event):
    """Scrutiny was done with the decision, and it took effect."""

    name: ClassVar[str] = "call-in-resolved"
    outcome: Outcome
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        window = decision.window
        return {
            "state": State.EFFECTIVE,
            "effective_at": self.at if window is None else max(self.at, window.effective_from),
        }
