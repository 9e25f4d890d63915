"""What an independent reading of the procedure found, each with the case that showed it."""

from dataclasses import replace
from datetime import timedelta

from support.inputs import DETAILS
from support.requests import (
    GULL,
    MONITORING,
    OPENED,
    accepted,
    called_in,
    lodged,
    on,
    opened,
    request,
    rules,
)
from support.statements import BEFORE_THE_END, SIGNED_AT, STATEMENT, URGENT
from support.states import EVERY_STATE, codes, refused, taken
from workflow.model.people import pseudonym
from workflow.model.state import State
from workflow.procedures.attempt import Refused, attempt_close
from workflow.procedures.corrections.inputs import Correct
from workflow.procedures.making.inputs import Sign
from workflow.procedures.scrutiny.inputs import Direct, ReferToCouncil


def test_a_request_ruled_valid_after_scrutinys_time_waits_until_somebody_acts() -> None:
    """A valid request calls a decision in: it is not what brings it into effect."""
    second = request(requested_by=("elm", "fir", "cedar"), grounds=("consultation",))
    both = taken("call-in", called_in(), BEFORE_THE_END, second, rules=GULL)
    late = on(30) + timedelta(days=30)
    ruling = {"rules": GULL, "actor": MONITORING}
    joined = taken("request-accept", both, late, DETAILS["request-accept"], **ruling)
    left = attempt_close(joined, late + timedelta(days=1), GULL)
    assert isinstance(left, Refused)
    assert codes(left) == ["overdue"]
    assert "ruled valid only after that" in left.refusals[0].because
    done = taken("scrutiny-resolve", joined, late, DETAILS["scrutiny-resolve"], rules=GULL)
    assert done.effective_at == late


def test_a_clock_counted_from_receipt_does_not_run_out_before_the_ruling() -> None:
    """At Fenshire scrutiny has days from the receipt of a request, which lay for a month."""
    by = rules("fenshire")
    asked = lodged(opened(by), on(19), by)
    called = accepted(asked, on(20, month=11), by)
    assert (called.state, called.due_effect) == (State.CALLED_IN, None)
    left = attempt_close(called, on(21, month=11), by)
    assert isinstance(left, Refused)
    assert codes(left) == ["overdue"]
    prompt = accepted(asked, on(19), by)
    assert prompt.due_effect is not None


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
    directed = taken(
        "scrutiny-direct", called, called.last_at, Direct(days=1, reason="W"), rules=GULL
    )
    assert directed.due_effect == called.due_effect


def test_a_direction_that_lapses_ends_no_wait_that_has_no_end() -> None:
    """Before full council, which the council's rule waits for, a day's direction brings nothing."""
    directed = taken("scrutiny-direct", called_in(), on(22), Direct(days=1, reason="W"), rules=GULL)
    given = ReferToCouncil(concerns="C", advice="It is contrary to the budget.")
    council = taken("scrutiny-refer-to-council", directed, on(22), given, rules=GULL)
    assert council.due_effect is None


def test_who_made_it_is_known_by_the_name_they_are_appointed_under() -> None:
    """Named as the register shows them, they are the person who logs in."""
    given = Sign(signatory="The Leader", made_by=("Cllr elm",))
    made = taken("sign", EVERY_STATE[State.DRAFT], SIGNED_AT, given, rules=GULL)
    assert pseudonym("herefordshire", "elm") in made.makers


def test_a_correction_leaves_a_statement_that_says_all_it_must() -> None:
    """The decision's own words are not corrected away."""
    emptied = Correct(statement=replace(STATEMENT, decision=None), ruling="Clerical")
    outcome = refused("correct", OPENED, OPENED.last_at, emptied, rules=GULL)
    assert codes(outcome) == ["decision-missing"]
    assert accepted(lodged(), on(23)).state is State.CALLED_IN
