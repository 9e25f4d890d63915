"""Notices before a decision is made: what each says, when it is in time, and the three routes."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from support.councils import constitution
from support.drafts import AUTHOR, SAYS, drafted, noon, not_signed, notice, noticed, said, signed
from support.inputs import DETAILS
from support.requests import GULL, OFFICER, rules
from support.statements import ENDS_AT, REF, SIGNED_AT, URGENT
from support.states import EVERY_STATE, Rules, case, codes, refused, taken
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.model.kind import Kind
from workflow.model.notice import NoticeKind, NoticeRoute
from workflow.model.state import State
from workflow.procedures.attempt import Refused, attempt
from workflow.procedures.notices.inputs import GiveNotice

KEY = drafted()
IN_TIME, TOO_LATE = date(2018, 9, 19), date(2018, 9, 20)
"""28 clear calendar days before Thursday 18 October 2018; and a day less."""
EXCEPTION, NO_EXCEPTION = date(2018, 10, 10), date(2018, 10, 11)
"""Five clear working days before it, over a weekend; and a day less."""


def not_noticed(details: GiveNotice, at: datetime = SIGNED_AT, **more: Any) -> list[str]:
    given = {"rules": GULL, "actor": OFFICER, **more}
    return codes(refused("advance-notice-give", more.pop("on", KEY), at, details, **given))


# -- what is recorded ---------------------------------------------------------------------------


def test_every_kind_of_notice_is_known_with_what_it_must_say() -> None:
    assert {kind.value for kind in NoticeKind} == set(SAYS)


@pytest.mark.parametrize(("kind", "part"), [(k, part) for k in SAYS for part in SAYS[k]])
def test_a_notice_without_one_of_its_particulars_is_refused_and_the_part_is_named(
    kind: str, part: str
) -> None:
    bare = notice(kind, SIGNED_AT, **{part: None})
    outcome = refused("advance-notice-give", KEY, SIGNED_AT, bare, rules=GULL, actor=OFFICER)
    assert codes(outcome) == ["notice-incomplete"]
    assert f"--{part.replace('_', '-')}." in outcome.refusals[0].remedy


@pytest.mark.parametrize("kind", SAYS)
def test_a_notice_that_says_all_that_is_wanted_is_recorded_and_moves_nothing(kind: str) -> None:
    after = noticed(KEY, kind, IN_TIME)
    (given,) = after.proceedings.notices
    assert (given.kind.value, given.published_at) == (kind, noon(IN_TIME))
    assert (after.state, after.version) == (State.DRAFT, KEY.version + 1)


def test_a_notice_is_recorded_once_it_has_been_published_and_not_before() -> None:
    later = SIGNED_AT + timedelta(microseconds=1)
    assert not_noticed(notice("reasons", later)) == ["in-the-future"]
    assert taken("advance-notice-give", KEY, SIGNED_AT, notice("reasons", SIGNED_AT), rules=GULL)


@pytest.mark.parametrize("kind", [kind for kind in SAYS if kind != "reasons"])
def test_what_comes_before_a_decision_is_not_recorded_once_it_is_signed(kind: str) -> None:
    made = EVERY_STATE[State.SIGNED]
    outcome = refused(
        "advance-notice-give",
        made,
        SIGNED_AT,
        notice(kind, noon(IN_TIME)),
        rules=GULL,
        actor=OFFICER,
    )
    assert codes(outcome) == ["notice-too-late"]


@pytest.mark.parametrize("state", [State.SIGNED, State.CALLED_IN, State.IMPLEMENTED])
def test_reasons_are_published_at_any_time(state: State) -> None:
    at = max(ENDS_AT, EVERY_STATE[state].last_at)
    after = taken(
        "advance-notice-give", EVERY_STATE[state], at, notice("reasons", SIGNED_AT), rules=GULL
    )
    assert [each.kind for each in after.proceedings.notices] == [NoticeKind.REASONS]
    assert after.state is state


def test_an_author_records_no_notice() -> None:
    details = notice("reasons", SIGNED_AT)
    assert not_noticed(details, actor=AUTHOR) == ["not-authorised"]


# -- the three routes to a key decision ----------------------------------------------------------


@pytest.mark.parametrize("kind", [Kind.KEY, Kind.OFFICER_KEY])
def test_a_key_decision_on_no_road_is_not_signed(kind: Kind) -> None:
    outcome = not_signed(drafted(kind))
    assert codes(outcome) == ["no-notice"]
    remedy = outcome.refusals[0].remedy
    assert "--kind key-decision" in remedy
    assert "--kind general-exception" in remedy
    assert "the chair of scrutiny or, failing them, the chair of council" in remedy


@pytest.mark.parametrize("kind", [Kind.NON_KEY, Kind.OFFICER_NON_KEY])
def test_a_decision_that_is_not_key_needs_none(kind: Kind) -> None:
    done = signed(drafted(kind))
    assert (done.state, done.proceedings.notice_route) == (State.SIGNED, None)


def test_a_notice_is_in_time_to_the_day() -> None:
    """28 clear days: neither the day of the notice nor that of the decision is one of them."""
    done = signed(noticed(KEY, "key-decision", IN_TIME))
    assert done.proceedings.notice_route is NoticeRoute.NOTICE
    outcome = not_signed(noticed(KEY, "key-decision", TOO_LATE))
    assert codes(outcome) == ["notice-short"]
    told = outcome.refusals[0]
    assert "from Fri 19 Oct 2018, but it is dated Thu 18 Oct 2018" in told.because
    assert (
        "28 clear days between the two are counted as calendar days here, not as working days"
        in told.because
    )
    assert told.authority.rule == "regulation 9"


def test_a_general_exception_leaves_five_clear_working_days() -> None:
    """Thursday, Friday, Monday, Tuesday and Wednesday are clear; the weekend is not counted."""
    done = signed(noticed(KEY, "general-exception", EXCEPTION))
    assert done.proceedings.notice_route is NoticeRoute.GENERAL_EXCEPTION
    outcome = not_signed(noticed(KEY, "general-exception", NO_EXCEPTION))
    assert codes(outcome) == ["notice-short"]
    told = outcome.refusals[0]
    assert "from Fri 19 Oct 2018" in told.because
    assert (
        "5 clear days between the two are counted as working days here, not as calendar days"
        in told.because
    )
    assert told.authority.rule == "regulation 10"


def test_a_closure_makes_five_clear_working_days_longer_and_28_calendar_days_no_longer() -> None:
    shut = rules(closed=[date(2018, 10, 15)])
    exception = noticed(KEY, "general-exception", EXCEPTION)
    assert codes(not_signed(exception, shut)) == ["notice-short"]
    assert signed(noticed(KEY, "key-decision", IN_TIME), shut)


def test_read_as_working_days_the_same_notice_is_too_short() -> None:
    """The other reading of 28 clear days, where a council puts it on file as its own."""
    working = rules("gullshire", ("[[direction]]", f"{_WORKING}[[direction]]"))
    outcome = not_signed(noticed(KEY, "key-decision", IN_TIME, working), working)
    assert codes(outcome) == ["notice-short"]
    assert "from Tue 30 Oct 2018" in outcome.refusals[0].because
    assert signed(noticed(KEY, "key-decision", date(2018, 9, 7), working), working)
    assert codes(not_signed(noticed(KEY, "key-decision", date(2018, 9, 10)), working))


_WORKING = """
[[key-decision-notice]]
from = 2010-01-01
days = 28
unit = "working"
basis = "constitution"
rule = "Part 5, rule 40"
words = "Notice of a key decision comes 28 clear working days before."

"""


def test_of_several_notices_the_first_in_time_will_do() -> None:
    twice = noticed(noticed(KEY, "key-decision", IN_TIME), "key-decision", TOO_LATE)
    assert signed(twice).proceedings.notice_route is NoticeRoute.NOTICE
    both = noticed(noticed(KEY, "key-decision", TOO_LATE), "general-exception", EXCEPTION)
    assert signed(both).proceedings.notice_route is NoticeRoute.GENERAL_EXCEPTION


def test_a_notice_of_another_kind_is_no_road() -> None:
    other = noticed(KEY, "private-meeting", IN_TIME)
    assert codes(not_signed(other)) == ["no-notice"]


CLAIM = replace(URGENT, agreed_by="Cllr chair", capacity="chair of scrutiny")


def test_a_statement_that_says_the_chair_of_scrutiny_agreed_is_a_road() -> None:
    """Nobody further down the ladder will do, unless they were asked in their order."""
    assert signed(KEY, urgency=CLAIM).proceedings.notice_route is NoticeRoute.SPECIAL_URGENCY
    for capacity in ("vice-chair of scrutiny", "the Leader", "chair of council", "deputy chair"):
        claim = replace(CLAIM, capacity=capacity)
        assert codes(not_signed(KEY, urgency=claim)) == ["no-notice"], capacity


def test_it_is_the_chair_whom_the_register_knows_that_must_have_agreed() -> None:
    """Where the register knows none, the statement is taken at its word."""
    other = replace(CLAIM, agreed_by="Cllr B")
    assert codes(not_signed(KEY, urgency=other)) == ["no-notice"]
    unknown = rules()
    unknown.appointments = ()
    assert (
        signed(KEY, unknown, urgency=other).proceedings.notice_route is NoticeRoute.SPECIAL_URGENCY
    )


def test_a_decision_is_not_made_before_the_day_that_its_notice_gave() -> None:
    at, later = noon(IN_TIME), date(2018, 10, 19)
    given = notice("key-decision", at, decide_from=later)
    early = taken("advance-notice-give", KEY, at, given, rules=GULL, actor=OFFICER)
    outcome = not_signed(early)
    assert codes(outcome) == ["notice-short"]
    assert "from Fri 19 Oct 2018" in outcome.refusals[0].because


def test_a_decision_is_not_made_after_the_period_that_its_notice_gave() -> None:
    """The notice gives the day, or the period in which: what is made later is not in it."""
    at = noon(date(2018, 9, 3))
    period = {"decide_from": date(2018, 10, 8), "decide_until": date(2018, 10, 12)}
    given = notice("key-decision", at, **period)
    over = taken("advance-notice-give", KEY, at, given, rules=GULL, actor=OFFICER)
    outcome = attempt("sign", case(over, SIGNED_AT, DETAILS["sign"], rules=GULL, text=said()), REF)
    assert isinstance(outcome, Refused)


def test_without_the_day_it_was_made_only_that_is_asked_for() -> None:
    outcome = not_signed(noticed(KEY, "key-decision", TOO_LATE), made_on=None)
    assert codes(outcome) == ["date-made-missing"]


def test_a_notice_past_the_calendar_is_refused_with_the_cure() -> None:
    far = replace(KEY, last_at=noon(date(2028, 12, 20)))
    late = taken(
        "advance-notice-give", far, far.last_at, notice("key-decision", far.last_at), rules=GULL
    )
    text = said(made_on=date(2028, 12, 20))
    outcome = refused("sign", late, late.last_at, DETAILS["sign"], rules=GULL, text=text)
    assert codes(outcome) == ["beyond-calendar"]


def test_where_the_nation_asks_no_notice_a_key_decision_is_signed() -> None:
    """In Wales none is on file: nothing is invented."""
    cardiff = Rules(constitution("cardiff"), calendar_for(Nation.WALES))
    assert signed(KEY, cardiff).proceedings.notice_route is None


# -- a meeting in private -----------------------------------------------------------------------


def in_private(*given: tuple[str, date]) -> list[str]:
    """Try to sign a decision made in private after these notices; give what is said against it."""
    draft = drafted(Kind.NON_KEY)
    for kind, published in given:
        draft = noticed(draft, kind, published)
    text = said(Kind.NON_KEY, private_meeting=True)
    asked_of = case(draft, SIGNED_AT, DETAILS["sign"], rules=GULL, text=text)
    outcome = attempt("sign", asked_of, REF)
    return codes(outcome) if isinstance(outcome, Refused) else []


FIRST, FURTHER = "private-meeting", "private-meeting-further"


def test_a_meeting_in_private_has_both_notices_in_time() -> None:
    assert in_private((FIRST, IN_TIME), (FURTHER, EXCEPTION)) == []


@pytest.mark.parametrize(
    "given",
    [
        (),
        ((FIRST, IN_TIME),),
        ((FURTHER, EXCEPTION),),
        ((FIRST, TOO_LATE), (FURTHER, EXCEPTION)),
        ((FIRST, IN_TIME), (FURTHER, NO_EXCEPTION)),
        (("key-decision", IN_TIME), (FURTHER, EXCEPTION)),
    ],
)
def test_a_meeting_in_private_without_them_is_not_signed(given: tuple[Any, ...]) -> None:
    given = tuple(sorted(given, key=lambda each: each[1]))
    assert in_private(*given) == ["private-meeting-not-noticed"]


def test_a_meeting_in_public_needs_neither() -> None:
    assert signed(drafted(Kind.NON_KEY), private_meeting=False).state is State.SIGNED
