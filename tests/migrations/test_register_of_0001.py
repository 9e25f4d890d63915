"""A register as the first schema left it: brought up to date, it verifies, adds up and lives on."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from test_schema_migrations import TRIGGERS

from support.councils import COUNCILS
from support.people import MAKER, MONITORING, OFFICER
from support.registers import database, let_go
from support.steps import must
from workflow import Engine, ManualClock, State, open_engine
from workflow.errors import NotSetUp
from workflow.model.evolve import replay
from workflow.procedures.requests.events import CalledIn
from workflow.store import schema
from workflow.store.database import Database, make_engine

DUMP = Path(__file__).parents[1] / "data" / "registers" / "schema_0001.sql"
LATER = datetime(2018, 11, 20, 9, tzinfo=UTC)
"""When every period on it has run out."""


@pytest.fixture
def left(tmp_path: Path) -> str:
    """The address of a register just as revision 0001 left it."""
    file = tmp_path / "old.db"
    with sqlite3.connect(file) as old:
        old.executescript(DUMP.read_text(encoding="utf-8"))
    old.close()
    return str(file)


def _upgraded(address: str) -> None:
    old = Database(make_engine(address))
    assert old.upgrade() == ("0001", schema.HEAD)
    assert old.whole() == []
    old.close()


@pytest.fixture
def engine(left: str) -> Iterator[Engine]:
    """An engine on it once it has been brought up to date, a month later."""
    _upgraded(left)
    opened = open_engine(left, clock=ManualClock(LATER), constitutions=[COUNCILS])
    yield opened
    let_go(opened)


def test_it_is_not_used_before_it_is_brought_up_to_date(left: str) -> None:
    with pytest.raises(NotSetUp, match=f"at revision 0001.*needs {schema.HEAD}"):
        open_engine(left).list()


def test_it_verifies_and_every_decision_is_what_its_journal_adds_up_to(engine: Engine) -> None:
    verified = engine.journal.verify()
    checked, breaks = verified.checked, verified.breaks
    assert breaks == ()
    assert checked > 40
    decisions = engine.list()
    assert {each.ref for each in decisions} == {f"OLD-{number}" for number in range(1, 11)}
    for each in decisions:
        events = [read.event for read in engine.history(each.ref)]
        assert replay(each.ref, events) == each


def test_it_is_given_an_identity_and_was_begun_by_its_first_entry(engine: Engine) -> None:
    held = engine.journal.verify().extent
    entries = [read for each in engine.list() for read in engine.history(each.ref)]
    assert held.identity is not None
    assert held.begun_at == min(read.recorded_at for read in entries)
    assert (held.decisions, held.entries >= len(entries)) == (10, True)


def test_what_is_due_is_set_for_open_periods_alone(engine: Engine) -> None:
    """The end of each, or the release that came after it."""
    with database(engine).connect() as connection:
        rows = connection.execute(text("SELECT ref, due_at FROM cd_decisions")).all()
    due = {ref: due_at for ref, due_at in rows if due_at is not None}
    still_open = {each.ref: each for each in engine.list() if each.state is State.CALL_IN_OPEN}
    assert due.keys() == still_open.keys() >= {"OLD-6", "OLD-8"}
    for ref, decision in still_open.items():
        assert decision.due_at is not None
        assert datetime.fromisoformat(due[ref]) == decision.due_at


def test_one_called_in_by_the_old_event_can_be_resolved(engine: Engine) -> None:
    """It has no request on record with a life of its own, and none is wanted."""
    before = engine.get("OLD-3")
    assert before.state is State.CALLED_IN
    assert isinstance(engine.history("OLD-3")[-1].event, CalledIn)
    assert before.proceedings.requests == ()
    told = {"outcome": "no-further-action", "reason": "Noted."}
    resolved = must(engine.take("OLD-3", "scrutiny-resolve", by=OFFICER, **told)).decision
    assert resolved.state is State.IMPLEMENTED
    assert resolved.effective_at == LATER
    assert engine.journal.verify().breaks == ()


def test_one_called_in_by_the_old_event_can_be_referred_back_and_confirmed(engine: Engine) -> None:
    must(engine.take("OLD-3", "scrutiny-refer-back", by=OFFICER, concerns="Nobody was asked."))
    confirmed = must(
        engine.take("OLD-3", "reconsideration-confirm", by=MAKER, reason="They were.")
    ).decision
    assert (confirmed.state, confirmed.effective_at) == (State.IMPLEMENTED, LATER)
    assert engine.journal.verify().breaks == ()


def test_one_whose_period_was_open_closes_at_its_legal_instant(engine: Engine) -> None:
    window = engine.get("OLD-8").window
    assert window is not None
    report = engine.close_due()
    assert "OLD-8" in report.closed
    assert report.faults == []
    closed = engine.get("OLD-8")
    assert closed.state is State.IMPLEMENTED
    assert closed.effective_at == window.effective_from < LATER
    assert engine.journal.verify().breaks == ()


def test_one_that_was_held_is_left_and_named(engine: Engine) -> None:
    held = [each.ref for each in engine.list() if each.is_held]
    left = {each.ref: each.code for each in engine.close_due().left}
    assert left == dict.fromkeys(held, "held")


def test_a_request_found_late_gives_one_of_the_old_a_life_of_the_new(engine: Engine) -> None:
    """Lodged under the new schema, ruled on, and the decision is called in."""
    window = engine.get("OLD-8").window
    assert window is not None
    asked = {
        "requested_by": ("Cllr A",),
        "grounds": "Consultation",
        "received_at": window.request_deadline - timedelta(hours=1),
    }
    must(engine.take("OLD-8", "call-in", by=OFFICER, late_reason="In the post.", **asked))
    must(engine.take("OLD-8", "request-accept", by=MONITORING, reason="In time."))
    assert engine.get("OLD-8").state is State.CALLED_IN
    assert engine.journal.verify().breaks == ()


def test_its_triggers_are_all_there(engine: Engine) -> None:
    """Its table of decisions was made again, and guarded again."""
    with database(engine).connect() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        assert set(names.scalars()) == TRIGGERS["sqlite"]
    for statement in (
        "DELETE FROM cd_decisions",
        "REPLACE INTO cd_decisions SELECT * FROM cd_decisions",
    ):
        writing = database(engine).execution_options(cd_write=True)
        with pytest.raises(Exception, match="never deleted"), writing.begin() as connection:
            connection.execute(text(statement))


def test_appointments_of_the_old_are_of_nothing_and_nobodys_deputy(engine: Engine) -> None:
    with database(engine).execution_options(cd_write=True).begin() as connection:
        connection.execute(
            text(
                "INSERT INTO cd_appointments (number, council, person, name, role, since,"
                " entered_by, entered_at) VALUES (7, 'herefordshire', 'x', 'X', 'member',"
                " '2018-01-01', 'y', '2018-01-01T00:00:00.000000Z')"
            )
        )
    (found,) = [each for each in engine.appointments.list("herefordshire") if each.number == 7]
    assert (found.of, found.deputy) == ("", False)
