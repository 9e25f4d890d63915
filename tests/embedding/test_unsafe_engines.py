"""A host's SQLite engine on which a rollback would not undo our step is refused with the cure."""

import sqlite3
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, create_engine, event
from sqlalchemy import Engine as Database
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from support.registers import held_rows
from support.steps import drafted
from workflow import Engine, make_sqlite_safe
from workflow.errors import UnsafeEngine
from workflow.store.database import address as address_of
from workflow.store.faults import Unusable

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


def test_a_safe_engine_stays_safe_after_another_isolation_was_used(
    sqlite_engine: Engine, sqlite_address: str
) -> None:
    """In AUTOCOMMIT it does a host's own work, and is refused by name; then it lends."""
    safe = make_sqlite_safe(create_engine(address_of(sqlite_address), poolclass=StaticPool))
    before = held_rows(sqlite_engine)
    with safe.connect().execution_options(isolation_level="AUTOCOMMIT") as host:
        host.exec_driver_sql("VACUUM")
        with pytest.raises(Unusable, match="AUTOCOMMIT"):
            drafted(sqlite_engine.within(host))
    assert held_rows(sqlite_engine) == before
    with safe.connect() as host:
        drafted(sqlite_engine.within(host))
        host.rollback()
    assert held_rows(sqlite_engine) == before
    with safe.begin() as host:
        ref = drafted(sqlite_engine.within(host))
    assert [each.ref for each in sqlite_engine.list()] == [ref]
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


def _recipe(own: Database, begin: str = "BEGIN") -> None:
    """What SQLAlchemy's own pages tell a host to do."""

    @event.listens_for(own, "connect")
    def _mine(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None

    @event.listens_for(own, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


@pytest.mark.parametrize("when", ["twice", "recipe before", "recipe after", "of an option"])
def test_made_safe_twice_or_beside_the_recipe_the_hosts_queries_go_on(
    sqlite_engine: Engine, sqlite_address: str, when: str
) -> None:
    """One transaction is begun, by whoever begins it; a rollback undoes our step."""
    own = create_engine(address_of(sqlite_address))
    if when == "recipe before":
        _recipe(own)
    make_sqlite_safe(own)
    if when == "twice":
        make_sqlite_safe(own)
    elif when == "recipe after":
        _recipe(own, "BEGIN IMMEDIATE")
    elif when == "of an option":
        make_sqlite_safe(own.execution_options(cd_write=True))
    for _ in range(2):
        with own.connect() as host:
            assert host.exec_driver_sql("SELECT 1").scalar() == 1
            drafted(sqlite_engine.within(host))
            host.rollback()
            ref = drafted(sqlite_engine.within(host))
            host.commit()
        assert sqlite_engine.get(ref).ref == ref
        own.dispose()
    assert len(sqlite_engine.list()) == 2


def test_what_is_the_hosts_to_say_stays_as_it_is(sqlite_address: str) -> None:
    """Its own rows that point at nothing, its views with functions of its own, its journal."""
    own = make_sqlite_safe(create_engine(address_of(sqlite_address)))
    with own.connect() as host:
        for setting in ("foreign_keys", "trusted_schema"):
            usual = sqlite3.connect(":memory:").execute(f"PRAGMA {setting}").fetchone()[0]
            assert host.exec_driver_sql(f"PRAGMA {setting}").scalar() == usual
    own.dispose()


class _Adapted:
    """A connection as SQLAlchemy adapts one that is awaited: the driver's own is behind it."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver

    @property
    def driver_connection(self) -> sqlite3.Connection:
        """Give the driver's own."""
        return self._driver

    def __getattr__(self, name: str) -> object:
        if name == "in_transaction":
            raise AttributeError(name)
        return getattr(self._driver, name)

    def __setattr__(self, name: str, value: object) -> None:
        object.__setattr__(self if name == "_driver" else self._driver, name, value)


def test_an_asynchronous_connection_that_was_made_safe_is_safe(
    sqlite_engine: Engine, sqlite_address: str
) -> None:
    """Whether it has begun is known to the driver's connection, and not to what adapts it."""
    own = make_sqlite_safe(
        create_engine("sqlite://", creator=lambda: _Adapted(sqlite3.connect(sqlite_address)))
    )
    own.dialect.get_driver_connection = lambda adapted: adapted.driver_connection  # type: ignore[method-assign]
    with own.connect() as host:
        drafted(sqlite_engine.within(host))
        host.rollback()
    assert sqlite_engine.list() == []
    own.dispose()
