"""What a database refuses is named for what it is, and is "try again" where waiting helps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from building import OFFICER, drafted, opened, signed
from registers import Postgres, database, held_rows, let_go
from sqlalchemy import Engine as Bound
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import IntegrityError, MissingGreenlet, OperationalError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from cli import exits
from workflow import Engine, ManualClock
from workflow.errors import WorkflowError
from workflow.store.faults import translate, translated
from workflow.store.unit_of_work import address as address_of

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
    (None, 'invalid connection option "foo"', "invalid", 2),
]


@pytest.mark.parametrize(("sqlstate", "words", "code", "exit_code"), SAID)
def test_each_is_named_and_has_its_cure(
    sqlstate: str | None, words: str, code: str, exit_code: int
) -> None:
    """By its code, in whatever language; in words where a server that lets nobody in has none."""
    kind = IntegrityError if sqlstate == "23514" else OperationalError
    fault = translate(kind("select", {}, _Said(words, sqlstate)))
    assert (fault.code, exits.for_fault(fault)) == (code, exit_code)
    assert fault.cure
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
        work.start_run(None, engine.clock.now())
        connection = work.conn  # type: ignore[attr-defined]
        pid = connection.execute(text("SELECT pg_backend_pid()")).scalar()
        with database(engine).connect() as other:
            other.execute(text("SELECT pg_terminate_backend(:pid, 1000)"), {"pid": pid})
        then(work)


def test_one_that_idles_in_its_transaction_is_told_to_try_again(postgres_engine: Engine) -> None:
    """PostgreSQL ends it, and the journal has nothing to do with it."""
    ref = signed(postgres_engine)

    def idle() -> None:
        with postgres_engine.transactions.writing() as work:
            work.look(ref)
            with database(postgres_engine).connect() as other:
                other.execute(text("SELECT pg_sleep(0.2)"))
            work.look(ref)

    with (
        _set(postgres_engine, "idle_in_transaction_session_timeout = '20ms'"),
        pytest.raises(WorkflowError) as refused,
    ):
        idle()
    assert refused.value.code == "busy"


def test_a_statement_that_takes_too_long_is_told_to_try_again(postgres_engine: Engine) -> None:
    """It was stopped by the database's own limit."""
    ref = signed(postgres_engine)
    with _set(postgres_engine, "statement_timeout = '50ms'", "lock_timeout = 0"):
        with database(postgres_engine).begin() as other:
            other.execute(text("LOCK TABLE cd_decisions"))
            code, said = _asked(postgres_engine)
    assert (code, "too long" in said) == ("busy", True)
    assert postgres_engine.get(ref)


def test_a_connection_that_is_cut_is_told_to_try_again(postgres_engine: Engine) -> None:
    """Nothing was kept."""
    drafted(postgres_engine)
    before = held_rows(postgres_engine)
    with pytest.raises(WorkflowError) as refused:
        _write_cut(postgres_engine, lambda work: work.refs())
    assert refused.value.code == "busy"
    assert held_rows(postgres_engine) == before


def test_one_that_is_cut_as_it_is_kept_may_have_been_kept(postgres_engine: Engine) -> None:
    """To say "try again" could have it recorded twice: look first."""
    drafted(postgres_engine)
    with pytest.raises(WorkflowError) as refused:
        _write_cut(postgres_engine, lambda _: None)
    assert (refused.value.code, exits.for_fault(refused.value)) == ("kept-or-not", 1)
    assert "Look before" in refused.value.cure
    assert len(postgres_engine.list()) == 1


@pytest.fixture
def own(postgres_address: str) -> Iterator[Bound]:
    """A host's own engine on PostgreSQL, whose pool has one connection."""
    bound = create_engine(
        address_of(postgres_address), pool_size=1, max_overflow=0, pool_timeout=0.05
    )
    yield bound
    bound.dispose()


def _within(engine: Engine, host: Any) -> WorkflowError:
    with pytest.raises(WorkflowError) as refused:
        drafted(engine.within(host))
    return refused.value


def test_a_hosts_transaction_that_failed_is_called_that(
    postgres_engine: Engine, own: Bound
) -> None:
    """Its own statement failed before: it rolls back, and goes on."""
    with own.connect() as host:
        with pytest.raises(Exception, match="division by zero"):
            host.execute(text("SELECT 1/0"))
        fault = _within(postgres_engine, host)
        assert fault.code == "unusable-connection"
        assert "Roll back" in fault.cure
        host.rollback()
        assert drafted(postgres_engine.within(host))


def test_a_host_that_keeps_each_statement_by_itself_is_told_so(
    postgres_engine: Engine, own: Bound
) -> None:
    """In AUTOCOMMIT nothing could be undone."""
    with own.connect().execution_options(isolation_level="AUTOCOMMIT") as host:
        fault = _within(postgres_engine, host)
    assert fault.code == "unusable-connection"
    assert "AUTOCOMMIT" in str(fault)
    assert postgres_engine.list() == []


class _Base(DeclarativeBase):
    pass


class _Post(_Base):
    __tablename__ = "web_posts"
    number: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)


def test_a_session_whose_flush_failed_and_a_connection_that_is_closed_are_told_so(
    postgres_engine: Engine, own: Bound
) -> None:
    """Not raw, in SQLAlchemy's words about its own insides."""
    with own.begin() as host:
        _Base.metadata.create_all(host)
    with Session(own) as session:
        session.add_all([_Post(slug="same"), _Post(slug="same")])
        with pytest.raises(IntegrityError):
            session.flush()
        session.add(_Post(slug="another"))
        fault = _within(postgres_engine, session)
        assert (fault.code, "rolled back" in str(fault)) == ("unusable-connection", True)
    with own.connect() as host:
        within = postgres_engine.within(host)
        within.list()
    fault = _within(postgres_engine, host)
    assert (fault.code, "closed" in str(fault)) == ("unusable-connection", True)


def test_what_has_to_be_awaited_says_how(postgres_engine: Engine) -> None:
    """An asynchronous engine's connection used without run_sync."""
    with pytest.raises(WorkflowError) as refused, translated():
        raise MissingGreenlet("greenlet_spawn has not been called")
    assert "run_sync" in refused.value.cure


def test_a_pool_with_nothing_to_spare_is_told_to_try_again(
    postgres_engine: Engine, own: Bound
) -> None:
    """Another of the host's requests has its only connection."""
    with own.connect(), Session(own) as session, pytest.raises(WorkflowError) as refused:
        postgres_engine.within(session).list()
    assert refused.value.code == "busy"


def test_one_that_gave_way_to_another_is_told_to_try_again(
    postgres_engine: Engine, own: Bound
) -> None:
    """A host under SERIALIZABLE does its whole transaction again."""
    ref = signed(postgres_engine)
    with own.connect().execution_options(isolation_level="SERIALIZABLE") as host:
        within = postgres_engine.within(host)
        assert within.get(ref).version == 2
        postgres_engine.take(ref, "publish", by=OFFICER, where="offices")
        with pytest.raises(WorkflowError) as refused:
            within.take(ref, "publish", by=OFFICER, where="offices")
    assert refused.value.code == "busy"
