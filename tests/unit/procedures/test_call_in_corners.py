"""Corners of the rules on a call-in: electors who stay, grounds that serve anew, times in order."""

from dataclasses import replace
from datetime import timedelta

from support.inputs import DETAILS
from support.requests import (
    GULL,
    OFFICER,
    ON_CALL_IN,
    OPENED,
    accepted,
    called_in,
    lodged,
    on,
    request,
    standings,
    withdrawn,
)
from support.states import MAKER, codes, refused, taken
from workflow.model.proceedings import RequestStatus
from workflow.model.state import State

MEMBER_AND_ELECTORS = {"requested_by": ("elm",), "electors": 150}


def test_electors_who_asked_still_ask_when_the_one_member_withdraws() -> None:
    """A hundred and fifty electors are enough, before the ruling and after it."""
    pending = withdrawn(lodged(**MEMBER_AND_ELECTORS), on(23), "elm")
    assert standings(pending) == [RequestStatus.PENDING]
    called = withdrawn(called_in(**MEMBER_AND_ELECTORS), on(23), "elm")
    assert (called.state, standings(called)) == (State.CALLED_IN, [RequestStatus.ACCEPTED])


def test_a_ground_serves_again_once_the_decision_is_a_new_one() -> None:
    """Changed on reconsideration it is a new decision, and may be called in, on any ground."""
    back = taken(
        "scrutiny-refer-back", called_in(), ON_CALL_IN, DETAILS["scrutiny-refer-back"], rules=GULL
    )
    changed = taken(
        "reconsideration-change",
        back,
        on(26),
        DETAILS["reconsideration-change"],
        rules=GULL,
        actor=MAKER,
    )
    again = taken("publish", changed, on(26), DETAILS["publish"], rules=GULL, actor=OFFICER)
    asked = lodged(again, on(29), received_at=on(29))
    assert accepted(asked, on(29)).state is State.CALLED_IN


def test_a_request_is_not_lodged_before_it_was_received() -> None:
    """Lodged at ten, received at eleven, recorded at noon: one of these is wrong."""
    ten, eleven, noon = (ON_CALL_IN - timedelta(hours=hours) for hours in (2, 1, 0))
    given = {"rules": GULL, "actor": OFFICER, "now": noon, "late_reason": "A queue"}
    outcome = refused("call-in", OPENED, ten, request(received_at=eleven), **given)
    assert codes(outcome) == ["in-the-future"]


def test_an_opinion_on_the_decision_as_it_was_is_none_on_the_decision_as_changed() -> None:
    called = called_in(grounds=("adverse effect",))
    opined = taken(
        "request-record-opinion", called, ON_CALL_IN, DETAILS["request-record-opinion"], rules=GULL
    )
    back = taken(
        "scrutiny-refer-back", opined, ON_CALL_IN, DETAILS["scrutiny-refer-back"], rules=GULL
    )
    votes = replace(DETAILS["reconsideration-change"], votes_for=9, votes_against=1)
    changed = taken("reconsideration-change", back, on(26), votes, rules=GULL, actor=MAKER)
    assert changed.proceedings.opinion_at is None
