"""What must be so before a part of a decision is severed."""

from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.severing import refusals
from workflow.procedures.severing.inputs import Sever


def the_part_has_a_reference_of_its_own(case: Case) -> Refusal | None:
    """The part that is severed has a reference that no other decision has."""
    details = case.inputs
    if not isinstance(details, Sever) or details.part_ref is None:
        return None
    if case.rules.decision(details.part_ref) is None:
        return None
    return refusals.REFERENCE_TAKEN(part_ref=details.part_ref)


def something_stays(case: Case) -> Refusal | None:
    """The part that stays is less than the whole, and is not the part that is severed."""
    details = case.inputs
    if not isinstance(details, Sever):
        return None
    whole = details.stays == case.statement.decision
    if details.stays != details.part and not whole:
        return None
    return refusals.ALL_OF_IT_STAYS() if whole else refusals.BOTH_PARTS_ALIKE()
