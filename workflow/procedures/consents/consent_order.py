"""Whose consent a step is about, by which rule, and the application that still awaits an answer."""

from collections.abc import Mapping, Sequence

from workflow.constitution.constitution import InForce
from workflow.constitution.provisions.consent import (
    EARLY_IMPLEMENTATION_CONSENT,
    EXEMPTION_CONSENT,
    PRIVATE_MEETING_CONSENT,
    SPECIAL_URGENCY_CONSENT,
    ConsentRule,
)
from workflow.constitution.provisions.provision import Provision
from workflow.model.consent import ConsentApplication, ConsentReply, Purpose
from workflow.model.people import Role
from workflow.procedures.case import Case
from workflow.procedures.consents.inputs import AnswerConsent, AskConsent, SkipConsent


def purpose_of(case: Case) -> Purpose | None:
    """Give what consent the step is about, where it says."""
    details = case.inputs
    asking = isinstance(details, AskConsent | AnswerConsent | SkipConsent)
    return details.purpose if asking else None  # type: ignore[union-attr]


def provision_for(rules: InForce, purpose: Purpose) -> Provision[ConsentRule] | None:
    """Give the rule on whose consent is needed for a purpose, or None."""
    return {
        Purpose.EXEMPTION: rules[EXEMPTION_CONSENT],
        Purpose.SPECIAL_URGENCY: rules[SPECIAL_URGENCY_CONSENT],
        Purpose.EARLY_IMPLEMENTATION: rules[EARLY_IMPLEMENTATION_CONSENT],
        Purpose.PRIVATE_MEETING: rules[PRIVATE_MEETING_CONSENT],
    }[purpose]


def rule_of(case: Case) -> ConsentRule | None:
    """Give the rule on the consent that the step is about, or None."""
    purpose = purpose_of(case)
    provision = None if purpose is None else provision_for(case.in_force, purpose)
    return None if provision is None else provision.value


def open_application(case: Case) -> ConsentApplication | None:
    """Give the open application that the step is about, or None."""
    purpose = purpose_of(case)
    latest = None if purpose is None else case.subject.proceedings.application(purpose)
    return latest if latest is not None and latest.is_open else None


def consented_exemption(case: Case) -> ConsentApplication | None:
    """Give the consent by which this decision is exempt from call-in, if it is.

    Consent given after publication exempts nothing.
    """
    granted = case.subject.proceedings.granted(Purpose.EXEMPTION)
    if granted is None or granted.granted_at is None or granted.granted_at > case.at:
        return None
    return granted


def awaited_answers(case: Case) -> Mapping[str, tuple[str, ...]]:
    """Give the purposes for which consent is still awaited, and the offices, by the council's
    rules, that are to answer next."""
    purposes: list[str] = []
    offices: dict[str, None] = {}
    for asked in case.subject.proceedings.applications:
        if asked.is_open:
            purposes.append(asked.purpose.value)
            offices |= dict.fromkeys(each.value for each in asked_next(case.in_force, asked))
    return {"purpose": tuple(purposes), "capacity": tuple(offices)}


def asked_next(rules: InForce, asked: ConsentApplication) -> tuple[Role, ...]:
    """Give the offices that are to answer next, by the council's rules: one for each consent that
    is still wanted."""
    provision = provision_for(rules, asked.purpose)
    orders = () if provision is None or provision.value is None else provision.value.orders
    return tuple(office for order in orders for office in _next_in(order, asked))


def _next_in(order: Sequence[Role], asked: ConsentApplication) -> Sequence[Role]:
    """Give the office of an order that is to answer next; none once one of them has consented."""
    answers = [asked.of(office) for office in order]
    if any(each is not None and each.reply is ConsentReply.CONSENTED for each in answers):
        return ()
    return [office for office, said in zip(order, answers, strict=True) if said is None][:1]
