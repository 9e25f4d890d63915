"""The route from where a decision stands to a step: what must be done first, by the table."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.step import Step
from workflow.procedures.table import BY_NAME, OFFERED

_ON_THE_WAY = frozenset({State.DRAFT, State.SIGNED})
"""The states in which it helps to be told the route: in the others something else is awaited."""


def _leads_to(step: Step, state: State) -> Iterator[State]:
    """Give where a step may lead, with the automatic steps that may follow it."""
    target = state if step.target is None else step.target
    yield target
    for verb in step.then:
        yield from _leads_to(BY_NAME[verb], target)


@lru_cache(maxsize=256)
def steps_before(state: State, name: str) -> tuple[str, ...]:
    """Give the shortest run of steps to take before this one can be; none if no route is known."""
    wanted = frozenset(BY_NAME[name].source)
    waiting: deque[tuple[State, tuple[str, ...]]] = deque([(state, ())])
    seen = {state}
    while waiting:
        here, steps = waiting.popleft()
        if here in wanted:
            return steps
        for step in OFFERED:
            if here not in step.source or step.by[0] is Role.SYSTEM or not step.suggested:
                continue
            for reached in _leads_to(step, here):
                if reached not in seen:
                    seen.add(reached)
                    waiting.append((reached, (*steps, step.on_terminal)))
    return ()


@dataclass(frozen=True, slots=True)
class StepCommand:
    """The command that takes a step on a decision."""

    step: str
    """The step, as the terminal has it."""
    ref: str
    """The decision."""

    def __str__(self) -> str:
        return f"decisions {self.step} {self.ref} …"


def what_to_do_first(ref: str, state: State, name: str) -> tuple[StepCommand, ...]:
    """Give what to do before a step; nothing where the table alone cannot say."""
    steps = steps_before(state, name) if state in _ON_THE_WAY else ()
    return tuple(StepCommand(step, ref) for step in steps)
