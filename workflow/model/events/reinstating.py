"""What happens when something had been done in time, and that is found after the close."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from workflow.model.event import Changes, Event, sealed
from workflow.model.holder import Holder
from workflow.model.limit import Awaited
from workflow.model.proceedings import Proceedings, Standing
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
        again = _before_it_lapsed(decision.proceedings)
        return {"proceedings": replace(again, found_at=self.acted_at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldFound(Event):
    """The decision was held in time, and that was found after time alone had given it effect."""

    name: ClassVar[str] = "hold-found"
    made_at: datetime
    on_account_of: Holder
    under: str
    consider_by: date | None = None
    """By when the executive is to consider the officer's report; None where no rule is on file."""
    reason: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        if decision.state is State.IMPLEMENTED:
            return {"disputed_at": self.made_at}
        again = _before_it_lapsed(decision.proceedings)
        return {
            "proceedings": replace(again, consider_by=self.consider_by),
            "held_for": self.on_account_of,
            "held_under": self.under,
            "held_at": self.made_at,
        }


def _before_it_lapsed(done: Proceedings) -> Proceedings:
    """Give what has been done as it was before a clock ran out, where one did."""
    if done.lapsed is None:
        return done
    again = tuple(
        replace(each, standing=Standing.ACCEPTED) if each.standing is Standing.CONCLUDED else each
        for each in done.requests
    )
    return replace(done, requests=again, limit=done.lapsed, lapsed=None)


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
