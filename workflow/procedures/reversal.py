"""What was done in time is never lost to what time alone recorded: the close, and implementation
that is no more than a rule's consequence of it, give way. This is the one place that says when."""

from dataclasses import dataclass

from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.evolve import evolve
from workflow.procedures.case import Case
from workflow.procedures.machine import Cursor, move
from workflow.procedures.shared.before_effect import gave_way_last, gives_way, stood_in
from workflow.procedures.step import Step
from workflow.procedures.table import REVERSALS


@dataclass(frozen=True, slots=True)
class Reversal:
    """The way back from what time alone recorded: what is recorded of it, and where it leads."""

    event: Event
    decision: Decision


def reversal_for(step: Step, case: Case) -> Reversal | None:
    """Give the way back that a step opens, or None where it opens none.

    It does where what brought the decision into effect gives way, and what the step records was
    done before that and could be done from where the decision then stood.
    """
    decision = case.decision
    if decision is None or not gives_way(case):
        return None
    if not step.found_late and stood_in(decision) not in step.source:
        return None
    earlier, last_at = case.at, gave_way_last(case)
    back = next(row for row in REVERSALS if row.when is not None and row.when(case))
    case.at = max(last_at, min(case.done_at, case.at))
    event = back.records(case)
    case.at = earlier
    restored = evolve(decision, event)
    if not step.found_late and restored.time_has_run(case.done_at):
        return None
    move(Cursor(decision.state.value, back, case))
    return Reversal(event, restored)
