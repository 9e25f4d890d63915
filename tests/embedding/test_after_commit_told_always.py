"""A commit is told of always, whatever becomes of engines and pools; and only the last one is."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine as Database
from sqlalchemy import create_engine, event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from support.steps import drafted
from workflow import Engine, make_sqlite_safe
from workflow.store.database import address as address_of


def test_engines_made_and_disposed_of_all_tell(sqlite_engine: Engine, sqlite_address: str) -> None:
    """A pool that has the place in memory of one long gone is listened to like any other."""
    told: list[str] = []
    sqlite_engine.on_commit(lambda taken: told.append(taken.decision.ref))
    refs, hosts = [], []
    for turn in range(90):
        if turn % 3 == 0:
            hosts = [make_sqlite_safe(create_engine(address_of(sqlite_address))) for _ in "ab"]
        for host in hosts:
            with host.begin() as connection:
                refs.append(drafted(sqlite_engine.within(connection)))
        if turn % 3 == 2:
            for host in hosts:
                host.dispose()
    assert told == refs


def test_an_engine_disposed_of_while_its_connection_is_lent_tells(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """As after a fork: the connection goes back to a pool that its engine no longer has."""
    with own.connect() as host:
        before = own.pool
        own.dispose()
        ref = drafted(engine.within(host))
        host.commit()
    before.dispose()
    assert told == [f"new {ref}"]


@pytest.mark.parametrize("mode", ["create_savepoint", "conditional_savepoint", "rollback_only"])
@pytest.mark.parametrize("keep", [True, False])
def test_a_session_that_joined_a_transaction_tells_when_that_is_committed(
    engine: Engine, own: Database, told: list[str], mode: str, keep: bool
) -> None:
    """The session's commit keeps nothing by itself: whoever began the whole may yet undo it."""
    with own.connect() as outer:
        whole = outer.begin()
        with Session(outer, join_transaction_mode=mode) as host:  # type: ignore[arg-type]
            ref = drafted(engine.within(host))
            host.commit()
        assert told == []
        whole.commit() if keep else whole.rollback()
    assert told == [f"new {ref}"] * keep


def test_a_savepoint_set_before_a_joined_session_undoes_what_it_committed(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """What came before that savepoint is told of, and nothing else."""
    with own.begin() as outer:
        kept = drafted(engine.within(outer))
        before = outer.begin_nested()
        with Session(outer, join_transaction_mode="create_savepoint") as host:
            drafted(engine.within(host))
            host.commit()
        before.rollback()
    assert told == [f"new {kept}"]


def test_a_session_that_began_its_own_transaction_on_a_connection_tells_at_once(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """Its commit is the whole."""
    with own.connect() as bare, Session(bare) as host:
        ref = drafted(engine.within(host))
        host.commit()
        assert told == [f"new {ref}"]


def test_a_step_is_no_commit_of_the_hosts_session(engine: Engine, own: Database) -> None:
    """What the host does after its commits is not done for what it then rolls back."""
    done: list[str] = []
    with Session(own) as host:
        for name in ("before_commit", "after_commit", "after_rollback"):
            event.listen(host, name, lambda _, name=name: done.append(name))
        drafted(engine.within(host))
        engine.within(host).close_due()
        assert done == []
        host.rollback()
    assert done == ["after_rollback"]
    assert engine.list() == []


class _Base(DeclarativeBase):
    pass


class _Post(_Base):
    __tablename__ = "web_posts"
    slug: Mapped[str] = mapped_column(primary_key=True)


@pytest.mark.parametrize("autoflush", [True, False])
def test_a_hosts_own_failing_row_is_the_hosts_own_error(
    own_address: str, open_register: Callable[[str], Engine], autoflush: bool
) -> None:
    """It is not said that someone else changed the decision: to try again would go on for ever."""
    engine = open_register(own_address)
    own = make_sqlite_safe(create_engine(address_of(own_address)))
    _Base.metadata.create_all(own)
    with Session(own) as host:
        host.add(_Post(slug="same"))
        drafted(engine.within(host))
        host.commit()
    with Session(own, autoflush=autoflush) as host:
        host.add(_Post(slug="same"))
        with pytest.raises(IntegrityError):
            drafted(engine.within(host))
    own.dispose()
    assert len(engine.list()) == 1
