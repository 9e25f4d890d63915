"""One bad decision never keeps the others from being closed; it is listed for a person."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import text

from support.councils import HEREFORDSHIRE
from support.people import MAKER, OFFICER
from support.registers import breaking_in, database, held_rows, times_closed
from support.steps import ITS_END, held, must, published
from workflow import Engine, ManualClock, State
from workflow.calendars.council import DayKind
from workflow.errors import Stale
from workflow.register.close import close_due
from workflow.register.query import DecisionQuery
from workflow.store.faults import OutOfRule, translate

Opener = Callable[..., Engine]
BAD = "HFD-2018-002"


def _some_due(engine: Engine, clock: ManualClock) -> list[str]:
    refs = [published(engine, title="The car park is full and locked") for _ in range(5)]
    clock.move_to(ITS_END)
    return refs


def _all_but_it_are_closed(engine: Engine, refs: list[str], code: str, batch: int = 500) -> str:
    """Close, and give what was said of the bad one."""
    bad_before = _rows_of_it(engine)
    report = close_due(engine.transactions.writing, engine.councils, engine.clock.now, batch=batch)
    assert report.closed == [ref for ref in refs if ref != BAD]
    assert [(fault.ref, fault.code) for fault in report.faults] == [(BAD, code)]
    assert not report.busy
    assert report.needs_a_person
    assert report.finished_at == engine.clock.now()
    assert report.faults[0].remedy
    assert _rows_of_it(engine) == bad_before
    assert times_closed(engine) == [1] * (len(refs) - 1)
    return report.faults[0].because


def _rows_of_it(engine: Engine) -> list[tuple[object, ...]]:
    return [row for rows in held_rows(engine).values() for row in rows if BAD in str(row)]


@pytest.mark.parametrize("batch", [1, 2, 3, 500])
def test_a_decision_of_an_unknown_council_is_listed_and_the_rest_closed(
    engine: Engine, clock: ManualClock, batch: int
) -> None:
    """Its council's constitution is not on file: a fault of that one alone."""
    refs = _some_due(engine, clock)
    with breaking_in(engine) as connection:
        connection.execute(
            text("UPDATE cd_decisions SET council = 'nowhere' WHERE ref = :r"), {"r": BAD}
        )
    said = _all_but_it_are_closed(engine, refs, "not-found", batch)
    assert "nowhere" in said


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_a_decision_that_the_database_will_not_have_is_listed_and_the_rest_closed(
    own_address: str, open_register: Opener, clock: ManualClock, batch: int
) -> None:
    """A row that the database's own rules forbid fails alone; what its title says, that the car
    park is full and locked, is not taken for the state of the disk."""
    engine = open_register(own_address)
    refs = _some_due(engine, clock)
    rule = f"""
        CREATE TRIGGER no_more BEFORE UPDATE ON cd_decisions WHEN NEW.ref = '{BAD}'
        BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: no_more'); END
    """
    if database(engine).dialect.name == "postgresql":
        rule = f"""
            ALTER TABLE cd_decisions ADD CONSTRAINT no_more
            CHECK (ref <> '{BAD}' OR state <> 'implemented')
        """
    with database(engine).execution_options(cd_write=True).begin() as connection:
        connection.execute(text(rule))
    said = _all_but_it_are_closed(engine, refs, "out-of-rule", batch)
    assert "no_more" in said
    assert "car park" not in said


@pytest.mark.parametrize("batch", [1, 500])
def test_a_decision_whose_next_entry_is_there_already_is_listed_and_the_rest_closed(
    engine: Engine, clock: ManualClock, batch: int
) -> None:
    """An entry slipped into a journal stops that decision, as changed by another."""
    refs = _some_due(engine, clock)
    with breaking_in(engine) as connection:
        connection.execute(
            text(
                "INSERT INTO cd_journal SELECT stream, 5, name, at, recorded_at, role, body, "
                "before, hash FROM cd_journal WHERE stream = :s AND seq = 4"
            ),
            {"s": f"decision/{BAD}"},
        )
    _all_but_it_are_closed(engine, refs, Stale.code, batch)


@pytest.mark.parametrize(
    ("column", "value"), [("period_rule", "'{'"), ("kind", "'odd'"), ("held_for", "'odd'")]
)
@pytest.mark.parametrize("batch", [1, 2, 500])
def test_a_decision_that_cannot_be_read_is_listed_and_the_rest_closed(
    engine: Engine, clock: ManualClock, batch: int, column: str, value: str
) -> None:
    """A row that nothing can be made of stops nobody else's close."""
    refs = _some_due(engine, clock)
    with breaking_in(engine) as connection:
        connection.execute(
            text(f"UPDATE cd_decisions SET {column} = {value} WHERE ref = :r"), {"r": BAD}
        )
    _all_but_it_are_closed(engine, refs, "journal-broken", batch)


def test_what_is_left_for_a_person_is_on_the_record_of_the_run(
    any_engine: Engine, clock: ManualClock
) -> None:
    """A held decision, and one whose days count differently now, are left, with the reason; the
    run says so for as long as the register is kept."""
    kept, stopped = published(any_engine), held(any_engine, published(any_engine))
    clock.move_to(ITS_END)
    report = any_engine.close_due()
    assert report.closed == [kept]
    assert [(left.ref, left.code) for left in report.left] == [(stopped, "held")]
    (run,) = any_engine.reports.runs()
    assert run.left == report.left
    assert (run.due, run.closed_count) == (2, 1)


def test_a_day_proclaimed_late_leaves_every_decision_it_touches(
    any_engine: Engine, clock: ManualClock
) -> None:
    """Their stored deadline would now be later, so a person decides; nothing moves by itself."""
    refs = [published(any_engine) for _ in range(3)]
    entered = any_engine.calendars.enter_day(
        HEREFORDSHIRE,
        date(2018, 10, 23),
        DayKind.HOLIDAY,
        title="Day of mourning",
        reason="Proclaimed",
        source="Gazette",
        by=OFFICER,
    )
    assert entered
    clock.move_to(ITS_END)
    for _ in range(2):
        report = any_engine.close_due()
        assert report.closed == []
        assert [(left.ref, left.code) for left in report.left] == [
            (ref, "recount-later") for ref in refs
        ]
    assert list(any_engine.calendars.in_question(HEREFORDSHIRE)) == refs
    assert {each.state for each in any_engine.list()} == {State.CALL_IN_OPEN}


def test_closing_twice_and_late_dates_each_decision_once_at_its_legal_instant(
    any_engine: Engine, clock: ManualClock
) -> None:
    """Three days late, and then again: one closing, dated at the end of the period, recorded
    when it was."""
    ref = published(any_engine)
    late = ITS_END.replace(day=27, hour=3)
    clock.move_to(late)
    assert any_engine.close_due().closed == [ref]
    assert any_engine.close_due().closed == []
    assert any_engine.close_due().due == 0
    closing = [each for each in any_engine.history(ref) if each.event.name == "call-in-closed"]
    assert [(each.event.at, each.recorded_at) for each in closing] == [(ITS_END, late)]
    decision = any_engine.get(ref)
    assert decision.effective_at == decision.implemented_at == ITS_END
    assert len(any_engine.reports.runs()) == 3


def test_what_was_withdrawn_before_the_close_is_not_closed(
    any_engine: Engine, clock: ManualClock
) -> None:
    """Nothing is due of a decision that is no longer open."""
    ref = published(any_engine)
    must(any_engine.take(ref, "withdraw", by=MAKER, reason="Overtaken."))
    clock.move_to(ITS_END)
    assert any_engine.close_due().due == 0
    assert any_engine.list(DecisionQuery(state=State.WITHDRAWN))[0].ref == ref


def test_postgresql_is_understood_by_its_code_and_not_by_its_words() -> None:
    """Its words may be in another language, or quote what an officer wrote."""
    from psycopg import errors
    from sqlalchemy.exc import DBAPIError, IntegrityError

    def said(kind: type[Exception], words: str) -> str:
        wrapper = IntegrityError if issubclass(kind, errors.IntegrityError) else DBAPIError
        return translate(wrapper("", {}, kind(words))).code

    assert said(errors.LockNotAvailable, "annulation à cause du délai") == "busy"
    assert said(errors.DiskFull, "plus de place") == "busy"
    assert said(errors.UniqueViolation, "la valeur existe déjà") == Stale.code
    assert said(errors.InsufficientPrivilege, "droit refusé") == "read-only"
    assert said(errors.CheckViolation, "violation\nDETAIL: (the hall is full)") == OutOfRule.code
    assert said(errors.UndefinedTable, "la relation n'existe pas") == "not-set-up"
