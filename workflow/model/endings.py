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
    """Give the proceedings once the call-in is over: no clock runs, and its requests are done."""
    requests = tuple(
        replace(each, status=RequestStatus.CONCLUDED)
        if each.status is RequestStatus.ACCEPTED
        else each
        for each in proceedings.requests
    )
    return replace(proceedings, requests=requests, limit=None, direction=None, late_outcome_at=None)


def given_up(proceedings: Proceedings) -> Proceedings:
    """Give the proceedings once the decision itself is given up: nothing awaits a ruling more."""
    over = concluded(proceedings)
    requests = tuple(
        replace(each, status=RequestStatus.OVERTAKEN)
        if each.status is RequestStatus.PENDING
        else each
        for each in over.requests
    )
    return replace(over, requests=requests)


def effective(decision: Decision, at: datetime) -> Changes:
    """Give that a called-in decision takes effect, and not before its period's own end.

    What a body had done in time has its effect from then, however late that was found.
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
    """Give the proceedings once the decision is before another body, by this clock."""
    done = decision.proceedings
    since = at if done.late_outcome_at is None else done.late_outcome_at
    return replace(done, limit=limit, met_at=None, late_outcome_at=None, since=since)


def disputed(decision: Decision, at: datetime) -> Changes:
    """Give that what was done at an instant, in time, was found after implementation."""
    done = decision.proceedings
    unsettled = {} if done.settled_at is None else {"proceedings": replace(done, settled_at=None)}
    return {"disputed_at": at, **unsettled}
