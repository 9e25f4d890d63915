"""Consent that is asked of office holders: for urgency, a private meeting, or exemption."""

from typing import Final

from workflow.authority import REG_11
from workflow.model.consent import Answer, Application, ConsentGiven
from workflow.model.event import Event
from workflow.model.people import Role, mark
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.consents import answering, consent_order
from workflow.procedures.consents import guards as consents
from workflow.procedures.consents.events import ConsentAnswered, ConsentAsked
from workflow.procedures.consents.inputs import AnswerConsent, AskConsent, SkipConsent
from workflow.procedures.consents.recorded import asking_afresh_is_new
from workflow.procedures.step import Step

_ANYWHERE = (
    State.DRAFT,
    State.SIGNED,
    State.CALL_IN_OPEN,
    State.CALLED_IN,
    State.REFERRED_BACK,
    State.REFERRED_TO_COUNCIL,
    State.EFFECTIVE,
    State.IMPLEMENTED,
)
_RECORDERS = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
_OFFICES = (
    Role.SCRUTINY_CHAIR,
    Role.SCRUTINY_VICE_CHAIR,
    Role.CHAIR_OF_COUNCIL,
    Role.VICE_CHAIR_OF_COUNCIL,
    Role.HEAD_OF_PAID_SERVICE,
)
_ANSWERED = (
    consents.ladder_is_on_file,
    consents.of_its_time,
    consents.consent_was_asked,
    consents.office_is_on_the_ladder,
    consents.those_before_were_passed_over,
    consents.not_answered_already,
)


def asked(case: Case) -> Event:
    """What consent is asked for, and why."""
    given = case.details
    assert isinstance(given, AskConsent)
    return ConsentAsked(
        at=case.at,
        purpose=given.purpose,
        reason=given.reason,
        setting_aside=given.setting_aside,
    )


def _application(case: Case) -> Application:
    application = consent_order.asked_for(case)
    assert application is not None
    return application


def _all_consent(case: Case, capacity: Role) -> bool:
    """Say whether, with this one's consent, every ladder has been climbed."""
    rule, application = consent_order.rule_of(case), _application(case)
    assert rule is not None

    def consents_on(ladder: tuple[Role, ...]) -> bool:
        answers = (application.of(office) for office in ladder)
        given = (each is not None and each.given is ConsentGiven.CONSENTED for each in answers)
        return capacity in ladder or any(given)

    return all(consents_on(ladder) for ladder in rule.ladders)


def _answered(case: Case, given: ConsentGiven) -> Event:
    details = case.details
    assert isinstance(details, AnswerConsent)
    answer = Answer(
        capacity=details.capacity,
        given=given,
        at=case.at,
        who=mark(case.subject.council, answering.answerer(case) or details.given_by),
    )
    return ConsentAnswered(
        at=case.at,
        purpose=details.purpose,
        answer=answer,
        granted=given is ConsentGiven.CONSENTED and _all_consent(case, details.capacity),
        given_by=details.given_by,
        note=details.note,
    )


def consented(case: Case) -> Event:
    """Who consented, in what capacity, and whether that was the last consent needed."""
    return _answered(case, ConsentGiven.CONSENTED)


def refused(case: Case) -> Event:
    """Who refused, in what capacity."""
    return _answered(case, ConsentGiven.REFUSED)


def skipped(case: Case) -> Event:
    """Who was passed over, and why."""
    details = case.details
    assert isinstance(details, SkipConsent)
    answer = Answer(
        capacity=details.capacity,
        given=ConsentGiven.SKIPPED,
        at=case.at,
        why=details.why,
        hours=details.hours,
    )
    return ConsentAnswered(
        at=case.at,
        purpose=details.purpose,
        answer=answer,
        granted=False,
        given_by=None,
        note=details.note,
    )


ROWS: Final = (
    Step(
        verb="consent-ask",
        done="put forward for consent",
        source=_ANYWHERE,
        target=None,
        by=(Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Ask consent: to exemption from call-in, special urgency or a private meeting.",
        under=REG_11,
        asks=AskConsent,
        once=asking_afresh_is_new,
        needs=(consents.not_published_yet, consents.ladder_is_on_file),
        checks=(
            consents.of_its_time,
            consents.not_asked_already,
            consents.it_was_not_acted_on,
            consents.consent_precedes_the_decision,
        ),
        records=asked,
        forward=False,
        settles=False,
        example="GLO-042 --purpose exemption --reason 'The grant lapses on Friday'",
    ),
    Step(
        verb="consent-give",
        done="consented to",
        source=_ANYWHERE,
        target=None,
        by=(*_RECORDERS, *_OFFICES),
        says="Record that an office holder consents.",
        under=REG_11,
        asks=AnswerConsent,
        needs=(consents.not_published_yet, consents.some_consent_was_asked),
        checks=(
            *_ANSWERED,
            answering.who_answers_holds_the_office,
            answering.office_holders_speak_for_themselves,
            answering.who_answers_did_not_make_it,
            consents.consent_precedes_the_decision,
        ),
        records=consented,
        forward=False,
        settles=False,
        apart=True,
        example="GLO-042 --purpose exemption --capacity chair-of-council "
        "--given-by 'Cllr A Chair' --note 'Agreed by email'",
    ),
    Step(
        verb="consent-refuse",
        done="refused consent",
        source=_ANYWHERE,
        target=None,
        by=(*_RECORDERS, *_OFFICES),
        says="Record that an office holder refuses consent, which ends it.",
        under=REG_11,
        asks=AnswerConsent,
        needs=(consents.not_published_yet, consents.some_consent_was_asked),
        checks=(
            *_ANSWERED,
            answering.who_answers_holds_the_office,
            answering.office_holders_speak_for_themselves,
        ),
        records=refused,
        forward=False,
        settles=False,
        apart=True,
        example="GLO-042 --purpose exemption --capacity scrutiny-chair "
        "--given-by 'Cllr B Chair' --note 'It can wait a week'",
    ),
    Step(
        verb="consent-skip",
        done="passed to the next for consent",
        source=_ANYWHERE,
        target=None,
        by=_RECORDERS,
        says="Record why an office holder was passed over, and the next is asked.",
        under=REG_11,
        asks=SkipConsent,
        needs=(consents.not_published_yet, consents.some_consent_was_asked),
        checks=(*_ANSWERED, consents.the_reason_will_do),
        records=skipped,
        forward=False,
        settles=False,
        apart=True,
        example="WIL-042 --purpose exemption --capacity chair-of-council "
        "--why not-contactable --hours 6 --note 'Called at 9, 12 and 15'",
    ),
)
