"""Consent in time; what ends it; who may be passed over, and why."""

from datetime import date, timedelta
from typing import Any

import pytest

from support.councils import constitution
from support.drafts import (
    ASKED,
    AUTHOR,
    BEFORE,
    BY,
    CHAIR,
    COUNCIL,
    EXEMPT,
    EXEMPTION,
    KEY,
    URGENCY,
    answer,
    asked,
    consented,
    drafted,
    noon,
    not_consented,
    not_passed_over,
    not_signed,
    passed_over,
    said,
    signed,
)
from support.requests import OFFICER, rules
from support.statements import BEFORE_THE_END, SIGNED_AT
from support.states import EVERY_STATE, Rules, codes, refused, taken
from workflow.model.consent import Purpose
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.consents.inputs import AskConsent

# -- in time ------------------------------------------------------------------------------------


def test_consent_is_given_on_or_before_the_day_it_was_made() -> None:
    """On that day it will do, to its last hour; the day after it is no consent."""
    on_the_day, day_after = noon(date(2018, 10, 18)), noon(date(2018, 10, 19))
    assert consented(ASKED, URGENCY, CHAIR, on_the_day)
    for text in (said(), said(kind=Kind.NON_KEY)):
        late = not_consented(ASKED, URGENCY, CHAIR, day_after, text=text)
        assert codes(late) == ["consent-after-decision"]
    unmade = {"text": said(made_on=None), "rules": BY, "actor": OFFICER}
    assert taken("consent-give", ASKED, day_after, answer(URGENCY, *CHAIR), **unmade)


def test_urgency_is_asked_before_it_is_signed_and_exemption_before_it_is_published() -> None:
    made, opened = EVERY_STATE[State.SIGNED], EVERY_STATE[State.CALL_IN_OPEN]
    for purpose in (URGENCY, "private-meeting", EXEMPTION):
        given = AskConsent(purpose=purpose, reason="A flood.")  # type: ignore[arg-type]
        late = refused("consent-ask", opened, BEFORE_THE_END, given, rules=BY, actor=AUTHOR)
        assert codes(late) == ["consent-too-late"], purpose
        if purpose != EXEMPTION:
            late = refused("consent-ask", made, SIGNED_AT, given, rules=BY, actor=AUTHOR)
            assert codes(late) == ["consent-too-late"], purpose
    assert asked(made, EXEMPTION, SIGNED_AT, BY)


def test_nothing_is_answered_that_was_not_asked() -> None:
    assert codes(not_consented(KEY, URGENCY, CHAIR)) == ["consent-not-asked"]
    assert codes(not_consented(ASKED, "private-meeting", CHAIR)) == ["consent-not-asked"]
    granted = consented(ASKED, URGENCY, CHAIR)
    assert codes(not_consented(granted, URGENCY, COUNCIL))[0] == "consent-not-asked"


def test_consent_is_asked_once_at_a_time_and_for_each_purpose_on_its_own() -> None:
    again = {"rules": BY, "actor": AUTHOR}
    urgency = AskConsent(purpose=Purpose.SPECIAL_URGENCY, reason="Still.")
    for decision in (ASKED, consented(ASKED, URGENCY, CHAIR)):
        outcome = refused("consent-ask", decision, BEFORE, urgency, **again)
        assert codes(outcome) == ["consent-asked-already"]
    assert asked(ASKED, EXEMPTION, BEFORE, BY)


# -- refusal, and passing over ------------------------------------------------------------------


def declined(decision: Decision, at: Any = BEFORE) -> Decision:
    given = answer(URGENCY, *CHAIR, note="It can wait.")
    return taken("consent-refuse", decision, at, given, rules=BY, actor=OFFICER)


def test_a_refusal_ends_it_and_it_may_be_asked_again() -> None:
    """No other on the ladder may be asked instead; a new request starts from the first."""
    ended = declined(ASKED)
    assert ended.proceedings.applications[0].refused_at == BEFORE
    assert codes(not_consented(ended, URGENCY, CHAIR))[0] == "consent-not-asked"
    assert codes(not_consented(ended, URGENCY, COUNCIL))[0] == "consent-not-asked"
    assert codes(not_signed(ended, BY)) == ["no-notice"]
    again = asked(ended, URGENCY, BEFORE + timedelta(hours=1), BY)
    assert len(again.proceedings.applications) == 2
    granted = consented(again, URGENCY, CHAIR, BEFORE + timedelta(hours=2))
    assert granted.proceedings.granted(Purpose.SPECIAL_URGENCY)


def test_a_refusal_on_one_ladder_ends_it_on_all() -> None:
    one = consented(EXEMPT, EXEMPTION, COUNCIL)
    given = answer(EXEMPTION, *CHAIR)
    ended = taken("consent-refuse", one, BEFORE, given, rules=BY, actor=OFFICER)
    assert ended.proceedings.granted(Purpose.EXEMPTION) is None
    assert not ended.proceedings.applications[0].is_open


def test_a_vacancy_is_one_only_while_nobody_holds_the_office() -> None:
    assert not_passed_over(ASKED, URGENCY, "scrutiny-chair", "vacancy") == ["office-is-held"]
    vacant = rules()
    vacant.appointments = tuple(s for s in BY.appointments if s.role is not Role.SCRUTINY_CHAIR)
    assert passed_over(ASKED, URGENCY, "scrutiny-chair", "vacancy", by=vacant)


@pytest.mark.parametrize("hours", [None, 1, 5, 6, 7])
def test_one_who_cannot_be_reached_is_passed_over_only_as_the_rule_allows(
    hours: int | None,
) -> None:
    """After six hours for exemption at Gullshire; never for special urgency."""
    urgency = not_passed_over(ASKED, URGENCY, "scrutiny-chair", "not-contactable", hours)
    assert urgency == ["reason-will-not-do"]
    if hours is None or hours < 6:
        told = not_passed_over(EXEMPT, EXEMPTION, "scrutiny-chair", "not-contactable", hours)
        assert told == ["reason-will-not-do"]
    else:
        assert passed_over(EXEMPT, EXEMPTION, "scrutiny-chair", "not-contactable", hours)


def test_where_nobody_is_named_on_file_consent_is_not_asked() -> None:
    bare = Rules(constitution())
    given = AskConsent(purpose=Purpose.EXEMPTION, reason="A flood.")
    outcome = refused("consent-ask", KEY, BEFORE, given, rules=bare, actor=AUTHOR)
    assert codes(outcome) == ["not-on-file"]


def test_consent_to_a_private_meeting_stands_for_both_notices() -> None:
    draft = drafted(Kind.NON_KEY)
    private = {"private_meeting": True}
    assert codes(not_signed(draft, BY, **private)) == ["private-meeting-not-noticed"]
    granted = consented(asked(draft, "private-meeting", BEFORE, BY), "private-meeting", CHAIR)
    assert signed(granted, BY, **private).state is State.SIGNED
