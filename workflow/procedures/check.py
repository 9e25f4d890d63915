"""Proof that a table of steps is sound; the tests run it as they are loaded."""

from collections.abc import Iterable, Iterator, Sequence

from workflow.model.people import Role
from workflow.model.state import TERMINAL, UNDER_CALL_IN, State
from workflow.procedures.step import Step


def faults_in(table: Sequence[Step]) -> tuple[str, ...]:
    """Give everything that is wrong with a table; nothing when it is sound."""
    return (
        *_doubled(table),
        *_unreachable(table),
        *_dead_ends(table),
        *_implementable_too_soon(table),
        *_automatic(table),
        *_unsaid(table),
    )


def _doubled(table: Sequence[Step]) -> Iterator[str]:
    seen: set[tuple[State | None, str]] = set()
    for step in table:
        for source in step.source or (None,):
            cell = (source, step.name)
            if cell in seen:
                yield f"There are two rows for {step.name} from {source or 'nothing'}."
            seen.add(cell)
    verbs = [step.name for step in table]
    for verb in sorted({verb for verb in verbs if verbs.count(verb) > 1}):
        yield f"There are two rows called {verb}."


def reached_from(table: Sequence[Step], start: Iterable[State]) -> frozenset[State]:
    """Give every state that steps lead to from these, these included."""
    reached = set(start)
    while True:
        more = {
            step.target
            for step in table
            if step.target is not None and reached.intersection(step.source)
        }
        if more <= reached:
            return frozenset(reached)
        reached |= more


def _unreachable(table: Sequence[Step]) -> Iterator[str]:
    first = {step.target for step in table if not step.source and step.target is not None}
    for state in State:
        if state not in reached_from(table, first):
            yield f"No step leads to {state.label}."


def _dead_ends(table: Sequence[Step]) -> Iterator[str]:
    for state in State:
        onward = reached_from([step for step in table if not step.reverses_expiry], [state]) - {
            state
        }
        if state in TERMINAL:
            if onward - set(TERMINAL):
                yield f"A step leads on from {state.label}, where life ends."
        elif not onward & set(TERMINAL):
            yield f"From {state.label} no step leads to an end."


def _implementable_too_soon(table: Sequence[Step]) -> Iterator[str]:
    for step in table:
        soon = set(UNDER_CALL_IN).intersection(step.source)
        if step.target is State.IMPLEMENTED and soon:
            yield f"{step.name} implements a decision that is {next(iter(soon)).label}."


def _automatic(table: Sequence[Step]) -> Iterator[str]:
    by_verb = {step.name: step for step in table}
    for step in table:
        for verb in step.then:
            following = by_verb.get(verb)
            if following is None or not following.automatic:
                yield f"{step.name} is followed by {verb}, which is no automatic step."
            elif not _may_follow(step, following):
                yield f"{verb} cannot follow {step.name}: it is not taken from there."
        if step.automatic != (step.when is not None):
            yield f"{step.name}: an automatic step says when it is taken, and no other does."
        if step.automatic != (step.by == (Role.SYSTEM,)):
            yield f"{step.name}: an automatic step is the engine's own, and no other is its alone."
        if step.if_refused and not by_verb[step.if_refused].automatic:
            yield f"{step.name}, if refused, leads to {step.if_refused}, which is not automatic."
    followed = {verb for step in table for verb in (*step.then, step.if_refused)}
    for step in table:
        if step.automatic and not step.reverses_expiry and step.name not in followed:
            yield f"Nothing leads to the automatic step {step.name}."


def _may_follow(step: Step, following: Step) -> bool:
    """Say whether a step leaves a decision where the one that follows it can be taken."""
    left_in = step.source if step.target is None else (step.target,)
    return bool(set(left_in) & set(following.source))


def _unsaid(table: Sequence[Step]) -> Iterator[str]:
    for step in table:
        if not step.says.endswith("."):
            yield f"{step.name} does not say in a sentence what it does."
        if not step.automatic and not step.example:
            yield f"{step.name} has no example."
        for guard in step.guards:
            if not (guard.__doc__ or "").strip():
                yield f"{step.name}: its guard {guard.__name__} does not say what must be so."
