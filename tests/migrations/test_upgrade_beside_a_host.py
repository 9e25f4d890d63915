"""An upgrade with data and with a host's own tables: nothing of the host's is touched."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    inspect,
    select,
    text,
)

from support.registers import Postgres
from workflow import METADATA, make_sqlite_safe, not_the_engines, open_engine
from workflow.errors import NotSetUp
from workflow.store import schema
from workflow.store.database import Database, make_engine

DUMP = Path(__file__).parents[1] / "data" / "registers" / "schema_0001.sql"
RULES = {
    "cascades": "ON DELETE CASCADE",
    "set_null": "ON DELETE SET NULL",
    "set_default": "ON DELETE SET DEFAULT",
    "restricts": "ON DELETE RESTRICT",
    "no_action": "",
    "deferred": "DEFERRABLE INITIALLY DEFERRED",
}
_ENTRY = "FOREIGN KEY (stream, seq) REFERENCES cd_journal (stream, seq) ON DELETE CASCADE)"
HOSTS = [
    *(
        f"CREATE TABLE {name} (ref varchar(40) DEFAULT 'OLD-2' REFERENCES cd_decisions(ref) {rule})"
        for name, rule in RULES.items()
    ),
    *(f"INSERT INTO {name} VALUES ('OLD-1')" for name in RULES),
    "CREATE TABLE entries (stream varchar(120), seq integer, " + _ENTRY,
    "INSERT INTO entries VALUES ('decision/OLD-1', 1)",
    "CREATE VIEW titles AS SELECT ref, title FROM cd_decisions",
    "CREATE INDEX theirs ON cd_decisions (title)",
]
TABLES = [*RULES, "entries"]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """The database."""
    return str(request.param)


@pytest.fixture(params=schema.REVISIONS)
def left(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The address of a register left at a revision, with data and a host's tables; and these."""
    file = tmp_path / "old.db"
    with closing(sqlite3.connect(file)) as old:
        old.executescript(DUMP.read_text(encoding="utf-8"))
    given = str(file)
    postgres: Postgres | None = None
    if kind == "postgresql":
        postgres = request.getfixturevalue("postgres")
        given = postgres.empty("beside_a_host")
        _carry_over(str(file), given)
    engine = make_engine(given)
    with engine.execution_options(cd_write=True).begin() as connection:
        command.upgrade(schema.alembic_config(connection), request.param)
        for statement in HOSTS:
            connection.execute(text(statement))
        if kind == "sqlite":
            connection.execute(
                text(
                    "CREATE TRIGGER theirs_too AFTER UPDATE ON cd_decisions BEGIN "
                    "INSERT INTO cascades VALUES (NEW.ref); END"
                )
            )
    with engine.connect() as connection:
        held = _held(connection)
    engine.dispose()
    yield given, held
    if postgres is not None:
        postgres.drop("beside_a_host")


def _carry_over(old: str, new: str) -> None:
    """Write an SQLite register of the first schema into an empty PostgreSQL database."""
    of, to = make_engine(old), make_engine(new)
    with of.connect() as reading, to.begin() as writing:
        command.upgrade(schema.alembic_config(writing), "0001")
        old = set(inspect(reading).get_table_names())
        for table in METADATA.sorted_tables:
            if table.name not in old:
                continue
            there = {each["name"] for each in inspect(reading).get_columns(table.name)}
            first = Table(
                table.name,
                MetaData(),
                *(Column(c.name, c.type) for c in table.c if c.name in there),
            )
            rows = [dict(row) for row in reading.execute(select(first)).mappings()]
            if rows:
                writing.execute(first.insert(), rows)
    of.dispose()
    to.dispose()


def _held(connection: Connection) -> dict[str, Any]:
    kept = {
        name: sorted(tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}")))
        for name in [*TABLES, "titles"]
    }
    kept["theirs"] = [
        each["name"]
        for each in inspect(connection).get_indexes("cd_decisions")
        if each["name"] == "theirs"
    ]
    if connection.dialect.name == "sqlite":
        found = text("SELECT sql FROM sqlite_master WHERE name = 'theirs_too'")
        kept["theirs_too"] = connection.execute(found).scalars().all()
    return kept


def _is_whole(given: str, held: dict[str, Any]) -> None:
    database = Database(make_engine(given))
    with database.engine.connect() as connection:
        assert _held(connection) == held
        assert all(held[name] for name in TABLES)
    assert [each for each in database.whole() if "theirs" not in each] == []
    database.close()
    engine = open_engine(given)
    assert engine.journal.verify().breaks == ()
    assert len(engine.list()) == 10
    engine.transactions.close()  # type: ignore[attr-defined]


def test_db_upgrade_touches_nothing_of_a_hosts(left: tuple[str, dict[str, Any]]) -> None:
    """Whatever its foreign keys do as a row of ours goes; and its keys hold afterwards."""
    given, held = left
    database = Database(make_engine(given))
    assert database.upgrade()[1] == schema.HEAD
    with database.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
    database.close()
    _is_whole(given, held)


@pytest.mark.parametrize("way", ["ours", "alembic"])
def test_a_host_upgrades_in_its_own_transaction(
    left: tuple[str, dict[str, Any]], kind: str, way: str
) -> None:
    """On SQLite it turns foreign keys off first, or is refused with nothing touched."""
    given, held = left
    engine = make_engine(given).execution_options(cd_write=True)

    def upgrade(connection: Connection) -> None:
        if way == "ours":
            schema.upgrade(connection)
        else:
            command.upgrade(schema.alembic_config(connection), "head")

    with engine.connect() as host:
        up_to_date = schema.current(host) == schema.HEAD
    if kind == "sqlite" and not up_to_date:
        with pytest.raises(NotSetUp, match="points at the register"), engine.begin() as host:
            upgrade(host)
        with engine.connect() as host:
            assert _held(host) == held
            host.rollback()
            host.connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]
            with host.begin():
                upgrade(host)
            host.invalidate()
    else:
        with engine.begin() as host:
            upgrade(host)
    engine.dispose()
    _is_whole(given, held)


_WRITTEN = ("CD_Decisions(ref)", "[cd_decisions](ref)", '"cd_decisions"', "cd_decisions(ref)")


@pytest.mark.parametrize("written", _WRITTEN)
@pytest.mark.parametrize("name", ["posts", "cd_collection", "CD_posts"])
def test_a_host_is_known_however_its_tables_are_named_or_written(
    tmp_path: Path, name: str, written: str
) -> None:
    """SQLite knows no capitals; and a name that begins as ours do may be a host's."""
    file = tmp_path / "old.db"
    with closing(sqlite3.connect(file)) as old:
        old.executescript(DUMP.read_text(encoding="utf-8"))
        old.execute(f"CREATE TABLE {name} (ref REFERENCES {written} ON DELETE CASCADE)")
        old.execute(f"INSERT INTO {name} VALUES ('OLD-1')")
        old.commit()
    engine = make_engine(str(file)).execution_options(cd_write=True)
    with pytest.raises(NotSetUp, match=f"{name} points at the register"), engine.begin() as host:
        schema.upgrade(host)
    engine.dispose()
    database = Database(make_engine(str(file)))
    assert database.upgrade()[1] == schema.HEAD
    assert database.whole() == []
    database.close()
    with closing(sqlite3.connect(file)) as now:
        assert now.execute(f"SELECT ref FROM {name}").fetchall() == [("OLD-1",)]


@pytest.mark.filterwarnings("error")
def test_what_a_host_hung_on_our_tables_is_kept_whatever_it_is_called(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    theirs = {
        "cd_mirror": "CREATE TRIGGER cd_mirror AFTER UPDATE ON cd_decisions BEGIN SELECT 1; END",
        "ix_cd_decisions_low": "CREATE INDEX ix_cd_decisions_low ON cd_decisions (lower(title))",
        "ix_cd_some": "CREATE INDEX ix_cd_some ON CD_DECISIONS (ref) WHERE title <> ''",
    }
    with closing(sqlite3.connect(file)) as old:
        old.executescript(DUMP.read_text(encoding="utf-8"))
        for each in theirs.values():
            old.execute(each)
    assert Database(make_engine(str(file))).upgrade()[1] == schema.HEAD
    with closing(sqlite3.connect(file)) as now:
        there = dict(now.execute("SELECT name, sql FROM sqlite_master").fetchall())
    assert set(theirs) <= set(there)
    assert "lower(title)" in there["ix_cd_decisions_low"]


def test_four_that_upgrade_at_once_wait_for_each_other(postgres: Postgres) -> None:
    """One sets the register up, and the others find it set up."""
    given = postgres.empty("four_at_once")
    databases = [Database(make_engine(given)) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        done = sorted(pool.map(lambda each: each.upgrade(), databases), key=str)
    assert done == [*[(schema.HEAD, schema.HEAD)] * 3, (None, schema.HEAD)]
    for each in databases:
        each.close()
    postgres.drop("four_at_once")


@pytest.mark.parametrize("ours_given", [True, False])
def test_a_hosts_autogenerate_leaves_our_tables_alone(own_address: str, ours_given: bool) -> None:
    """With our METADATA beside the host's own, or without it: not one table is made or dropped."""
    theirs = MetaData()
    if ours_given:
        for table in METADATA.sorted_tables:
            table.to_metadata(theirs)
    pointing = [ForeignKey("cd_decisions.ref")] if ours_given else []
    Table(
        "posts", theirs, Column("id", Integer, primary_key=True), Column("ref", String, *pointing)
    )
    bound = make_sqlite_safe(make_engine(own_address))
    with bound.execution_options(cd_write=True).begin() as connection:
        theirs.create_all(connection)
        context = MigrationContext.configure(connection, opts={"include_object": not_the_engines})
        assert compare_metadata(context, theirs) == []
        bare = MigrationContext.configure(connection)
        assert "cd_alembic_version" in str(compare_metadata(bare, theirs))
    bound.dispose()
