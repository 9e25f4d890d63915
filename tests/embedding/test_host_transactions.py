"""The engine within a host's own transaction: what the host keeps is kept, and nothing else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy import Engine as Database
from sqlalchemy.orm import Session, scoped_session, sessionmaker

from support.people import AUTHOR, MAKER, OFFICER
from support.registers import database, held_rows, scalar
from support.statements import a_statement
from support.steps import ITS_END, must, published, signed, verified
from workflow import Engine, ManualClock, State, make_sqlite_safe
from workflow.errors import Invalid, Stale
from workflow.model.inputs import Inputs
from workflow.store.database import address

Host = Connection | Session
Lend = Callable[[], Any]


@pytest.fixture
def own(own_address: str) -> Iterator[Database]:
    """A host's own SQLAlchemy engine, with a table of its own beside the register."""
    bound = make_sqlite_safe(create_engine(address(own_address)))
    with bound.begin() as connection:
        connection.execute(text("CREATE TABLE parking (permit integer)"))
    yield bound
    bound.dispose()


@pytest.fixture(params=["connection", "session"])
def lend(request: pytest.FixtureRequest, own: Database) -> Lend:
    """A way for the host to open what it lends: a connection or an ORM session."""
    return own.connect if request.param == "connection" else lambda: Session(own)


@pytest.fixture
def engine(own_address: str, own: Database, open_register: Callable[[str], Engine]) -> Engine:
    """An engine on the same register, by which tests see what was kept."""
    return open_register(own_address)


def _park(host: Host) -> None:
    host.execute(text("INSERT INTO parking VALUES (7)"))


def _permits(engine: Engine) -> int:
    return int(scalar(engine, "SELECT count(*) FROM parking"))


def test_what_the_host_commits_is_kept(engine: Engine, lend: Lend) -> None:
    """The host's rows and ours, together, and not before."""
    with lend() as host:
        _park(host)
        within = engine.within(host)
        ref = published(within)
        assert within.get(ref).state is State.CALL_IN_OPEN
        if database(engine).dialect.name == "sqlite":
            assert engine.list() == []
        host.commit()
    assert engine.get(ref).state is State.CALL_IN_OPEN
    assert _permits(engine) == 1
    assert verified(engine) == 4


def test_what_the_host_rolls_back_leaves_nothing(engine: Engine, lend: Lend) -> None:
    """Not a row, not an entry of the journal, not an event in the outbox, not a run."""
    published(engine)
    before = held_rows(engine)
    with lend() as host:
        _park(host)
        within = engine.within(host)
        published(within)
        must(within.take("HFD-2018-001", "withdraw", by=MAKER, reason="No."))
        within.close_due()
        host.rollback()
    assert held_rows(engine) == before
    assert _permits(engine) == 0


def test_what_the_host_leaves_without_a_word_leaves_nothing(engine: Engine, lend: Lend) -> None:
    """A host that closes what it lent has not committed."""
    before = held_rows(engine)
    with lend() as host:
        published(engine.within(host))
    assert held_rows(engine) == before


def test_an_exception_in_the_host_after_a_step_leaves_nothing(engine: Engine, lend: Lend) -> None:
    """The host's own failure undoes our step with its own rows."""
    before = held_rows(engine)

    def serve() -> None:
        with lend() as host, host.begin():
            _park(host)
            published(engine.within(host))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        serve()
    assert held_rows(engine) == before
    assert _permits(engine) == 0


def test_a_refusal_leaves_the_hosts_own_rows(engine: Engine, lend: Lend) -> None:
    """A refused step is an answer; the host goes on and commits its own."""
    ref = signed(engine)
    before = held_rows(engine)
    with lend() as host:
        _park(host)
        assert not engine.within(host).take(ref, "publish", by=AUTHOR, where="offices")
        _park(host)
        host.commit()
    assert _permits(engine) == 2
    assert held_rows(engine) == before


@pytest.mark.parametrize(
    ("fault", "act"),
    [
        (Stale, lambda e: e.take("S", "publish", by=OFFICER, where="x", expect_version=9)),
        (Invalid, lambda e: e.draft(council="larkshire", statement=_SAID, by=AUTHOR, ref="S")),
        (Invalid, lambda e: e.take("S", "fly", by=OFFICER)),
    ],
)
def test_a_fault_leaves_the_hosts_own_rows(
    engine: Engine, lend: Lend, fault: type[Exception], act: Callable[[Engine], Inputs]
) -> None:
    """A fault undoes what we began, to our savepoint, and the host's transaction is usable."""
    signed(engine, ref="S")
    before = held_rows(engine)
    with lend() as host:
        _park(host)
        with pytest.raises(fault):
            act(engine.within(host))
        _park(host)
        host.commit()
    assert _permits(engine) == 2
    assert held_rows(engine) == before


_SAID = a_statement()


def test_a_write_that_fails_is_undone_to_our_savepoint(engine: Engine, lend: Lend) -> None:
    """Half a step is never left in the host's transaction."""
    ref = signed(engine)
    before = held_rows(engine)

    def fail(_: Any, __: Any, statement: str, *___: Any) -> None:
        if "INTO cd_outbox" in statement:
            raise ZeroDivisionError

    with lend() as host:
        _park(host)
        connection = host if isinstance(host, Connection) else host.connection()
        event.listen(connection.engine, "before_cursor_execute", fail)
        with pytest.raises(ZeroDivisionError):
            engine.within(host).take(ref, "publish", by=OFFICER, where="x")
        event.remove(connection.engine, "before_cursor_execute", fail)
        host.commit()
    assert _permits(engine) == 1
    assert held_rows(engine) == before


def test_what_the_host_rolls_back_to_its_own_savepoint_leaves_nothing(
    engine: Engine, lend: Lend
) -> None:
    """The steps since that savepoint go; those before it stay."""
    with lend() as host:
        within = engine.within(host)
        first = published(within)
        savepoint = host.begin_nested()
        published(within)
        savepoint.rollback()
        third = published(within)
        host.commit()
    assert [each.ref for each in engine.list()] == [first, third]
    assert verified(engine) == 8


def test_a_rehearsal_within_a_host_leaves_nothing_even_if_it_commits(
    engine: Engine, lend: Lend
) -> None:
    """A dry run is undone to its savepoint."""
    ref = signed(engine)
    before = held_rows(engine)
    with lend() as host:
        _park(host)
        assert engine.within(host).take(ref, "publish", by=OFFICER, where="x", dry_run=True)
        host.commit()
    assert held_rows(engine) == before
    assert _permits(engine) == 1


def test_the_close_within_a_host_is_kept_with_the_hosts_commit(
    engine: Engine, lend: Lend, clock: ManualClock
) -> None:
    """All of its batches, and the record that it ran, or none of them."""
    refs = [published(engine) for _ in range(3)]
    clock.move_to(ITS_END)
    for keep in (False, True):
        with lend() as host:
            assert engine.within(host).close_due().closed == refs
            if keep:
                host.commit()
            else:
                host.rollback()
        assert len(engine.reports.runs()) == int(keep)
        states = {each.state for each in engine.list()}
        assert states == {State.IMPLEMENTED if keep else State.CALL_IN_OPEN}
    assert engine.journal.verify().breaks == ()


@contextmanager
def _watching(host: Host) -> Iterator[list[str]]:
    connection = host if isinstance(host, Connection) else host.connection()
    done: list[str] = []

    def commit(_: Any) -> None:
        done.append("commit")

    def rollback(_: Any) -> None:
        done.append("rollback")

    event.listen(connection, "commit", commit)
    event.listen(connection, "rollback", rollback)
    yield done
    event.remove(connection, "commit", commit)
    event.remove(connection, "rollback", rollback)


def test_what_is_lent_is_never_committed_rolled_back_or_closed(
    engine: Engine, lend: Lend, clock: ManualClock
) -> None:
    """Whatever is done with it: taken, refused, faulted, rehearsed, asked or closed."""
    with lend() as host:
        _park(host)
        within = engine.within(host)
        with _watching(host) as done:
            ref = published(within)
            assert not within.take(ref, "publish", by=OFFICER, where="x")
            with pytest.raises(Stale):
                within.take(ref, "withdraw", by=MAKER, reason="No.", expect_version=1)
            assert within.take(ref, "withdraw", by=MAKER, reason="No.", dry_run=True)
            within.history(ref)
            within.next(ref)
            within.journal.verify()
            clock.move_to(ITS_END)
            within.close_due()
            assert done == []
        assert host.execute(text("SELECT count(*) FROM parking")).scalar() == 1
        assert host.in_transaction()
        host.commit()
    assert engine.get(ref).state is State.IMPLEMENTED


def test_a_host_sees_its_own_uncommitted_steps(engine: Engine, lend: Lend) -> None:
    """Asking within the host's transaction answers with what it has not yet committed."""
    with lend() as host:
        within = engine.within(host)
        ref = published(within)
        assert [each.ref for each in within.list()] == [ref]
        assert verified(within, ref) == 4
        assert not within.may_implement(ref)
        assert len(within.history(ref)) == 4


def test_a_scoped_session_lends_the_threads_own(engine: Engine, own: Database) -> None:
    """As Flask's extension has it: the session of this thread, and its callbacks."""
    told: list[str] = []
    engine.on_commit(lambda taken: told.append(taken.step))
    scoped = scoped_session(sessionmaker(own))
    ref = published(engine.within(scoped))
    assert told == []
    scoped.commit()
    assert told == ["new", "sign", "publish"]
    scoped.remove()
    assert engine.get(ref).version == 4


class _Awaited:
    """What an asynchronous session looks like."""

    sync_session = None

    def begin_nested(self) -> None:
        """Give what has to be awaited."""


@pytest.mark.parametrize("wrong", [_Awaited(), None, "postgresql://", object()])
def test_only_a_connection_or_a_session_is_lent(engine: Engine, wrong: object) -> None:
    """Anything else is refused with the cure, at once."""
    with pytest.raises(Invalid, match="connection or session"):
        engine.within(wrong)
