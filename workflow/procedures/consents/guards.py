"""What must be so of consent: asked of the right people, in their order, and in time."""

from workflow.authority import REG_11
from workflow.constitution.constitution import not_on_file
from workflow.constitution.provisions.consent import ConsentRule
from workflow.constitution.provisions.provision import Provision
from workflow.errors import Refusal
from workflow.model.consent import ConsentReply, Purpose, WhySkipped
from workflow.model.people import Role
from workflow.model.refusal import RefusalKind, after
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.consents import refusals
from workflow.procedures.consents.answering import answerer
from workflow.procedures.consents.consent_order import (
    open_application,
    provision_for,
    purpose_of,
    rule_of,
)
from workflow.procedures.consents.inputs import AnswerConsent, AskConsent, SkipConsent
from workflow.procedures.consents.refusals import CONSENT
from workflow.procedures.shared.before_effect import not_acted_on_yet
from workflow.procedures.shared.faults import from_fault
from workflow.procedures.shared.separation import pseudonyms_of
from workflow.procedures.shared.wrong_state import standing

_BEFORE_IT_IS_PUBLISHED = (None, Purpose.EXEMPTION, Purpose.EARLY_IMPLEMENTATION)
_WHAT = {
    Purpose.EXEMPTION: "who agrees to exemption from call-in",
    Purpose.SPECIAL_URGENCY: "who agrees to special urgency",
    Purpose.EARLY_IMPLEMENTATION: "who agrees to acting before the statement",
    Purpose.PRIVATE_MEETING: "who agrees to a private meeting at short notice",
}


def consent_rule_is_on_file(case: Case) -> Refusal | None:
    """The rule on who consents is on file."""
    purpose, rules = purpose_of(case), case.in_force
    asked = _of_its_time(case) if purpose is None else (purpose,)
    if any(_is_on_file(provision_for(rules, each)) for each in asked):
        return None
    return from_fault(not_on_file(" or ".join(_WHAT[each] for each in asked), rules))


def _of_its_time(case: Case) -> tuple[Purpose, ...]:
    """Give the purposes for which consent could still be asked."""
    signed = case.subject.state is State.SIGNED
    return (Purpose.EXEMPTION,) if signed else tuple(Purpose)


def _is_on_file(provision: Provision[ConsentRule] | None) -> bool:
    return provision is not None and provision.value is not None


def not_published_yet(case: Case) -> Refusal | None:
    """Consent comes before the decision is published. Afterwards it changes nothing."""
    decision = case.subject
    if decision.state in (State.DRAFT, State.SIGNED):
        return None
    return _too_late(case, refusals.CONSENT_TOO_LATE_ONCE_PUBLISHED)


def of_its_time(case: Case) -> Refusal | None:
    """Urgency is agreed before a decision is signed; exemption, before it is published."""
    purpose = purpose_of(case)
    if purpose is None or purpose in _of_its_time(case):
        return None
    return _too_late(case, refusals.CONSENT_TOO_LATE_ONCE_SIGNED)


def _too_late(case: Case, kind: RefusalKind) -> Refusal:
    return after(standing(case.subject, case.now), kind(ref=case.subject.ref))


def not_asked_already(case: Case) -> Refusal | None:
    """Consent is asked for once for each purpose, unless the earlier answers are set aside, with a
    reason."""
    details, purpose = case.inputs, purpose_of(case)
    latest = None if purpose is None else case.subject.proceedings.application(purpose)
    aside = isinstance(details, AskConsent) and details.setting_aside is not None
    if latest is None or latest.refused_at is not None or aside:
        return None
    return refusals.CONSENT_ASKED_ALREADY(
        purpose=latest.purpose, asked_at=latest.asked_at, ref=case.subject.ref
    )


def it_was_not_acted_on(case: Case) -> Refusal | None:
    """A decision implemented early by consent keeps that consent."""
    early = purpose_of(case) is Purpose.EARLY_IMPLEMENTATION
    return not_acted_on_yet(case) if early else None


def some_consent_was_asked(case: Case) -> Refusal | None:
    """Consent has been asked for, and is not settled yet."""
    if any(each.is_open for each in case.subject.proceedings.applications):
        return None
    wanted = purpose_of(case) or Purpose.EXEMPTION
    return _not_asked(case, refusals.NO_CONSENT_ASKED, wanted)


def consent_was_asked(case: Case) -> Refusal | None:
    """The answer is to what was asked."""
    purpose = purpose_of(case)
    if (
        purpose is None
        or open_application(case) is not None
        or some_consent_was_asked(case) is not None
    ):
        return None
    return _not_asked(case, refusals.CONSENT_NOT_ASKED, purpose)


def _not_asked(case: Case, kind: RefusalKind, purpose: Purpose) -> Refusal:
    wanted = purpose_of(case)
    latest = None if wanted is None else case.subject.proceedings.application(wanted)
    if latest is not None and latest.granted_at is not None:
        return refusals.CONSENT_NOT_AWAITED(
            purpose=latest.purpose, granted_at=latest.granted_at, ref=case.subject.ref
        )
    return kind(ref=case.subject.ref, purpose=purpose)


def _capacity(case: Case) -> Role | None:
    details = case.inputs
    return details.capacity if isinstance(details, AnswerConsent | SkipConsent) else None


def rule_asks_this_office(case: Case) -> Refusal | None:
    """Whoever answers holds one of the offices that the rule names."""
    capacity, rule, purpose = _capacity(case), rule_of(case), purpose_of(case)
    if capacity is None or rule is None or purpose is None or capacity in rule.offices:
        return None
    provision = provision_for(case.in_force, purpose)
    return refusals.OFFICE_NOT_ASKED(
        CONSENT if provision is None else provision.authority,
        capacity=capacity,
        offices=tuple(rule.offices),
        council=case.subject.council,
    )


def those_before_were_passed_over(case: Case) -> Refusal | None:
    """An office is asked once every office before it in its order was passed over, with a
    reason."""
    capacity, rule, application = _capacity(case), rule_of(case), open_application(case)
    if capacity is None or rule is None or application is None:
        return None
    order = next((each for each in rule.orders if capacity in each), ())
    before = order[: order.index(capacity)] if order else ()
    waiting = []
    for office in before:
        answer = application.of(office)
        if answer is None or answer.reply is not ConsentReply.SKIPPED:
            waiting.append(office)
    if not waiting:
        return None
    return refusals.EARLIER_OFFICE_NOT_ASKED(
        waiting=waiting[0], ref=case.subject.ref, purpose=application.purpose
    )


def not_answered_already(case: Case) -> Refusal | None:
    """Each office answers once, and each person for one office. A refusal is not passed over."""
    capacity, application = _capacity(case), open_application(case)
    if capacity is None or application is None:
        return None
    said = application.of(capacity)
    person = answerer(case)
    if said is None and person is not None:
        own = pseudonyms_of(case.subject.council, person, case.rules.people())
        said = next((each for each in application.answers if each.who in own), None)
    if said is None and isinstance(case.inputs, SkipConsent):
        earlier = [
            each.of(capacity)
            for each in case.subject.proceedings.applications
            if each.purpose is application.purpose
        ]
        refused = (
            each for each in earlier if each is not None and each.reply is ConsentReply.REFUSED
        )
        said = next(refused, None)
    if said is None:
        return None
    return refusals.ANSWERED_ALREADY[said.reply](
        capacity=said.capacity, answer=said.reply, answered_at=said.at, ref=case.subject.ref
    )


def _holders(case: Case, office: Role) -> list[str]:
    seats = case.rules.people()
    return [each.person for each in seats if each.role is office and each.in_force_on(case.day)]


def reason_for_skipping_is_allowed(case: Case) -> Refusal | None:
    """An office is passed over for a reason that the rule allows."""
    details, rule = case.inputs, rule_of(case)
    if not isinstance(details, SkipConsent) or rule is None:
        return None
    if details.why is WhySkipped.VACANT and _holders(case, details.capacity):
        return refusals.OFFICE_IS_HELD(
            holders=tuple(_holders(case, details.capacity)), capacity=details.capacity
        )
    if details.why is not WhySkipped.NOT_CONTACTABLE:
        return None
    wanted = rule.not_contactable_hours
    if wanted is not None and (details.hours or 0) >= wanted:
        return None
    if wanted is None:
        return refusals.REASON_WILL_NOT_DO()
    return refusals.NOT_TRIED_LONG_ENOUGH(hours=wanted)


def consent_precedes_the_decision(case: Case) -> Refusal | None:
    """Urgency is agreed on or before the day on which the decision was made."""
    purpose, made_on = purpose_of(case), case.statement.made_on
    if purpose in _BEFORE_IT_IS_PUBLISHED or case.subject.state is not State.DRAFT:
        return None
    if made_on is None or case.day <= made_on:
        return None
    provision = None if purpose is None else provision_for(case.in_force, purpose)
    return refusals.CONSENT_AFTER_DECISION(
        REG_11 if provision is None else provision.authority, day=case.day, made_on=made_on
    )
