"""Who answers when consent is asked: in office that day, apart from those who decide, in person."""

from typing import Final

from workflow.errors import Refusal
from workflow.model.people import Appointment, Role
from workflow.procedures.case import Case
from workflow.procedures.consents import refusals
from workflow.procedures.consents.inputs import AnswerConsent
from workflow.procedures.shared.near_names import near_names, or_meant
from workflow.procedures.shared.separation import why_barred
from workflow.procedures.shared.signatories import appointments_of

RECORDERS: Final = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
OFFICES: Final = (
    Role.SCRUTINY_CHAIR,
    Role.SCRUTINY_VICE_CHAIR,
    Role.CHAIR_OF_COUNCIL,
    Role.VICE_CHAIR_OF_COUNCIL,
    Role.HEAD_OF_PAID_SERVICE,
)


def answerer(case: Case) -> str | None:
    """Give the login of who answers, by the name they are appointed under."""
    details = case.inputs
    if not isinstance(details, AnswerConsent):
        return None
    holding = _holding(case, details.capacity)
    return next((seat.person for seat in appointments_of(details.given_by, holding)), None)


def _holding(case: Case, office: Role) -> list[Appointment]:
    people = case.rules.people()
    return [seat for seat in people if seat.role is office and seat.in_force_on(case.day)]


def who_answers_holds_the_office(case: Case) -> Refusal | None:
    """Whoever answers held the office on that day, or stood in for its holder."""
    details = case.inputs
    if not isinstance(details, AnswerConsent) or answerer(case) is not None:
        return None
    refusal = refusals.NOT_IN_OFFICE(
        given_by=details.given_by,
        capacity=details.capacity,
        day=case.day,
        council=case.subject.council,
    )
    holding = [seat.name for seat in _holding(case, details.capacity)]
    return or_meant(refusal, near_names([details.given_by], holding))


def who_answers_did_not_make_it(case: Case) -> Refusal | None:
    """Nobody who made a decision consents to its urgency or exemption."""
    person = answerer(case)
    why = None if person is None else why_barred(case, person)
    return None if why is None else refusals.OWN_DECISION[why](person=person, ref=case.subject.ref)


def office_holders_speak_for_themselves(case: Case) -> Refusal | None:
    """An office holder records only their own answer. An officer can record for others."""
    details, actor = case.inputs, case.actor
    if not isinstance(details, AnswerConsent) or actor.roles.intersection(RECORDERS):
        return None
    if details.capacity in actor.roles or not actor.roles.intersection(OFFICES):
        return None
    return refusals.NOT_FOR_OTHERS(given_by=details.given_by, capacity=details.capacity)
