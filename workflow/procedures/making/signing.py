"""What must be so where a record is published before it is signed, or acted on before it exists."""

from workflow.authority import engine_rule
from workflow.clock import spoken
from workflow.constitution.constitution import on_file
from workflow.constitution.provisions.consent import EARLY_IMPLEMENTATION_CONSENT
from workflow.constitution.provisions.statement import WRITTEN_STATEMENT
from workflow.errors import NotOnFile, Refusal
from workflow.model.consent import Application, ConsentGiven, Purpose
from workflow.model.people import Role, mark
from workflow.procedures.case import Case
from workflow.procedures.shared.before_effect import SIGNING
from workflow.procedures.shared.refusals import from_fault
from workflow.procedures.shared.signatories import mark_of

_APART = engine_rule(
    "separation of duties",
    "Nobody who made a decision consents to its urgency, or to its exemption.",
)


def the_rule_signs_afterwards(case: Case) -> Refusal | None:
    """The council's rule has minutes published first, and signed at a later meeting."""
    rules = case.in_force
    try:
        rule, provision = on_file(rules[WRITTEN_STATEMENT], "when a record is signed", rules)
    except NotOnFile as fault:
        return from_fault(fault)
    if rule.signed_after_effect:
        return None
    return Refusal(
        code="signed-first",
        because=f"{rules.council_name} signs a record before it is published.",
        authority=provision.authority,
        remedy=f"Sign it first: decisions sign {case.subject.ref} …",
    )


def not_signed_yet(case: Case) -> Refusal | None:
    """A record that was published unsigned is signed once."""
    signed_at = case.subject.signed_at
    if signed_at is None:
        return None
    return Refusal(
        code="signed-already",
        because=f"{case.subject.ref} was signed at {spoken(signed_at)}.",
        authority=SIGNING,
        remedy=f"See it on the record: decisions history {case.subject.ref}",
    )


def early_consent(case: Case) -> Application | None:
    """Give the consent by which it may be carried out before its statement is signed, if any."""
    granted = case.subject.proceedings.granted(Purpose.EARLY_IMPLEMENTATION)
    if granted is None or granted.granted_at is None or granted.granted_at > case.at:
        return None
    return granted


def early_implementation_is_agreed(case: Case) -> Refusal | None:
    """Nothing is carried out before its statement is signed, but by consent that it cannot wait."""
    rules = case.in_force
    try:
        rule, provision = on_file(
            rules[EARLY_IMPLEMENTATION_CONSENT], "implementation before the statement", rules
        )
    except NotOnFile as fault:
        return from_fault(fault)
    if early_consent(case) is not None:
        return None
    return Refusal(
        code="statement-first",
        because=f"{case.subject.ref} has no written statement yet, and nobody has agreed "
        f"{rule.ground}.",
        authority=provision.authority,
        remedy=f"Sign it first; or ask consent: decisions consent ask {case.subject.ref} "
        "--purpose early-implementation --reason 'why'",
    )


def those_who_made_it_did_not_consent(case: Case) -> Refusal | None:
    """Nobody who made a decision is among those who consented to its urgency beforehand."""
    details, council = case.details, case.subject.council
    applications = case.subject.proceedings.applications
    if not applications or details is None:
        return None
    makers = {mark_of(name, council, case.rules.people()) for name in details.made_by}
    if Role.DECISION_MAKER in case.actor.roles:
        makers.add(mark(council, case.actor.person))
    consented = [
        answer
        for application in applications
        if application is case.subject.proceedings.application(application.purpose)
        and application.refused_at is None
        for answer in application.answers
        if answer.given is ConsentGiven.CONSENTED and answer.who in makers
    ]
    if not consented:
        return None
    return Refusal(
        code="own-decision",
        because=f"The {consented[0].capacity.label} made it, and had consented beforehand that it "
        "could not wait.",
        authority=_APART,
        remedy="Consent of one who decides is none. Ask afresh, and record that they are unable to "
        f"act: decisions consent ask {case.subject.ref} … --setting-aside 'why'; or take another "
        f"road: decisions next {case.subject.ref}",
    )
