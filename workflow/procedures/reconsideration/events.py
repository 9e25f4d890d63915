"""What happens when the decision maker looks again."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from workflow.authority import Authority
from workflow.model.decision import Decision
from workflow.model.endings import NOT_HELD, concluded, effective, given_up
from workflow.model.event import Changes, Event, sealed
from workflow.model.proceedings import Proceedings
from workflow.model.state import State
from workflow.model.statement import Statement


def _looked_again(decision: Decision) -> "Proceedings":
    done = concluded(decision.proceedings)
    return replace(done, reconsidered=done.reconsidered + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionReceived(Event):
    """Counsel's opinion on a ground that needs one was received."""

    name: ClassVar[str] = "opinion-received"
    counsel: str = sealed()
    opinion: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        done = replace(decision.proceedings, opinion_at=self.at, since=self.at)
        return {"proceedings": done}


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed(Event):
    """The decision maker reconsidered the decision and confirmed it."""

    name: ClassVar[str] = "confirmed"
    votes_for: int | None
    votes_against: int | None
    acted_at: datetime | None = None
    """When the maker did so, where that is not when it was recorded."""
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        after = effective(decision, self.acted_at or self.at)
        return {**after, "proceedings": _looked_again(decision)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed(Event):
    """The decision maker reconsidered the decision and changed it."""

    name: ClassVar[str] = "changed"
    made_on: date
    final: bool
    """Whether it takes effect as changed; otherwise it is a new decision, to be published."""
    votes_for: int | None
    votes_against: int | None
    makers: tuple[str, ...] = ()
    """The marks of those who made it so, where they are known."""
    statement: Statement = sealed()
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        again = {} if self.final else {"published_at": None, "window": None, "called_in_at": None}
        return {
            "state": State.SIGNED,
            "made_on": self.made_on,
            "makers": tuple(dict.fromkeys((*decision.makers, *self.makers))),
            "signed_at": self.at,
            "statement_version": decision.version + 1,
            "freed_at": None,
            "proceedings": replace(
                _looked_again(decision),
                final=self.final,
                opinion_at=None,
                contrary=False,
                met_at=None,
                late_outcome_at=decision.proceedings.late_outcome_at if self.final else None,
            ),
            **again,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TookEffectAsChanged(Event):
    """The decision took effect as changed: by the council's rule that is final."""

    name: ClassVar[str] = "took-effect-as-changed"
    authority: Authority

    def changes(self, decision: Decision) -> Changes:
        return effective(decision, self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescinded(Event):
    """The decision maker reconsidered the decision and rescinded it."""

    name: ClassVar[str] = "rescinded"
    votes_for: int | None
    votes_against: int | None
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {
            "state": State.WITHDRAWN,
            "withdrawn_at": self.at,
            "proceedings": given_up(decision.proceedings),
            **NOT_HELD,
        }
