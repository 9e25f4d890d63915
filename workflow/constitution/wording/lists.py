"""What may be called in, on what grounds, and what scrutiny may do, in words."""

from typing import Final

from workflow.constitution.provisions.grounds import Ground, GroundsRule
from workflow.constitution.provisions.period import SubjectToCallIn
from workflow.constitution.provisions.scrutiny import Outcomes
from workflow.model.kind import Kind

KINDS: Final = {
    Kind.KEY: "key",
    Kind.NON_KEY: "non-key",
    Kind.OFFICER_KEY: "officers' key",
    Kind.OFFICER_NON_KEY: "officers' non-key",
}


def subject(value: SubjectToCallIn) -> str:
    """Say which kinds may be called in, which may not, and of which nothing is said."""
    said = {*value.subject, *value.not_subject}
    parts = (
        ("may be called in", value.subject),
        ("may not", value.not_subject),
        ("not on file", tuple(kind for kind in Kind if kind not in said)),
    )
    return "; ".join(
        f"{what}: {', '.join(KINDS[kind] for kind in kinds)}" for what, kinds in parts if kinds
    )


def grounds(value: GroundsRule) -> str:
    """Give the grounds by name, with what each needs."""
    named = ", ".join(_ground(each) for each in value.grounds)
    return f"only on: {named}" if value.closed else f"on any ground; named are: {named}"


def _ground(ground: Ground) -> str:
    needs = []
    if ground.particulars:
        needs.append("with particulars")
    if ground.certificate is not None:
        by = " or ".join(role.label for role in ground.certified_by)
        needs.append(f"with a certificate of the {by}, {ground.certificate}")
    if ground.opinion:
        needs.append("with counsel's opinion")
    if ground.majority_percent is not None:
        needs.append(f"by {ground.majority_percent} per cent of the votes")
    return f"{ground.name} ({'; '.join(needs)})" if needs else ground.name


def outcomes(value: Outcomes) -> str:
    """Say what scrutiny may do."""
    may = ", ".join(each.value for each in value.may)
    return may if value.to_council is None else f"{may} ({value.to_council})"
