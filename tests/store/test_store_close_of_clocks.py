"""The nightly close of clocks: once, at the legal instant; what is held or asked about is left."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from support.councils import FENSHIRE, GULLSHIRE, LARKSHIRE
from support.lives.every_state import LIVES
from support.people import MONITORING, OFFICER
from support.registers import held_rows
from support.steps import asked, called_in, held, must, petitioned, published
from workflow import Engine, ManualClock, State
from workflow.register.close import close_due

SCRUTINY_ENDS = datetime(2018, 11, 2, tzinfo=UTC)
"""Ten working days after Thursday 18 October 2018: to the end of Thursday 1 November."""
FENSHIRES = datetime(2018, 10, 29, 17, tzinfo=UTC)
"""Seven working days after it, by five: Monday 29 October."""


def petition(engine: Engine, council: str = GULLSHIRE) -> str:
    """A decision called in by electors."""
    ref = petitioned(engine, published(engine, council), ("policy: It is against it.",))
    must(engine.take(ref, "request-accept", by=MONITORING, reason="Enough of them."))
    return ref


@pytest.mark.parametrize("late", [timedelta(0), timedelta(hours=3), timedelta(days=30)])
def test_a_clock_that_ran_out_is_recorded_at_its_legal_instant_however_late(
    any_engine: Engine, clock: ManualClock, late: timedelta
) -> None:
    ref = petition(any_engine)
    assert any_engine.get(ref).due_at == SCRUTINY_ENDS
    clock.move_to(SCRUTINY_ENDS - timedelta(microseconds=1))
    assert any_engine.close_due().due == 0
    clock.move_to(SCRUTINY_ENDS + late)
    assert any_engine.may_implement(ref).since == SCRUTINY_ENDS
    report = any_engine.close_due()
    assert (report.closed, report.left, report.faults) == ([ref], [], [])
    decision = any_engine.get(ref)
    assert (decision.state, decision.effective_at) == (State.EFFECTIVE, SCRUTINY_ENDS)
    lapse = any_engine.history(ref)[-1]
    assert (lapse.event.name, lapse.event.at) == ("limit-ran-out", SCRUTINY_ENDS)
    assert lapse.recorded_at == SCRUTINY_ENDS + late


def test_twice_is_once(any_engine: Engine, clock: ManualClock) -> None:
    ref = petition(any_engine)
    clock.move_to(SCRUTINY_ENDS)
    assert any_engine.close_due().closed == [ref]
    before = any_engine.get(ref)
    clock.move_to(SCRUTINY_ENDS + timedelta(days=1))
    again = any_engine.close_due()
    assert (again.due, again.closed) == (0, [])
    assert any_engine.get(ref) == before
    assert any_engine.journal.verify().breaks == ()


def test_periods_and_clocks_are_closed_together_in_the_order_they_fell_due(
    any_engine: Engine, clock: ManualClock
) -> None:
    """One at a time or all at once; at one council or at all of them."""
    scrutiny, period = petition(any_engine), published(any_engine)
    hour = called_in(any_engine, published(any_engine, FENSHIRE))
    clock.move_to(SCRUTINY_ENDS)
    order = [period, hour, scrutiny]
    report = close_due(any_engine.transactions.writing, any_engine.councils, clock.now, batch=1)
    assert report.closed == order
    assert any_engine.get(hour).effective_at == FENSHIRES


def test_a_clock_to_an_hour_is_due_a_tick_after_it(any_engine: Engine, clock: ManualClock) -> None:
    """At five exactly scrutiny may still meet: the close finds it due, and leaves it."""
    ref = called_in(any_engine, published(any_engine, FENSHIRE))
    clock.move_to(FENSHIRES)
    assert [(each.ref, each.code) for each in any_engine.close_due().left] == [
        (ref, "clock-still-runs")
    ]
    clock.move_to(FENSHIRES + timedelta(microseconds=1))
    assert any_engine.close_due().closed == [ref]
    assert any_engine.get(ref).effective_at == FENSHIRES


def test_a_meeting_that_referred_it_nowhere_brings_its_close_forward(
    any_engine: Engine, clock: ManualClock
) -> None:
    ref = called_in(any_engine, published(any_engine, FENSHIRE))
    met_at = datetime(2018, 10, 25, 10, tzinfo=UTC)
    clock.move_to(met_at)
    must(any_engine.take(ref, "scrutiny-meet", by=OFFICER, meeting="quorate", note="Noted."))
    assert any_engine.get(ref).due_at == met_at
    clock.move_to(met_at + timedelta(hours=9))
    assert any_engine.close_due().closed == [ref]
    assert any_engine.get(ref).effective_at == met_at


Stop = Callable[[Engine], str]
STOPPED: dict[str, tuple[Stop, str]] = {
    "a period, held": (lambda engine: held(engine, published(engine)), "held"),
    "a clock, held": (lambda engine: held(engine, petition(engine)), "held"),
    "a period, asked about": (lambda engine: asked(engine, published(engine)), "request-pending"),
    "a clock, asked about": (
        lambda engine: petitioned(engine, petition(engine), ("consultation",)),
        "request-pending",
    ),
    "a clock that waits for council": (
        lambda engine: LIVES["referred to council"](engine, engine.clock),  # type: ignore[arg-type]
        "overdue",
    ),
}


@pytest.mark.parametrize("name", STOPPED)
def test_what_is_held_asked_about_or_overdue_is_left_and_named_every_night(
    any_engine: Engine, clock: ManualClock, name: str
) -> None:
    """It stays where it is, and stops no other."""
    make, code = STOPPED[name]
    ref = make(any_engine)
    other = published(any_engine, LARKSHIRE)
    before = any_engine.get(ref)
    clock.move_to(clock.now() + timedelta(days=60))
    for closed in ([other], []):
        report = any_engine.close_due()
        assert report.closed == closed
        assert [(each.ref, each.code) for each in report.left] == [(ref, code)]
        assert all(each.because and each.remedy for each in report.left)
        assert report.needs_a_person
    assert any_engine.get(ref) == before
    assert not any_engine.may_implement(ref)
    assert any_engine.reports.runs()[0].left[0].ref == ref


def test_what_was_left_is_closed_once_it_is_free(any_engine: Engine, clock: ManualClock) -> None:
    """Dated at the release, or at the ruling, where that came after the end."""
    held_one, asked_one = (
        held(any_engine, petition(any_engine)),
        asked(any_engine, published(any_engine)),
    )
    clock.move_to(SCRUTINY_ENDS + timedelta(days=3))
    freed = clock.now()
    must(any_engine.take(held_one, "release", by=MONITORING, reason="Considered."))
    must(any_engine.take(asked_one, "request-reject", by=MONITORING, reason="Not members."))
    clock.move_to(freed + timedelta(days=1))
    assert set(any_engine.close_due().closed) == {held_one, asked_one}
    assert {any_engine.get(ref).effective_at for ref in (held_one, asked_one)} == {freed}


def test_a_rehearsed_close_of_clocks_writes_nothing(engine: Engine, clock: ManualClock) -> None:
    ref = petition(engine)
    clock.move_to(SCRUTINY_ENDS)
    before = held_rows(engine)
    assert engine.close_due(dry_run=True).closed == [ref]
    assert held_rows(engine) == before
