"""What must be so where a record is published before it is signed, or acted on before it exists."""

from workflow.constitution.constitution import on_file
from workflow.constitution.provisions.consent import EARLY_IMPLEMENTATION_CONSENT
from workflow.constitution.provisions.statement import WRITTEN_STATEMENT
from workflow.errors import Refusal
from workflow.model.consent import ConsentApplication, ConsentReply, Purpose
from workflow.model.people import Role, pseudonym
from workflow.procedures.case import Case
from workflow.procedures.making import refusals
from workflow.procedures.shared.signatories import pseudonym_of


def the_rule_signs_afterwards(case: Case) -> Refusal | None:
    """By the council's rule minutes are published first, and signed at a later meeting."""
    rules = case.in_force
    rule, provision = on_file(rules[WRITTEN_STATEMENT], "when a record is signed", rules)
    if rule.signed_after_effect:
        return None
    return refusals.SIGNED_FIRST(
        provision.authority, council_name=rules.council_name, ref=case.subject.ref
    )


def not_signed_yet(case: Case) -> Refusal | None:
    """A record that was published unsigned is signed once."""
    signed_at = case.subject.signed_at
    if signed_at is None:
        return None
    return refusals.SIGNED_ALREADY(ref=case.subject.ref, signed_at=signed_at)


def early_consent(case: Case) -> ConsentApplication | None:
    """Give the consent by which it may be carried out before its statement is signed, if any."""
    granted = case.subject.proceedings.granted(Purpose.EARLY_IMPLEMENTATION)
    if granted is None or granted.granted_at is None or granted.granted_at > case.at:
        return None
    return granted


def early_implementation_is_agreed(case: Case) -> Refusal | None:
    """A decision is not implemented before its statement is signed, unless someone agrees that it
    cannot wait."""
    rules = case.in_force
    rule, provision = on_file(
        rules[EARLY_IMPLEMENTATION_CONSENT], "implementation before the statement", rules
    )
    if early_consent(case) is not None:
        return None
    return refusals.STATEMENT_FIRST(provision.authority, ref=case.subject.ref, ground=rule.ground)


def those_who_made_it_did_not_consent(case: Case) -> Refusal | None:
    """Nobody who made a decision consented to its urgency beforehand."""
    details, council = case.inputs, case.subject.council
    applications = case.subject.proceedings.applications
    if not applications or details is None:
        return None
    makers = {pseudonym_of(name, council, case.rules.people()) for name in details.made_by}
    if Role.DECISION_MAKER in case.actor.roles:
        makers.add(pseudonym(council, case.actor.person))
    consented = [
        answer
        for application in applications
        if application is case.subject.proceedings.application(application.purpose)
        and application.refused_at is None
        for answer in application.answers
        if answer.reply is ConsentReply.CONSENTED and answer.who in makers
    ]
    if not consented:
        return None
    return refusals.OWN_DECISION(capacity=consented[0].capacity, ref=case.subject.ref)
