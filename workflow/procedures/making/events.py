"""What happens while a decision is drafted and signed."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from workflow.model.decision import Decision
from workflow.model.event import Beginning, Changes, Event, sealed
from workflow.model.json_data import stored_as
from workflow.model.kind import Kind
from workflow.model.notice import NoticeRoute
from workflow.model.state import State
from workflow.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted(Beginning):
    """The decision was first written down."""

    name: ClassVar[str] = "drafted"
    statement: Statement = sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended(Event):
    """The draft was changed."""

    name: ClassVar[str] = "amended"
    kind: Kind
    title: str
    afresh: bool = False
    """Whether it now decides something else, so that consent given for it before is spent."""
    statement: Statement = sealed()

    def changes(self, decision: Decision) -> Changes:
        spent = {}
        if self.afresh:
            spent = {"proceedings": replace(decision.proceedings, applications=())}
        return {
            **spent,
            "kind": self.kind,
            "title": self.title,
            "statement_version": decision.version + 1,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Event):
    """The decision had been made, and its written statement was signed."""

    name: ClassVar[str] = "signed"
    made_on: date
    """The civil day on which the decision was made."""
    notice_route: NoticeRoute | None = field(default=None, metadata=stored_as("road"))
    """How, as to notice, a key decision came to be made; None for one that is not key."""
    makers: tuple[str, ...] = ()
    """The marks of those who made it, where they are known."""
    signer: str | None = None
    """The mark of who recorded the signature."""
    signatory: str = sealed()
    made_by: tuple[str, ...] = sealed(default=())

    def changes(self, decision: Decision) -> Changes:
        proceedings = decision.proceedings
        by_road = (
            {}
            if self.notice_route is None
            else {"proceedings": replace(proceedings, notice_route=self.notice_route)}
        )
        return {
            **by_road,
            "state": State.SIGNED,
            "signed_at": self.at,
            "made_on": self.made_on,
            "makers": self.makers,
            "signer": self.signer,
        }
