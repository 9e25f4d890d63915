"""How the proceedings on a decision end, or pass to another body."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from workflow.model.decision import Decision
from workflow.model.event import Changes
from workflow.model.proceedings import Proceedings, RequestStatus
from workflow.model.state import State
from workflow.model.time_limit import TimeLimit

NOT_HELD: Final = {"held_for": None, "held_under": None, "held_at": None}


def concluded(proceedings: Proceedings) -> Proceedings:
    """Give the proceedings once the call-in is over: no time limit runs, and the requests that were
    accepted are concluded."""
    requests = tuple(
        replace(each, status=RequestStatus.CONCLUDED)
        if each.status is RequestStatus.ACCEPTED
        else each
        for each in proceedings.requests
    )
    return replace(proceedings, requests=requests, limit=None, direction=None, late_outcome_at=None)


def given_up(proceedings: Proceedings) -> Proceedings:
    """Give the proceedings once the decision itself is given up: the call-in is over, and the
    requests that awaited a ruling are overtaken."""
    over = concluded(proceedings)
    requests = tuple(
        replace(each, status=RequestStatus.OVERTAKEN)
        if each.status is RequestStatus.PENDING
        else each
        for each in over.requests
    )
    return replace(over, requests=requests)


def effective(decision: Decision, at: datetime) -> Changes:
    """Give the changes by which a called-in decision takes effect at an instant.

    It does so no earlier than the end of its call-in period or the release of a hold. If a body
    acted in time and that was found late, the decision takes effect from when the body acted.
    """
    window, found_at = decision.window, decision.proceedings.late_outcome_at
    stopped = (decision.freed_at, None if window is None else window.effective_from)
    since = [at if found_at is None else found_at, *(each for each in stopped if each is not None)]
    return {
        "state": State.EFFECTIVE,
        "effective_at": max(since),
        "proceedings": concluded(decision.proceedings),
    }


def before_another(decision: Decision, at: datetime, limit: TimeLimit | None) -> Proceedings:
    """Give the proceedings once the decision is before another body, with that body's time limit;
    None where it has none."""
    proceedings = decision.proceedings
    since = at if proceedings.late_outcome_at is None else proceedings.late_outcome_at
    return replace(proceedings, limit=limit, met_at=None, late_outcome_at=None, since=since)


def disputed(decision: Decision, at: datetime) -> Changes:
    """Give the changes when something done in time, at this instant, is found after
    implementation."""
    proceedings = decision.proceedings
    unsettled = (
        {}
        if proceedings.settled_at is None
        else {"proceedings": replace(proceedings, settled_at=None)}
    )
    return {"disputed_at": at, **unsettled}
