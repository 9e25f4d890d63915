"""A decision that was held in time has not taken effect, though the close had recorded that."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from support.inputs import DETAILS
from support.requests import (
    GULL,
    MONITORING,
    ON_CALL_IN,
    OPENED,
    TICK,
    Asked,
    called_in,
    closed,
    lodged,
    not_closed,
    on,
    opened,
    rejected,
    rules,
    withdrawn,
)
from support.states import EVERY_STATE, RULES, Rules, codes, refused, taken
from workflow.model.decision import Decision
from workflow.model.holder import Holder
from workflow.model.inputs import Because
from workflow.model.state import State
from workflow.procedures.found_late.inputs import RecordLateHold
from workflow.procedures.holds.inputs import Hold

ENDS = OPENED.due_effect
assert ENDS is not None
NEXT_MORNING = ENDS + timedelta(hours=9)
IN_TIME = ENDS - timedelta(hours=6)


def by_court(made_at: datetime = IN_TIME) -> RecordLateHold:
    return RecordLateHold(
        on_account_of=Holder.COURT,
        under="An order",
        reason="Served on legal services, who told nobody.",
        made_at=made_at,
    )


def found(decision: Decision, at: datetime = NEXT_MORNING, by: Rules = GULL) -> Decision:
    return taken("found-late-record-hold", decision, at, by_court(), rules=by, actor=MONITORING)


def not_found(decision: Decision, made_at: datetime, at: datetime = NEXT_MORNING) -> list[str]:
    given = {"rules": GULL, "actor": MONITORING}
    return codes(refused("found-late-record-hold", decision, at, by_court(made_at), **given))


def test_a_hold_made_before_the_end_is_not_lost_to_the_close() -> None:
    """It is in its period again, held; and takes effect once released, and not before."""
    again = found(closed(OPENED, NEXT_MORNING))
    assert (again.state, again.effective_at) == (State.CALL_IN_OPEN, None)
    assert (again.is_held, again.held_at) == (True, IN_TIME)
    assert codes(not_closed(again, NEXT_MORNING)) == ["held"]
    freed_at = NEXT_MORNING + timedelta(days=3)
    free = taken("release", again, freed_at, DETAILS["release"], rules=GULL, actor=MONITORING)
    assert closed(free, freed_at + timedelta(days=1)).effective_at == freed_at


def test_a_hold_made_while_a_clock_ran_puts_it_before_that_body_again() -> None:
    called = called_in()
    ends = called.due_effect
    assert ends is not None
    given = by_court(ends - TICK)
    lapsed, morning = closed(called, ends), ends + timedelta(hours=9)
    again = taken("found-late-record-hold", lapsed, morning, given, rules=GULL, actor=MONITORING)
    assert (again.state, again.effective_at, again.is_held) == (State.CALLED_IN, None, True)
    assert again.proceedings.limit == called.proceedings.limit
    assert again.proceedings.requests == called.proceedings.requests
    assert codes(not_closed(again, morning)) == ["held"]


@pytest.mark.parametrize(
    ("made_at", "said"),
    [
        (ENDS - TICK, None),
        (ENDS, "not-held-in-time"),
        (on(17), None),
    ],
    ids=["the last instant", "the instant of effect", "before publication"],
)
def test_in_time_is_before_effect_and_may_be_before_publication(
    made_at: datetime, said: str | None
) -> None:
    done = closed(OPENED, NEXT_MORNING)
    if said is not None:
        assert not_found(done, made_at) == [said]
        return
    given = {"rules": GULL, "actor": MONITORING}
    assert taken("found-late-record-hold", done, NEXT_MORNING, by_court(made_at), **given).is_held


def test_where_effect_counts_as_implementation_it_is_held_all_the_same() -> None:
    """Nobody had recorded carrying it out: a rule's word that it counts as done gives way."""
    done = closed(opened(RULES), ENDS + timedelta(days=1), RULES)
    assert done.state is State.IMPLEMENTED
    made_at = on(24)
    given = {"rules": RULES, "actor": MONITORING}
    told = taken(
        "found-late-record-hold", done, ENDS + timedelta(days=2), by_court(made_at), **given
    )
    assert (told.state, told.disputed_at, told.is_held) == (State.CALL_IN_OPEN, None, True)
    assert (told.effective_at, told.implemented_at) == (None, None)


def test_an_outcome_is_not_undone_by_a_hold_found_late() -> None:
    """Scrutiny let it stand: that was somebody's act, and not time's. It is held from now on."""
    by: Asked = rules()
    at = on(30)
    stands = taken(
        "scrutiny-resolve", called_in(), at, DETAILS["scrutiny-resolve"], rules=by, actor=MONITORING
    )
    assert not_found(stands, ON_CALL_IN, at + timedelta(hours=1)) == ["not-by-time"]
    held = taken("hold", stands, at + timedelta(hours=1), DETAILS["hold"], rules=by)
    assert held.is_held


def test_a_report_is_considered_by_days_from_the_hold_and_not_from_its_finding() -> None:
    given = RecordLateHold(
        on_account_of=Holder.MONITORING_OFFICER,
        under="LGHA 1989 s.5A",
        reason="The report was made on the Thursday, and the hold not recorded.",
        made_at=IN_TIME,
    )
    ordinary = taken("hold", OPENED, IN_TIME, _hold(given), rules=GULL, actor=MONITORING)
    told = {"rules": GULL, "actor": MONITORING}
    again = taken(
        "found-late-record-hold", closed(OPENED, NEXT_MORNING), NEXT_MORNING, given, **told
    )
    assert again.proceedings.consider_by == ordinary.proceedings.consider_by
    assert again.proceedings.consider_by is not None


def _hold(given: RecordLateHold) -> Hold:
    return Hold(on_account_of=given.on_account_of, under=given.under, reason=given.reason)


def test_a_period_that_reopened_and_closed_again_closed_by_time_alone() -> None:
    """After a call-in that lapsed, and a request found and rejected, a hold is still found: it is
    where it was when that clock ran out."""
    called = called_in()
    ends = called.due_effect
    assert ends is not None
    morning = ends + timedelta(hours=9)
    second = lodged(closed(called, ends), morning, received_at=IN_TIME)
    assert (second.state, second.called_in_at) == (called.state, called.called_in_at)
    again = closed(rejected(second, morning), morning + TICK)
    assert again.state is State.EFFECTIVE
    third = lodged(again, morning + timedelta(hours=1), received_at=IN_TIME, requested_by=("elm",))
    assert third.state is State.CALLED_IN
    held = found(again, morning + timedelta(hours=1))
    assert (held.state, held.is_held) == (State.CALLED_IN, True)


def test_a_call_in_that_was_withdrawn_ended_by_time_alone() -> None:
    """Its period ended as any other's does, so a hold is found."""
    done = closed(withdrawn(called_in(), on(23)), NEXT_MORNING)
    assert found(done).state is State.CALL_IN_OPEN


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


def test_a_hold_found_on_what_counts_as_implemented_says_what_can_be_done() -> None:
    done = EVERY_STATE[State.IMPLEMENTED]
    given = replace(DETAILS["found-late-record-hold"], made_at=done.last_at + timedelta(days=1))
    outcome = refused(
        "found-late-record-hold", done, done.last_at + timedelta(days=2), given, rules=GULL
    )
    assert "decisions hold" not in outcome.refusals[0].remedy
