"""What must be so where special urgency is claimed (regulation 11)."""

from workflow.constitution.provisions.effect import SPECIAL_URGENCY, SpecialUrgency
from workflow.constitution.provisions.provision import Provision
from workflow.errors import Refusal
from workflow.model.consent import Purpose
from workflow.procedures.case import Case
from workflow.procedures.making import refusals
from workflow.procedures.notices.special_urgency import first_office_agreed


def urgency_has_reason(case: Case) -> Refusal | None:
    """Special urgency says why the decision cannot reasonably be deferred."""
    urgency = case.statement.urgency
    if urgency is None or urgency.reason:
        return None
    return refusals.URGENCY_WITHOUT_REASON(ref=case.subject.ref)


def urgency_is_stated(case: Case) -> Refusal | None:
    """If urgency was agreed, the statement says so, with the reason."""
    granted = case.subject.proceedings.granted(Purpose.SPECIAL_URGENCY)
    if granted is None or case.statement.urgency is not None:
        return None
    return refusals.URGENCY_NOT_STATED(ref=case.subject.ref)


def urgency_has_consent(case: Case) -> Refusal | None:
    """Special urgency is agreed by a named person, in a capacity, on a day."""
    urgency = case.statement.urgency
    if urgency is None or (urgency.agreed_by and urgency.capacity and urgency.agreed_on):
        return None
    if case.subject.proceedings.granted(Purpose.SPECIAL_URGENCY) is not None:
        return None
    return refusals.URGENCY_WITHOUT_CONSENT(ref=case.subject.ref)


def consent_precedes_decision(case: Case) -> Refusal | None:
    """Agreement to special urgency comes before the decision, not after it."""
    urgency, made_on = case.statement.urgency, case.statement.made_on
    agreed_on = urgency.agreed_on if urgency else None
    if agreed_on is None or made_on is None or agreed_on <= made_on:
        return None
    return refusals.URGENCY_AGREED_LATE(ref=case.subject.ref, agreed_on=agreed_on, made_on=made_on)


def urgency_exemption(case: Case) -> Provision[SpecialUrgency] | None:
    """Give the provision that exempts this decision from call-in for its urgency, if one does.

    Special urgency exempts only where the council's own rule says so.
    """
    provision = case.in_force[SPECIAL_URGENCY]
    if case.statement.urgency is None or provision is None or provision.value is None:
        return None
    granted = case.subject.proceedings.granted(Purpose.SPECIAL_URGENCY)
    agreed = granted is not None or first_office_agreed(case)
    return provision if agreed and provision.value.exempts_from_call_in else None
