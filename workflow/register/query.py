"""Which decisions of the register are wanted, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.state import State


class Order(StrEnum):
    """The order of a list of decisions."""

    REFERENCE = "reference"
    """By reference, as text."""
    SOONEST = "soonest"
    """Those open for call-in first, by when requests end; then the others, the newest first."""
    NEWEST = "newest"
    """Drafts first, the last begun at the top; then by the day made, the latest first; then those
    given up before they were made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionQuery:
    """Which decisions to list: those that meet every condition given. Instants are aware."""

    council: str | None = None
    """Only those of this council, by its short name."""
    state: State | None = None
    """Only those in this state, as recorded."""
    due_by: datetime | None = None
    """Only those with an open call-in period that take effect by this instant, included."""
    ends_by: datetime | None = None
    """Only those with an open call-in period in which requests end by this instant, included."""
    kind: Kind | None = None
    """Only those of this kind."""
    made_since: date | None = None
    """Only those made on this day or later."""
    made_until: date | None = None
    """Only those made on this day or earlier."""
    words: str | None = None
    """Only those with this text in the title or the reference, in any capitals."""
    irregular: bool = False
    """Only those with an irregularity on record."""
    after: str | None = None
    """Only those that come after the decision of this reference, the last of the page before."""
    limit: int | None = None
    """No more than so many; all of them if left out."""
    order: Order = Order.REFERENCE
    """In which order they are given, and counted for `limit`."""

    @property
    def only_state(self) -> State | None:
        """Give the one state that they can be in; None where they can be in several."""
        ends = self.due_by is not None or self.ends_by is not None
        return State.CALL_IN_OPEN if ends and self.state is None else self.state


def in_order(decisions: Iterable[Decision], order: Order) -> list[Decision]:
    """Put decisions in an order, as the store does."""
    by_ref = sorted(decisions, key=lambda each: each.ref)
    if order is Order.REFERENCE:
        return by_ref
    if order is Order.NEWEST:
        return _newest(by_ref)
    still_open = [
        (each.window.request_deadline, each.ref, each)
        for each in by_ref
        if each.state is State.CALL_IN_OPEN and each.window is not None
    ]
    others = [each for each in by_ref if each.state is not State.CALL_IN_OPEN]
    return [each for *_, each in sorted(still_open, key=lambda found: found[:2])] + _newest(others)


def _newest(decisions: Iterable[Decision]) -> list[Decision]:
    drafts, made, never_made = list[Decision](), list[Decision](), list[Decision]()
    for each in decisions:
        if each.state is State.DRAFT:
            drafts.append(each)
        else:
            (never_made if each.made_on is None else made).append(each)
    made.sort(key=lambda each: (each.made_on or date.min, each.ref), reverse=True)
    for unmade in (drafts, never_made):
        unmade.sort(key=lambda each: (each.drafted_at, each.ref), reverse=True)
    return drafts + made + never_made
