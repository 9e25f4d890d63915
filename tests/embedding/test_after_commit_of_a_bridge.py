"""A connection that another framework lends and commits: it says who tells of its commits."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy import Engine as Database
from sqlalchemy.orm import Session

from support.registers import database
from support.steps import drafted
from workflow import Engine
from workflow.errors import Invalid


class _Lent:
    """A framework's live connection, as it is lent: to commit and to close it is not the
    borrower's to do."""

    def __init__(self, raw: Any) -> None:
        object.__setattr__(self, "_raw", raw)

    def commit(self) -> None:
        """Do nothing."""

    rollback = close = commit

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._raw, name, value)


class _Framework:
    """What Django does: one connection in a transaction, and functions called once it commits."""

    def __init__(self, own: Database) -> None:
        self.raw: Any = own.raw_connection()
        if own.dialect.name == "sqlite":
            self.raw.cursor().execute("BEGIN")
        self.waiting: list[Callable[[], None]] = []
        given = {"poolclass": NullPool, "pool_reset_on_return": None}
        if own.dialect.name == "postgresql":
            given["use_native_hstore"] = False
        lent = _Lent(self.raw.driver_connection)
        self.bridge = create_engine(own.url, creator=lambda: lent, **given)

    def on_commit(self, tell: Callable[[], None]) -> None:
        self.waiting.append(tell)

    def commit(self) -> None:
        self.raw.commit()
        for tell in self.waiting:
            tell()


@pytest.mark.parametrize("kind", [Connection, Session])
def test_what_cannot_be_told_is_said_before_the_step(
    engine: Engine, own: Database, told: list[str], kind: type
) -> None:
    """Not silently never, and not at a session's commit, which commits nothing here."""
    lender = _Framework(own)
    with lender.bridge.connect() if kind is Connection else Session(lender.bridge) as host:
        with pytest.raises(Invalid, match="may commit it unheard") as refused:
            drafted(engine.within(host))
        assert "after_commit=" in refused.value.cure
        assert engine.within(host).list() == []
    lender.commit()
    lender.raw.close()
    assert engine.list() == []


@pytest.mark.parametrize("kind", [Connection, Session])
def test_whoever_lends_it_tells(engine: Engine, own: Database, told: list[str], kind: type) -> None:
    """Told as the framework says that it committed, and not before."""
    lender = _Framework(own)
    with lender.bridge.connect() if kind is Connection else Session(lender.bridge) as host:
        ref = drafted(engine.within(host, after_commit=lender.on_commit))
        host.commit()
    assert told == []
    lender.commit()
    lender.raw.close()
    assert told == [f"new {ref}"]
    assert engine.get(ref)


def test_without_callbacks_a_bridge_is_lent_like_any_other(engine: Engine, own: Database) -> None:
    """There is nobody to tell."""
    lender = _Framework(own)
    with lender.bridge.connect() as host:
        ref = drafted(engine.within(host))
    lender.commit()
    lender.raw.close()
    assert engine.get(ref)


def test_a_drivers_connection_of_ones_own_kind_is_the_drivers_own(
    sqlite_engine: Engine, sqlite_address: str
) -> None:
    """A kind made from the driver's commits as the driver does."""
    import sqlite3

    class Mine(sqlite3.Connection):
        pass

    told = []
    sqlite_engine.on_commit(lambda taken: told.append(taken.decision.ref))
    own = create_engine(database(sqlite_engine).url, connect_args={"factory": Mine})
    from workflow import make_sqlite_safe

    with make_sqlite_safe(own).begin() as host:
        ref = drafted(sqlite_engine.within(host))
    assert told == [ref]
    own.dispose()
