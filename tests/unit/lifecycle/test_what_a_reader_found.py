"""What an independent reading of the procedure found, each with the case that showed it."""

from dataclasses import replace
from datetime import timedelta

from calling import GULL, MONITORING, OPENED, accepted, called_in, lodged, on, request
from cells import DETAILS, EVERY_STATE, codes, refused, taken
from given import BEFORE_THE_END, SIGNED_AT, STATEMENT, URGENT

from workflow.lifecycle.attempt import Taken, attempt_close
from workflow.model import details as asks
from workflow.model.people import mark
from workflow.model.state import State


def test_a_request_ruled_valid_late_dates_the_effect_at_its_ruling_and_not_before() -> None:
    """Scrutiny's time had run out over it; nothing took effect while it awaited its ruling."""
    second = request(requested_by=("elm", "fir", "cedar"), grounds=("consultation",))
    both = taken("call-in", called_in(), BEFORE_THE_END, second, rules=GULL)
    late = on(30) + timedelta(days=30)
    ruling = {"rules": GULL, "actor": MONITORING}
    joined = taken("accept-request", both, late, DETAILS["accept-request"], **ruling)
    done = attempt_close(joined, late + timedelta(days=1), GULL)
    assert isinstance(done, Taken)
    assert done.decision.effective_at is not None
    assert done.decision.effective_at >= late


def test_urgency_that_a_stranger_agreed_exempts_nothing() -> None:
    """Typed on the paper by nobody on the ladder, it opens its period as any other."""
    said = replace(URGENT, agreed_by="The cleaner", capacity="cleaner")
    text = replace(STATEMENT, urgency=said)
    signed = EVERY_STATE[State.SIGNED]
    published = taken("publish", signed, SIGNED_AT, DETAILS["publish"], text=text)
    assert published.state is State.CALL_IN_OPEN
    armchair = replace(said, capacity="Leader, in the armchair of scrutiny")
    text = replace(STATEMENT, urgency=armchair)
    published = taken("publish", signed, SIGNED_AT, DETAILS["publish"], text=text)
    assert published.state is State.CALL_IN_OPEN


def test_a_hold_at_the_last_instant_of_a_period_stops_its_effect() -> None:
    """At five o'clock a request is in time, and so is a hold; effect waits for its release."""
    window = OPENED.window
    assert window is not None
    held = taken("hold", OPENED, window.effective_from, DETAILS["hold"], rules=GULL)
    freed_at = window.effective_from + timedelta(days=5)
    freed = taken("release", held, freed_at, DETAILS["release"], rules=GULL)
    assert freed.due_effect == freed_at


def test_a_direction_never_shortens_the_time_that_scrutiny_has() -> None:
    """An order not to implement does not bring effect sooner than there would have been any."""
    called = called_in()
    directed = taken("direct", called, called.last_at, asks.Direct(days=1, reason="W"), rules=GULL)
    assert directed.due_effect == called.due_effect


def test_who_made_it_is_known_by_the_name_they_are_appointed_under() -> None:
    """Named as the register shows them, they are the person who logs in."""
    given = asks.Sign(signatory="The Leader", made_by=("Cllr elm",))
    made = taken("sign", EVERY_STATE[State.DRAFT], SIGNED_AT, given, rules=GULL)
    assert mark("herefordshire", "elm") in made.makers


def test_a_correction_leaves_a_statement_that_says_all_it_must() -> None:
    """The decision's own words are not corrected away."""
    emptied = asks.Correct(statement=replace(STATEMENT, decision=None), ruling="Clerical")
    outcome = refused("correct", OPENED, OPENED.last_at, emptied, rules=GULL)
    assert codes(outcome) == ["decision-missing"]
    assert accepted(lodged(), on(23)).state is State.CALLED_IN
