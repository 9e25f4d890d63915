"""The decision itself: a frozen record of where it stands, changed only by what has happened."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from operator import attrgetter
from typing import cast

from workflow.model import events as e
from workflow.model.details import Holder
from workflow.model.kind import Kind
from workflow.model.period import Window
from workflow.model.state import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Where one decision stands. It holds no sealed text: that is kept beside the journal."""

    ref: str
    council: str
    kind: Kind
    title: str
    state: State
    version: int
    """How many entries its journal has."""
    statement_version: int
    """The journal entry that holds the statement as it now reads."""
    drafted_at: datetime
    last_at: datetime
    """The latest instant on its record, as the law goes by it."""
    made_on: date | None = None
    signed_at: datetime | None = None
    published_at: datetime | None = None
    window: Window | None = None
    edition: str | None = None
    """The edition of the constitution it was judged by, once published."""
    called_in_at: datetime | None = None
    """When the request was received by which it was called in."""
    disputed_at: datetime | None = None
    """When a request was received, in time, that was found after implementation."""
    held_for: Holder | None = None
    held_under: str | None = None
    held_at: datetime | None = None
    freed_at: datetime | None = None
    """When the latest hold was released that had stopped the decision from taking effect."""
    effective_at: datetime | None = None
    implemented_at: datetime | None = None
    withdrawn_at: datetime | None = None

    @property
    def due_effect(self) -> datetime | None:
        """Give when its period's end brings it into effect: that instant, or a hold's end after."""
        if self.window is None or self.freed_at is None:
            return None if self.window is None else self.window.effective_from
        return max(self.window.effective_from, self.freed_at)

    @property
    def is_held(self) -> bool:
        """Say whether nothing may move, on someone's account."""
        return self.held_for is not None


def begin(ref: str, event: e.Drafted) -> Decision:
    """Give the decision that a first draft brings into being."""
    return Decision(
        ref=ref,
        council=event.council,
        kind=event.kind,
        title=event.title,
        state=State.DRAFT,
        version=1,
        statement_version=1,
        drafted_at=event.at,
        last_at=event.at,
    )


_PUT = {field.name: getattr(Decision, field.name).__set__ for field in fields(Decision)}
_VALUES = attrgetter(*_PUT)


def evolve(decision: Decision, event: e.Event) -> Decision:
    """Give the decision as it is after this event: the only way a decision changes."""
    changes = event.changes(decision)
    changes["version"] = decision.version + 1
    changes["last_at"] = event.at
    # What dataclasses.replace() does, in half its time: every step of every close passes here.
    after = object.__new__(Decision)
    for put, value in zip(_PUT.values(), _VALUES(decision), strict=True):
        put(after, value)
    for name, value in changes.items():
        _PUT[name](after, value)
    return after


def replay(ref: str, happened: Iterable[e.Event]) -> Decision:
    """Give the decision that these events, in their order, add up to."""
    each = iter(happened)
    decision = begin(ref, cast(e.Drafted, next(each)))
    for event in each:
        decision = evolve(decision, event)
    return decision
