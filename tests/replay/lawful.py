"""What is so of every history that the law allows."""

from datetime import datetime
from itertools import pairwise
from typing import Final

from workflow import State
from workflow.model import events as e
from workflow.model.decision import Decision, begin, evolve
from workflow.service.journal import Read

RANK: Final = {
    State.DRAFT: 0,
    State.SIGNED: 1,
    State.PUBLISHED: 2,
    State.CALL_IN_OPEN: 3,
    State.CALLED_IN: 4,
    State.EFFECTIVE: 5,
    State.IMPLEMENTED: 6,
    State.WITHDRAWN: 7,
}
STANDING_STILL: Final = (
    e.Amended,
    e.CalledIn,
    e.RequestFound,
    e.Withdrawn,
    e.Released,
    e.DeadlineReviewed,
)
"""What may happen to a decision that is held."""


def is_lawful(stands: Decision, history: tuple[Read, ...], now: datetime) -> None:
    """Check a whole history: no step out of turn, nothing early, nothing while it was held."""
    first = history[0].event
    assert isinstance(first, e.Drafted)
    decision = begin(stands.ref, first)
    for before, read in pairwise(history):
        assert before.recorded_at <= read.recorded_at <= now
        event, was = read.event, decision
        decision = evolve(decision, event)
        assert event.at <= read.recorded_at
        found_late = isinstance(event, e.CalledIn) and was.state is State.EFFECTIVE
        assert RANK[decision.state] >= RANK[was.state] or found_late
        assert was.state is not State.WITHDRAWN
        assert was.state is not State.IMPLEMENTED or isinstance(event, e.RequestFound)
        if was.is_held:
            assert isinstance(event, STANDING_STILL)
        if decision.state is State.IMPLEMENTED and was.state is not State.IMPLEMENTED:
            assert was.state is State.EFFECTIVE
            assert decision.effective_at is not None
            assert event.at >= decision.effective_at
        if isinstance(event, e.CallInClosed):
            assert was.state is State.CALL_IN_OPEN
            assert was.window is not None
            assert was.window.has_run_out(read.recorded_at)
            freed = was.freed_at or was.window.effective_from
            assert event.at == max(was.window.effective_from, freed)
        if isinstance(event, e.CalledIn):
            assert was.state in (State.CALL_IN_OPEN, State.EFFECTIVE)
            assert was.window is not None
            assert was.window.in_time(event.received_at)
            assert was.published_at is not None
            assert was.published_at <= event.received_at <= read.recorded_at
        if isinstance(event, e.CallInResolved) and was.window is not None:
            assert decision.effective_at is not None
            assert decision.effective_at >= was.window.effective_from
            assert read.recorded_at >= was.window.effective_from
        if isinstance(event, e.TookEffect):
            assert was.state is State.PUBLISHED
            assert was.window is None
    assert decision == stands
    names = [read.event.name for read in history]
    for once in (
        "drafted",
        "signed",
        "published",
        "call-in-opened",
        "called-in",
        "call-in-closed",
        "call-in-resolved",
        "took-effect",
        "request-found",
    ):
        assert names.count(once) <= 1
