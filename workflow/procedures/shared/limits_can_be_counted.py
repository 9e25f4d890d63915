"""The time limit that a step starts, where the council has one, ends within the calendar."""

from workflow.constitution.provisions.request import GoesTo
from workflow.constitution.provisions.scrutiny import COUNCIL_MEETS, RECONSIDERED_BY, SCRUTINY_MEETS
from workflow.model.time_limit import Awaited
from workflow.procedures.case import Case
from workflow.procedures.shared.asking import asking_rule
from workflow.procedures.shared.time_limits import started


def call_in_limit_can_be_counted(case: Case) -> None:
    """The time limit that a call-in starts, if the council has one, ends within the calendar."""
    on_file = asking_rule(case)
    if on_file is not None and on_file[0].goes_to is GoesTo.MAKER:
        reconsideration_limit_can_be_counted(case)
    else:
        started(case, Awaited.SCRUTINY, case.in_force[SCRUTINY_MEETS])


def reconsideration_limit_can_be_counted(case: Case) -> None:
    """The time limit for reconsideration, if the council has one, ends within the calendar."""
    started(case, Awaited.RECONSIDERATION, case.in_force[RECONSIDERED_BY])


def council_limit_can_be_counted(case: Case) -> None:
    """The time limit for council, if there is one, ends within the calendar."""
    started(case, Awaited.COUNCIL, case.in_force[COUNCIL_MEETS])
