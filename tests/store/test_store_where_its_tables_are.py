"""Whichever schema a host or an address names is the one that every statement goes by."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy import Engine as Bound
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from support.councils import COUNCILS
from support.people import MAKER
from support.registers import Postgres, copied, database, let_go
from support.steps import ITS_END, drafted, must, opened, published
from workflow import Engine, ManualClock, make_sqlite_safe, open_engine
from workflow.errors import Invalid, NotSetUp
from workflow.store import schema
from workflow.store.database import Database, make_engine
from workflow.store.database import address as address_of

MAP: Any = {"schema_translate_map": {None: "tenant a", "other": "x"}}
TABLES = ("cd_decisions", "cd_journal", "cd_texts", "cd_outbox", "cd_runs")


@pytest.fixture(params=["sqlite", "postgresql"])
def tenants(
    request: pytest.FixtureRequest, postgres: Postgres, ready_file: Path, tmp_path: Path
) -> Iterator[tuple[str, Bound]]:
    """A register, and a host's engine on its database, which has another in a schema beside it."""
    if request.param == "sqlite":
        given = copied(ready_file, tmp_path / "main.db")
        beside = copied(ready_file, tmp_path / "tenant.db")
        host = make_sqlite_safe(create_engine(address_of(given)))

        @event.listens_for(host, "connect")
        def _attach(connection: Any, _: Any) -> None:
            connection.execute(f"ATTACH '{beside}' AS 'tenant a'").close()

        yield given, host
        host.dispose()
        return
    name = postgres.copy()
    given = postgres.address(name)
    host = create_engine(address_of(given))
    with host.begin() as connection:
        connection.execute(text('CREATE SCHEMA "tenant a"'))
        connection.execute(text('SET LOCAL search_path TO "tenant a"'))
        schema.upgrade(connection)
    yield given, host
    host.dispose()
    postgres.drop(name)


def _counted(host: Bound, of: str) -> dict[str, int]:
    with host.connect() as connection:
        return {
            table: connection.execute(text(f"SELECT count(*) FROM {of}{table}")).scalar() or 0
            for table in TABLES
        }


@pytest.mark.parametrize("level", ["engine", "connection", "session"])
def test_a_schema_for_each_tenant_is_where_every_row_goes(
    tenants: tuple[str, Bound], clock: ManualClock, level: str
) -> None:
    """Said of the engine, of the connection, or of a session's connection."""
    given, host = tenants
    lent: Connection | Session
    if level == "engine":
        lent = host.execution_options(**MAP).connect()
    elif level == "connection":
        lent = host.connect().execution_options(**MAP)
    else:
        lent = Session(host)
        lent.connection(execution_options=MAP)
    with open_engine(given, clock=clock, constitutions=[COUNCILS]) as engine, lent:
        within = engine.within(lent)
        ref, second = published(within), published(within)
        must(within.take(second, "withdraw", by=MAKER, reason="No."))
        clock.move_to(ITS_END)
        assert within.close_due().closed == [ref]
        assert len(within.history(ref)) == 6
        assert within.journal.verify().breaks == ()
        lent.commit()
        assert engine.list() == []
    assert _counted(host, "") == dict.fromkeys(TABLES, 0)
    there = _counted(host, '"tenant a".')
    assert (there["cd_decisions"], there["cd_journal"], there["cd_runs"]) == (2, 11, 1)


def test_a_schema_without_a_register_is_not_set_up(
    postgres_engine: Engine, postgres_address: str
) -> None:
    """It is not looked for elsewhere; nor is one set up where our triggers would not find it."""
    host = create_engine(address_of(postgres_address))
    with host.connect().execution_options(schema_translate_map={None: "nobody"}) as lent:
        with pytest.raises(NotSetUp):
            drafted(postgres_engine.within(lent))
        with pytest.raises(Invalid, match="schema_translate_map") as refused:
            schema.upgrade(lent)
        assert "search_path" in refused.value.cure
    host.dispose()
    assert postgres_engine.list() == []


@pytest.fixture
def in_gov(postgres: Postgres) -> Iterator[str]:
    """The address of an empty database, which names a schema of its own there."""
    bare = create_engine(address_of(postgres.empty("in_gov")))
    with bare.begin() as connection:
        connection.execute(text("CREATE SCHEMA gov"))
    bare.dispose()
    yield postgres.address("in_gov") + "&options=-csearch_path%3Dgov%20-clock_timeout%3D7s"
    postgres.drop("in_gov")


@pytest.mark.parametrize("way", ["address", "environment"])
def test_what_an_address_asks_for_is_kept_beside_our_own(
    in_gov: str, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """The tables are made in the schema it names; ours are the settings that it does not name."""
    given = in_gov
    if way == "environment":
        monkeypatch.setenv("PGOPTIONS", "-c search_path=gov -c lock_timeout=7s")
        given = in_gov.partition("&options")[0]
    of = Database(make_engine(given))
    of.upgrade()
    assert of.whole() == []
    with of.engine.connect() as connection:
        there = text("SELECT DISTINCT schemaname FROM pg_tables WHERE tablename LIKE 'cd_%'")
        assert connection.execute(there).scalars().all() == ["gov"]
        assert connection.exec_driver_sql("SHOW lock_timeout").scalar() == "7s"
        assert connection.exec_driver_sql("SHOW statement_timeout").scalar() == "1min"
    of.dispose()


def test_the_script_of_roles_goes_by_the_schema_of_the_tables(
    in_gov: str, clock: ManualClock
) -> None:
    """The program's role may work there, and may make nothing there."""
    owner = Database(make_engine(in_gov))
    owner.upgrade()
    script = files("workflow.store").joinpath("roles.sql").read_text(encoding="utf-8")
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    with owner.engine.begin() as connection:
        connection.execute(text("DROP ROLE IF EXISTS gov_app"))
        connection.execute(text("CREATE ROLE gov_app LOGIN"))
        for statement in "\n".join(lines).replace(':"app"', "gov_app").split(";"):
            if statement.strip():
                connection.execute(text(statement))
    engine = opened(in_gov.replace("postgres:@", "gov_app:@"), clock)
    assert published(engine)
    assert engine.journal.verify().breaks == ()
    with (
        database(engine).connect() as connection,
        pytest.raises(ProgrammingError, match="permission denied for schema gov"),
    ):
        connection.execute(text("CREATE TABLE gov.mine (x integer)"))
    let_go(engine)
    with owner.engine.begin() as connection:
        connection.execute(text("DROP OWNED BY gov_app"))
        connection.execute(text("DROP ROLE gov_app"))
    owner.dispose()


def test_a_schema_that_is_not_there_is_named_with_what_makes_it(postgres: Postgres) -> None:
    postgres.empty("without_gov")
    given = postgres.address("without_gov") + "&options=-csearch_path%3Dgov"
    database = Database(make_engine(given))
    with pytest.raises(NotSetUp) as refused:
        database.upgrade()
    database.dispose()
    postgres.drop("without_gov")
    assert str(refused.value).startswith("There is no schema gov at postgresql://")
    assert "psycopg" not in str(refused.value)
    assert 'create schema "gov" authorization "' in refused.value.cure
