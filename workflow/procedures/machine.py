"""The table as a `transitions` machine: one for the whole program, holding no decision.

A throw-away cursor is moved through it for each step; the guards are the conditions.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from workflow.errors import BeyondCalendar, NotOnFile, Refusal
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.shared.faults import from_fault
from workflow.procedures.step import Guard, Step
from workflow.procedures.table import TABLE

if TYPE_CHECKING:
    from transitions import Machine

NOTHING: Final = "nothing"
"""Where a decision is before its first draft."""


class Cursor:
    """The place a decision has reached, and what was said against moving it."""

    __slots__ = ("case", "refusals", "state", "step")

    def __init__(self, state: str, step: Step, case: Case) -> None:
        self.state = state
        self.step = step
        self.case = case
        self.refusals: list[Refusal] = []


def _gather(event: Any) -> bool:
    """Ask every guard of the step, and gather every refusal, not the first."""
    cursor: Cursor = event.model
    case, step = cursor.case, cursor.step
    guards = step.needs if case.inputs is None else step.needs + step.checks
    for guard in guards:
        try:  # as in refusal_of, without a call for each
            refusal = guard(case)
        except (NotOnFile, BeyondCalendar) as fault:
            refusal = from_fault(fault)
        if refusal is not None:
            cursor.refusals.append(refusal)
    return not cursor.refusals


def refusal_of(guard: Guard, case: Case) -> Refusal | None:
    """Ask one guard: a rule that is not on file, or a day past the calendar, is a refusal too."""
    try:
        return guard(case)
    except (NotOnFile, BeyondCalendar) as fault:
        return from_fault(fault)


@cache
def machine() -> "Machine":
    """Give the one machine, built from the table when it is first needed."""
    from transitions import Machine  # wanted only here: to look at decisions needs no machine

    built = Machine(
        model=None,
        states=[NOTHING, *(state.value for state in State)],
        initial=NOTHING,
        auto_transitions=False,
        send_event=True,
    )
    for step in TABLE:
        guarded = step.needs or step.checks
        for source in (state.value for state in step.source) if step.source else (NOTHING,):
            target = source if step.target is None else step.target.value
            built.add_transition(
                step.name, source, target, conditions=[_gather] if guarded else None
            )
    return built


@cache
def _triggers() -> dict[str, Callable[[Cursor], bool]]:
    return {verb: event.trigger for verb, event in machine().events.items()}


def move(cursor: Cursor) -> bool:
    """Take the cursor's step if every guard allows it; say whether it moved.

    Raises transitions.MachineError where the table has no such step from there.
    """
    return bool(_triggers()[cursor.step.name](cursor))


def __getattr__(name: str) -> Any:
    """Give MACHINE, the machine as a constant of this module."""
    if name == "MACHINE":
        return machine()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
