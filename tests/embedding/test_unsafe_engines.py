"""A host's SQLite engine on which a rollback would not undo our step is refused with the cure."""

import sqlite3
from collections.abc import Callable

import pytest
from building import drafted
from registers import held_rows
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

from workflow import Engine, make_sqlite_safe
from workflow.errors import UnsafeEngine
from workflow.store.unit_of_work import address as address_of

Opener = Callable[..., Engine]


@pytest.mark.parametrize("kind", ["connection", "session"])
@pytest.mark.parametrize("isolation", [None, "AUTOCOMMIT", "SERIALIZABLE", "READ UNCOMMITTED"])
def test_a_hosts_own_sqlite_engine_is_refused(
    sqlite_engine: Engine, sqlite_address: str, kind: str, isolation: str | None
) -> None:
    """By default, and in any isolation, the driver begins late or not at all: refused, for a
    question as for a step, with the cure, and nothing written."""
    given = {} if isolation is None else {"isolation_level": isolation}
    unsafe = create_engine(address_of(sqlite_address), **given)
    before = held_rows(sqlite_engine)
    with Session(unsafe) if kind == "session" else unsafe.connect() as host:
        within = sqlite_engine.within(host)
        for ask in (within.list, lambda: drafted(within), within.close_due):
            with pytest.raises(UnsafeEngine) as refused:
                ask()
            assert "make_sqlite_safe(engine)" in refused.value.cure
        host.commit()
    assert held_rows(sqlite_engine) == before
    unsafe.dispose()


@pytest.mark.parametrize("kind", ["connection", "session"])
def test_made_safe_it_works_and_a_rollback_leaves_nothing(
    sqlite_engine: Engine, sqlite_address: str, kind: str
) -> None:
    """The cure cures."""
    safe = make_sqlite_safe(create_engine(address_of(sqlite_address)))
    before = held_rows(sqlite_engine)
    for keep in (False, True):
        with Session(safe) if kind == "session" else safe.connect() as host:
            drafted(sqlite_engine.within(host))
            if keep:
                host.commit()
            else:
                host.rollback()
        assert (held_rows(sqlite_engine) != before) is keep
    safe.dispose()


def test_a_host_that_begins_its_own_transactions_is_safe(
    sqlite_engine: Engine, sqlite_address: str
) -> None:
    """Made safe by the host's own means, it is as good as by ours."""
    own = create_engine(address_of(sqlite_address))

    @event.listens_for(own, "connect")
    def _mine(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None

    @event.listens_for(own, "begin")
    def _begin(connection: object) -> None:
        connection.exec_driver_sql("BEGIN")  # type: ignore[attr-defined]

    with own.connect() as host:
        drafted(sqlite_engine.within(host))
        host.rollback()
        ref = drafted(sqlite_engine.within(host))
        host.commit()
    assert [each.ref for each in sqlite_engine.list()] == [ref]
    own.dispose()


def test_a_host_whose_transactions_never_begin_is_refused(
    sqlite_engine: Engine, sqlite_address: str
) -> None:
    """The driver's transactions off, and nobody's own in their place: each write would commit by
    itself."""
    own = create_engine(address_of(sqlite_address))

    @event.listens_for(own, "connect")
    def _off(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None

    with own.connect() as host, pytest.raises(UnsafeEngine):
        drafted(sqlite_engine.within(host))
    assert sqlite_engine.list() == []
    own.dispose()


def test_an_engine_of_another_kind_is_given_back_as_it_is() -> None:
    """Only SQLite needs it."""
    postgres = create_engine("postgresql+psycopg://u@h/d")
    assert make_sqlite_safe(postgres) is postgres
