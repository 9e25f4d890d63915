"""Where the order is another: acting before the statement (Wales), and signing after (Scotland)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from support.councils import constitution
from support.drafts import (
    AFTERWARDS,
    ASKED,
    AUTHOR,
    BEFORE,
    BY,
    CHAIR,
    COUNCIL,
    EARLY,
    EXEMPT,
    EXEMPTION,
    KEY,
    NOTICE,
    SCOTLAND,
    WALES,
    asked,
    consented,
    drafted,
    in_nation,
    noon,
    said,
)
from support.inputs import DETAILS
from support.requests import MONITORING, OFFICER, closed
from support.statements import ENDS_AT, REF, SIGNED_AT, STATEMENT
from support.states import EVERY_STATE, MAKER, Rules, case, codes, refused, someone, taken
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.people import Role, pseudonym
from workflow.model.state import State
from workflow.procedures.attempt import Refused, Taken, attempt
from workflow.procedures.consents.inputs import AnswerConsent
from workflow.procedures.implementation.events import ImplementedByRule
from workflow.procedures.making.inputs import Sign
from workflow.procedures.publication.events import TookEffect
from workflow.procedures.publication.inputs import PublishUnsigned

DRAFT = drafted(Kind.NON_KEY)
NOT_KEY = {"text": STATEMENT}
AGREED = consented(asked(DRAFT, EARLY, BEFORE, WALES), EARLY, CHAIR, by=WALES)
MADE = noon(date(2018, 10, 18))
"""On the day on which it was made, before it was signed."""


# -- Wales: acting before the statement ---------------------------------------------------------


def acted(decision: Decision = AGREED, at: Any = MADE) -> Decision:
    """Carry a decision out before its statement is signed."""
    return taken(
        "implement-early", decision, at, DETAILS["implement-early"], rules=WALES, actor=OFFICER
    )


def not_acted(decision: Decision, by: Rules = WALES, at: Any = MADE, **more: Any) -> list[str]:
    given = {"rules": by, "actor": OFFICER, **more}
    return codes(refused("implement-early", decision, at, DETAILS["implement-early"], **given))


def test_nothing_is_carried_out_before_its_statement_but_by_consent() -> None:
    """Not where nobody was asked, nor while an answer is awaited, nor after a refusal."""
    awaiting = asked(DRAFT, EARLY, BEFORE, WALES)
    told = AnswerConsent(
        purpose=EARLY, capacity="scrutiny-chair", given_by="a.chair", note="It can wait."
    )  # type: ignore[arg-type]
    declined = taken("consent-refuse", awaiting, BEFORE, told, rules=WALES, actor=OFFICER)
    for decision in (DRAFT, awaiting, declined):
        assert not_acted(decision) == ["statement-first"]
    outcome = refused("implement-early", DRAFT, MADE, DETAILS["implement-early"], rules=WALES)
    assert outcome.refusals[0].authority.rule == "regulation 7(3)"


def test_with_consent_it_is_carried_out_once_and_stays_a_draft() -> None:
    done = acted()
    assert (done.state, done.proceedings.acted_at) == (State.DRAFT, MADE)
    assert not_acted(done) == ["acted-on-already"]


def test_consent_that_comes_later_does_not_reach_back() -> None:
    late = consented(asked(DRAFT, EARLY, BEFORE, WALES), EARLY, CHAIR, MADE, WALES)
    entered_late = {"now": MADE, "late_reason": "In the post"}
    found = not_acted(late, at=BEFORE, **entered_late)
    assert set(found) == {"statement-first", "out-of-order", "signed-before-made"}


def test_nothing_is_carried_out_before_it_is_made() -> None:
    assert not_acted(AGREED, at=BEFORE + timedelta(hours=1)) == ["signed-before-made"]
    unmade = replace(STATEMENT, made_on=None)
    assert not_acted(AGREED, text=unmade) == ["date-made-missing"]


def test_what_was_carried_out_is_not_withdrawn() -> None:
    """It cannot be undone by saying so: its statement is signed."""
    outcome = refused("withdraw", acted(), SIGNED_AT, DETAILS["withdraw"], rules=WALES)
    assert codes(outcome) == ["acted-on-already"]


def test_who_turns_out_to_have_made_it_had_not_consented() -> None:
    """Consent came first; that its giver decided too is known when it is signed."""
    given = Sign(signatory="The Leader", made_by=("a.chair", "Cllr B"))
    outcome = refused("sign", acted(), SIGNED_AT, given, rules=WALES, actor=OFFICER)
    assert codes(outcome) == ["own-decision"]
    others = Sign(signatory="The Leader", made_by=("Cllr B",))
    assert taken("sign", acted(), SIGNED_AT, others, rules=WALES, actor=OFFICER)


def test_what_was_carried_out_is_then_signed_published_and_implemented_at_once() -> None:
    """There is no period: it is done already, and its record says by whose consent."""
    made = taken("sign", acted(), SIGNED_AT, DETAILS["sign"], rules=WALES, actor=MAKER)
    publishing = case(made, SIGNED_AT, DETAILS["publish"], rules=WALES, actor=OFFICER)
    outcome = attempt("publish", publishing, REF)
    assert isinstance(outcome, Taken)
    events = {type(entry.event): entry.event for entry in outcome.entries}
    took = events[TookEffect]
    assert isinstance(took, TookEffect)
    assert "carried out at 12:00 on Thu 18 Oct 2018" in took.because
    assert took.stated == "the chair of scrutiny consented on Mon 15 Oct 2018."
    assert ImplementedByRule in events
    assert outcome.decision.state is State.IMPLEMENTED
    assert outcome.decision.window is None
    assert outcome.decision.implemented_at == MADE


def test_what_was_carried_out_still_needs_a_whole_statement() -> None:
    bare = replace(STATEMENT, reasons=None)
    outcome = refused("sign", acted(), SIGNED_AT, DETAILS["sign"], rules=WALES, text=bare)
    assert codes(outcome) == ["reasons-missing"]


def test_a_held_draft_is_not_carried_out() -> None:
    held = taken("hold", AGREED, BEFORE, DETAILS["hold"], rules=WALES, actor=MONITORING)
    assert not_acted(held) == ["held"]


def test_elsewhere_no_rule_lets_anything_be_done_before_its_statement() -> None:
    assert not_acted(KEY, BY) == ["not-on-file"]
    assert not_acted(KEY, SCOTLAND) == ["not-on-file"]
    cardiff = Rules(constitution("cardiff"), calendar_for(Nation.WALES))
    assert not_acted(DRAFT, cardiff) == ["statement-first"]


# -- Scotland: published first, signed at a later meeting ---------------------------------------


def unsigned(decision: Decision = DRAFT, at: Any = SIGNED_AT, *makers: str) -> Decision:
    """Publish a record that is signed later."""
    given = PublishUnsigned(where="the website", made_by=makers)
    more = {"rules": SCOTLAND, "actor": OFFICER, **NOT_KEY}
    return taken("minutes-publish", decision, at, given, **more)


def not_unsigned(by: Rules = SCOTLAND, **more: Any) -> list[str]:
    given = {"rules": by, "actor": OFFICER, **NOT_KEY, **more}
    outcome = refused("minutes-publish", DRAFT, SIGNED_AT, DETAILS["minutes-publish"], **given)
    return codes(outcome)


def minuted(decision: Decision, at: Any, **more: Any) -> Decision:
    """Sign the minutes."""
    given = {"rules": SCOTLAND, "actor": OFFICER, **more}
    return taken("minutes-sign", decision, at, DETAILS["minutes-sign"], **given)


def test_a_record_is_published_first_and_its_period_opens() -> None:
    opened = unsigned()
    assert (opened.state, opened.signed_at) == (State.CALL_IN_OPEN, None)
    assert opened.published_at == SIGNED_AT
    assert opened.made_on == STATEMENT.made_on
    assert opened.window is not None


def test_it_is_signed_at_a_later_meeting_once_and_no_date_moves() -> None:
    opened = unsigned()
    later = SIGNED_AT + timedelta(days=40)
    done = minuted(opened, SIGNED_AT + timedelta(days=2))
    assert (done.state, done.window) == (opened.state, opened.window)
    effective = closed(opened, later, SCOTLAND)
    assert minuted(effective, later).signed_at == later
    for decision in (done, EVERY_STATE[State.CALL_IN_OPEN]):
        again = refused("minutes-sign", decision, later, DETAILS["minutes-sign"], rules=SCOTLAND)
        assert codes(again) == ["signed-already"]


def test_a_record_published_unsigned_is_whole_all_the_same() -> None:
    for part, code in (
        ("decision", "decision-missing"),
        ("reasons", "reasons-missing"),
        ("made_on", "date-made-missing"),
        ("alternatives", "alternatives-missing"),
        ("conflicts", "conflicts-missing"),
    ):
        assert not_unsigned(text=replace(STATEMENT, **{part: None})) == [code]
    assert not_unsigned(actor=AUTHOR) == ["not-authorised"]


def test_those_who_made_it_are_known_and_do_not_rule_on_it() -> None:
    opened = unsigned(DRAFT, SIGNED_AT, "the.leader", "m.officer")
    assert opened.makers == (
        pseudonym("herefordshire", "the.leader"),
        pseudonym("herefordshire", "m.officer"),
    )


def test_where_the_rule_signs_first_or_says_nothing_none_is_published_unsigned() -> None:
    """England and Wales sign first; in Scotland only a council's own rule can say."""
    assert not_unsigned(BY) == ["signed-first"]
    assert not_unsigned(WALES) == ["signed-first"]
    assert not_unsigned(in_nation("scotland")) == ["not-on-file"]


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.MONITORING_OFFICER])
def test_minutes_are_signed_by_whoever_decides_or_the_proper_officer(role: Role) -> None:
    outcome = refused(
        "minutes-sign",
        unsigned(),
        SIGNED_AT,
        DETAILS["minutes-sign"],
        rules=SCOTLAND,
        actor=someone(role),
    )
    assert codes(outcome) == ["not-authorised"]


def test_a_signed_draft_is_not_published_unsigned() -> None:
    made = EVERY_STATE[State.SIGNED]
    outcome = refused("minutes-publish", made, ENDS_AT, DETAILS["minutes-publish"], rules=SCOTLAND)
    assert codes(outcome) == ["is-signed"]


WITH_NOTICE = in_nation("scotland", NOTICE + AFTERWARDS)


def test_a_key_decision_published_unsigned_was_on_one_of_the_three_roads_too() -> None:
    """A council whose rule signs afterwards, and wants notice, is held to both."""
    publishing = case(ASKED, SIGNED_AT, DETAILS["minutes-publish"], rules=WITH_NOTICE, text=said())
    outcome = attempt("minutes-publish", publishing, REF)
    assert isinstance(outcome, Refused)
    assert codes(outcome) == ["no-notice"]


def test_what_is_exempt_may_be_published_unsigned_with_its_reason() -> None:
    """It is asked for its reason, or takes effect; it is no fault of the program."""
    one = consented(EXEMPT, EXEMPTION, CHAIR)
    both = consented(one, EXEMPTION, COUNCIL)
    given = DETAILS["minutes-publish"]
    publishing = case(both, SIGNED_AT, given, rules=WITH_NOTICE, **NOT_KEY)
    outcome = attempt("minutes-publish", publishing, REF)
    assert isinstance(outcome, Taken) or codes(outcome) == ["exemption-reason-missing"]
