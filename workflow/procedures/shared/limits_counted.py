"""The time limit that a step starts, where the council has one, ends within the calendar."""

from workflow.constitution.provisions.request import GoesTo
from workflow.constitution.provisions.scrutiny import COUNCIL_MEETS, RECONSIDERED_BY, SCRUTINY_MEETS
from workflow.errors import Refusal
from workflow.model.time_limit import Awaited
from workflow.procedures.case import Case
from workflow.procedures.shared.asking import asking_rule
from workflow.procedures.shared.time_limits import started


def _can_be_counted(case: Case, awaits: Awaited) -> Refusal | None:
    rules = case.in_force
    provision = {
        Awaited.SCRUTINY: rules[SCRUTINY_MEETS],
        Awaited.RECONSIDERATION: rules[RECONSIDERED_BY],
        Awaited.COUNCIL: rules[COUNCIL_MEETS],
    }[awaits]
    started(case, awaits, provision)
    return None


def call_in_clock_can_be_counted(case: Case) -> Refusal | None:
    """The clock that a call-in starts, where the council has one, ends within the calendar."""
    found = asking_rule(case)
    to_maker = found is not None and found[0].goes_to is GoesTo.MAKER
    return _can_be_counted(case, Awaited.RECONSIDERATION if to_maker else Awaited.SCRUTINY)


def reconsideration_can_be_counted(case: Case) -> Refusal | None:
    """The clock for reconsideration, where the council has one, ends within the calendar."""
    return _can_be_counted(case, Awaited.RECONSIDERATION)


def council_clock_can_be_counted(case: Case) -> Refusal | None:
    """The clock for council, where there is one, ends within the calendar."""
    return _can_be_counted(case, Awaited.COUNCIL)
