"""A body that acted in time has acted, though the close had ended its clock meanwhile."""

from datetime import timedelta

import pytest

from support.inputs import DETAILS
from support.requests import GULL, ON_CALL_IN, called_in, lodged, on, rejected, rules
from support.states import MAKER, codes, refused, taken
from workflow.clock import london_day
from workflow.model.decision import Decision
from workflow.model.state import State
from workflow.procedures.attempt import Refused, Taken, attempt_close
from workflow.procedures.found_late.inputs import RecordLateOutcome
from workflow.procedures.scrutiny.inputs import Direct, Meet, Meeting


def lapsed() -> Decision:
    """Give a decision that took effect because scrutiny's time ran out."""
    called = called_in()
    assert called.due_effect is not None
    ended = attempt_close(called, called.due_effect, GULL)
    assert isinstance(ended, Taken)
    assert ended.decision.state is State.EFFECTIVE
    return ended.decision


LAPSED = lapsed()
EFFECT = LAPSED.effective_at
assert EFFECT is not None
NEXT_MORNING = EFFECT + timedelta(hours=9)
THE_EVENING_BEFORE = EFFECT - timedelta(hours=6)


def found(decision: Decision = LAPSED, **more: object) -> Decision:
    """Give the decision once it is found that scrutiny had acted the evening before."""
    given = RecordLateOutcome(acted_at=THE_EVENING_BEFORE, reason="The clerk was away.")
    return taken("found-late-record-outcome", decision, NEXT_MORNING, given, rules=GULL, **more)


def test_what_scrutiny_did_in_time_is_not_lost_to_the_close() -> None:
    """It is before scrutiny again, by its own clock, and the referral counts from that evening."""
    again = found()
    assert again.state is State.CALLED_IN
    assert again.effective_at is None
    back = taken(
        "scrutiny-refer-back", again, NEXT_MORNING, DETAILS["scrutiny-refer-back"], rules=GULL
    )
    assert back.state is State.REFERRED_BACK
    limit = back.proceedings.limit
    assert limit is not None
    assert limit.counted_from == london_day(THE_EVENING_BEFORE)
    assert back.proceedings.late_outcome_at is None
    done = taken(
        "reconsideration-confirm",
        back,
        NEXT_MORNING,
        DETAILS["reconsideration-confirm"],
        rules=GULL,
        actor=MAKER,
    )
    assert done.state is State.EFFECTIVE


def test_the_close_waits_until_what_it_did_is_recorded() -> None:
    """Its clock has run out, and does not run out again over what is to be recorded."""
    again = attempt_close(found(), NEXT_MORNING + timedelta(days=30), GULL)
    assert isinstance(again, Refused)
    assert codes(again) == ["outcome-not-recorded"]


@pytest.mark.parametrize("hours", [1, -24 * 90], ids=["too late", "before the call-in"])
def test_what_was_done_out_of_time_stays_out_of_time(hours: int) -> None:
    """The body's own time is what counts, to the instant."""
    given = RecordLateOutcome(acted_at=EFFECT + timedelta(hours=hours), reason="Late")  # type: ignore[operator]
    outcome = refused("found-late-record-outcome", LAPSED, NEXT_MORNING, given, rules=GULL)
    assert codes(outcome) == ["not-in-time"]


def test_a_decision_that_did_not_lapse_is_not_put_back() -> None:
    """One that scrutiny itself let stand took effect by that, and by no clock."""
    resolved = taken(
        "scrutiny-resolve", called_in(), ON_CALL_IN + timedelta(days=9), DETAILS["scrutiny-resolve"]
    )
    outcome = refused(
        "found-late-record-outcome",
        resolved,
        NEXT_MORNING,
        DETAILS["found-late-record-outcome"],
        rules=GULL,
    )
    assert codes(outcome) == ["did-not-lapse"]


def test_what_counts_as_implemented_already_is_disputed() -> None:
    """It is not put back; but it is on record that a body had acted, and nothing may be done."""
    given = DETAILS["implement"]
    done = taken("implement", LAPSED, NEXT_MORNING, given, rules=GULL)
    noted = found(done)
    assert noted.state is State.IMPLEMENTED
    assert noted.disputed_at == THE_EVENING_BEFORE


@pytest.mark.parametrize("recorded", [True, False], ids=["after the close", "before the close"])
def test_another_request_in_time_is_not_lost_to_a_clock_that_ran_out(recorded: bool) -> None:
    """It awaited a ruling when the clock ran out, whether or not the job had run by then."""
    start = LAPSED if recorded else called_in()
    told = {"requested_by": ("elm",), "received_at": on(25)}
    asked = lodged(start, NEXT_MORNING, **told)
    assert asked.effective_at is None
    assert asked.proceedings.lapsed is None
    again = attempt_close(asked, NEXT_MORNING, GULL)
    assert isinstance(again, Refused)
    assert "request-pending" in codes(again)
    ruled = rejected(asked, NEXT_MORNING + timedelta(days=1))
    done = attempt_close(ruled, NEXT_MORNING + timedelta(days=2), GULL)
    assert isinstance(done, Taken)
    assert done.decision.effective_at == NEXT_MORNING + timedelta(days=1)


def test_what_was_done_in_time_has_its_effect_from_then() -> None:
    """Confirmed on the evening before, it took effect then, though that is recorded later."""
    back = taken(
        "scrutiny-refer-back", called_in(), on(24), DETAILS["scrutiny-refer-back"], rules=GULL
    )
    ends = back.due_effect
    assert ends is not None
    ran_out = attempt_close(back, ends, GULL)
    assert isinstance(ran_out, Taken)
    acted_at, morning = ends - timedelta(hours=6), ends + timedelta(days=7)
    given = RecordLateOutcome(acted_at=acted_at, reason="The clerk was away.")
    again = taken("found-late-record-outcome", ran_out.decision, morning, given, rules=GULL)
    more = {"rules": GULL, "actor": MAKER}
    assert (
        taken(
            "reconsideration-confirm", again, morning, DETAILS["reconsideration-confirm"], **more
        ).effective_at
        == acted_at
    )
    changed = taken(
        "reconsideration-change", again, morning, DETAILS["reconsideration-change"], **more
    )
    assert changed.made_on == london_day(acted_at)
    final = rules("gullshire", ('"a new decision"', '"final"'))
    changed = taken(
        "reconsideration-change",
        again,
        morning,
        DETAILS["reconsideration-change"],
        rules=final,
        actor=MAKER,
    )
    assert (changed.state, changed.effective_at) == (State.EFFECTIVE, acted_at)
    at_once = rules(
        "gullshire", ('"a new decision"', '"final"'), ("recorded = true", "recorded = false")
    )
    done = taken(
        "reconsideration-change",
        again,
        morning,
        DETAILS["reconsideration-change"],
        rules=at_once,
        actor=MAKER,
    )
    assert done.effective_at == acted_at
    assert done.last_at == morning


def test_a_meeting_that_brought_effect_ended_the_time_for_anything_else() -> None:
    """At Fenshire a quorate meeting that refers it nowhere ends it; what came later is late."""
    by = rules("fenshire")
    called = called_in(by=by)
    quorate = Meet(meeting=Meeting.QUORATE, note="Met")
    met_at = on(24, 18)
    met = taken("scrutiny-meet", called, met_at, quorate, rules=by)
    ran_out = attempt_close(met, on(26), by)
    assert isinstance(ran_out, Taken)
    effect = ran_out.decision.effective_at
    assert effect is not None
    late = RecordLateOutcome(acted_at=effect + timedelta(hours=1), reason="L")
    outcome = refused("found-late-record-outcome", ran_out.decision, on(29), late, rules=by)
    assert codes(outcome) == ["not-in-time"]
    early = RecordLateOutcome(acted_at=met_at, reason="L")
    again = taken("found-late-record-outcome", ran_out.decision, on(29), early, rules=by)
    assert again.state is State.CALLED_IN


def test_after_a_direction_lapsed_it_is_back_before_the_body_it_was_before() -> None:
    """Referred back with a direction that ran longer: what its maker did is found."""
    by = rules("gullshire")
    directed = taken("scrutiny-direct", called_in(), on(22), Direct(days=14, reason="W"), rules=by)
    back = taken("scrutiny-refer-back", directed, on(22), DETAILS["scrutiny-refer-back"], rules=by)
    ends = back.due_effect
    assert ends is not None
    ran_out = attempt_close(back, ends, by)
    assert isinstance(ran_out, Taken)
    lapse = ran_out.decision.proceedings.lapsed
    assert lapse is not None
    assert lapse.ran_out == back.proceedings.direction
    given = RecordLateOutcome(acted_at=on(29), reason="The clerk was away.")
    again = taken(
        "found-late-record-outcome", ran_out.decision, ends + timedelta(days=1), given, rules=by
    )
    assert again.state is State.REFERRED_BACK
    assert again.proceedings.limit == back.proceedings.limit
    assert again.proceedings.direction == back.proceedings.direction
    assert again.proceedings.lapsed is None
