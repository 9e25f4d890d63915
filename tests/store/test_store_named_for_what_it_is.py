"""What a database refuses is named for what it is, and is "try again" where waiting helps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError, OperationalError

from cli import exits
from support.registers import Postgres, database, held_rows, let_go
from support.steps import drafted, opened, signed
from workflow import Engine, ManualClock
from workflow.errors import WorkflowError
from workflow.store.faults import translate

Opener = Callable[..., Engine]


class _Said(Exception):
    """A driver's error: its words, and PostgreSQL's code where there was one."""

    def __init__(self, words: str, sqlstate: str | None) -> None:
        super().__init__(words)
        self.sqlstate = sqlstate


SAID = [
    ("25P03", "terminating connection", "busy", 75),
    ("25006", "cannot execute INSERT in a read-only transaction", "read-only", 1),
    ("25P02", "current transaction is aborted", "unusable-connection", 1),
    ("25P01", "SAVEPOINT can only be used in transaction blocks", "unusable-connection", 1),
    ("28P01", "Passwort-Authentifizierung", "not-let-in", 1),
    ("28000", "role", "not-let-in", 1),
    ("3D000", "database", "not-set-up", 1),
    ("57014", "canceling statement due to statement timeout", "busy", 75),
    ("55P03", "canceling statement due to lock timeout", "busy", 75),
    ("40001", "could not serialize access", "busy", 75),
    ("40P01", "deadlock detected", "busy", 75),
    ("57P01", "terminating connection due to administrator command", "busy", 75),
    ("57P03", "the database system is starting up", "busy", 75),
    ("53300", "too many connections", "busy", 75),
    ("53100", "could not extend file", "busy", 75),
    ("53200", "out of memory", "busy", 75),
    ("08006", "connection failure", "busy", 75),
    ("0A000", "cached plan must not change result type", "busy", 75),
    ("42501", "permission denied for table cd_decisions", "read-only", 1),
    ("42P01", "relation", "not-set-up", 1),
    ("22P05", "character has no equivalent in encoding LATIN1", "invalid", 2),
    ("26000", "prepared statement does not exist", "unusable-connection", 1),
    ("23514", "violates check constraint", "out-of-rule", 1),
    (None, 'FATAL:  password authentication failed for user "u"', "not-let-in", 1),
    (None, "fe_sendauth: no password supplied", "not-let-in", 1),
    (None, 'FATAL:  no pg_hba.conf entry for host "::1"', "not-let-in", 1),
    (None, 'FATAL:  role "u" does not exist', "not-let-in", 1),
    (None, 'FATAL:  role "u" is not permitted to log in', "not-let-in", 1),
    (None, 'FATAL:  database "d" does not exist', "not-set-up", 1),
    (None, "failed to resolve host 'h': [Errno -2] Name or service not known", "not-set-up", 1),
    (None, "[Errno -3] Temporary failure in name resolution", "busy", 75),
    (None, "could not translate host name", "not-set-up", 1),
    (None, "connection failed: Connection refused", "busy", 75),
    (None, "connection timeout expired", "busy", 75),
    (None, "FATAL:  sorry, too many clients already", "busy", 75),
    (None, "FATAL:  remaining connection slots are reserved", "busy", 75),
    (None, "FATAL:  the database system is starting up", "busy", 75),
    (None, "FATAL:  the database system is shutting down", "busy", 75),
    (None, "FATAL:  unsupported startup parameter: options", "not-set-up", 1),
    (None, "server does not support SSL, but SSL was required", "not-set-up", 1),
    (None, "server closed the connection unexpectedly", "busy", 75),
    (None, "database or disk is full", "busy", 75),
    (None, "disk I/O error", "busy", 75),
    (None, 'invalid connection option "foo"', "invalid", 2),
]


@pytest.mark.parametrize(("sqlstate", "words", "code", "exit_code"), SAID)
def test_each_is_named_and_has_its_cure(
    sqlstate: str | None, words: str, code: str, exit_code: int
) -> None:
    """By its code, in whatever language; in words where a server that lets nobody in has none."""
    kind = IntegrityError if sqlstate == "23514" else OperationalError
    fault = translate(kind("select", {}, _Said(words, sqlstate)))
    assert (fault.code, exits.code_for_fault(fault)) == (code, exit_code)
    assert fault.cure
    if words == "disk I/O error":  # which is what SQLite says of its log on a disk that is full
        assert "or is full" in str(fault)
        assert "has room" in fault.cure
    if "full" in words or sqlstate == "53100":
        assert "Make room" in fault.cure
    elif exit_code == 75:
        assert "again" in fault.cure
    else:
        assert "Wait" not in fault.cure


def test_a_code_is_found_where_other_drivers_keep_it() -> None:
    """psycopg2 and pg8000 have places of their own for it."""
    of_psycopg2 = _Said("x", None)
    of_psycopg2.pgcode = "25P03"  # type: ignore[attr-defined]
    for said in (of_psycopg2, Exception({"C": "25P03", "M": "x"})):
        assert translate(OperationalError("select", {}, said)).code == "busy"


def _asked(engine: Engine) -> tuple[str, str]:
    with pytest.raises(WorkflowError) as refused:
        engine.list()
    return refused.value.code, f"{refused.value} {refused.value.cure}"


@pytest.mark.parametrize(
    ("change", "code", "sentence"),
    [
        (("postgres:@", "nobody_here:@"), "not-let-in", "no such user"),
        (("/ready?", "/nowhere?"), "not-set-up", "no such database"),
        (("@/", "@no-such-host.invalid/"), "not-set-up", "no server of that name"),
        (("?host", "?foo=bar&host"), "invalid", "does not know"),
    ],
)
def test_an_address_that_leads_nowhere_says_which_part(
    postgres: Postgres, clock: ManualClock, change: tuple[str, str], code: str, sentence: str
) -> None:
    """The user, the database, the server or an option; to set it up is not the cure for all."""
    given = postgres.address("ready").replace(*change)
    if "invalid" in change[1]:
        given = given.partition("?")[0]
    engine = opened(given, clock)
    said = _asked(engine)
    let_go(engine)
    assert said[0] == code
    assert sentence in said[1]
    assert code == "not-set-up" or "db upgrade" not in said[1]


@contextmanager
def _set(engine: Engine, *settings: str) -> Iterator[None]:
    let_go(engine)

    def say(connection: Any, _: Any) -> None:
        for setting in settings:
            connection.execute(f"SET {setting}")
        connection.commit()

    event.listen(database(engine), "connect", say)
    yield
    event.remove(database(engine), "connect", say)
    let_go(engine)


def _write_cut(engine: Engine, then: Callable[[Any], object]) -> None:
    """Write, cut the connection as a server that stops does, and go on."""
    with engine.transactions.writing() as work:
        work.runs.start(None, engine.clock.now())
        connection = work.rows.connection  # type: ignore[attr-defined]
        pid = connection.execute(text("SELECT pg_backend_pid()")).scalar()
        with database(engine).connect() as other:
            other.execute(text("SELECT pg_terminate_backend(:pid, 1000)"), {"pid": pid})
        then(work)


def test_one_that_idles_in_its_transaction_is_told_to_try_again(postgres_engine: Engine) -> None:
    """PostgreSQL ends it, and the journal has nothing to do with it."""
    ref = signed(postgres_engine)

    def idle() -> None:
        with postgres_engine.transactions.writing() as work:
            work.decisions.get(ref)
            with database(postgres_engine).connect() as other:
                other.execute(text("SELECT pg_sleep(0.2)"))
            work.decisions.get(ref)

    with (
        _set(postgres_engine, "idle_in_transaction_session_timeout = '20ms'"),
        pytest.raises(WorkflowError) as refused,
    ):
        idle()
    assert refused.value.code == "busy"


def test_a_statement_that_takes_too_long_is_told_to_try_again(postgres_engine: Engine) -> None:
    """It was stopped by the database's own limit."""
    ref = signed(postgres_engine)
    with (
        _set(postgres_engine, "statement_timeout = '50ms'", "lock_timeout = 0"),
        database(postgres_engine).begin() as other,
    ):
        other.execute(text("LOCK TABLE cd_decisions"))
        code, said = _asked(postgres_engine)
    assert (code, "too long" in said) == ("busy", True)
    assert postgres_engine.get(ref)


def test_a_connection_that_is_cut_is_told_to_try_again(postgres_engine: Engine) -> None:
    """Nothing was kept."""
    drafted(postgres_engine)
    before = held_rows(postgres_engine)
    with pytest.raises(WorkflowError) as refused:
        _write_cut(postgres_engine, lambda work: work.decisions.refs())
    assert refused.value.code == "busy"
    assert held_rows(postgres_engine) == before


def test_one_that_is_cut_as_it_is_kept_may_have_been_kept(postgres_engine: Engine) -> None:
    """To say "try again" could have it recorded twice: look first."""
    drafted(postgres_engine)
    with pytest.raises(WorkflowError) as refused:
        _write_cut(postgres_engine, lambda _: None)
    assert (refused.value.code, exits.code_for_fault(refused.value)) == ("kept-or-not", 1)
    assert "Look before" in refused.value.cure
    assert len(postgres_engine.list()) == 1
