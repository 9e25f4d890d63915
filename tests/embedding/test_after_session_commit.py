"""A session tells as its commit returns, and of nothing that it rolled back."""

import pytest
from sqlalchemy import Engine as Database
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from support.hosts import refuse_commits, withdraw
from support.steps import signed
from workflow import Engine


def test_a_sessions_commit_tells(engine: Engine, own: Database, told: list[str]) -> None:
    """As the commit returns, and once."""
    with Session(own) as host:
        ref = signed(engine.within(host))
        assert told == []
        host.commit()
        assert told == [f"new {ref}", f"sign {ref}"]
        host.execute(text("SELECT 1"))
        host.commit()
    assert len(told) == 2


def test_a_sessions_rollback_tells_nothing(engine: Engine, own: Database, told: list[str]) -> None:
    """Not then, and not at a later commit of the same session."""
    with Session(own) as host:
        signed(engine.within(host))
        host.rollback()
        host.execute(text("SELECT 1"))
        host.commit()
    assert told == []


@pytest.mark.parametrize("way", ["close", "reset", "expunge and close"])
def test_a_session_that_is_closed_uncommitted_and_used_again_tells_nothing(
    engine: Engine, own: Database, told: list[str], way: str
) -> None:
    """Closing undoes the step; a later commit of the same session is of something else."""
    host = Session(own)
    signed(engine.within(host))
    if way == "reset":
        host.reset()
    else:
        host.close()
    host.execute(text("SELECT 1"))
    host.commit()
    assert told == []
    host.close()


def test_a_session_that_lets_its_own_savepoint_go_has_not_committed(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """A savepoint released is no commit: the host may yet roll back all of it."""
    with Session(own) as host:
        savepoint = host.begin_nested()
        signed(engine.within(host))
        savepoint.commit()
        assert told == []
        with host.begin_nested():
            host.execute(text("SELECT 1"))
        assert told == []
        host.rollback()
    assert told == []


def test_a_second_step_does_not_tell_of_the_first_before_the_commit(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """Our own savepoints are let go at each step, and that is no commit either."""
    with Session(own) as host:
        within = engine.within(host)
        ref = signed(within)
        withdraw(engine, host, ref)
        assert told == []
        host.commit()
    assert told == [f"new {ref}", f"sign {ref}", f"withdraw {ref}"]


def test_a_session_rolled_back_to_an_earlier_savepoint_tells_of_what_came_before_it(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """The step after the savepoint never happened; the one before it did."""
    kept, undone = signed(engine), signed(engine)
    told.clear()
    with Session(own) as host:
        withdraw(engine, host, kept)
        savepoint = host.begin_nested()
        withdraw(engine, host, undone)
        savepoint.rollback()
        host.commit()
    assert told == [f"withdraw {kept}"]


def test_a_session_rolled_back_to_a_later_savepoint_still_tells(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """What the host undoes after our step is not our step."""
    ref = signed(engine)
    told.clear()
    with Session(own) as host:
        withdraw(engine, host, ref)
        savepoint = host.begin_nested()
        host.execute(text("SELECT 1"))
        savepoint.rollback()
        host.commit()
    assert told == [f"withdraw {ref}"]


def test_savepoints_within_savepoints_count_as_the_host_set_them(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """A step in an inner savepoint that was let go is undone with the outer one."""
    ref = signed(engine)
    told.clear()
    with Session(own) as host:
        outer = host.begin_nested()
        inner = host.begin_nested()
        withdraw(engine, host, ref)
        inner.commit()
        outer.rollback()
        host.commit()
    assert told == []


def test_a_sessions_failed_commit_tells_nothing(
    engine: Engine, own: Database, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit that the database refuses has not happened."""
    host = Session(own)
    signed(engine.within(host))
    with monkeypatch.context() as patching:
        refuse_commits(own, patching)
        with pytest.raises(OperationalError):
            host.commit()
    host.close()
    assert told == []
