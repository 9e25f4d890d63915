"""What happens when a body had acted in time, and that is found after its clock ran out."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from workflow.model.event import Changes, Event, sealed
from workflow.model.limit import Awaited
from workflow.model.proceedings import Standing
from workflow.model.state import State

if TYPE_CHECKING:
    from workflow.model.decision import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFound(Event):
    """A body had acted in time, and that was found after its clock had run out."""

    name: ClassVar[str] = "outcome-found"
    acted_at: datetime
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        if decision.state is State.IMPLEMENTED:
            return {"disputed_at": self.acted_at}
        done = decision.proceedings
        again = tuple(
            replace(each, standing=Standing.ACCEPTED)
            if each.standing is Standing.CONCLUDED
            else each
            for each in done.requests
        )
        found = replace(
            done, requests=again, limit=done.lapsed, lapsed=None, found_at=self.acted_at
        )
        return {"proceedings": found}


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBefore(Event):
    """The decision is before that body again, as if its clock had not run out."""

    name: ClassVar[str] = "put-before"
    awaited: Awaited

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        state = {
            Awaited.RECONSIDERATION: State.REFERRED_BACK,
            Awaited.COUNCIL: State.REFERRED_TO_COUNCIL,
        }.get(self.awaited, State.CALLED_IN)
        return {"state": state, "effective_at": None}
