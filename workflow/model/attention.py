"""Since when a decision needs a person, or when something on it next ends: for a list of work."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from workflow.model.decision import Decision
from workflow.model.state import AWAITED, GIVEN_UP, State

_BEFORE_PUBLICATION: Final = (State.DRAFT, State.SIGNED)
"""While consent can still be given."""


def attention_at(decision: Decision) -> datetime | None:
    """Give the earliest instant, in UTC, from which a decision needs a person or at which something
    on it ends; None where nothing does.

    The last moment of its call-in period is such an end. All else waits for a person from the
    instant it began. Whoever asks for what is to be done by a day finds it by this instant alone.
    About a decision that was given up nobody can do anything more.
    """
    return None if decision.state in GIVEN_UP else min(_instants(decision), default=None)


def _instants(decision: Decision) -> Iterator[datetime]:
    proceedings = decision.proceedings
    yield from _by_state(decision)
    yield from (each.received_at for each in proceedings.pending())
    yield from (each.noted_at for each in proceedings.irregularities if each.resolved_at is None)
    if decision.is_held:
        yield decision.held_at or decision.last_at
    if decision.is_disputed and decision.disputed_at is not None:
        yield decision.disputed_at
    if proceedings.report_by is not None and proceedings.reported_at is None:
        yield decision.drafted_at
    if proceedings.review_asked_at is not None and proceedings.review_concluded_at is None:
        yield proceedings.review_asked_at
    if decision.state in _BEFORE_PUBLICATION:
        purposes = dict.fromkeys(each.purpose for each in proceedings.applications)
        latest = map(proceedings.application, purposes)
        yield from (each.asked_at for each in latest if each is not None and each.is_open)
    if awaits_signature(decision) and decision.published_at is not None:
        yield decision.published_at


def _by_state(decision: Decision) -> Iterator[datetime]:
    """Give what the state alone makes a person's work."""
    if decision.state is State.DRAFT:
        yield decision.drafted_at
    elif decision.state in (State.SIGNED, State.PUBLISHED):
        yield decision.signed_at or decision.last_at
    elif decision.state in AWAITED:
        yield decision.called_in_at or decision.last_at
    elif decision.state is State.CALL_IN_OPEN and decision.window is not None:
        yield decision.window.request_deadline
        yield from (each.request_deadline for each in decision.window.other_ends)


def awaits_signature(decision: Decision) -> bool:
    """Say whether a record that was published unsigned still awaits its signature."""
    unsigned = decision.published_at is not None and decision.signed_at is None
    kept_here = not decision.is_history and decision.proceedings.severed_from is None
    return unsigned and kept_here and decision.state not in GIVEN_UP
