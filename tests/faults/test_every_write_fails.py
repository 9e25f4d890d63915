"""Whichever write fails, everything is written or nothing is, and the same act then succeeds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from support.people import MONITORING, OFFICER
from support.registers import breaking_in, database, held_rows, times_closed
from support.statements import a_statement
from support.steps import ITS_END, drafted, must, published, signed
from workflow import Engine, ManualClock, Role, State
from workflow.errors import WorkflowError
from workflow.register.close import close_due
from workflow.register.close_run import CloseRun
from workflow.store.faults import OutOfRule

Opener = Callable[..., Engine]


class Unplugged(Exception):
    """The machine stopped; nobody was ready for it."""


FAILURES: dict[str, Callable[[], Exception]] = {
    "the program": Unplugged,
    "the database": lambda: OperationalError("", {}, Exception("server closed the connection")),
    "a rule of the database": lambda: IntegrityError("", {}, Exception("CHECK failed")),
}


LATE = ITS_END + timedelta(minutes=5)


@contextmanager
def failing(engine: Engine, at: int, failure: Callable[[], Exception]) -> Iterator[list[str]]:
    """Fail the write of that number, counted from 1; give the writes that were tried."""
    tried: list[str] = []

    def count(_: Any, __: Any, statement: str, *___: Any) -> None:
        if statement.startswith(("INSERT", "UPDATE", "COMMIT")):
            tried.append(statement)
            if len(tried) == at:
                raise failure()

    def commit(connection: Any) -> None:
        count(None, None, "COMMIT")

    bound = database(engine)
    event.listen(bound, "before_cursor_execute", count)
    event.listen(bound, "commit", commit)
    try:
        yield tried
    finally:
        event.remove(bound, "before_cursor_execute", count)
        event.remove(bound, "commit", commit)


def _writes_of(engine: Engine, act: Callable[[], Any]) -> int:
    with failing(engine, 0, Unplugged) as tried:
        act()
    return len(tried)


Act = Callable[[Engine, bool], Any]


def _draft(engine: Engine, dry_run: bool) -> Any:
    return engine.draft(
        council="herefordshire", statement=a_statement(), by=OFFICER, ref="X", dry_run=dry_run
    )


def _publish(engine: Engine, dry_run: bool) -> Any:
    return engine.take("S", "publish", by=OFFICER, where="offices", dry_run=dry_run)


def _withdraw(engine: Engine, dry_run: bool) -> Any:
    return engine.take("S", "withdraw", by=OFFICER, reason="No.", dry_run=dry_run)


def _refused(engine: Engine, dry_run: bool) -> Any:
    """Record a request too late: it is refused, and that it was is kept."""
    asked = {"requested_by": ("Cllr A Example",), "grounds": "Cost", "received_at": LATE}
    return engine.take("P", "call-in", by=OFFICER, dry_run=dry_run, **asked)


def _appoint(engine: Engine, dry_run: bool) -> Any:
    return engine.appointments.appoint(
        "herefordshire", "m", Role.MONITORING_OFFICER, by=OFFICER, dry_run=dry_run
    )


def _erase(engine: Engine, dry_run: bool) -> Any:
    return engine.journal.erase("S", 1, "by", "Old.", by=MONITORING, dry_run=dry_run)


ACTS: dict[str, tuple[Act, int]] = {
    "draft": (_draft, 5),
    "publish": (_publish, 5),
    "withdraw": (_withdraw, 5),
    "appoint": (_appoint, 4),
    "erase": (_erase, 4),
}


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("name", ACTS)
def test_one_act_is_kept_whole_or_not_at_all(engine: Engine, name: str, failure: str) -> None:
    """Each write of the act, and the commit itself, is failed in turn."""
    act, expected = ACTS[name]
    signed(engine, ref="S")
    writes = _writes_of(engine, lambda: act(engine, True)) + 1
    assert writes == expected
    before = held_rows(engine)
    for number in range(1, writes + 1):
        with (
            failing(engine, number, FAILURES[failure]) as tried,
            pytest.raises((Unplugged, WorkflowError)),
        ):
            act(engine, False)
        assert len(tried) == number
        assert held_rows(engine) == before
    assert act(engine, False)
    assert engine.journal.verify().breaks == ()
    assert held_rows(engine) != before


@pytest.mark.parametrize("failure", FAILURES)
def test_a_refused_request_is_kept_whole_or_not_at_all(
    engine: Engine, clock: ManualClock, failure: str
) -> None:
    """Each write, and the commit itself, is failed in turn; given again, it is refused and kept."""
    published(engine, ref="P")
    clock.move_to(LATE)
    writes = _writes_of(engine, lambda: _refused(engine, True)) + 1
    assert writes == 5
    before = held_rows(engine)
    for number in range(1, writes + 1):
        with (
            failing(engine, number, FAILURES[failure]),
            pytest.raises((Unplugged, WorkflowError)),
        ):
            _refused(engine, False)
        assert held_rows(engine) == before
    assert _refused(engine, False).kept == 1
    assert engine.journal.verify().breaks == ()
    assert held_rows(engine) != before


def _a_few_due(engine: Engine, clock: ManualClock) -> list[str]:
    refs = [published(engine) for _ in range(5)]
    clock.move_to(ITS_END)
    return refs


def _close(engine: Engine) -> CloseRun:
    return close_due(engine.transactions.writing, engine.councils, engine.clock.now, batch=2)


@pytest.mark.parametrize("failure", FAILURES)
def test_a_close_is_kept_batch_by_batch_and_each_decision_whole(
    engine: Engine, clock: ManualClock, failure: str
) -> None:
    """Whichever write of a close fails, what was closed is closed whole, once; what was not is
    untouched; and the next close takes the rest."""
    refs = _a_few_due(engine, clock)
    for number in range(1, 30):
        with failing(engine, number, FAILURES[failure]) as tried:
            try:
                said: set[str] | None = set(_close(engine).closed)
            except (Unplugged, WorkflowError, DBAPIError):
                said = None
        closed = {each.ref for each in engine.list() if each.state is State.IMPLEMENTED}
        assert said is None or said == closed
        assert times_closed(engine) == [1] * len(closed)
        assert engine.journal.verify().breaks == ()
        left = [each for each in engine.list() if each.ref not in closed]
        assert {(each.version, each.state) for each in left} <= {(4, State.CALL_IN_OPEN)}
        if len(tried) < number:
            break
        _reopen(engine, closed)
    else:
        pytest.fail("The close never came to an end.")
    assert closed == set(refs)


def _reopen(engine: Engine, refs: set[str]) -> None:
    """Take the closing of these out of the register, as a test may and nobody else."""
    if not refs:
        return
    with breaking_in(engine) as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        for table in ("cd_outbox", "cd_texts", "cd_journal"):
            connection.execute(text(f"DELETE FROM {table} WHERE seq > 4"))
        connection.execute(
            text(
                "UPDATE cd_decisions SET state = 'call_in_open', version = 4, effective_at = NULL,"
                " implemented_at = NULL, last_at = published_at, due_at = effective_from,"
                " attention_at = request_deadline, head ="
                " (SELECT hash FROM cd_journal WHERE stream = 'decision/' || ref AND seq = 4)"
            )
        )
    assert engine.journal.verify().breaks == ()


def _write_what_the_commit_refuses(engine: Engine) -> None:
    with engine.transactions.writing() as work:
        connection = work.rows.connection  # type: ignore[attr-defined]
        if connection.dialect.name == "sqlite":
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        connection.execute(text("INSERT INTO cd_texts VALUES ('nowhere', 1, 'x', 'y', 'z')"))


def test_a_commit_that_the_database_refuses_leaves_no_transaction_behind(
    own_address: str, open_register: Opener
) -> None:
    """The connection goes back clean: nothing is kept, no lock is held, and the next step works,
    here and in another program."""
    engine, other = open_register(own_address), open_register(own_address)
    ref = drafted(engine)
    before = held_rows(engine)
    if database(engine).dialect.name == "postgresql":
        with database(engine).begin() as connection:
            connection.execute(
                text(
                    "ALTER TABLE cd_texts ALTER CONSTRAINT fk_cd_texts_stream_seq"
                    " DEFERRABLE INITIALLY DEFERRED"
                )
            )
    with pytest.raises(OutOfRule):
        _write_what_the_commit_refuses(engine)
    assert held_rows(engine) == before
    must(other.take(ref, "amend", by=OFFICER, statement=a_statement(title="From elsewhere")))
    must(engine.take(ref, "amend", by=OFFICER, statement=a_statement(title="From here")))
    verified = engine.journal.verify()
    assert (verified.checked, verified.breaks) == (3, ())


@pytest.mark.parametrize("at", range(1, 8))
def test_the_engines_own_close_says_that_it_did_not_finish(
    engine: Engine, clock: ManualClock, at: int
) -> None:
    """A run that fails on the way stands on record as begun; the next one finishes the work."""
    refs = _a_few_due(engine, clock)
    with failing(engine, at, Unplugged), pytest.raises(Unplugged):
        engine.close_due()
    unfinished = engine.reports.runs()
    assert [run.finished_at for run in unfinished] == ([] if at <= 2 else [None])
    done = engine.close_due()
    assert times_closed(engine) == [1] * len(refs)
    assert done.finished_at is not None
    assert engine.reports.runs()[0].closed_count == len(done.closed)
    assert engine.journal.verify().breaks == ()


def test_a_batch_that_a_rule_refuses_is_written_one_by_one(
    engine: Engine, clock: ManualClock
) -> None:
    """One refusal of the whole batch costs nobody its close."""
    refs = _a_few_due(engine, clock)
    with failing(engine, 2, FAILURES["a rule of the database"]):
        report = _close(engine)
    assert report.closed == refs
    assert report.faults == []
    assert engine.journal.verify().breaks == ()


def test_a_failure_after_the_last_step_leaves_the_next_ones_right(engine: Engine) -> None:
    """A connection on which a write failed is given back clean."""
    ref = drafted(engine)
    for number in (1, 2, 3):
        with failing(engine, number, Unplugged), pytest.raises(Unplugged):
            engine.take(ref, "sign", by=OFFICER, signatory="Leader")
        must(engine.take(ref, "amend", by=OFFICER, statement=a_statement(title=f"No. {number}")))
    assert engine.get(ref).version == 4
    verified = engine.journal.verify()
    assert (verified.checked, verified.breaks) == (4, ())
