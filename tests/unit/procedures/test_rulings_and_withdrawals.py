"""Ruling on a request to call in, and withdrawing from one: what must be so, and what follows."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from support.inputs import DETAILS
from support.requests import (
    DEADLINE,
    GULL,
    MONITORING,
    OFFICER,
    ON_CALL_IN,
    OPENED,
    POLICY,
    THREE,
    TICK,
    Asked,
    accepted,
    called_in,
    closed,
    lodged,
    not_closed,
    on,
    opened,
    rejected,
    request,
    rules,
    standings,
    with_text,
    withdrawn,
)
from support.states import SEATS, codes, refused, someone, taken
from workflow.model.decision import Decision
from workflow.model.people import Role
from workflow.model.proceedings import RequestStatus
from workflow.model.state import State
from workflow.procedures.requests.inputs import CertifyGround, SupportRequest

PENDING, ACCEPTED = RequestStatus.PENDING, RequestStatus.ACCEPTED
REJECTED, WITHDRAWN = RequestStatus.REJECTED, RequestStatus.WITHDRAWN
CONCLUDED = RequestStatus.CONCLUDED


def not_valid(decision: Decision, by: Asked = GULL, **more: Any) -> list[str]:
    """Give why a request cannot be ruled valid."""
    given = {"rules": by, "actor": MONITORING, **more}
    at = max(ON_CALL_IN, decision.last_at)
    return codes(refused("request-accept", decision, at, DETAILS["request-accept"], **given))


# -- enough who count ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "people",
    [("chair", "ash", "beech"), ("elm", "fir", "someone"), ("chair", "elm", "fir", "ash")],
)
def test_enough_ask_in_one_of_the_ways_that_the_rule_allows(people: tuple[str, ...]) -> None:
    assert accepted(lodged(requested_by=people)).state is State.CALLED_IN


@pytest.mark.parametrize(
    ("people", "electors"), [(("chair", "ash"), 0), (("elm", "fir"), 0), ((), 149)]
)
def test_too_few_ask_until_others_join_them(people: tuple[str, ...], electors: int) -> None:
    few = lodged(requested_by=people, electors=electors)
    assert not_valid(few) == ["too-few-ask"]
    more = SupportRequest(
        requested_by=() if electors else ("beech",),
        received_at=ON_CALL_IN,
        electors=electors // 149,
    )
    joined = taken("request-support", few, ON_CALL_IN, more, rules=GULL, actor=OFFICER)
    assert accepted(joined).state is State.CALLED_IN


def test_a_member_for_the_ward_affected_asks_alone() -> None:
    """Dunmore's own member; where the decision affects it most, and nowhere else."""
    lone = lodged(requested_by=("cedar",))
    assert not_valid(lone) == ["too-few-ask"]
    ruled = {"rules": GULL, "actor": MONITORING, **with_text(wards=("Dunmore",))}
    ruling = DETAILS["request-accept"]
    assert taken("request-accept", lone, ON_CALL_IN, ruling, **ruled).state is State.CALLED_IN


def test_each_who_asks_counts_as_they_sat_when_they_signed() -> None:
    """A seat that ends before the ruling still counts; it was held on the day of the request."""
    gone, last = rules(), ON_CALL_IN.date()
    gone.appointments = tuple(
        replace(each, until=last) if each.person in THREE else each for each in SEATS
    )
    assert accepted(lodged(), on(24), gone).state is State.CALLED_IN


def test_a_part_of_the_members_wants_their_number_on_file() -> None:
    """Fifteen per cent of forty is six; where it is not said how many there are, nobody knows."""
    parts = ("may-ask = [{ members = 2 }, { percent-of-members = 15 }, { electors = 100 }]",)
    only = (*parts, "may-ask = [{ percent-of-members = 15 }]")
    by = rules("wealdshire", only)  # type: ignore[arg-type]
    six = ("chair", "ash", "beech", "cedar", "elm", "fir")
    few = lodged(opened(by), by=by, requested_by=six[:5])
    assert not_valid(few, by) == ["too-few-ask"]
    assert accepted(lodged(opened(by), by=by, requested_by=six), by=by)
    until = (
        '[[membership]]\nfrom = 2018-10-01\nrepealed = true\nbasis = "constitution"\n'
        'rule = "Part 1"\nwords = "Struck out."\n\n[[reconsidered-by]]'
    )
    unsaid = rules("wealdshire", only, ("[[reconsidered-by]]", until))  # type: ignore[arg-type]
    assert not_valid(few, unsaid) == ["membership-unknown"]


# -- its grounds --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grounds", "code"),
    [
        (("dislike",), "ground-not-listed"),
        (("policy",), "particulars-missing"),
        (("policy:  ",), "particulars-missing"),
        (("relevant matters",), "certificate-missing"),
    ],
)
def test_a_ground_is_listed_with_what_it_needs(grounds: tuple[str, ...], code: str) -> None:
    assert not_valid(lodged(grounds=grounds)) == [code]


def test_one_good_ground_is_enough_beside_others() -> None:
    grounds = ("dislike", "policy", "consultation")
    assert accepted(lodged(grounds=grounds)).state is State.CALLED_IN


def test_the_officer_named_certifies_a_ground_that_needs_it() -> None:
    asked = lodged(grounds=("relevant matters",))
    chief = {"rules": GULL, "actor": someone(Role.HEAD_OF_PAID_SERVICE)}
    certificate = DETAILS["request-certify"]
    certified = taken("request-certify", asked, ON_CALL_IN, certificate, **chief)
    assert accepted(certified).state is State.CALLED_IN
    other = {"rules": GULL, "actor": MONITORING}
    outcome = refused("request-certify", asked, ON_CALL_IN, certificate, **other)
    assert codes(outcome) == ["not-authorised"]
    for ground in ("policy", "no such ground"):
        details = CertifyGround(ground=ground, certificate="It bears on it.")
        outcome = refused("request-certify", asked, ON_CALL_IN, details, rules=GULL)
        assert codes(outcome) == ["no-certificate-needed"]


# -- within its limits --------------------------------------------------------------------------

PROPOSES = ('once = "per ground"', 'once = "per ground"\nproposes-alternative = true')


def test_where_the_rule_wants_it_a_request_proposes_another_course() -> None:
    by = rules("gullshire", PROPOSES)
    assert not_valid(lodged(by=by), by) == ["no-alternative-proposed"]
    assert accepted(lodged(by=by, alternative="Charge less."), by=by)


def test_a_ground_serves_once() -> None:
    again = lodged(called_in(), requested_by=("elm", "fir", "someone"))
    assert not_valid(again) == ["ground-used-already"]
    other = lodged(called_in(), requested_by=("elm", "fir", "someone"), grounds=("consultation",))
    assert standings(accepted(other)) == [ACCEPTED, ACCEPTED]
    third = lodged(accepted(other), grounds=(*POLICY, "consultation"))
    assert not_valid(third) == ["ground-used-already"]


def test_nobody_joins_more_requests_in_a_council_year_than_the_rule_allows() -> None:
    """Five since 21 May, when the council year began."""
    often = rules()
    often.often = 4
    assert accepted(lodged(), by=often)
    assert often.since == datetime.fromisoformat("2018-05-20T23:00:00+00:00")
    often.often = 5
    assert not_valid(lodged(), often) == ["asked-too-often"]
    gone = withdrawn(lodged(), ON_CALL_IN, *THREE[1:])
    assert "asked-too-often" in not_valid(gone, often)


def test_the_same_matter_is_not_asked_about_within_six_months() -> None:
    by = rules()
    by.others = ["HFD-2018-007"]
    assert accepted(lodged(), by=by)
    given = {"rules": by, "actor": OFFICER, **with_text(issue_reference="I50027300")}
    asked = taken("call-in", OPENED, ON_CALL_IN, request(), **given)
    assert not_valid(asked, by) == ["same-issue-asked"]
    assert by.since == datetime.fromisoformat("2018-04-21T23:00:00+00:00")


def test_a_clock_that_would_end_past_the_calendar_is_refused_with_the_cure() -> None:
    late = on(22).replace(year=2028, month=12, day=20)
    assert not_valid(replace(lodged(), last_at=late)) == ["beyond-calendar"]


# -- ruled late, and ruled invalid --------------------------------------------------------------


def test_a_request_ruled_valid_after_the_deadline_calls_it_in_all_the_same() -> None:
    """Received on the last day; ruled on four days later; its clock starts with the ruling."""
    decision = accepted(lodged(at=DEADLINE), on(29))
    assert (decision.state, decision.called_in_at) == (State.CALLED_IN, DEADLINE)
    assert decision.proceedings.limit is not None
    assert decision.proceedings.limit.counted_from == on(29).date()


def test_ruled_invalid_within_the_period_the_period_runs_on() -> None:
    decision = rejected(lodged(), on(23))
    assert standings(decision) == [REJECTED]
    assert codes(not_closed(decision, DEADLINE)) == ["call-in-open"]
    assert closed(decision, DEADLINE + TICK).effective_at == DEADLINE


def test_ruled_invalid_after_the_deadline_it_takes_effect_with_the_ruling() -> None:
    decision = rejected(lodged(), on(29))
    assert decision.due_effect == decision.due_at == on(29)
    assert closed(decision, on(31)).effective_at == on(29)


def test_of_several_ruled_invalid_the_last_ruling_dates_the_effect() -> None:
    two = lodged(lodged(), on(23), requested_by=("elm",))
    one = rejected(two, on(29), number=1)
    assert codes(not_closed(one, on(30))) == ["request-pending"]
    assert closed(rejected(one, on(31)), on(31, 13)).effective_at == on(31)


def test_a_corrected_request_may_follow_while_the_period_runs() -> None:
    decision = rejected(lodged(grounds=("dislike",)), on(23))
    again = lodged(decision, on(24))
    assert standings(again) == [REJECTED, PENDING]
    assert accepted(again, on(24)).state is State.CALLED_IN


# -- withdrawal ---------------------------------------------------------------------------------


def test_before_a_ruling_a_request_ends_when_all_who_asked_withdraw() -> None:
    one = withdrawn(lodged(), on(23), "chair")
    assert standings(one) == [PENDING]
    assert standings(withdrawn(one, on(23), "ash", "beech")) == [WITHDRAWN]
    assert standings(withdrawn(lodged(), on(23))) == [WITHDRAWN]


def test_below_the_threshold_it_goes_back_to_its_period_with_the_days_left() -> None:
    decision = withdrawn(called_in(), on(23), "chair")
    assert standings(decision) == [WITHDRAWN]
    assert (decision.state, decision.called_in_at) == (State.CALL_IN_OPEN, None)
    assert decision.proceedings.limit is None
    assert codes(not_closed(decision, DEADLINE)) == ["call-in-open"]
    assert lodged(decision, DEADLINE).proceedings.pending()
    assert closed(decision, DEADLINE + TICK).effective_at == DEADLINE


def test_below_the_threshold_after_the_deadline_it_takes_effect_with_the_withdrawal() -> None:
    decision = withdrawn(called_in(), on(30), "chair")
    assert decision.state is State.CALL_IN_OPEN
    assert closed(decision, on(31)).effective_at == on(30)


def test_with_enough_left_it_stays_called_in() -> None:
    decision = withdrawn(called_in(requested_by=("chair", "ash", "beech", "elm")), on(23), "chair")
    assert (decision.state, standings(decision)) == (State.CALLED_IN, [ACCEPTED])
    assert withdrawn(decision, on(24), "elm").state is State.CALL_IN_OPEN


def test_while_another_valid_request_stands_it_stays_called_in() -> None:
    other = {"requested_by": ("elm", "fir", "someone"), "grounds": ("consultation",)}
    two = accepted(lodged(called_in(), on(23), **other), on(23))
    one = withdrawn(two, on(24), number=1)
    assert (one.state, standings(one)) == (State.CALLED_IN, [WITHDRAWN, ACCEPTED])
    assert withdrawn(one, on(24)).state is State.CALL_IN_OPEN


@pytest.mark.parametrize(
    ("rule", "when_some", "when_all"),
    [
        ("ends it when too few remain", State.CALL_IN_OPEN, State.CALL_IN_OPEN),
        ("ends it when all withdraw", State.CALLED_IN, State.CALL_IN_OPEN),
        ("does not end it", State.CALLED_IN, State.CALLED_IN),
    ],
)
def test_what_a_withdrawal_does_is_the_councils_own_rule(
    rule: str, when_some: State, when_all: State
) -> None:
    by = rules("gullshire", ("ends it when too few remain", rule))
    called = called_in(by=by)
    assert withdrawn(called, on(23), "chair", by=by).state is when_some
    assert withdrawn(called, on(23), by=by).state is when_all


def test_one_withdrawn_from_those_who_decided_goes_back_to_its_period_too() -> None:
    by = rules("wealdshire")
    back = called_in(by=by, requested_by=("ash", "elm"))
    assert back.state is State.REFERRED_BACK
    assert withdrawn(back, on(23), "ash", by=by).state is State.REFERRED_BACK
    assert withdrawn(back, on(23), by=by).state is State.CALL_IN_OPEN
