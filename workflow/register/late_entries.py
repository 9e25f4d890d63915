"""What was entered late: it counts for the decision as it stood when it was done."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.evolve import evolve
from workflow.procedures.found_late.events import (
    DisputeSettled,
    LateHoldRecorded,
    LateOutcomeRecorded,
)
from workflow.procedures.requests.events import LateRequestRecorded, RequestLodged


def with_late_entries(decision: Decision, later: Iterable[Event], instant: datetime) -> Decision:
    """Give a decision as it stood at an instant, with what had been done by then and was entered
    later: requests received, holds made, and what a body had done.

    What was since ruled to change nothing is left out. `later` are the events after the instant,
    oldest first.
    """
    after = list(later)
    stands = any(isinstance(event, DisputeSettled) for event in after)
    for event in after:
        done_at = _done_at(event)
        if done_at is None or done_at > instant:
            continue
        changed = evolve(decision, event)
        if not (changed.is_disputed and stands):
            last_at = max(decision.last_at, done_at)
            decision = replace(changed, version=decision.version, last_at=last_at)
    return decision


def _done_at(event: Event) -> datetime | None:
    """Give when what is entered late was done; None for any other event."""
    if isinstance(event, RequestLodged | LateRequestRecorded):
        return event.received_at
    if isinstance(event, LateHoldRecorded):
        return event.made_at
    return event.acted_at if isinstance(event, LateOutcomeRecorded) else None
