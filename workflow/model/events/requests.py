"""What happens when a decision is asked to be called in."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from workflow.model.events.event import Changes, Event, sealed
from workflow.model.state import State

if TYPE_CHECKING:
    from workflow.model.decision import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledIn(Event):
    """The decision was called in, by a request received in time."""

    name: ClassVar[str] = "called-in"
    received_at: datetime
    requested_by: tuple[str, ...] = sealed()
    grounds: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {
            "state": State.CALLED_IN,
            "called_in_at": self.received_at,
            "effective_at": None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFound(Event):
    """A request, received in time, was found after the decision counted as implemented."""

    name: ClassVar[str] = "request-found"
    received_at: datetime
    requested_by: tuple[str, ...] = sealed()
    grounds: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"disputed_at": self.received_at}
