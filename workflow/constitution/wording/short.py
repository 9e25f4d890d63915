"""Provisions that need but a few words."""

from workflow.constitution.provisions.council_ends import CouncilEnds
from workflow.constitution.provisions.effect import (
    USUAL,
    Implementation,
    OfficerReport,
    RequiredReport,
    Separation,
    SpecialUrgency,
    WrittenStatement,
)
from workflow.constitution.provisions.scrutiny import DirectionRule, Membership, Reconsidered


def membership(value: Membership) -> str:
    """Say how many members there are."""
    return f"{value.members} members"


def direction(value: DirectionRule) -> str:
    """Say how long a direction lasts."""
    return f"for at most {value.most_days} calendar days from its issue"


def reconsidered(value: Reconsidered) -> str:
    """Say what a changed decision is."""
    return f"once changed, it is {value.changed_is}"


def written_statement(value: WrittenStatement) -> str:
    """Say when the record is signed; and what it says, where that is not the usual."""
    signed = (
        "published first, and signed at a later meeting"
        if value.signed_after_effect
        else "signed before it is published"
    )
    says = "" if value.says == USUAL else f"; it gives {', '.join(value.says)}"
    return f"{signed}{says}{'' if value.officers else '; not of decisions of officers'}"


def officer_report(value: OfficerReport) -> str:
    """Say within how many days it is considered."""
    return f"considered within {value.days} calendar days"


def required_report(value: RequiredReport) -> str:
    """Say that scrutiny may require it."""
    return "scrutiny may require it" if value.scrutiny_may_require else "scrutiny may not"


def separation(value: Separation) -> str:
    """Say whether one person may do both."""
    may = "does not publish" if value.signer_and_publisher else "may publish"
    return f"whoever recorded the signature {may}"


def special_urgency(value: SpecialUrgency) -> str:
    """Say whether it exempts from call-in."""
    return "exempt from call-in" if value.exempts_from_call_in else "not exempt from call-in"


def implementation(value: Implementation) -> str:
    """Say whether it is recorded."""
    if value.recorded:
        return "recorded as a step of its own"
    return "counts as done when it takes effect"


def council_ends(value: CouncilEnds) -> str:
    """Say that the council ends, and what takes its place."""
    replaced_by = value.replaced_by or "what takes its place is not on file"
    return f"the council is abolished; {replaced_by}"
