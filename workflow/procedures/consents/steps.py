"""Consent that is asked of office holders: for urgency, a private meeting, or exemption."""

from typing import Final

from workflow.authority import REG_11
from workflow.model.consent import ConsentAnswer, ConsentApplication, ConsentReply
from workflow.model.event import Event
from workflow.model.people import Role, pseudonym
from workflow.model.state import NOT_CARRIED_OUT, State
from workflow.procedures.case import Case
from workflow.procedures.consents import answering, consent_order
from workflow.procedures.consents import guards as consents
from workflow.procedures.consents.answering import OFFICES, RECORDERS
from workflow.procedures.consents.events import ConsentAnswered, ConsentAsked
from workflow.procedures.consents.inputs import (
    AnswerConsent,
    AskConsent,
    GiveConsent,
    RefuseConsent,
    SkipConsent,
)
from workflow.procedures.consents.recorded import asking_afresh_is_new
from workflow.procedures.step import step

_ANYWHERE = (*NOT_CARRIED_OUT, State.IMPLEMENTED)
_ANSWERED = (
    consents.consent_rule_is_on_file,
    consents.of_its_time,
    consents.consent_was_asked,
    consents.rule_asks_this_office,
    consents.those_before_were_passed_over,
    consents.not_answered_already,
)


def _application(case: Case) -> ConsentApplication:
    application = consent_order.open_application(case)
    assert application is not None
    return application


def _all_consent(case: Case, capacity: Role) -> bool:
    """Say whether, with this one's consent, somebody has consented in every order."""
    rule, application = consent_order.rule_of(case), _application(case)
    assert rule is not None

    def consents_on(order: tuple[Role, ...]) -> bool:
        answers = (application.of(office) for office in order)
        given = (each is not None and each.reply is ConsentReply.CONSENTED for each in answers)
        return capacity in order or any(given)

    return all(consents_on(order) for order in rule.orders)


def _answered(case: Case, reply: ConsentReply) -> Event:
    details = case.inputs
    assert isinstance(details, AnswerConsent)
    answer = ConsentAnswer(
        capacity=details.capacity,
        reply=reply,
        at=case.at,
        who=pseudonym(case.subject.council, answering.answerer(case) or details.given_by),
    )
    return ConsentAnswered(
        at=case.at,
        purpose=details.purpose,
        answer=answer,
        granted=reply is ConsentReply.CONSENTED and _all_consent(case, details.capacity),
        given_by=details.given_by,
        note=details.note,
    )


@step(
    "consent-ask",
    cannot="Consent cannot be asked for {ref} now.",
    source=_ANYWHERE,
    target=None,
    by=(Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER),
    under=REG_11,
    once=asking_afresh_is_new,
    needs=(consents.not_published_yet, consents.consent_rule_is_on_file),
    checks=(
        consents.of_its_time,
        consents.not_asked_already,
        consents.it_was_not_acted_on,
        consents.consent_precedes_the_decision,
    ),
    stopped_by_hold=False,
    closes_expired=False,
    example="GLO-042 --purpose exemption --reason 'The grant lapses on Friday'",
)
def ask(case: Case, inputs: AskConsent) -> Event:
    """Ask for consent to exemption from call-in, special urgency or a private meeting."""
    return ConsentAsked(
        at=case.at,
        purpose=inputs.purpose,
        reason=inputs.reason,
        setting_aside=inputs.setting_aside,
    )


@step(
    "consent-give",
    cannot="Consent cannot be recorded for {ref} now.",
    source=_ANYWHERE,
    target=None,
    by=(*RECORDERS, *OFFICES),
    under=REG_11,
    needs=(consents.not_published_yet, consents.some_consent_was_asked),
    checks=(
        *_ANSWERED,
        answering.who_answers_holds_the_office,
        answering.office_holders_speak_for_themselves,
        answering.who_answers_did_not_make_it,
        consents.consent_precedes_the_decision,
    ),
    choices=consent_order.awaited_answers,
    stopped_by_hold=False,
    closes_expired=False,
    bars_maker=True,
    example="GLO-042 --purpose exemption --capacity chair-of-council "
    "--given-by 'Cllr A Chair' --note 'Agreed by email'",
)
def give(case: Case, inputs: GiveConsent) -> Event:
    """Record that an office holder consents."""
    return _answered(case, ConsentReply.CONSENTED)


@step(
    "consent-refuse",
    cannot="A refusal of consent cannot be recorded for {ref} now.",
    source=_ANYWHERE,
    target=None,
    by=(*RECORDERS, *OFFICES),
    under=REG_11,
    needs=(consents.not_published_yet, consents.some_consent_was_asked),
    checks=(
        *_ANSWERED,
        answering.who_answers_holds_the_office,
        answering.office_holders_speak_for_themselves,
    ),
    choices=consent_order.awaited_answers,
    stopped_by_hold=False,
    closes_expired=False,
    bars_maker=True,
    example="GLO-042 --purpose exemption --capacity scrutiny-chair "
    "--given-by 'Cllr B Chair' --note 'It can wait a week'",
)
def refuse(case: Case, inputs: RefuseConsent) -> Event:
    """Record that an office holder refuses consent. Nobody else is then asked."""
    return _answered(case, ConsentReply.REFUSED)


@step(
    "consent-skip",
    cannot="Nobody can be passed over for consent on {ref} now.",
    source=_ANYWHERE,
    target=None,
    by=RECORDERS,
    under=REG_11,
    needs=(consents.not_published_yet, consents.some_consent_was_asked),
    checks=(*_ANSWERED, consents.reason_for_skipping_is_allowed),
    choices=consent_order.awaited_answers,
    stopped_by_hold=False,
    closes_expired=False,
    bars_maker=True,
    example="WIL-042 --purpose exemption --capacity chair-of-council "
    "--why not-contactable --hours 6 --note 'Called at 9, 12 and 15'",
)
def skip(case: Case, inputs: SkipConsent) -> Event:
    """Record why an office holder was passed over, so that the next can be asked."""
    answer = ConsentAnswer(
        capacity=inputs.capacity,
        reply=ConsentReply.SKIPPED,
        at=case.at,
        why=inputs.why,
        hours=inputs.hours,
    )
    return ConsentAnswered(
        at=case.at,
        purpose=inputs.purpose,
        answer=answer,
        granted=False,
        given_by=None,
        note=inputs.note,
    )


ROWS: Final = (ask, give, refuse, skip)
