"""Nothing is made or published once its council has ended."""

from workflow.constitution.provisions.council_ends import COUNCIL_ENDS, when_ended
from workflow.errors import Refusal
from workflow.procedures.case import Case


def the_council_has_not_ended(case: Case) -> Refusal | None:
    """The council has not ended by the day of the step."""
    rules = case.in_force  # nothing is published yet: it is judged by the day in hand
    end = rules[COUNCIL_ENDS]
    if end is None or end.value is None:
        return None
    return Refusal(
        code="council-ended",
        because=f"{rules.council_name} ended {when_ended(end)}.",
        authority=end.authority,
        remedy="If it was done before that day, say when: --at INSTANT --late-reason 'why'. If "
        "not, it is for the council that took its place: see which are on file with decisions "
        "policy list",
    )
