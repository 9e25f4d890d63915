"""What must be so before a part of a decision is severed."""

from workflow.authority import engine_rule
from workflow.errors import Refusal
from workflow.model.details import Sever
from workflow.policy.case import Case

_SEVERING = engine_rule(
    "severing",
    "A statement of several decisions is severed only by a ruling that each part can stand alone; "
    "a part keeps the period it was published with.",
)


def the_part_has_a_reference_of_its_own(case: Case) -> Refusal | None:
    """The part that is severed has a reference that no other decision has."""
    details = case.details
    if not isinstance(details, Sever) or details.part_ref is None:
        return None
    if case.rules.decision(details.part_ref) is None:
        return None
    return Refusal(
        code="reference-taken",
        because=f"There is a decision {details.part_ref} already.",
        authority=_SEVERING,
        remedy="Give another reference, or leave it out to have the next free one.",
    )


def something_stays(case: Case) -> Refusal | None:
    """What stays, and what is severed, are not the same."""
    details = case.details
    if not isinstance(details, Sever) or details.stays != details.part:
        return None
    return Refusal(
        code="nothing-severed",
        because="What stays and what is severed read the same.",
        authority=_SEVERING,
        remedy="Give the wording of each: --stays and --part.",
    )
