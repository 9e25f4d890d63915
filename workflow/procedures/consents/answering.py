"""Who answers when consent is asked: in office that day, apart from those who decide, in person."""

from workflow.authority import engine_rule
from workflow.clock import spoken_day
from workflow.errors import Refusal
from workflow.model.people import Role
from workflow.procedures.case import Case
from workflow.procedures.consents.inputs import AnswerConsent
from workflow.procedures.shared.separation import why_apart
from workflow.procedures.shared.signatories import meant_by

CONSENT = engine_rule(
    "consent",
    "Consent is asked before it is given, of each office in its order; one that is passed over "
    "is named with the reason; nobody who made a decision consents to its urgency.",
)


def answerer(case: Case) -> str | None:
    """Give the login of who answers, by the name they are appointed under."""
    details = case.details
    if not isinstance(details, AnswerConsent):
        return None
    holding = [
        seat
        for seat in case.rules.people()
        if seat.role is details.capacity and seat.in_force_on(case.day)
    ]
    return next((seat.person for seat in meant_by(details.given_by, holding)), None)


def who_answers_holds_the_office(case: Case) -> Refusal | None:
    """Who answers held the office on that day, or stood in for its holder."""
    details = case.details
    if not isinstance(details, AnswerConsent) or answerer(case) is not None:
        return None
    return Refusal(
        code="not-in-office",
        because=f"{details.given_by} is not on the register as {details.capacity.label} on "
        f"{spoken_day(case.day)}.",
        authority=CONSENT,
        remedy=f"Record the office: decisions people add PERSON --role {details.capacity} "
        f"--council {case.subject.council} (with --deputy for one who stands in)",
    )


def who_answers_did_not_make_it(case: Case) -> Refusal | None:
    """Nobody who made a decision consents to its urgency or exemption."""
    person = answerer(case)
    why = None if person is None else why_apart(case, person)
    if why is None:
        return None
    return Refusal(
        code="own-decision",
        because=why,
        authority=CONSENT,
        remedy="Record that they are unable to act, and ask the next: decisions consent skip "
        f"{case.subject.ref} …",
    )


_RECORDERS = frozenset({Role.PROPER_OFFICER, Role.MONITORING_OFFICER})
_OFFICES = frozenset(
    {
        Role.SCRUTINY_CHAIR,
        Role.SCRUTINY_VICE_CHAIR,
        Role.CHAIR_OF_COUNCIL,
        Role.VICE_CHAIR_OF_COUNCIL,
        Role.HEAD_OF_PAID_SERVICE,
    }
)


def office_holders_speak_for_themselves(case: Case) -> Refusal | None:
    """An office holder records only what that office answers; an officer records for others."""
    details, actor = case.details, case.actor
    if not isinstance(details, AnswerConsent) or actor.roles & _RECORDERS:
        return None
    if details.capacity in actor.roles or not actor.roles & _OFFICES:
        return None
    return Refusal(
        code="not-for-others",
        because=f"{details.given_by}, as {details.capacity.label}: each answers in person, or an "
        "officer records it.",
        authority=CONSENT,
        remedy="Answer for yourself, in the office you hold; or ask an officer to record it.",
    )
