"""Nothing is made or published once its council has ended."""

from workflow.constitution.provisions.council_ends import COUNCIL_ENDS
from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.shared import refusals


def the_council_has_not_ended(case: Case) -> Refusal | None:
    """The council has not ended by the day of the step."""
    rules = case.in_force  # nothing is published yet: it is judged by the day in hand
    end = rules[COUNCIL_ENDS]
    if end is None or end.value is None:
        return None
    successors = end.value.successors
    return refusals.COUNCIL_ENDED[min(len(successors), 2)](
        end.authority,
        council_name=rules.council_name,
        ended_on=end.since,
        successors=successors,
    )
