"""The clocks that run once a decision is called in: what each brings about, and what stops it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from support.inputs import DETAILS
from support.requests import (
    GULL,
    OFFICER,
    ON_CALL_IN,
    TICK,
    Asked,
    called_in,
    closed,
    did,
    lodged,
    not_closed,
    not_done,
    on,
    rules,
)
from support.states import MAKER, codes, taken
from workflow.model.decision import Decision
from workflow.model.state import State
from workflow.model.time_limit import Awaited
from workflow.procedures.attempt import Taken, attempt_close
from workflow.procedures.expiry.inputs import ReviewDeadline
from workflow.procedures.requests.inputs import RuleOnRequest
from workflow.procedures.scrutiny.inputs import Adjourn, Meet

CONFIRM, BACK = "reconsideration-confirm", "scrutiny-refer-back"
RESOLVE, REVIEW, ADJOURN = "scrutiny-resolve", "deadline-review", "scrutiny-adjourn"
SCRUTINY_ENDS, BACK_ENDS = on(6, 0, month=11), on(30, 0)
"""Ten working days after Monday 22 October 2018, to the end of the last: 5 November; and
five working days after it, to the end of the last: Monday 29 October."""
MEETING_RULE = "takes effect at the meeting or the end, whichever is earlier"
END_RULE = "takes effect at the end"


def met(decision: Decision, at: datetime, by: Asked = GULL) -> Decision:
    return did("scrutiny-meet", decision, at, by=by, details=Meet(meeting="quorate", note="Noted."))  # type: ignore[arg-type]


def put_off(decision: Decision, until: date, by: Asked = GULL) -> Decision:
    details = Adjourn(until=until, consent="the Leader", reason="A witness")
    return did(ADJOURN, decision, on(24), by=by, details=details)


def referred_back(by: Asked = GULL) -> Decision:
    return did(BACK, called_in(by=by), ON_CALL_IN, by=by)


def at_meeting() -> Asked:
    """Give the rules by which a meeting of scrutiny brings a decision into effect."""
    table = '"\nbasis = "constitution"\nrule = "Part 5, rule 6"'
    return rules("gullshire", (END_RULE + table, MEETING_RULE + table))


# -- what each brings about ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "ends", "awaited"),
    [
        (called_in, SCRUTINY_ENDS, Awaited.SCRUTINY),
        (referred_back, BACK_ENDS, Awaited.RECONSIDERATION),
    ],
)
def test_where_nobody_acts_in_time_it_takes_effect_at_the_end(
    make: Any, ends: datetime, awaited: Awaited
) -> None:
    """Dated at the legal instant, however late that is recorded; not a tick before."""
    decision = make()
    assert decision.due_effect == decision.due_at == ends
    assert codes(not_closed(decision, ends - TICK)) == ["clock-still-runs"]
    for late in (timedelta(0), timedelta(days=40)):
        done = closed(decision, ends + late)
        assert (done.state, done.effective_at) == (State.EFFECTIVE, ends)
    outcome = attempt_close(decision, ends, GULL)
    assert isinstance(outcome, Taken)
    assert outcome.entries[0].event.awaited is awaited  # type: ignore[attr-defined]


def test_a_clock_to_an_hour_includes_that_hour() -> None:
    by = rules("fenshire")
    called = called_in(by=by)
    five = on(31, 17)
    assert called.due_effect == five
    assert codes(not_closed(called, five, by)) == ["clock-still-runs"]
    assert closed(called, five + TICK, by).effective_at == five


def test_a_clock_that_is_held_brings_nothing_about_and_is_named_when_overdue() -> None:
    """Full council has twenty working days; the decision waits until it has."""
    council = did("scrutiny-refer-to-council", called_in(), ON_CALL_IN)
    assert council.due_effect is None
    ends = on(20, 0, month=11)
    assert council.due_at == ends
    assert codes(not_closed(council, ends - TICK)) == ["clock-still-runs"]
    assert codes(not_closed(council, ends)) == ["overdue"]
    assert did("council-let-stand", council, on(30, month=11)).state is State.EFFECTIVE


def test_where_no_rule_is_on_file_no_clock_runs_and_none_is_put_off() -> None:
    by = rules("larkshire")
    called = called_in(by=by)
    assert called.proceedings.limit is None
    assert called.due_at is None
    assert codes(not_closed(called, on(30, month=12), by)) == ["no-time-limit-runs"]
    assert not_done(ADJOURN, called, on(24), by=by) == ["no-time-limit-runs"]
    assert not_done(REVIEW, called, on(24), by=by) == ["no-time-limit-runs"]


def test_a_meeting_that_refers_it_nowhere_brings_it_into_effect_where_the_rule_has_it_so() -> None:
    """At the meeting, once the period is over for others; or at the end, where none is held."""
    by = at_meeting()
    after = on(30)
    assert met(called_in(by=by), after, by).due_effect == after
    assert closed(met(called_in(by=by), after, by), after, by).effective_at == after
    assert closed(called_in(by=by), SCRUTINY_ENDS, by).effective_at == SCRUTINY_ENDS


def test_a_meeting_within_the_period_brings_effect_when_that_is_over() -> None:
    by = at_meeting()
    early = met(called_in(by=by), on(24), by)
    window = early.window
    assert window is not None
    assert early.due_effect == window.effective_from
    assert codes(not_closed(early, window.effective_from, by)) == ["clock-still-runs"]
    assert closed(early, window.effective_from + TICK, by).effective_at == window.effective_from


def test_where_the_rule_is_the_end_a_meeting_changes_nothing_of_it() -> None:
    assert met(called_in(), on(30)).due_effect == SCRUTINY_ENDS


@pytest.mark.parametrize("meeting", ["inquorate", "cancelled"])
def test_a_meeting_without_a_quorum_brings_nothing_about(meeting: str) -> None:
    by = at_meeting()
    told = Meet(meeting=meeting, note="Two came.")  # type: ignore[arg-type]
    after = did("scrutiny-meet", called_in(by=by), on(30), by=by, details=told)
    assert after.due_effect == SCRUTINY_ENDS


# -- put off, directed, referred on -------------------------------------------------------------


def test_a_clock_is_put_off_to_a_later_day_with_consent() -> None:
    later = put_off(called_in(), date(2018, 11, 9))
    assert later.due_effect == on(10, 0, month=11)
    assert codes(not_closed(later, SCRUTINY_ENDS)) == ["clock-still-runs"]
    assert closed(later, on(10, 0, month=11)).effective_at == on(10, 0, month=11)


@pytest.mark.parametrize(
    ("until", "code"),
    [
        (date(2018, 11, 5), "not-put-off"),
        (date(2018, 10, 30), "not-put-off"),
        (date(2029, 1, 2), "beyond-calendar"),
    ],
)
def test_a_clock_is_not_put_off_to_the_same_day_or_past_the_calendar(
    until: date, code: str
) -> None:
    details = Adjourn(until=until, consent="the Leader", reason="A witness")
    assert not_done(ADJOURN, called_in(), on(24), details=details) == [code]


def test_a_meeting_that_is_adjourned_afterwards_brings_nothing_about() -> None:
    by = at_meeting()
    later = put_off(met(called_in(by=by), on(24), by), date(2018, 11, 9), by)
    assert later.due_effect == on(10, 0, month=11)


def test_a_direction_ends_of_itself_and_it_takes_effect_then() -> None:
    """Fourteen days from Wednesday 24 October; scrutiny's own clock is not waited for."""
    directed = did("scrutiny-direct", called_in(), on(24))
    ends = on(8, 0, month=11)
    assert directed.due_effect == ends
    assert codes(not_closed(directed, ends - TICK)) == ["clock-still-runs"]
    assert closed(directed, on(20, month=11)).effective_at == ends


def test_a_meeting_does_not_cut_a_direction_short() -> None:
    """Where a quorate meeting brings effect, a direction that lasts longer is waited for."""
    by = at_meeting()
    directed = did("scrutiny-direct", called_in(by=by), on(24), by=by)
    assert met(directed, on(26), by).due_effect == on(8, 0, month=11)


def test_referred_back_it_goes_by_the_makers_clock_and_no_longer_by_scrutinys() -> None:
    back = did(BACK, called_in(), on(5, month=11))
    assert back.due_effect == on(13, 0, month=11)
    confirmed = taken(CONFIRM, back, on(9, month=11), DETAILS[CONFIRM], rules=GULL, actor=MAKER)
    assert (confirmed.effective_at, confirmed.due_at) == (on(9, month=11), None)


# -- a day closed while a clock runs ------------------------------------------------------------

CLOSED = date(2018, 10, 31)
REVISED = on(7, 0, month=11)


def test_a_clock_whose_days_would_now_be_later_is_put_before_a_person() -> None:
    shut = rules(closed=[CLOSED])
    assert codes(not_closed(called_in(), SCRUTINY_ENDS, shut)) == ["recount-later"]
    told = {"actor": OFFICER}
    revise = ReviewDeadline(outcome="revise", reason="A flood")  # type: ignore[arg-type]
    revised = did(REVIEW, called_in(), on(1, month=11), by=shut, details=revise, **told)
    assert revised.due_effect == REVISED
    assert codes(not_closed(revised, SCRUTINY_ENDS, shut)) == ["clock-still-runs"]
    assert closed(revised, REVISED, shut).effective_at == REVISED
    keep = ReviewDeadline(outcome="keep", reason="As published")  # type: ignore[arg-type]
    kept = did(REVIEW, called_in(), on(1, month=11), by=shut, details=keep, **told)
    assert closed(kept, SCRUTINY_ENDS, shut).effective_at == SCRUTINY_ENDS
    assert not_done(REVIEW, kept, on(2, month=11), by=shut) == ["deadline-agrees"]


def test_a_day_that_gives_no_more_time_leaves_a_clock_alone() -> None:
    elsewhere = rules(closed=[date(2018, 11, 20)])
    assert closed(called_in(), SCRUTINY_ENDS, elsewhere).effective_at == SCRUTINY_ENDS
    assert not_done(REVIEW, called_in(), on(1, month=11), by=elsewhere) == ["deadline-agrees"]


def test_a_clock_put_off_to_a_day_keeps_that_day() -> None:
    """Its days are no count's any more: counted again, they would give a day later still."""
    shut = rules(closed=[CLOSED, date(2018, 11, 1)])
    assert codes(not_closed(called_in(), SCRUTINY_ENDS, shut)) == ["recount-later"]
    later, ends = put_off(called_in(), date(2018, 11, 6)), on(7, 0, month=11)
    assert closed(later, ends, shut).effective_at == ends
    assert not_done(REVIEW, later, on(2, month=11), by=shut) == ["deadline-agrees"]


# -- a day of the period itself closed, once it has been called in -------------------------------

IN_THE_PERIOD = date(2018, 10, 24)
"""Both the period, to Thursday 25 October, and scrutiny's clock, to 5 November, count it."""


def test_a_period_whose_days_would_now_be_later_is_put_before_a_person_after_a_call_in() -> None:
    """Others had until the 26th to ask; nothing takes effect meanwhile."""
    shut, at = rules(closed=[IN_THE_PERIOD]), on(30)
    assert not_done(RESOLVE, called_in(), at, by=shut) == ["recount-later"]
    assert codes(not_closed(called_in(), SCRUTINY_ENDS, shut)) == ["recount-later"] * 2
    told = {"details": ReviewDeadline(outcome="revise", reason="A flood"), "actor": OFFICER}  # type: ignore[arg-type]
    period = did(REVIEW, called_in(), on(25), by=shut, **told)
    assert period.window is not None
    assert period.window.request_deadline == on(26, 17)
    assert period.proceedings.limit == called_in().proceedings.limit
    assert codes(not_closed(period, SCRUTINY_ENDS, shut)) == ["recount-later"]
    both = did(REVIEW, period, on(25), by=shut, **told)
    assert both.due_effect == REVISED
    assert not_done(REVIEW, both, on(26), by=shut) == ["deadline-agrees"]
    assert did(RESOLVE, both, at, by=shut).effective_at == at


# -- held ---------------------------------------------------------------------------------------


def test_a_hold_stops_a_lapse_and_its_release_dates_the_effect() -> None:
    held = did("hold", called_in(), on(24))
    assert codes(not_closed(held, SCRUTINY_ENDS)) == ["held"]
    after = on(12, month=11)
    free = did("release", held, after)
    assert free.due_effect == after
    assert closed(free, on(20, month=11)).effective_at == after


def test_a_hold_released_in_time_changes_nothing_of_a_clock() -> None:
    free = did("release", did("hold", called_in(), on(24)), on(26))
    assert closed(free, SCRUTINY_ENDS).effective_at == SCRUTINY_ENDS


def test_a_hold_after_the_end_does_not_undo_what_time_had_done() -> None:
    """The clock ran out at midnight; a hold at nine is of a decision in force, recorded or not."""
    held = did("hold", called_in(), on(6, 9, month=11))
    assert (held.state, held.effective_at) == (State.EFFECTIVE, SCRUTINY_ENDS)


def test_a_request_that_awaits_a_ruling_stops_a_lapse_and_the_ruling_dates_the_effect() -> None:
    other = {"requested_by": ("elm",), "received_at": on(25)}
    asked = lodged(called_in(), on(26), **other)
    assert codes(not_closed(asked, SCRUTINY_ENDS)) == ["request-pending"]
    ruled = on(9, month=11)
    rejected = did("request-reject", asked, ruled, details=RuleOnRequest(reason="One is too few"))
    assert closed(rejected, on(20, month=11)).effective_at == ruled
