"""How events make a decision: the first begins it, and each later one changes it."""

from collections.abc import Iterable

from workflow.model.decision import _PUT, _VALUES, Decision
from workflow.model.event import Beginning, Event


def begin(ref: str, event: Event) -> Decision:
    """Give the decision that the first event on its record begins. Raises ValueError for an event
    that no record can begin with."""
    if not isinstance(event, Beginning):
        raise ValueError(f"The record of {ref} does not begin with {event.name}.")
    return event.begins(ref)


def evolve(decision: Decision, event: Event) -> Decision:
    """Give the decision as it is after this event. A decision changes in no other way."""
    changes = event.changes(decision)
    changes["version"] = decision.version + 1
    changes.setdefault("last_at", event.at)
    # What dataclasses.replace() does, in half its time: every step of every close passes here.
    after = object.__new__(Decision)
    for put, value in zip(_PUT.values(), _VALUES(decision), strict=True):
        put(after, value)
    for name, value in changes.items():
        _PUT[name](after, value)
    return after


def replay(ref: str, happened: Iterable[Event]) -> Decision:
    """Give the decision that these events make, in their order; there must be one at least. Raises
    ValueError as `begin` does."""
    each = iter(happened)
    decision = begin(ref, next(each))
    for event in each:
        decision = evolve(decision, event)
    return decision
