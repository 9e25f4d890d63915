"""That a request to call in was refused, as it stands on the record."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from workflow.model.decision import Decision
from workflow.model.event import Changes, Event, sealed
from workflow.model.refused_request import RefusedRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRefused(Event):
    """A request that was out of time or not valid was refused. The decision stands as it did."""

    name: ClassVar[str] = "request-refused"
    number: int
    """Its number among the requests that were refused."""
    step: str
    """The step that was refused."""
    received_at: datetime
    signatures: tuple[str, ...]
    """The marks of those who asked."""
    electors: int
    codes: tuple[str, ...]
    """Every reason why, by its stable name."""
    why: tuple[str, ...] = sealed()
    """The same in sentences: they may name people."""
    how: str | None = sealed()
    requested_by: tuple[str, ...] = sealed()
    particulars: tuple[str, ...] = sealed()
    """The grounds as they were given."""
    alternative: str | None = sealed()

    def changes(self, decision: Decision) -> Changes:
        refused = RefusedRequest(
            number=self.number,
            step=self.step,
            received_at=self.received_at,
            refused_at=self.at,
            signatures=self.signatures,
            electors=self.electors,
            codes=self.codes,
        )
        proceedings = decision.proceedings
        return {
            "proceedings": replace(proceedings, refused=(*proceedings.refused, refused)),
            "refused_at": self.at,
            "last_at": decision.last_at,  # what happened before may still be entered
        }
