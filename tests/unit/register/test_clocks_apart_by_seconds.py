"""Two machines whose clocks are a little apart write to one decision, and no deadline moves."""

from datetime import datetime, timedelta

import pytest

from support.lives.entered_late import ANYBODY
from support.people import MAKER, OFFICER
from support.steps import MORNING, drafted, published
from workflow import Engine, ManualClock
from workflow.model.state import State
from workflow.procedures.attempt import Refused

BEHIND = timedelta(milliseconds=20)
SECOND = timedelta(seconds=1)
ASKED = {"requested_by": ("elm", "fir", "oak"), "grounds": ("policy: It departs from it.",)}


def at(engine: Engine, now: datetime) -> Engine:
    """Give another machine on the same register, with a clock of its own."""
    return Engine(engine.transactions, engine.councils, ManualClock(now))


def test_a_chain_of_steps_by_two_machines_is_taken_and_stays_in_order(any_engine: Engine) -> None:
    ahead, behind = at(any_engine, MORNING + BEHIND), at(any_engine, MORNING)
    ref = drafted(ahead)
    assert behind.take(ref, "sign", by=MAKER, signatory="Leader of the Council")
    assert ahead.take(ref, "publish", by=OFFICER, where="the website")
    nexts = {each.step.name: each for each in behind.next(ref, OFFICER)}
    codes = {why.code for each in nexts.values() for why in each.refusals}
    assert "out-of-order" not in codes
    asked = behind.take(ref, "call-in", by=ANYBODY, received_at=MORNING, **ASKED)
    assert asked, asked
    assert ahead.take(ref, "request-accept", by=ANYBODY, reason="Enough")
    stood = behind.take(
        ref, "scrutiny-resolve", by=ANYBODY, outcome="upheld", reason="No advice", acted_at=MORNING
    )
    assert "not-in-time" not in {why.code for why in getattr(stood, "refusals", ())}
    history = behind.history(ref)
    assert [each.event.at for each in history] == [MORNING + BEHIND] * len(history)
    assert {each.recorded_at for each in history} == {MORNING + BEHIND}
    assert behind.journal.verify().breaks == ()


@pytest.mark.parametrize(("seconds", "taken"), [(60, True), (61, False)])
def test_a_minute_is_the_grace(any_engine: Engine, seconds: int, taken: bool) -> None:
    ref = drafted(at(any_engine, MORNING + seconds * SECOND))
    signed = at(any_engine, MORNING).take(ref, "sign", by=MAKER, signatory="The Leader")
    assert bool(signed) is taken
    if isinstance(signed, Refused):
        assert [why.code for why in signed.refusals] == ["out-of-order"]


def test_an_instant_that_is_given_is_not_moved(any_engine: Engine) -> None:
    ref = drafted(at(any_engine, MORNING + SECOND))
    given = {"signatory": "The Leader", "at": MORNING, "late_reason": "Typed later"}
    refused = at(any_engine, MORNING + 2 * SECOND).take(ref, "sign", by=MAKER, **given)
    assert isinstance(refused, Refused)
    assert refused.refusals[0].code == "out-of-order"


def test_nor_is_one_that_is_given_by_a_clock_behind(any_engine: Engine) -> None:
    ref = drafted(at(any_engine, MORNING + 10 * SECOND))
    given = {"signatory": "The Leader", "at": MORNING}
    refused = at(any_engine, MORNING + 5 * SECOND).take(ref, "sign", by=MAKER, **given)
    assert isinstance(refused, Refused)
    assert refused.refusals[0].code == "out-of-order"


def test_what_is_entered_later_keeps_to_the_second(any_engine: Engine) -> None:
    """A request received before publication was; only a clock that runs behind has the grace."""
    ref = published(at(any_engine, MORNING + 20 * SECOND))
    for told in (timedelta(seconds=25), timedelta(minutes=10)):
        later = at(any_engine, MORNING + told)
        refused = later.take(ref, "call-in", by=ANYBODY, received_at=MORNING, **ASKED)
        assert isinstance(refused, Refused)
        assert refused.refusals[0].code == "before-publication"


def test_what_is_in_time_by_the_slower_clock_is_in_time(any_engine: Engine) -> None:
    """The faster machine has closed; what the slower one received by its last second goes first."""
    ref = published(any_engine)
    window = any_engine.get(ref).window
    assert window is not None
    assert at(any_engine, window.effective_from).close_due().closed == [ref]
    last = window.request_deadline - SECOND
    taken = at(any_engine, last).take(ref, "call-in", by=ANYBODY, received_at=last, **ASKED)
    assert taken, taken
    assert any_engine.get(ref).state is State.CALL_IN_OPEN


def test_no_period_ends_sooner_by_it(any_engine: Engine) -> None:
    """A clock behind is brought up to what another recorded, and never to the end of a period."""
    ref = published(any_engine)
    window = any_engine.get(ref).window
    assert window is not None
    ahead = at(any_engine, window.request_deadline - 2 * SECOND)
    assert ahead.take(
        ref,
        "irregular-note",
        by=OFFICER,
        kind="other",
        happened_on=MORNING.date(),
        rule="Rule 1",
        what="A slip",
    )
    behind = at(any_engine, window.request_deadline - 30 * SECOND)
    assert not behind.take(ref, "close", by=OFFICER)
    early = behind.take(ref, "call-in", by=ANYBODY, received_at=behind.clock.now(), **ASKED)
    assert early, early
