"""The journal is only added to; sealed text is erased or left alone; no decision is deleted."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from support.registers import database, held_rows, let_go
from support.steps import published
from workflow import Engine

CHANGES = {
    "the words of an entry": "UPDATE cd_journal SET body = '{}'",
    "a column of an entry": "UPDATE cd_journal SET at = recorded_at WHERE seq = 2",
    "an entry, to itself": "UPDATE cd_journal SET name = name",
    "an entry deleted": "DELETE FROM cd_journal WHERE seq = 2",
    "every entry deleted": "DELETE FROM cd_journal",
    "sealed text changed": "UPDATE cd_texts SET text = '\"another\"'",
    "a salt changed": "UPDATE cd_texts SET salt = 'ff', text = NULL",
    "a salt alone kept": "UPDATE cd_texts SET text = NULL",
    "sealed text moved": "UPDATE cd_texts SET salt = NULL, text = NULL, seq = seq + 1",
    "sealed text renamed": "UPDATE cd_texts SET salt = NULL, text = NULL, part = part || 'x'",
    "sealed text deleted": "DELETE FROM cd_texts",
    "a decision deleted": "DELETE FROM cd_decisions",
    "the register's identity changed": "UPDATE cd_register SET identity = lower(identity)",
    "the register's identity deleted": "DELETE FROM cd_register",
}
POSTGRES_ALSO = {
    "the journal emptied": "TRUNCATE cd_journal CASCADE",
    "sealed text emptied": "TRUNCATE cd_texts",
    "the register emptied": "TRUNCATE cd_decisions",
    "an entry put over another": "INSERT INTO cd_journal SELECT stream, seq, name, at, recorded_at,"
    " role, '{}', before, hash FROM cd_journal ON CONFLICT (stream, seq) DO UPDATE SET body = '{}'",
}
SQLITE_ALSO = {
    "an entry replaced": "INSERT OR REPLACE INTO cd_journal SELECT stream, seq, name, at,"
    " recorded_at, role, '{}', before, hash FROM cd_journal",
    "an entry put over another": "INSERT INTO cd_journal SELECT stream, seq, name, at, recorded_at,"
    " role, '{}', before, hash FROM cd_journal WHERE true"
    " ON CONFLICT (stream, seq) DO UPDATE SET body = '{}'",
    "sealed text replaced": "REPLACE INTO cd_texts SELECT stream, seq, part, 'ff', '\"x\"'"
    " FROM cd_texts",
    "an entry replaced by an update": "UPDATE OR REPLACE cd_journal SET seq = seq + 1",
    "a decision replaced": "REPLACE INTO cd_decisions SELECT * FROM cd_decisions",
    "the identity replaced": "REPLACE INTO cd_register SELECT * FROM cd_register",
}
WORDS = "only added to|erased or left alone|never deleted|keeps its identity"


def _is_refused(engine: Engine, statement: str) -> None:
    before = held_rows(engine)
    with (
        pytest.raises(DBAPIError, match=WORDS),
        database(engine).execution_options(cd_write=True).begin() as connection,
    ):
        connection.execute(text(statement))
    assert held_rows(engine) == before
    assert engine.journal.verify().breaks == ()


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_recorded_is_not_changed(engine: Engine, open_ref: str, change: str) -> None:
    """The database itself refuses, whoever asks and by whichever program."""
    _is_refused(engine, CHANGES[change])


@pytest.mark.parametrize("change", POSTGRES_ALSO)
def test_what_is_recorded_is_not_changed_in_postgresql(
    postgres_engine: Engine, change: str
) -> None:
    """Nor is a table emptied, or an entry put over another."""
    published(postgres_engine)
    _is_refused(postgres_engine, POSTGRES_ALSO[change])


@pytest.mark.parametrize("foreign_keys", ["ON", "OFF"])
@pytest.mark.parametrize("change", SQLITE_ALSO)
def test_what_is_recorded_is_not_replaced_in_sqlite(
    sqlite_engine: Engine, change: str, foreign_keys: str
) -> None:
    """A replacement deletes without firing SQLite's delete triggers; it is refused all the same,
    by a connection that looks after foreign keys and by one that does not."""
    published(sqlite_engine)
    before = held_rows(sqlite_engine)
    connection = database(sqlite_engine).raw_connection()
    connection.execute(f"PRAGMA foreign_keys = {foreign_keys}")
    with pytest.raises(Exception, match=WORDS):
        connection.execute(SQLITE_ALSO[change])
    connection.invalidate()
    assert held_rows(sqlite_engine) == before
    let_go(sqlite_engine)


def test_erasing_is_the_one_change_that_sealed_text_allows(engine: Engine, open_ref: str) -> None:
    """Text and salt go together, and only to nothing."""
    with database(engine).execution_options(cd_write=True).begin() as connection:
        connection.execute(text("UPDATE cd_texts SET salt = NULL, text = NULL"))
        # The statement and who drafted it; who signed, who made it and who recorded that; and
        # who published it.
        assert connection.execute(text("SELECT count(*) FROM cd_texts")).scalar() == 6
