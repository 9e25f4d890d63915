"""A ruling or a direction after the time that a body had, and what then brings about effect."""

from dataclasses import replace
from datetime import date, timedelta

from support.inputs import DETAILS
from support.requests import (
    GULL,
    MONITORING,
    OFFICER,
    Asked,
    accepted,
    called_in,
    lodged,
    not_closed,
    on,
    opened,
    request,
    rules,
)
from support.statements import BEFORE_THE_END
from support.states import codes, taken
from workflow.model.state import State
from workflow.procedures.attempt import Refused, Taken, attempt_close
from workflow.procedures.scrutiny.inputs import Adjourn, Direct, ReferToCouncil


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


def no_clock_for_scrutiny() -> Asked:
    """Give the rules of a council that may direct, and says not by when scrutiny meets."""
    source = "[[scrutiny-meets]]\nfrom = 2010-01-01"
    return rules("gullshire", (source, "[[scrutiny-meets]]\nfrom = 2030-01-01"))


def test_a_direction_that_ended_before_the_ruling_brings_nothing_about() -> None:
    by = no_clock_for_scrutiny()
    called = accepted(lodged(opened(by), on(22), by), on(22), by)
    under = taken("scrutiny-direct", called, on(23), Direct(days=3, reason="W"), rules=by)
    second = request(requested_by=("elm", "fir", "cedar"), grounds=("consultation",))
    both = taken("call-in", under, on(25), replace(second, received_at=on(25)), rules=by)
    joined = accepted(both, on(30), by, number=2)
    assert joined.due_effect is None
    left = not_closed(joined, on(31), by)
    assert codes(left) == ["overdue"]
    assert left.refusals[0].because.startswith("The direction had until")


def test_a_clock_that_had_run_out_and_is_put_off_runs_again() -> None:
    by = rules("fenshire")
    called = accepted(lodged(opened(by), on(19), by), on(20, month=11), by)
    assert called.due_effect is None
    put = Adjourn(until=date(2018, 11, 30), consent="the Leader", reason="W")
    again = taken("scrutiny-adjourn", called, on(20, month=11), put, rules=by, actor=OFFICER)
    ended = attempt_close(again, on(3, month=12), by)
    assert isinstance(ended, Taken)
