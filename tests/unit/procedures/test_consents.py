"""Consent: asked of the right offices in their order; deputies; and who may not give it."""

from dataclasses import replace

import pytest

from support.drafts import (
    ASKED,
    AUTHOR,
    BEFORE,
    BY,
    CHAIR,
    COUNCIL,
    EARLY,
    EXEMPT,
    EXEMPTION,
    URGENCY,
    WALES,
    answer,
    asked,
    consented,
    drafted,
    not_consented,
    not_passed_over,
    not_signed,
    passed_over,
    signed,
)
from support.inputs import DETAILS
from support.requests import OFFICER, on, rules
from support.statements import SIGNED_AT, URGENT
from support.states import codes, refused, seat, someone, taken
from workflow.model.consent import ConsentReply, Purpose
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.notice import NoticeRoute
from workflow.model.people import Role, pseudonym
from workflow.model.state import State
from workflow.procedures.consents.inputs import AnswerConsent, AskConsent
from workflow.procedures.making.inputs import Sign
from workflow.procedures.publication.inputs import Publish

# -- one ladder ---------------------------------------------------------------------------------


def test_the_first_on_the_ladder_consents_and_the_decision_may_be_signed() -> None:
    granted = consented(ASKED, URGENCY, CHAIR)
    (application,) = granted.proceedings.applications
    assert (application.granted_at, application.is_open) == (BEFORE, False)
    (given,) = application.answers
    assert (given.capacity, given.reply) == (Role.SCRUTINY_CHAIR, ConsentReply.CONSENTED)
    assert given.who == pseudonym("herefordshire", "a.chair")
    urgent = replace(URGENT, agreed_by=None, capacity=None, agreed_on=None)
    assert (
        signed(granted, BY, urgency=urgent).proceedings.notice_route is NoticeRoute.SPECIAL_URGENCY
    )


def test_what_was_agreed_to_be_urgent_says_so_on_its_statement() -> None:
    assert codes(not_signed(consented(ASKED, URGENCY, CHAIR), BY)) == ["urgency-not-stated"]


def test_consent_that_is_only_asked_opens_no_road() -> None:
    assert codes(not_signed(ASKED, BY)) == ["no-notice"]


def test_the_next_is_asked_once_each_before_was_passed_over() -> None:
    """First scrutiny's chair, then the council's, then its vice-chair."""
    vice = ("vice-chair-of-council", "v.chair")
    for office in (COUNCIL, vice):
        outcome = not_consented(ASKED, URGENCY, office)
        assert codes(outcome) == ["earlier-office-not-asked"]
        assert "The chair of scrutiny must be asked first" in outcome.refusals[0].because
    once = passed_over(ASKED, URGENCY, "scrutiny-chair", "unable-to-act")
    assert consented(once, URGENCY, COUNCIL).proceedings.granted(Purpose.SPECIAL_URGENCY)
    outcome = not_consented(once, URGENCY, vice)
    assert "The chair of council must be asked first" in outcome.refusals[0].because
    twice = passed_over(once, URGENCY, "chair-of-council", "unable-to-act")
    assert consented(twice, URGENCY, vice).proceedings.granted(Purpose.SPECIAL_URGENCY)


def test_nobody_passes_over_the_second_before_the_first() -> None:
    told = not_passed_over(ASKED, URGENCY, "chair-of-council", "unable-to-act")
    assert told == ["earlier-office-not-asked"]


def test_one_who_was_passed_over_answers_no_more() -> None:
    once = passed_over(ASKED, URGENCY, "scrutiny-chair", "unable-to-act")
    assert codes(not_consented(once, URGENCY, CHAIR)) == ["answered-already"]


def test_an_office_that_the_rule_does_not_name_is_not_asked() -> None:
    outcome = not_consented(ASKED, URGENCY, ("scrutiny-vice-chair", "s.deputy"))
    assert codes(outcome) == ["not-in-consent-order"]
    assert outcome.refusals[0].authority.rule == "regulation 11"


# -- several ladders ----------------------------------------------------------------------------


def test_every_ladder_must_be_climbed() -> None:
    """At Gullshire the chair of council and the chair of scrutiny both agree, in either order."""
    for first, second in ((CHAIR, COUNCIL), (COUNCIL, CHAIR)):
        one = consented(EXEMPT, EXEMPTION, first)
        assert one.proceedings.granted(Purpose.EXEMPTION) is None
        assert codes(not_consented(one, EXEMPTION, first)) == ["answered-already"]
        both = consented(one, EXEMPTION, second)
        assert both.proceedings.granted(Purpose.EXEMPTION) is not None


def test_each_ladder_has_a_deputy_of_its_own() -> None:
    once = passed_over(EXEMPT, EXEMPTION, "scrutiny-chair", "unable-to-act")
    vice = consented(once, EXEMPTION, ("scrutiny-vice-chair", "s.deputy"))
    assert vice.proceedings.granted(Purpose.EXEMPTION) is None
    outcome = not_consented(vice, EXEMPTION, ("vice-chair-of-council", "v.chair"))
    assert codes(outcome) == ["earlier-office-not-asked"]
    assert consented(vice, EXEMPTION, COUNCIL).proceedings.granted(Purpose.EXEMPTION)


def test_what_is_exempt_takes_effect_at_once_with_its_reason_on_the_notice() -> None:
    both = consented(consented(EXEMPT, EXEMPTION, CHAIR), EXEMPTION, COUNCIL)
    made = signed(both, BY)
    bare = refused("publish", made, SIGNED_AT, DETAILS["publish"], rules=BY, actor=OFFICER)
    assert codes(bare) == ["exemption-reason-missing"]
    stated = Publish(where="the website", exemption_reason="The grant lapses.")
    done = taken("publish", made, SIGNED_AT, stated, rules=BY, actor=OFFICER)
    assert (done.state, done.effective_at, done.window) == (State.EFFECTIVE, SIGNED_AT, None)


def test_with_one_ladder_climbed_it_has_a_period_like_any_other() -> None:
    made = signed(consented(EXEMPT, EXEMPTION, CHAIR), BY)
    done = taken("publish", made, SIGNED_AT, DETAILS["publish"], rules=BY, actor=OFFICER)
    assert done.state is State.CALL_IN_OPEN


# -- who answers --------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["nobody", "c.chair", "was.chair", "ash"])
def test_who_answers_holds_that_office_on_that_day(who: str) -> None:
    assert codes(not_consented(ASKED, URGENCY, ("scrutiny-chair", who))) == ["not-in-office"]


def test_a_deputy_stands_in_and_a_name_will_do() -> None:
    once = passed_over(ASKED, URGENCY, "scrutiny-chair", "unable-to-act")
    stood_in = consented(once, URGENCY, ("chair-of-council", "STAND.IN"))
    (_, given) = stood_in.proceedings.applications[0].answers
    assert given.who == pseudonym("herefordshire", "stand.in")
    assert consented(ASKED, URGENCY, ("scrutiny-chair", "Cllr A.Chair"))


def test_who_made_it_does_not_consent() -> None:
    """Neither does the one who records it, where they made it."""
    made = replace(ASKED, makers=(pseudonym("herefordshire", "a.chair"),))
    assert codes(not_consented(made, URGENCY, CHAIR)) == ["own-decision"]
    own = replace(ASKED, makers=(pseudonym("herefordshire", "someone"),))
    assert codes(not_consented(own, URGENCY, CHAIR)) == ["own-decision"]


def test_an_author_asks_and_records_no_answer() -> None:
    assert codes(not_consented(ASKED, URGENCY, CHAIR, actor=AUTHOR)) == ["not-authorised"]
    for office in (Role.SCRUTINY_CHAIR, Role.MONITORING_OFFICER):
        told = answer(URGENCY, *CHAIR)
        assert taken("consent-give", ASKED, BEFORE, told, rules=BY, actor=someone(office))


def test_an_office_holder_answers_only_in_person() -> None:
    """As a member asks only for that member: for others, an officer records it."""
    chair = someone(Role.SCRUTINY_CHAIR)
    assert codes(not_consented(EXEMPT, EXEMPTION, COUNCIL, actor=chair)) == ["not-for-others"]


def afresh(decision: Decision, purpose: Purpose) -> Decision:
    """Ask again for a purpose, what was answered being set aside."""
    given = AskConsent(purpose=purpose, reason="A flood.", setting_aside="She is back.")
    return taken("consent-ask", decision, BEFORE, given, rules=BY, actor=OFFICER)


def test_where_all_were_passed_over_consent_may_be_asked_afresh() -> None:
    passed = ASKED
    for office in ("scrutiny-chair", "chair-of-council", "vice-chair-of-council"):
        passed = passed_over(passed, URGENCY, office, "unable-to-act")
    assert codes(not_consented(passed, URGENCY, CHAIR)) == ["answered-already"]
    again = AskConsent(purpose=Purpose.SPECIAL_URGENCY, reason="A flood.")
    outcome = refused("consent-ask", passed, BEFORE, again, rules=BY, actor=OFFICER)
    assert codes(outcome) == ["consent-asked-already"]
    assert "--setting-aside" in outcome.refusals[0].remedy
    granted = consented(afresh(passed, Purpose.SPECIAL_URGENCY), URGENCY, CHAIR)
    assert granted.proceedings.granted(Purpose.SPECIAL_URGENCY) is not None


def test_a_makers_consent_set_aside_stands_in_nobodys_way() -> None:
    """Nor does one to what was refused in the end."""
    both = consented(consented(EXEMPT, EXEMPTION, CHAIR), EXEMPTION, COUNCIL)
    sign = Sign(signatory="The Leader", made_by=(CHAIR[1],))
    assert codes(refused("sign", both, SIGNED_AT, sign, rules=BY)) == ["own-decision"]
    assert taken("sign", afresh(both, Purpose.EXEMPTION), SIGNED_AT, sign, rules=BY)
    told = AnswerConsent(
        purpose=Purpose.EXEMPTION,
        capacity=Role.CHAIR_OF_COUNCIL,
        given_by=COUNCIL[1],
        note="No.",
    )
    one = consented(EXEMPT, EXEMPTION, CHAIR)
    moot = taken("consent-refuse", one, BEFORE, told, rules=BY, actor=OFFICER)
    assert taken("sign", moot, SIGNED_AT, sign, rules=BY)


def test_one_person_with_two_logins_answers_in_one_office() -> None:
    by = rules()
    by.appointments = (
        replace(seat("x.one", Role.SCRUTINY_CHAIR), name="Cllr X"),
        replace(seat("x.two", Role.CHAIR_OF_COUNCIL), name="Cllr X"),
    )
    first = asked(drafted(Kind.NON_KEY), EXEMPTION, BEFORE, by)
    once = consented(first, EXEMPTION, ("scrutiny-chair", "x.one"), by=by)
    outcome = not_consented(once, EXEMPTION, ("chair-of-council", "x.two"), rules=by)
    assert "answered-already" in codes(outcome)


def test_consent_that_was_acted_on_is_not_asked_for_again() -> None:
    agreed = consented(asked(drafted(Kind.NON_KEY), EARLY, BEFORE, WALES), EARLY, CHAIR, by=WALES)
    acted = taken(
        "implement-early", agreed, on(18), DETAILS["implement-early"], rules=WALES, actor=OFFICER
    )
    again = AskConsent(purpose=EARLY, reason="R", setting_aside="W")  # type: ignore[arg-type]
    outcome = refused("consent-ask", acted, on(18), again, rules=WALES, actor=OFFICER)
    assert codes(outcome) == ["acted-on-already"]
