"""What goes on a decision's record when a step on it is refused: for most steps, nothing."""

from dataclasses import dataclass, replace

from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.model.evolve import evolve
from workflow.procedures.case import Case
from workflow.procedures.machine import Cursor, move
from workflow.procedures.requests.refused_events import RequestRefused
from workflow.procedures.step import Step
from workflow.procedures.table import BY_NAME


@dataclass(frozen=True, slots=True)
class Kept:
    """What is on a decision's record for a request that was refused."""

    number: int
    """The number of the refused request."""
    event: RequestRefused | None
    """What goes on the record for it; None where it was there already."""
    decision: Decision
    """The decision with that on its record."""


def kept(step: Step, case: Case, refused: tuple[Refusal, ...]) -> Kept | None:
    """Give what is kept of a step that somebody who may take it was refused, by the row of the
    table that follows a refusal of it; None where nothing is kept."""
    row = BY_NAME.get(step.if_refused)
    if row is None or case.decision is None or case.decision.state not in row.source:
        return None
    case.refused = refused
    if row.when is None or not row.when(case):
        return None
    move(Cursor(case.decision.state.value, row, case))
    event = row.records(case)
    assert isinstance(event, RequestRefused)
    event = replace(event, step=step.name)
    if any(each.number == event.number for each in case.decision.proceedings.refused):
        return Kept(event.number, None, case.decision)
    return Kept(event.number, event, evolve(case.decision, event))
