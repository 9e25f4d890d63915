"""What happens while a decision is drafted and signed."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from workflow.model.events.event import Changes, Event, sealed
from workflow.model.kind import Kind
from workflow.model.state import State
from workflow.model.statement import Statement

if TYPE_CHECKING:
    from workflow.model.decision import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted(Event):
    """The decision was first written down."""

    name: ClassVar[str] = "drafted"
    council: str
    kind: Kind
    title: str
    statement: Statement = sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended(Event):
    """The draft was changed."""

    name: ClassVar[str] = "amended"
    kind: Kind
    title: str
    statement: Statement = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {
            "kind": self.kind,
            "title": self.title,
            "statement_version": decision.version + 1,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Event):
    """The decision had been made, and its written statement was authenticated."""

    name: ClassVar[str] = "signed"
    made_on: date
    """The civil day on which the decision was made."""
    signatory: str = sealed()

    def changes(self, decision: "Decision") -> Changes:
        """Give what is different about the decision once this has happened."""
        return {"state": State.SIGNED, "signed_at": self.at, "made_on": self.made_on}
