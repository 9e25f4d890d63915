"""Upgrading from nothing gives the tables of the metadata, on both databases."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, inspect, text

from support.registers import Postgres, database, held_rows
from support.steps import published
from workflow import METADATA, Engine
from workflow.store import schema
from workflow.store.database import Database, make_engine

Opener = Callable[..., Engine]
TRIGGERS = {
    "sqlite": {
        "cd_journal_no_update",
        "cd_journal_no_delete",
        "cd_journal_no_replace",
        "cd_texts_only_erased",
        "cd_texts_no_delete",
        "cd_texts_no_replace",
        "cd_decisions_no_delete",
        "cd_decisions_no_replace",
        "cd_register_no_update",
        "cd_register_no_delete",
        "cd_register_no_replace",
    },
    "postgresql": {
        "cd_journal_no_change",
        "cd_texts_only_erased",
        "cd_texts_no_delete",
        "cd_decisions_no_delete",
        "cd_register_no_change",
    },
}


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database, on each kind."""
    if request.param == "sqlite":
        nothing = Database(make_engine(str(tmp_path / "empty.db")))
        yield nothing
        nothing.close()
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    nothing = Database(make_engine(postgres.empty("from_nothing")))
    yield nothing
    nothing.close()
    postgres.drop("from_nothing")


def test_upgrading_from_nothing_gives_the_metadata(empty: Database) -> None:
    """Tables, columns, types, indexes and constraints: Alembic finds no difference."""
    assert empty.upgrade() == (None, schema.HEAD)
    with empty.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": schema.VERSION_TABLE,
                "compare_type": True,
                "compare_server_default": True,
            },
        )
        assert compare_metadata(context, METADATA) == []
    assert empty.whole() == []


def test_the_migrations_make_what_the_metadata_would(empty: Database, tmp_path: Path) -> None:
    """Down to the checks and the keys, which Alembic does not compare."""
    empty.upgrade()
    made = create_engine(f"sqlite:///{tmp_path / 'made.db'}")
    METADATA.create_all(made)
    migrated, created = inspect(empty.engine), inspect(made)
    for table in METADATA.sorted_tables:
        for ask in ("get_check_constraints", "get_foreign_keys", "get_pk_constraint"):
            of_one, of_other = (
                {each["name"] for each in _listed(getattr(one, ask)(table.name))}
                for one in (migrated, created)
            )
            assert of_one == of_other, (table.name, ask)
        assert [each["name"] for each in migrated.get_columns(table.name)] == [
            column.name for column in table.columns
        ]
    made.dispose()


def _listed(found: object) -> list[dict[str, object]]:
    return found if isinstance(found, list) else [found]  # type: ignore[list-item]


def test_the_journal_is_guarded_by_every_trigger(empty: Database) -> None:
    """No migration leaves one out."""
    empty.upgrade()
    kind = empty.engine.dialect.name
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT DISTINCT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }[kind]
    with empty.engine.connect() as connection:
        assert set(connection.execute(text(query)).scalars()) == TRIGGERS[kind]


def test_upgrading_again_changes_nothing(own_address: str, open_register: Opener) -> None:
    """What is up to date is left as it is, with all that it holds."""
    engine = open_register(own_address)
    published(engine)
    before = held_rows(engine)
    again = Database(database(engine))
    for _ in range(2):
        assert again.upgrade() == (schema.HEAD, schema.HEAD)
    assert held_rows(engine) == before
    assert again.whole() == []
    assert again.revision() == schema.HEAD


def test_the_revisions_are_those_of_the_migrations(empty: Database) -> None:
    """In their order, with one end; the list is kept so that a start needs no Alembic."""
    empty.upgrade()
    with empty.engine.connect() as connection:
        scripts = ScriptDirectory.from_config(schema.alembic_config(connection))
        found = [script.revision for script in scripts.walk_revisions()]
        assert tuple(reversed(found)) == schema.REVISIONS
        assert scripts.get_heads() == [schema.HEAD]
        assert schema.current(connection) == schema.HEAD


def test_an_upgrade_that_fails_leaves_nothing(
    empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tables come all at once or not at all, and the next upgrade works."""
    from workflow.store import triggers

    kind = "_SQLITE" if empty.engine.dialect.name == "sqlite" else "_POSTGRES"
    with monkeypatch.context() as patching:
        patching.setattr(triggers, kind, ("CREATE TRIGGER this is no trigger",))
        with pytest.raises(Exception, match="database"):
            empty.upgrade()
    assert inspect(empty.engine).get_table_names() == []
    assert empty.revision() is None
    assert empty.upgrade() == (None, schema.HEAD)


def test_a_table_that_was_changed_by_hand_is_said_to_differ(
    own_address: str, open_register: Opener
) -> None:
    """`whole` names what is not as it should be; tables of others are none of its business."""
    engine = open_register(own_address)
    beside = Database(database(engine))
    with database(engine).execution_options(cd_write=True).begin() as connection:
        connection.execute(text("CREATE TABLE parking (permit integer)"))
        connection.execute(text("ALTER TABLE cd_runs ADD COLUMN extra integer"))
        connection.execute(text("DROP INDEX ix_cd_decisions_due_at_ref"))
    found = beside.whole()
    assert len(found) == 2
    assert "extra" in str(found)
    assert "ix_cd_decisions_due_at_ref" in str(found)
    assert "parking" not in str(found)


def test_a_hosts_own_migrations_can_include_or_leave_out_our_tables(own_address: str) -> None:
    """All are prefixed, and the metadata is public: a host that names its own sees only those."""
    assert [t.name for t in METADATA.sorted_tables if not t.name.startswith("cd_")] == []
    theirs = MetaData()
    Table("parking", theirs, Column("permit", Integer, primary_key=True))
    bound = make_engine(own_address)

    def only_theirs(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or not (name or "").startswith("cd_")

    with bound.execution_options(cd_write=True).begin() as connection:
        theirs.create_all(connection)
        context = MigrationContext.configure(connection, opts={"include_name": only_theirs})
        assert compare_metadata(context, theirs) == []
    bound.dispose()
