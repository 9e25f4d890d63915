"""A database that is others', or another version's: refused with the cure, and left as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from support.registers import Postgres, database, held_rows, let_go
from support.steps import drafted
from workflow import Engine
from workflow.errors import NotSetUp
from workflow.store import schema
from workflow.store.database import Database, make_engine

Opener = Callable[..., Engine]


def _foreign(address: str) -> None:
    engine = make_engine(address)
    with engine.execution_options(cd_write=True).begin() as connection:
        connection.execute(text("CREATE TABLE parking (permit integer)"))
        connection.execute(text("INSERT INTO parking VALUES (7)"))
    engine.dispose()


def test_a_database_of_others_is_not_set_up_and_not_touched(
    tmp_path: Path, open_register: Opener
) -> None:
    """Another program's SQLite file is refused with the cure; it is not even put in order."""
    file = tmp_path / "parking.db"
    _foreign(str(file))
    before = file.read_bytes()
    engine = open_register(str(file))
    with pytest.raises(NotSetUp) as refused:
        engine.list()
    assert refused.value.cure.endswith("touches no others.")
    let_go(engine)
    assert file.read_bytes() == before


def test_a_database_of_others_is_set_up_when_asked(tmp_path: Path, postgres: Postgres) -> None:
    """Our tables come beside theirs, on either database, and theirs stay as they were."""
    name = "parking_permits"
    for address in (str(tmp_path / "parking.db"), postgres.empty(name)):
        _foreign(address)
        theirs = Database(make_engine(address))
        with pytest.raises(NotSetUp):
            theirs.check()
        assert theirs.revision() is None
        assert theirs.upgrade() == (None, schema.HEAD)
        assert theirs.whole() == []
        with theirs.engine.connect() as connection:
            assert connection.execute(text("SELECT permit FROM parking")).scalar() == 7
        theirs.close()
    postgres.drop(name)


def test_an_empty_postgresql_database_is_not_set_up_by_being_looked_at(postgres: Postgres) -> None:
    """On a server somebody decides where the tables go: db upgrade says so."""
    name = "looked_at"
    empty = Database(make_engine(postgres.empty(name)))
    with pytest.raises(NotSetUp, match="no register yet"):
        empty.check()
    assert empty.revision() is None
    empty.close()
    postgres.drop(name)


def test_a_database_that_is_not_there_is_not_set_up(
    postgres: Postgres, open_register: Opener
) -> None:
    """A server without that database says that it does not exist."""
    with pytest.raises(NotSetUp, match="no such database"):
        open_register(postgres.address("nowhere")).list()


def _at(address: str, revision: str) -> None:
    engine = make_engine(address)
    with engine.execution_options(cd_write=True).begin() as connection:
        connection.execute(text("UPDATE cd_alembic_version SET version_num = :r"), {"r": revision})
    engine.dispose()


def test_a_newer_register_is_left_alone(own_address: str, open_register: Opener) -> None:
    """What a newer version made is neither read nor written, nor 'upgraded' to an older one."""
    drafted(open_register(own_address))
    _at(own_address, "9999")
    engine = open_register(own_address)
    before = held_rows(engine)
    for ask in (engine.list, engine.close_due, lambda: drafted(engine)):
        with pytest.raises(NotSetUp, match="made by a newer one") as refused:
            ask()
        assert "pip install --upgrade" in refused.value.cure
    with pytest.raises(NotSetUp, match="newer"):
        Database(database(engine)).upgrade()
    assert held_rows(engine) == before


def test_an_older_register_is_not_used_before_it_is_brought_up_to_date(
    own_address: str, open_register: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cure says to copy it first."""
    drafted(open_register(own_address))
    monkeypatch.setattr(schema, "REVISIONS", ("0000", *schema.REVISIONS))
    _at(own_address, "0000")
    engine = open_register(own_address)
    before = held_rows(engine)
    with pytest.raises(NotSetUp, match=f"needs {schema.HEAD}") as refused:
        drafted(engine)
    assert "Copy it" in refused.value.cure
    assert held_rows(engine) == before
