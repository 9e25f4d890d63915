"""What happens when a statement of several decisions is severed into lives of their own."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.event import Beginning, Changes, Event, sealed
from workflow.model.proceedings import Proceedings
from workflow.model.state import State
from workflow.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSevered(Event):
    """A part of the decision was severed, and became a decision of its own."""

    name: ClassVar[str] = "part-severed"
    part: str
    """The part's own reference."""
    statement: Statement = sealed()
    ruling: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        proceedings = decision.proceedings
        return {
            "statement_version": decision.version + 1,
            "proceedings": replace(proceedings, parts=(*proceedings.parts, self.part)),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SeveredOff(Beginning):
    """The decision began as a part of another: made, signed and published with it."""

    name: ClassVar[str] = "severed-off"
    whole: str
    """The reference of the decision it was a part of."""
    made_on: date
    signed_at: datetime | None
    published_at: datetime
    window: CallInPeriod
    makers: tuple[str, ...]
    signer: str | None
    statement: Statement = sealed()
    ruling: str = sealed()

    def begins(self, ref: str) -> Decision:
        """Give the decision that this brings into being: in the period it has had all along."""
        return replace(
            Beginning.begins(self, ref),
            state=State.CALL_IN_OPEN,
            made_on=self.made_on,
            signed_at=self.signed_at,
            makers=self.makers,
            signer=self.signer,
            published_at=self.published_at,
            window=self.window,
            edition=self.window.edition,
            freed_at=self.at if self.at > self.window.effective_from else None,
            proceedings=Proceedings(severed_from=self.whole),
        )
