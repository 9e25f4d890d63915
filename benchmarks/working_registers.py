"""A register in daily use: a few dozen decisions that somebody must see to, among many that are
over and done with."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.examples import MADE_ON, OFFICER, STATEMENT
from benchmarks.registers import copied, originals
from workflow import Actor, Engine, Kind, ManualClock, Role, open_engine
from workflow.clock import london_day, start_of_day
from workflow.model.decision import Decision

COUNCIL = "herefordshire"
OPEN, ASKED, CALLED_IN, PLANNED, UNSIGNED, SIGNED = 20, 3, 3, 8, 6, 5
"""How many decisions are open for call-in, and of those asked about and called in; how many key
decisions are planned, how many drafts wait for a signature, and how many are signed."""
MONITORING = Actor(
    person="m.officer",
    name="M Officer",
    roles=frozenset({Role.MONITORING_OFFICER}),
    established="appointment 4",
)
_NOTICE: dict[str, Any] = {
    "kind": "key-decision",
    "where": "https://example.org/plan",
    "matter": "The highways programme",
    "maker": "Cabinet: Cllrs A, B and C",
    "documents": "The report of the director.",
    "copies": "From the council offices; others as they come, on request.",
}
_REQUEST: dict[str, Any] = {
    "requested_by": ("Cllr A Member", "Cllr B Member"),
    "grounds": "The residents were not consulted.",
}


def made(path: Path, copies: int) -> datetime:
    """Make a register with this many of each of fifty decisions that are over, and with those that
    somebody must see to; give the instant at which it is looked at."""
    clock = ManualClock(start_of_day(MADE_ON))
    engine = open_engine(str(path), clock=clock)
    over = originals(engine, clock)
    _on(clock, days=14)
    assert sorted(engine.close_due().closed) == sorted(over)
    _people(engine)
    _to_see_to(engine, clock)
    copied(path, over, copies)
    return clock.now()


def _people(engine: Engine) -> None:
    for role in (Role.DECISION_MAKER, Role.PROPER_OFFICER, Role.MONITORING_OFFICER):
        person = f"p.{role.value}"
        assert engine.appointments.appoint(COUNCIL, person, role, name=person, by=MONITORING)


def _to_see_to(engine: Engine, clock: ManualClock) -> None:
    """Leave work of every common sort, over a week."""
    for number in range(PLANNED):
        _planned(engine, clock, number)
    for number in range(UNSIGNED):
        _drafted(engine, clock, f"DRAFT-{number}")
    for number in range(SIGNED):
        _signed(engine, clock, f"SIGNED-{number}")
    for number in range(OPEN):
        ref = f"OPEN-{number}"
        _signed(engine, clock, ref)
        assert engine.take(ref, "publish", by=OFFICER, where="https://example.org/decisions")
        if number < ASKED + CALLED_IN:
            received = clock.now()
            assert engine.take(ref, "call-in", by=OFFICER, received_at=received, **_REQUEST)
        if number < CALLED_IN:
            assert engine.take(ref, "request-accept", by=MONITORING, reason="In time.")
        _on(clock, hours=4)


def _planned(engine: Engine, clock: ManualClock, number: int) -> None:
    now = clock.now()
    decide_from = london_day(now) + timedelta(days=35 + number)
    ref = f"PLAN-{number}"
    assert _drafted(engine, clock, ref, kind=Kind.KEY, made_on=None)
    given = {"published_at": now, "decide_from": decide_from, **_NOTICE}
    assert engine.take(ref, "advance-notice-give", by=OFFICER, **given)


def _drafted(engine: Engine, clock: ManualClock, ref: str, **more: Any) -> Decision:
    said = replace(STATEMENT, **{"made_on": london_day(clock.now()), **more})
    outcome = engine.draft(council=COUNCIL, statement=said, by=OFFICER, ref=ref)
    assert outcome
    return outcome.decision


def _signed(engine: Engine, clock: ManualClock, ref: str) -> None:
    _drafted(engine, clock, ref)
    assert engine.take(ref, "sign", by=OFFICER, signatory="Leader of the Council")


def _on(clock: ManualClock, **how_long: float) -> None:
    clock.move_to(clock.now() + timedelta(**how_long))
