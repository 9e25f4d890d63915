"""A decision that was called in: what scrutiny, council and its maker may do, and what follows."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from support.inputs import DETAILS
from support.requests import (
    AFTER,
    DEADLINE,
    GULL,
    OFFICER,
    ON_CALL_IN,
    POLICY,
    TICK,
    Asked,
    accepted,
    called_in,
    did,
    lodged,
    not_done,
    on,
    opened,
    rules,
    standings,
)
from support.states import MAKER, Rules
from workflow.model.decision import Decision
from workflow.model.proceedings import RequestStatus
from workflow.model.state import State
from workflow.model.time_limit import Awaited
from workflow.procedures.reconsideration.inputs import Change, Confirm
from workflow.procedures.scrutiny.inputs import Direct, Meet, ReferToCouncil

CONFIRM, CHANGE, RESOLVE = "reconsideration-confirm", "reconsideration-change", "scrutiny-resolve"
BACK, TO_COUNCIL, DIRECT = "scrutiny-refer-back", "scrutiny-refer-to-council", "scrutiny-direct"
HEREFORDSHIRE = Rules()  # says nothing of what follows a call-in


def by_maker(verb: str, decision: Decision, at: Any = AFTER, **more: Any) -> Decision:
    return did(verb, decision, at, actor=MAKER, **more)


def referred_back(by: Asked = GULL, **more: Any) -> Decision:
    return did(BACK, called_in(by=by, **more), ON_CALL_IN, rules=by)


def at_council(advice: str | None = "It is contrary.") -> Decision:
    details = ReferToCouncil(concerns="Over budget.", advice=advice)
    return did(TO_COUNCIL, called_in(), ON_CALL_IN, details)


def test_scrutiny_lets_it_stand_and_it_takes_effect() -> None:
    done = did(RESOLVE, called_in())
    assert (done.state, done.effective_at) == (State.EFFECTIVE, AFTER)
    assert standings(done) == [RequestStatus.CONCLUDED]
    assert done.proceedings.limit is None


def test_an_outcome_waits_until_nobody_else_can_be_in_time() -> None:
    early = on(24)
    assert not_done(RESOLVE, called_in(), early) == ["call-in-open"]
    for verb in (CONFIRM, CHANGE):
        assert not_done(verb, referred_back(), early, actor=MAKER) == ["call-in-open"]
    assert not_done("council-let-stand", at_council(), early) == ["call-in-open"]
    late = {"now": AFTER, "late_reason": "The period had to end first"}
    done = did(RESOLVE, called_in(), early, **late)
    assert done.effective_at == DEADLINE


@pytest.mark.parametrize(
    ("verb", "outcome"),
    [
        (RESOLVE, '"no further action", '),
        (BACK, '"refer back", '),
        (DIRECT, ', "direct that it not be implemented"'),
    ],
)
def test_scrutiny_does_only_what_the_councils_rule_allows(verb: str, outcome: str) -> None:
    by = rules("gullshire", (outcome, ""))
    assert not_done(verb, called_in(by=by), rules=by) == ["outcome-not-allowed"]
    assert did(verb, called_in())


def test_a_referral_to_council_wants_a_rule_that_allows_it() -> None:
    """Where nothing is on file scrutiny may resolve it and refer it back, and no more than that."""
    assert not_done(TO_COUNCIL, called_in(), rules=HEREFORDSHIRE) == ["not-on-file"]
    no_more = """[[scrutiny-outcomes]]
from = 2018-01-01
may = ["no further action", "refer back", "direct that it not be implemented"]
basis = "constitution"
rule = "Part 5, rule 7, as amended"
words = "Scrutiny lets it stand, refers it back, or directs."
[[direction]]"""
    by = rules("gullshire", ("[[direction]]", no_more))
    assert not_done(TO_COUNCIL, called_in(by=by), rules=by) == ["outcome-not-allowed"]
    assert did(BACK, called_in(), rules=HEREFORDSHIRE).proceedings.limit is None
    assert did(RESOLVE, called_in(), rules=HEREFORDSHIRE).state is State.EFFECTIVE


def test_only_what_is_contrary_to_the_framework_goes_to_council() -> None:
    bare = ReferToCouncil(concerns="Over budget.")
    assert not_done(TO_COUNCIL, called_in(), details=bare) == ["not-contrary-to-framework"]
    whenever = (
        "only when contrary to the budget or policy framework",
        "whenever scrutiny so decides",
    )
    by = rules("gullshire", whenever)
    gone = did(TO_COUNCIL, called_in(by=by), details=bare, rules=by)
    assert gone.state is State.REFERRED_TO_COUNCIL
    assert not gone.proceedings.contrary


@pytest.mark.parametrize("meeting", ["inquorate", "cancelled"])
def test_a_meeting_without_a_quorum_is_no_meeting(meeting: str) -> None:
    """It is on the record, and the clock runs on."""
    before = called_in()
    told = Meet(meeting=meeting, note="Two came.")  # type: ignore[arg-type]
    after = did("scrutiny-meet", before, ON_CALL_IN, told)
    assert after.proceedings == before.proceedings
    assert after.version == before.version + 1


# -- directions ---------------------------------------------------------------------------------


def test_a_direction_counts_calendar_days_from_the_day_after_its_issue() -> None:
    directed = did(DIRECT, called_in(), ON_CALL_IN, Direct(days=14, reason="Under review"))
    limit = directed.proceedings.direction
    assert limit is not None
    assert (limit.awaits, limit.last_day) == (Awaited.DIRECTION, date(2018, 11, 5))
    assert limit.ends_at == on(6, 0, month=11)
    assert directed.proceedings.governing == limit


def test_a_direction_is_issued_once_and_not_for_too_long() -> None:
    too_long = Direct(days=15, reason="Under review")
    assert not_done(DIRECT, called_in(), details=too_long) == ["direction-too-long"]
    directed = did(DIRECT, called_in(), ON_CALL_IN)
    assert not_done(DIRECT, directed) == ["directed-already"]
    assert not_done(DIRECT, called_in(), rules=HEREFORDSHIRE) == ["not-on-file"]


def test_a_direction_past_the_calendar_is_refused_with_the_cure() -> None:
    late = on(22).replace(year=2028, month=12, day=29)
    far = replace(called_in(), last_at=late)
    assert not_done(DIRECT, _without_a_clock(far), late) == ["beyond-calendar"]


def _without_a_clock(decision: Decision) -> Decision:
    return replace(decision, proceedings=replace(decision.proceedings, limit=None))


@pytest.mark.parametrize("verb", [BACK, TO_COUNCIL])
def test_a_referral_past_the_calendar_is_refused_with_the_cure(verb: str) -> None:
    late = on(22).replace(year=2028, month=12, day=29)
    far = _without_a_clock(replace(called_in(), last_at=late))
    assert not_done(verb, far, late) == ["beyond-calendar"]


# -- council ------------------------------------------------------------------------------------


def test_council_lets_it_stand_and_it_takes_effect() -> None:
    done = did("council-let-stand", at_council())
    assert (done.state, done.effective_at) == (State.EFFECTIVE, AFTER)


def test_council_objects_and_its_maker_looks_again_with_a_clock_of_its_own() -> None:
    back = did("council-object", at_council())
    assert back.state is State.REFERRED_BACK
    assert back.proceedings.limit is not None
    assert back.proceedings.limit.awaits is Awaited.RECONSIDERATION
    assert back.proceedings.limit.last_day == date(2018, 11, 2)
    far = replace(at_council(), last_at=on(22).replace(year=2028, month=12, day=28))
    assert not_done("council-object", _without_a_clock(far), far.last_at) == ["beyond-calendar"]


def test_council_decides_in_the_makers_place_only_outside_the_framework() -> None:
    done = did("council-decide", at_council())
    assert (done.state, done.superseded_at) == (State.SUPERSEDED, AFTER)
    assert done.effective_at is None
    assert standings(done) == [RequestStatus.CONCLUDED]
    within = replace(at_council(), proceedings=replace(at_council().proceedings, contrary=False))
    assert not_done("council-decide", within) == ["within-the-framework"]


# -- reconsideration ----------------------------------------------------------------------------


def test_its_maker_confirms_it_and_it_takes_effect() -> None:
    done = by_maker(CONFIRM, referred_back())
    assert (done.state, done.effective_at) == (State.EFFECTIVE, AFTER)
    assert done.proceedings.reconsidered == 1


def test_its_maker_rescinds_it_and_it_is_at_an_end() -> None:
    gone = by_maker("reconsideration-rescind", referred_back(), ON_CALL_IN)
    assert (gone.state, gone.withdrawn_at) == (State.WITHDRAWN, ON_CALL_IN)


def test_changed_it_is_a_new_decision_where_the_rule_has_it_so() -> None:
    """It is published again, and a new period opens; the old one is over, and no two are open."""
    changed = by_maker(CHANGE, referred_back())
    assert (changed.state, changed.window, changed.published_at) == (State.SIGNED, None, None)
    assert (changed.called_in_at, changed.made_on) == (None, AFTER.date())
    again = did("publish", changed, details=DETAILS["publish"], actor=OFFICER)
    assert again.window is not None
    assert (again.state, again.window.last_day) == (State.CALL_IN_OPEN, date(2018, 11, 2))
    asked = lodged(again, on(29), received_at=on(29), grounds=("consultation",))
    assert accepted(asked, on(29)).state is State.CALLED_IN


def test_changed_it_is_final_where_the_rule_has_it_so() -> None:
    by = rules("wealdshire")
    back = called_in(by=by, requested_by=("ash", "elm"))
    changed = by_maker(CHANGE, back, rules=by)
    assert (changed.state, changed.effective_at) == (State.EFFECTIVE, AFTER)
    assert changed.proceedings.final


def test_what_a_change_makes_must_be_on_file() -> None:
    back = did(BACK, called_in(), ON_CALL_IN, rules=HEREFORDSHIRE)
    assert not_done(CHANGE, back, rules=HEREFORDSHIRE, actor=MAKER) == ["not-on-file"]


ADVERSE = {"grounds": ("adverse effect",)}
VOTES = {"reason": "They were asked.", "votes_for": 8, "votes_against": 2}


def opined() -> Decision:
    return did("request-record-opinion", referred_back(**ADVERSE), ON_CALL_IN)


@pytest.mark.parametrize("verb", [CONFIRM, CHANGE, "reconsideration-rescind"])
def test_a_ground_that_needs_an_opinion_has_it_before_reconsideration(verb: str) -> None:
    details = Change(decision="Less.", **VOTES) if verb == CHANGE else Confirm(**VOTES)
    back = referred_back(**ADVERSE)
    assert not_done(verb, back, details=details, actor=MAKER) == ["opinion-missing"]
    assert by_maker(verb, opined(), details=details)
    assert by_maker(verb, referred_back(grounds=POLICY))


@pytest.mark.parametrize(
    ("cast", "against", "code"),
    [
        (8, 2, None),
        (7, 3, "majority-not-reached"),
        (9, 2, None),
        (8, 3, "majority-not-reached"),
        (0, 0, "majority-not-reached"),
        (None, None, "votes-missing"),
    ],
)
def test_a_ground_that_needs_four_fifths_of_the_votes_has_them_in_whole_votes(
    cast: int | None, against: int | None, code: str | None
) -> None:
    """Eighty per cent of eleven, rounded up, is nine."""
    details = Confirm(reason="They were.", votes_for=cast, votes_against=against)
    if code is None:
        assert by_maker(CONFIRM, opined(), details=details).state is State.EFFECTIVE
    else:
        assert not_done(CONFIRM, opined(), details=details, actor=MAKER) == [code]


def test_no_outcome_while_another_request_awaits_a_ruling() -> None:
    """One of those who asked too may yet succeed: nothing takes effect, and nothing is decided."""
    asked = {"requested_by": ("elm",), "received_at": DEADLINE}
    late, pending = DEADLINE + TICK, ["request-pending"]
    assert not_done(RESOLVE, lodged(called_in(), late, **asked)) == pending
    for verb in (CONFIRM, CHANGE):
        assert not_done(verb, lodged(referred_back(), late, **asked), actor=MAKER) == pending
    for verb in ("council-let-stand", "council-decide"):
        assert not_done(verb, lodged(at_council(), late, **asked)) == pending


def test_where_the_rule_has_it_so_a_call_in_goes_straight_to_those_who_decided() -> None:
    by = rules("wealdshire")
    back = called_in(by=by, requested_by=("ash", "elm"))
    assert back.state is State.REFERRED_BACK
    assert back.proceedings.limit is not None
    assert back.proceedings.limit.counted_from == ON_CALL_IN.date()
    assert back.proceedings.limit.last_day == date(2018, 11, 1)
    assert opened(by).state is State.CALL_IN_OPEN
