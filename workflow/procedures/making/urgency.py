"""What must be so where special urgency is claimed (regulation 11)."""

from workflow.authority import (
    REG_11,
)
from workflow.clock import spoken_day
from workflow.constitution.provisions.effect import SPECIAL_URGENCY, SpecialUrgency
from workflow.constitution.provisions.provision import Provision
from workflow.errors import Refusal
from workflow.model.consent import Purpose
from workflow.procedures.case import Case
from workflow.procedures.notices.notice_dates import first_rung_agreed


def _urgency(case: Case, code: str, because: str, do: str) -> Refusal:
    remedy = f"{do}: decisions amend {case.subject.ref}"
    return Refusal(code=code, because=because, authority=REG_11, remedy=remedy)


def urgency_has_reason(case: Case) -> Refusal | None:
    """Special urgency says why the decision cannot reasonably be deferred."""
    urgency = case.statement.urgency
    if urgency is None or urgency.reason:
        return None
    return _urgency(
        case,
        "urgency-without-reason",
        "Special urgency is claimed, and no reason is recorded.",
        "Record it with --urgency-reason",
    )


def urgency_is_stated(case: Case) -> Refusal | None:
    """A decision that was agreed to be urgent says so on its statement, with the reason."""
    granted = case.subject.proceedings.granted(Purpose.SPECIAL_URGENCY)
    if granted is None or case.statement.urgency is not None:
        return None
    return _urgency(
        case,
        "urgency-not-stated",
        "Special urgency was agreed, and the statement does not say so.",
        "Give the reason with --urgency-reason",
    )


def urgency_has_consent(case: Case) -> Refusal | None:
    """Special urgency is agreed by a named person, in a capacity, on a day."""
    urgency = case.statement.urgency
    if urgency is None or (urgency.agreed_by and urgency.capacity and urgency.agreed_on):
        return None
    if case.subject.proceedings.granted(Purpose.SPECIAL_URGENCY) is not None:
        return None
    return _urgency(
        case,
        "urgency-without-consent",
        "Special urgency is claimed, and who agreed, in what capacity and when, is not recorded.",
        "Record it with --urgency-agreed-by, --urgency-capacity and --urgency-agreed-on",
    )


def consent_precedes_decision(case: Case) -> Refusal | None:
    """Agreement to special urgency comes before the decision, not after it."""
    urgency, made_on = case.statement.urgency, case.statement.made_on
    agreed_on = urgency.agreed_on if urgency else None
    if agreed_on is None or made_on is None or agreed_on <= made_on:
        return None
    return _urgency(
        case,
        "urgency-agreed-late",
        f"Special urgency was agreed on {spoken_day(agreed_on)}, after the decision was made on "
        f"{spoken_day(made_on)}.",
        "Agreement after the event does not count; take it without special urgency (--no-urgency)",
    )


def urgency_exemption(case: Case) -> Provision[SpecialUrgency] | None:
    """Give the provision that exempts this decision from call-in for its urgency, if one does.

    Special urgency exempts only where the council's own rule says so.
    """
    provision = case.in_force[SPECIAL_URGENCY]
    if case.statement.urgency is None or provision is None or provision.value is None:
        return None
    granted = case.subject.proceedings.granted(Purpose.SPECIAL_URGENCY)
    agreed = granted is not None or first_rung_agreed(case)
    return provision if agreed and provision.value.exempts_from_call_in else None
