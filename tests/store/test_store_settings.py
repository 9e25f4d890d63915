"""How a register's connections are set, and how its address is shown and read."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import event

from support.people import MAKER
from support.registers import database, let_go, scalar
from support.steps import MORNING, drafted, opened
from workflow import Engine, ManualClock
from workflow.errors import Invalid, NotSetUp, WorkflowError
from workflow.store.database import Database, address, make_engine, shown
from workflow.store.faults import NotWritable
from workflow.store.sqlite import WAIT_MS

SQLITE = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": WAIT_MS,
    "trusted_schema": 0,
    "secure_delete": 1,
}
POSTGRES = {
    "lock_timeout": "5s",
    "statement_timeout": "1min",
    "idle_in_transaction_session_timeout": "1min",
    "synchronous_commit": "on",
}


@pytest.mark.parametrize("setting", SQLITE)
def test_an_sqlite_connection_is_set_so_that_nothing_is_lost(
    sqlite_engine: Engine, setting: str
) -> None:
    """Write-ahead log, full synchronisation, foreign keys, a wait for other writers, no trust in
    the schema, and no trace of what is erased."""
    assert scalar(sqlite_engine, f"PRAGMA {setting}") == SQLITE[setting]


def test_a_file_in_use_is_given_its_write_ahead_log_by_the_next_to_open_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    """Another program's reading does not make the setting up fail."""
    file = tmp_path / "used.db"
    other = sqlite3.connect(file, isolation_level=None)
    engine = opened(str(file), clock)
    setting_up = Database(database(engine))

    def begin_to_read(*_: object) -> None:
        other.execute("BEGIN")
        other.execute("SELECT * FROM sqlite_master").fetchall()

    with database(engine).connect() as connection:
        connection.exec_driver_sql("SELECT 1")
    event.listen(database(engine).pool, "checkin", begin_to_read, once=True)
    setting_up.upgrade()
    assert scalar(engine, "PRAGMA journal_mode") == "delete"
    other.execute("ROLLBACK")
    assert engine.list() == []
    assert scalar(engine, "PRAGMA journal_mode") == "wal"
    other.close()
    let_go(engine)


@pytest.mark.parametrize("setting", POSTGRES)
def test_a_postgresql_connection_is_set_so_that_nobody_waits_for_ever(
    postgres_engine: Engine, setting: str
) -> None:
    """Locks, statements and idle transactions have their limits, and a commit is durable."""
    assert scalar(postgres_engine, f"SHOW {setting}") == POSTGRES[setting]


def test_every_connection_of_the_pool_is_set(sqlite_engine: Engine) -> None:
    """The second connection is as safe as the first."""
    bound = database(sqlite_engine)
    with bound.connect() as one, bound.connect() as other:
        for connection in (one, other):
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_a_reader_keeps_no_writer_waiting_and_sees_one_state(engine: Engine) -> None:
    """A read transaction left open takes no lock that a writer needs; and what is written
    meanwhile it sees neither whole nor in part."""
    ref = drafted(engine)
    with engine.transactions.reading() as work:
        before = work.decisions.refs()
        drafted(engine)
        assert engine.take(ref, "sign", by=MAKER, signatory="Cllr Ash")
        assert work.decisions.refs() == before
        assert (
            work.decisions.get(ref).decision.version
            == len(work.journal.stream(f"decision/{ref}"))
            == 1
        )
    assert len(engine.list()) == 2


def test_a_transaction_for_reading_writes_nothing_in_postgresql(postgres_engine: Engine) -> None:
    """Not by mistake either; and the connection writes again once it is given back."""
    postgres_engine.list()
    with (
        pytest.raises(NotWritable),
        postgres_engine.transactions.reading() as work,
    ):
        work.runs.start(None, MORNING)
    assert drafted(postgres_engine)


@pytest.mark.parametrize(
    ("given", "drivername", "where"),
    [
        ("decisions.db", "sqlite", "decisions.db"),
        ("/a b/c%20d?.db", "sqlite", "/a b/c%20d?.db"),
        (":memory:", "sqlite", ":memory:"),
        ("sqlite:///x.db", "sqlite", "x.db"),
        ("postgresql://u@h/d", "postgresql+psycopg", "d"),
        ("postgres://u@h/d", "postgresql+psycopg", "d"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg", "d"),
    ],
)
def test_an_address_is_a_path_or_a_url(given: str, drivername: str, where: str) -> None:
    """A plain path is an SQLite file, whatever characters it has."""
    url = address(given)
    assert (url.drivername, url.database) == (drivername, where)


def test_a_path_from_home_is_found_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A tilde is the home folder."""
    monkeypatch.setenv("HOME", str(tmp_path))
    assert address("~/x.db").database == str(tmp_path / "x.db")


@pytest.mark.parametrize("given", ["://", "oracle://x/y", "http://x/y", "postgresql://h:port/d"])
def test_an_address_that_cannot_be_used_is_refused_with_the_cure(given: str) -> None:
    """It is said what a database address looks like."""
    with pytest.raises((Invalid, NotSetUp)) as refused:
        make_engine(given)
    assert refused.value.cure


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://officer:s3cret@host/decisions",
        "postgresql://officer:s3cret%40x@host:5432/decisions?connect_timeout=1",
    ],
)
def test_a_password_is_never_shown(given: str) -> None:
    """Not in the address as shown, and not in what is said when the address does not answer."""
    engine = make_engine(given)
    assert "s3cret" not in shown(engine)
    assert "***" in shown(engine)
    assert "s3cret" not in repr(engine)


def test_a_server_that_does_not_answer_is_busy_and_its_password_is_not_shown() -> None:
    """Waiting would help, so it is exit 75's kind of fault; nothing secret is in its words."""
    address = "postgresql://officer:s3cret@127.0.0.1:9/decisions?connect_timeout=2"
    engine = opened(address, ManualClock(MORNING))
    with pytest.raises(WorkflowError) as refused:
        engine.list()
    assert refused.value.code == "busy"
    assert "s3cret" not in str(refused.value)
    let_go(engine)
