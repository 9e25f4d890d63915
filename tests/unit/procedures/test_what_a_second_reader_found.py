"""What a second independent reading found, each with the case that showed it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from support.drafts import (
    ASKED,
    BEFORE,
    BY,
    CHAIR,
    COUNCIL,
    EXEMPT,
    EXEMPTION,
    URGENCY,
    asked,
    consented,
    drafted,
    not_consented,
    passed_over,
)
from support.inputs import DETAILS
from support.requests import (
    DEADLINE,
    GULL,
    MONITORING,
    OFFICER,
    ON_CALL_IN,
    OPENED,
    called_in,
    closed,
    lodged,
    not_closed,
    on,
    rejected,
    request,
    rules,
)
from support.statements import SIGNED_AT
from support.states import EVERY_STATE, MAKER, case, codes, refused, seat, taken
from workflow.calendars.nations import Nation
from workflow.constitution.provisions.request import CALL_IN_REQUEST
from workflow.constitution.reading import national
from workflow.model.consent import Purpose
from workflow.model.decision import Decision
from workflow.model.inputs import Because
from workflow.model.kind import Kind
from workflow.model.people import Role, pseudonym
from workflow.model.proceedings import NONE_YET
from workflow.model.state import State
from workflow.procedures.attempt import judge
from workflow.procedures.consents.inputs import AnswerConsent, AskConsent
from workflow.procedures.expiry.inputs import Review, ReviewDeadline
from workflow.procedures.making.inputs import Sign
from workflow.procedures.reconsideration.inputs import Confirm
from workflow.procedures.requests.inputs import RuleOnRequest
from workflow.procedures.scrutiny.inputs import LetStand, ReferToCouncil, Resolve, ScrutinyOutcome
from workflow.procedures.table import BY_NAME

CONTRARY = ReferToCouncil(concerns="C", advice="It is contrary to the budget.")


def objected() -> Decision:
    """Give a decision that was advised to be contrary, and council objected to."""
    given = {"rules": GULL, "actor": MONITORING}
    council = taken("scrutiny-refer-to-council", called_in(), on(24), CONTRARY, **given)
    return taken("council-object", council, on(25), DETAILS["council-object"], **given)


def test_what_is_contrary_to_the_framework_is_changed_or_given_up_and_not_confirmed() -> None:
    given = {"rules": GULL, "actor": MAKER}
    outcome = refused(
        "reconsideration-confirm", objected(), on(26), DETAILS["reconsideration-confirm"], **given
    )
    assert codes(outcome) == ["contrary-to-framework"]
    assert (
        taken(
            "reconsideration-change", objected(), on(26), DETAILS["reconsideration-change"], **given
        ).state
        is State.SIGNED
    )
    assert taken(
        "reconsideration-rescind", objected(), on(26), DETAILS["reconsideration-rescind"], **given
    ).state


@pytest.mark.parametrize("verb", ["correct-materially", "publication-void"])
def test_what_is_published_again_has_nothing_of_its_first_call_in(verb: str) -> None:
    """A clock that ran out, advice, an opinion and a meeting bear on no later period."""
    lapsed = closed(called_in(), on(20, month=11))
    assert lapsed.proceedings.lapsed is not None
    done = replace(lapsed.proceedings, contrary=True, opinion_at=ON_CALL_IN, met_at=ON_CALL_IN)
    before = replace(lapsed, proceedings=done)
    given = {"rules": GULL, "actor": MONITORING}
    again = taken(verb, before, on(21, month=11), DETAILS[verb], **given)
    left = again.proceedings
    assert replace(left, requests=()) == NONE_YET


def test_a_deadline_that_was_kept_is_not_asked_about_again_over_another_day() -> None:
    """The 24th is closed, and the deadline kept; a day in December asks nothing new."""
    shut, twice = (rules(closed=[date(2018, 10, 24), *more]) for more in ([], [date(2018, 12, 24)]))
    morning = DEADLINE + timedelta(hours=9)
    assert codes(not_closed(OPENED, morning, shut)) == ["recount-later"]
    keep = ReviewDeadline(outcome=Review.KEEP, reason="As printed")
    kept = taken("deadline-review", OPENED, on(24), keep, rules=shut, actor=OFFICER)
    assert closed(kept, morning, twice).effective_at == DEADLINE
    more = rules(closed=[date(2018, 10, 23), date(2018, 10, 24)])
    assert codes(not_closed(kept, morning, more)) == ["recount-later"]


def test_a_clock_that_was_kept_is_not_asked_about_again_over_another_day() -> None:
    shut, twice = (rules(closed=[date(2018, 10, 31), *more]) for more in ([], [date(2018, 12, 24)]))
    keep = ReviewDeadline(outcome=Review.KEEP, reason="As told")
    given = {"rules": shut, "actor": OFFICER}
    kept = taken("deadline-review", called_in(), on(1, month=11), keep, **given)
    ends = kept.due_effect
    assert ends is not None
    assert closed(kept, ends, twice).effective_at == ends
    more = rules(closed=[date(2018, 10, 30), date(2018, 10, 31)])
    assert codes(not_closed(kept, ends, more)) == ["recount-later"]


# -- consent ------------------------------------------------------------------------------------


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


# -- who asks, and what is offered --------------------------------------------------------------


def test_those_who_decided_may_ask_where_the_rule_lets_them() -> None:
    """As in Northern Ireland, whose law leaves no member of the council out."""
    made = replace(OPENED, makers=(pseudonym("herefordshire", "ash"),))
    asking = request(requested_by=("ash", "beech", "cedar"))
    once = 'once = "per ground"'
    by = rules("gullshire", (once, f"{once}\nmakers-may-ask = true"))
    given = {"actor": OFFICER, "late_reason": "L"}
    outcome = refused("call-in", made, ON_CALL_IN, asking, rules=GULL, **given)
    assert "signatory-made-it" in codes(outcome)
    assert taken("call-in", made, ON_CALL_IN, asking, rules=by, **given).proceedings.pending()
    law = national(Nation.NORTHERN_IRELAND)
    assert law is not None
    asked_by = law.in_force_on(date(2020, 1, 1))[CALL_IN_REQUEST]
    assert asked_by is not None
    assert asked_by.value is not None
    assert asked_by.value.makers_may_ask


def test_with_two_requests_pending_a_ruling_is_offered_for_either() -> None:
    two = lodged(lodged(), requested_by=("elm", "fir", "cedar"), grounds=("consultation: C",))
    asked_about = case(two, ON_CALL_IN, None, rules=GULL, actor=MONITORING)
    for verb in ("request-accept", "request-reject", "request-withdraw"):
        assert judge(BY_NAME[verb], asked_about) == ()
    ruling = RuleOnRequest(reason="W")
    outcome = refused("request-accept", two, ON_CALL_IN, ruling, rules=GULL, actor=MONITORING)
    assert codes(outcome) == ["which-request"]


# -- what is found after implementation ---------------------------------------------------------


def test_what_was_found_after_implementation_is_ruled_on_and_may_be_found_again() -> None:
    done = EVERY_STATE[State.IMPLEMENTED]
    found = Because(reason="It was from two, and three are needed.")
    given = {"rules": GULL, "actor": MONITORING}
    held = taken(
        "found-late-record-hold", done, done.last_at, DETAILS["found-late-record-hold"], **given
    )
    assert held.is_disputed
    settled = taken("found-late-settle-dispute", held, held.last_at, found, **given)
    assert not settled.is_disputed
    assert settled.disputed_at == held.disputed_at
    outcome = refused("found-late-settle-dispute", settled, settled.last_at, found, **given)
    assert codes(outcome) == ["not-disputed"]
    again = taken(
        "found-late-record-hold",
        settled,
        settled.last_at,
        DETAILS["found-late-record-hold"],
        **given,
    )
    assert again.is_disputed


# -- when a body did what it did ----------------------------------------------------------------


def test_an_outcome_has_its_effect_from_the_meeting_whatever_was_recorded_since() -> None:
    """Scrutiny met on the 24th; a request was ruled invalid on the 29th, and then it is told."""
    second = request(requested_by=("elm", "fir", "cedar"), grounds=("consultation",))
    both = taken("call-in", called_in(), on(24), second, rules=GULL)
    left = rejected(both, on(29), number=2)
    given = Resolve(outcome=ScrutinyOutcome.UPHELD, reason="R", acted_at=on(24, 18))
    done = taken("scrutiny-resolve", left, on(30), given, rules=GULL)
    assert done.effective_at == on(29)
    prompt = taken("scrutiny-resolve", called_in(), on(30), given, rules=GULL)
    assert prompt.effective_at == DEADLINE


@pytest.mark.parametrize(("at", "code"), [(on(31), "in-the-future"), (on(20), "not-in-time")])
def test_a_body_acts_between_the_ruling_and_the_record_of_it(at: datetime, code: str) -> None:
    given = Resolve(outcome=ScrutinyOutcome.UPHELD, reason="R", acted_at=at)
    outcome = refused("scrutiny-resolve", called_in(), on(30), given, rules=GULL)
    assert codes(outcome) == [code]


def test_a_confirmation_and_councils_leave_have_their_times_too() -> None:
    given = {"rules": GULL, "actor": MAKER}
    back = taken(
        "scrutiny-refer-back", called_in(), on(26), DETAILS["scrutiny-refer-back"], rules=GULL
    )
    confirm = Confirm(reason="R", acted_at=on(29))
    assert taken("reconsideration-confirm", back, on(31), confirm, **given).effective_at == on(29)
    council = taken("scrutiny-refer-to-council", called_in(), on(26), CONTRARY, rules=GULL)
    leave = LetStand(views="V", acted_at=on(30))
    assert taken("council-let-stand", council, on(31), leave, rules=GULL).effective_at == on(30)
