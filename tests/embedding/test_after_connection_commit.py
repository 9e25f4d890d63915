"""A bare connection tells once its commit is done, and of nothing that it rolled back."""

import pytest
from sqlalchemy import Engine as Database
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from support.hosts import refuse_commits, withdraw
from support.steps import signed
from workflow import Engine


def test_a_connection_that_was_committed_tells_when_it_begins_again(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """SQLAlchemy tells nobody that a bare commit succeeded; the next beginning does."""
    with own.connect() as host:
        ref = signed(engine.within(host))
        host.commit()
        host.execute(text("SELECT 1"))
        assert told == [f"new {ref}", f"sign {ref}"]
        host.commit()
    assert len(told) == 2


def test_a_connection_that_was_committed_tells_when_it_is_given_back(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """Once, and from then on nothing more of it."""
    with own.connect() as host:
        ref = signed(engine.within(host))
        host.commit()
    assert told == [f"new {ref}", f"sign {ref}"]
    with own.connect() as host:
        host.execute(text("SELECT 1"))
        host.commit()
    assert len(told) == 2


@pytest.mark.parametrize("way", ["invalidate", "detach", "detach first"])
def test_a_connection_that_leaves_its_pool_tells_of_what_it_had_committed(
    engine: Engine, own: Database, told: list[str], way: str
) -> None:
    host = own.connect()
    ref = signed(engine.within(host))
    if way == "detach first":
        host.detach()
    host.commit()
    if way == "invalidate":
        host.invalidate()
    elif way == "detach":
        host.detach()
    host.close()
    assert told == [f"new {ref}", f"sign {ref}"]


@pytest.mark.parametrize("way", ["rollback", "close", "exception", "invalidate", "detach"])
def test_a_connection_that_was_not_committed_tells_nothing(
    engine: Engine, own: Database, told: list[str], way: str
) -> None:
    """However the host lets go of it, and whoever has the connection next."""

    def serve() -> None:
        with own.connect() as host:
            signed(engine.within(host))
            if way == "rollback":
                host.rollback()
                host.execute(text("SELECT 1"))
                host.commit()
            elif way == "exception":
                raise ZeroDivisionError
            elif way == "invalidate":
                host.invalidate()
            elif way == "detach":
                host.detach()

    if way == "exception":
        with pytest.raises(ZeroDivisionError):
            serve()
    else:
        serve()
    with own.begin() as other:
        other.execute(text("SELECT 1"))
    assert told == []


@pytest.mark.parametrize("way", ["close", "rollback and close"])
def test_a_connections_failed_commit_tells_nothing(
    engine: Engine, own: Database, told: list[str], monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Not as it is given back, nor when it is lent to another."""
    host = own.connect()
    signed(engine.within(host))
    with monkeypatch.context() as patching:
        refuse_commits(own, patching)
        with pytest.raises(OperationalError):
            host.commit()
    if way != "close":
        host.rollback()
    host.close()
    assert told == []


def test_another_connection_given_back_does_not_tell(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """The pool serves many; only the host's own connection counts."""
    with own.connect() as host:
        ref = signed(engine.within(host))
        with own.connect() as other:
            other.execute(text("SELECT 1"))
        assert told == []
        host.commit()
        with own.connect() as other:
            other.execute(text("SELECT 1"))
    assert told == [f"new {ref}", f"sign {ref}"]


def test_a_connection_rolled_back_to_an_earlier_savepoint_tells_of_what_came_before_it(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """The step after the savepoint never happened; the one before it did."""
    kept, undone = signed(engine), signed(engine)
    told.clear()
    with own.connect() as host:
        withdraw(engine, host, kept)
        savepoint = host.begin_nested()
        withdraw(engine, host, undone)
        savepoint.rollback()
        host.commit()
    assert told == [f"withdraw {kept}"]


def test_a_connection_rolled_back_to_a_later_savepoint_still_tells(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """What the host undoes after our step is not our step."""
    ref = signed(engine)
    told.clear()
    with own.connect() as host:
        withdraw(engine, host, ref)
        savepoint = host.begin_nested()
        host.execute(text("SELECT 1"))
        savepoint.rollback()
        host.commit()
    assert told == [f"withdraw {ref}"]


def test_a_connection_that_lets_its_own_savepoint_go_has_not_committed(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """A savepoint released is no commit."""
    with own.connect() as host:
        savepoint = host.begin_nested()
        signed(engine.within(host))
        savepoint.commit()
        assert told == []
        host.rollback()
    assert told == []


def test_a_host_with_a_block_of_its_own_tells_after_the_block(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """`with engine.begin()` is a commit like another."""
    with own.begin() as host:
        ref = signed(engine.within(host))
        assert told == []
    assert told == [f"new {ref}", f"sign {ref}"]
