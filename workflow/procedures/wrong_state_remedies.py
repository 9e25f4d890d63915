"""What to do about a step that cannot be taken from where a decision stands."""

from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.model.refusal import advising
from workflow.procedures.case import Case
from workflow.procedures.prerequisites import what_to_do_first
from workflow.procedures.shared import refusals
from workflow.procedures.shared.before_effect import gives_way, stood_in
from workflow.procedures.shared.wrong_state import where_it_stands
from workflow.procedures.step import Step


def from_elsewhere(step: Step, case: Case) -> Refusal:
    """Give why a step cannot be taken from where the decision stands, with what to do about it."""
    refusal = _with_first_step(step.wrong_state(case, step.under), step, case.decision)
    return _or_in_time(refusal, step, case)


def _with_first_step(refusal: Refusal, step: Step, decision: Decision | None) -> Refusal:
    """Give the refusal with what must be done first as its remedy, if the step table says so."""
    first = () if decision is None else what_to_do_first(decision.ref, decision.state, step.name)
    return advising(refusal, refusals.FIRST, first=first) if first else refusal


def _or_in_time(refusal: Refusal, step: Step, case: Case) -> Refusal:
    """Give the refusal, with how to enter late what was done before time alone brought effect, if
    that is open."""
    decision = case.decision
    if decision is None or not gives_way(case) or stood_in(decision) not in step.source:
        return refusal
    if step.wrong_state is not where_it_stands:
        return refusal
    return advising(refusal, refusals.IF_DONE_BEFORE, *refusal.remedies)
