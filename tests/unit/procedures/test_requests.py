"""Asking for a call-in: what is recorded, and each thing that can stand in the way of it."""

from dataclasses import replace
from datetime import date, timedelta
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
    THREE,
    TICK,
    accepted,
    called_in,
    closed,
    lodged,
    on,
    opened,
    rejected,
    request,
    rules,
    standings,
    with_text,
    withdrawn,
)
from support.states import SEATS, codes, refused, seat, someone, taken
from workflow.model.decision import Decision
from workflow.model.people import Actor, Role
from workflow.model.proceedings import RequestStatus
from workflow.model.state import State
from workflow.procedures.making.inputs import Draft
from workflow.procedures.requests.inputs import RuleOnRequest, SupportRequest, WithdrawRequest
from workflow.text import instant

LATE = {"late_reason": "In the post"}
PENDING, ACCEPTED, REJECTED = (
    RequestStatus.PENDING,
    RequestStatus.ACCEPTED,
    RequestStatus.REJECTED,
)


def not_lodged(decision: Decision = OPENED, at: Any = ON_CALL_IN, **more: Any) -> list[str]:
    given = {"rules": GULL, "actor": OFFICER, **more.pop("case", {})}
    return codes(refused("call-in", decision, at, request(**more), **given))


def test_a_request_is_lodged_and_changes_nothing_of_where_the_decision_stands() -> None:
    decision = lodged()
    assert decision.state is State.CALL_IN_OPEN
    assert decision.window == OPENED.window
    assert decision.called_in_at is None
    (asked,) = decision.proceedings.requests
    assert (asked.number, asked.status, asked.received_at) == (
        1,
        PENDING,
        instant(ON_CALL_IN, ""),
    )
    assert len(asked.signatures) == 3
    assert (asked.grounds, asked.bare, asked.proposes) == (("policy",), (), False)


# -- the time of it -----------------------------------------------------------------------------


@pytest.mark.parametrize("seconds", [-1, 0])
def test_at_five_o_clock_exactly_a_request_is_in_time(seconds: int) -> None:
    received = DEADLINE + timedelta(seconds=seconds)
    assert lodged(at=received).asked_at == received


def test_a_second_after_five_a_request_is_out_of_time() -> None:
    for late in (TICK, timedelta(seconds=1)):
        received = DEADLINE + late
        assert not_lodged(at=received, received_at=received) == ["out-of-time"]


def test_a_request_in_time_and_recorded_after_the_deadline_says_why() -> None:
    later = DEADLINE + timedelta(hours=1)
    assert not_lodged(at=later, received_at=DEADLINE) == ["late-entry-needs-reason"]
    decision = lodged(at=later, received_at=DEADLINE)
    assert decision.state is State.CALL_IN_OPEN


def test_a_request_is_recorded_after_it_was_received() -> None:
    assert not_lodged(received_at=ON_CALL_IN + TICK) == ["in-the-future"]


def test_a_request_is_received_after_publication() -> None:
    assert not_lodged(received_at=on(18, 14)) == ["before-publication"]


def test_a_decision_that_had_no_period_cannot_be_asked_about() -> None:
    officers = taken("new", None, on(18), Draft(council="x", statement=DETAILS["new"].statement))
    assert not_lodged(officers) == ["not-published"]
    exempt = replace(closed(OPENED, DEADLINE + TICK), window=None)
    assert "exempt-from-call-in" in not_lodged(exempt, DEADLINE + TICK, case=LATE)


def test_a_decision_called_in_and_done_with_is_not_called_in_again() -> None:
    """Where it may be once for each decision, or nothing is said; once for each ground, it may be
    asked about again, in time, and stands as it did until then."""
    for changes in (
        [('once = "per ground"', 'once = "per decision"')],
        [('once = "per ground"', "")],
    ):
        by = rules("gullshire", *changes)
        done = taken(
            "scrutiny-resolve",
            called_in(by=by),
            DEADLINE + TICK,
            DETAILS["scrutiny-resolve"],
            rules=by,
        )
        said = not_lodged(done, DEADLINE + TICK, case={**LATE, "rules": by})
        assert said == ["called-in-already"]
    done = taken(
        "scrutiny-resolve", called_in(), DEADLINE + TICK, DETAILS["scrutiny-resolve"], rules=GULL
    )
    again = lodged(done, DEADLINE + TICK, grounds=("consultation",))
    assert (again.state, again.effective_at) == (State.CALL_IN_OPEN, None)
    assert standings(again) == [RequestStatus.CONCLUDED, PENDING]


# -- the people ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "code"),
    [
        (("nobody",), "signatory-unknown"),
        (("yew",), "signatory-departed"),
        (("hazel",), "signatory-ineligible"),
        (("oak",), "signatory-ineligible"),
    ],
)
def test_each_who_asks_is_known_sits_that_day_and_counts(
    people: tuple[str, ...], code: str
) -> None:
    """A stranger; one who left in September; a member of the executive; a co-optee, who counts on
    education alone."""
    assert not_lodged(requested_by=(*THREE, *people)) == [code]


def test_one_who_is_not_known_is_met_with_the_names_alike() -> None:
    given = {"rules": GULL, "actor": OFFICER}
    outcome = refused("call-in", OPENED, ON_CALL_IN, request(requested_by=("Clr ash",)), **given)
    (unknown,) = outcome.refusals
    assert unknown.because == "The register has nobody with a seat by the name of Clr ash."
    assert "Did you mean " in unknown.remedy


def test_two_people_of_one_name_are_not_told_apart_and_a_login_is() -> None:
    twin = rules()
    twin.appointments = (*SEATS, *[seat("ash2", Role.MEMBER)])
    object.__setattr__(twin.appointments[-1], "name", "Cllr ash")
    assert not_lodged(requested_by=("Cllr ash",), case={"rules": twin}) == ["signatory-unclear"]
    assert lodged(by=twin, requested_by=("ash",)).proceedings.requests


def test_a_co_optee_asks_about_education() -> None:
    given = {"rules": GULL, "actor": OFFICER, **with_text(education=True)}
    asked = request(requested_by=("oak", "pine"))
    assert taken("call-in", OPENED, ON_CALL_IN, asked, **given).proceedings.requests


def test_a_seat_held_on_the_day_of_receipt_is_enough_and_the_day_after_is_not() -> None:
    ends = rules()
    ends.appointments = (*SEATS, seat("fern", Role.MEMBER, until=date(2018, 10, 22)))
    assert lodged(by=ends, requested_by=("fern",)).proceedings.requests
    said = not_lodged(at=on(23), received_at=on(23), requested_by=("fern",), case={"rules": ends})
    assert said == ["signatory-departed"]


def test_nobody_who_made_a_decision_asks_for_it_to_be_called_in() -> None:
    """By the council's rule a member of the executive does not count either."""
    either = ["signatory-ineligible", "signatory-made-it"]
    assert not_lodged(requested_by=(*THREE, "the.leader")) == either
    anyone = rules("wealdshire")
    said = not_lodged(opened(anyone), requested_by=("ash", "the.leader"), case={"rules": anyone})
    assert said == ["signatory-made-it"]


def test_a_person_signs_once_by_whatever_name() -> None:
    assert not_lodged(requested_by=("ash", "Cllr ash")) == ["signed-twice"]
    join = SupportRequest(requested_by=("Cllr ash",), received_at=ON_CALL_IN)
    outcome = refused("request-support", lodged(), ON_CALL_IN, join, rules=GULL, actor=OFFICER)
    assert codes(outcome) == ["signed-twice"]


def test_a_member_speaks_for_that_member_only() -> None:
    """An officer records for others; a member, in person, alone."""
    elm = {"actor": Actor(person="elm", roles=frozenset({Role.MEMBER}), established="t")}
    assert not_lodged(requested_by=("elm", "fir"), case=elm) == ["not-for-others"]
    assert not_lodged(requested_by=("fir",), case=elm) == ["not-for-others"]
    assert not_lodged(requested_by=("elm",), electors=3, case=elm) == ["not-for-others"]
    own = request(requested_by=("elm",))
    decision = taken("call-in", OPENED, ON_CALL_IN, own, rules=GULL, **elm)
    others = WithdrawRequest(requested_by=(), reason="Satisfied")
    outcome = refused("request-withdraw", decision, ON_CALL_IN, others, rules=GULL, **elm)
    assert codes(outcome) == ["not-for-others"]


# -- which request ------------------------------------------------------------------------------


def ruled(verb: str, decision: Decision, number: int | None = None, **more: Any) -> list[str]:
    ruling = RuleOnRequest(request=number, reason="Why")
    given = {"rules": GULL, "actor": MONITORING, **more}
    return codes(refused(verb, decision, ON_CALL_IN, ruling, **given))


@pytest.mark.parametrize("verb", ["request-accept", "request-reject"])
def test_a_ruling_is_on_one_request_that_awaits_it(verb: str) -> None:
    two = lodged(lodged(), requested_by=("elm",))
    assert ruled(verb, OPENED) == ["no-such-request"]
    assert ruled(verb, two) == ["which-request"]
    assert ruled(verb, two, 3) == ["no-such-request"]
    assert ruled(verb, rejected(two, ON_CALL_IN, number=1), 1) == ["request-ruled-already"]


def test_a_step_that_names_no_request_is_about_the_only_one_it_can_be() -> None:
    two = rejected(lodged(lodged(), requested_by=("elm",)), ON_CALL_IN, number=2)
    assert standings(accepted(two)) == [ACCEPTED, REJECTED]


def test_several_requests_are_ruled_on_one_by_one_and_the_first_valid_one_calls_it_in() -> None:
    other = {"requested_by": ("cedar", "elm", "fir"), "grounds": ("consultation",)}
    two = lodged(lodged(), on(23), **other)
    one = accepted(two, on(23), number=2)
    assert one.state is State.CALLED_IN
    assert one.called_in_at == instant(on(23), "")
    both = accepted(one, on(24))
    assert (standings(both), both.state) == ([ACCEPTED, ACCEPTED], State.CALLED_IN)
    three = lodged(both, on(24), requested_by=("elm",))
    assert standings(rejected(three, on(24))) == [ACCEPTED, ACCEPTED, REJECTED]


def test_only_who_asked_withdraws() -> None:
    details = WithdrawRequest(requested_by=("elm",), reason="Satisfied")
    outcome = refused("request-withdraw", lodged(), ON_CALL_IN, details, rules=GULL, actor=OFFICER)
    assert codes(outcome) == ["had-not-asked"]
    gone = withdrawn(lodged(), ON_CALL_IN)
    outcome = refused("request-withdraw", gone, ON_CALL_IN, details, rules=GULL, actor=OFFICER)
    assert codes(outcome) == ["no-such-request"]


def test_nothing_takes_effect_while_a_request_awaits_a_ruling() -> None:
    decision = lodged()
    after = DEADLINE + TICK
    outcome = refused("close", decision, after, DETAILS["close"], rules=GULL, actor=OFFICER)
    assert codes(outcome) == ["request-pending"]
    outcome = refused("implement", decision, after, DETAILS["implement"], rules=GULL)
    assert codes(outcome) == ["request-awaits-ruling"]
    called = lodged(called_in(), on(23), requested_by=("elm",))
    outcome = refused(
        "scrutiny-resolve", called, after, DETAILS["scrutiny-resolve"], rules=GULL, actor=OFFICER
    )
    assert codes(outcome) == ["request-pending"]


def test_nobody_who_made_a_decision_rules_on_a_request_or_certifies_one() -> None:
    maker = Actor(person="the.leader", roles=frozenset(Role), established="t")
    decision = lodged(grounds=("relevant matters",))
    for verb in ("request-accept", "request-reject", "request-certify"):
        outcome = refused(verb, decision, ON_CALL_IN, DETAILS[verb], rules=GULL, actor=maker)
        assert "own-decision" in codes(outcome)


def test_the_officer_that_the_councils_rule_names_rules_and_no_other() -> None:
    assert ruled("request-accept", lodged(), actor=OFFICER) == ["not-authorised"]
    chief = someone(Role.HEAD_OF_PAID_SERVICE)
    assert ruled("request-reject", lodged(), actor=chief) == ["not-authorised"]


@pytest.mark.parametrize(
    ("ground", "said"),
    [
        ("relevent matters: They were left out.", ["ground-misspelt"]),
        ("Relevant Matters: They were left out.", []),
        ("we do not like it", []),
    ],
)
def test_a_ground_that_is_misspelt_is_not_lodged_and_any_other_is(
    ground: str, said: list[str]
) -> None:
    if said:
        assert not_lodged(grounds=(ground,)) == said
    else:
        assert lodged(grounds=(ground,)).proceedings.pending()
