"""`db check` names what guards the tables: what is missing, was added, or is not as it was made."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, Engine, create_engine, text

from support.registers import database
from workflow import Engine as Register
from workflow.store import guarded
from workflow.store.database import Database

Opener = Callable[..., Register]

STATES = "ck_cd_decisions_state_known"
COUNTS = "ck_cd_decisions_version_counts"
NO_CHANGE = "cd_journal_no_change"
_REWRITE = "UPDATE sqlite_master SET sql = replace(sql, '{}', '{}') WHERE name = 'cd_decisions'"


def rewritten(was: str, now: str) -> list[str]:
    """Give what an owner of an SQLite file says to rewrite how the decisions' table is defined."""
    doubled = (each.replace("'", "''") for each in (was, now))
    return ["PRAGMA writable_schema=ON", _REWRITE.format(*doubled)]


SQLITE: list[tuple[list[str], str]] = [
    (
        ["DROP TRIGGER cd_journal_no_update"],
        "The trigger cd_journal_no_update on cd_journal is missing.",
    ),
    (
        ["CREATE TRIGGER mine AFTER INSERT ON cd_journal BEGIN DELETE FROM cd_outbox; END"],
        "A trigger was added on cd_journal: mine.",
    ),
    (
        ["CREATE TRIGGER mine AFTER INSERT ON CD_Journal BEGIN DELETE FROM cd_outbox; END"],
        "A trigger was added on cd_journal: mine.",
    ),
    (
        [
            "DROP TRIGGER cd_texts_no_delete",
            (
                "CREATE TRIGGER cd_texts_no_delete BEFORE DELETE ON cd_texts WHEN 0 "
                "BEGIN SELECT RAISE(ABORT, 'sealed text is erased or left alone'); END"
            ),
        ],
        "The trigger cd_texts_no_delete on cd_texts is not as it was made.",
    ),
    (
        rewritten("'withdrawn', ", "'withdrawn', 'lost', "),
        f"The check {STATES} on cd_decisions is not as it was made.",
    ),
    (
        rewritten(f"CONSTRAINT {COUNTS} CHECK (version >= 1), ", ""),
        f"The check {COUNTS} on cd_decisions is missing.",
    ),
    (
        rewritten(f"CONSTRAINT {COUNTS} CHECK", f"CONSTRAINT {COUNTS} CHECK /* x */"),
        "The table cd_decisions is not as it was made: something is commented out.",
    ),
    (
        rewritten(f"CONSTRAINT {COUNTS}", "CHECK (kind <> 'key'), CONSTRAINT {COUNTS}"),
        "A check was added on cd_decisions",
    ),
    (
        ["DROP TABLE cd_runs", "CREATE TABLE cd_runs (number integer)"],
        "The primary key on cd_runs is not as it was made.",
    ),
]
POSTGRES: list[tuple[list[str], str]] = [
    (
        [f"DROP TRIGGER {NO_CHANGE} ON cd_journal"],
        f"The trigger {NO_CHANGE} on cd_journal is missing.",
    ),
    (
        [
            (
                "CREATE TRIGGER mine AFTER INSERT ON cd_journal "
                "FOR EACH ROW EXECUTE FUNCTION cd_refuse('x')"
            )
        ],
        "A trigger was added on cd_journal: mine.",
    ),
    (
        [
            f"DROP TRIGGER {NO_CHANGE} ON cd_journal",
            (
                f"CREATE TRIGGER {NO_CHANGE} BEFORE UPDATE ON cd_journal "
                "FOR EACH STATEMENT EXECUTE FUNCTION cd_refuse('the journal is only added to')"
            ),
        ],
        f"The trigger {NO_CHANGE} on cd_journal is not as it was made.",
    ),
    (
        [
            (
                "CREATE OR REPLACE FUNCTION cd_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                "'BEGIN RETURN NULL; END'"
            )
        ],
        "The trigger cd_texts_no_delete on cd_texts is not as it was made.",
    ),
    (
        [f"ALTER TABLE cd_journal DISABLE TRIGGER {NO_CHANGE}"],
        f"A trigger of cd_journal is turned off: {NO_CHANGE}.",
    ),
    (
        ["ALTER TABLE cd_outbox DISABLE TRIGGER ALL"],
        "A trigger of cd_outbox is turned off: RI_",
    ),
    (
        ["SET LOCAL session_replication_role = replica"],
        "Triggers are turned off for this user",
    ),
    (
        [f"ALTER TABLE cd_decisions DROP CONSTRAINT {STATES}"],
        f"The check {STATES} on cd_decisions is missing.",
    ),
    (
        [
            f"ALTER TABLE cd_decisions DROP CONSTRAINT {STATES}",
            f"ALTER TABLE cd_decisions ADD CONSTRAINT {STATES} CHECK (state <> 'x')",
        ],
        f"The check {STATES} on cd_decisions is not as it was made.",
    ),
    (
        [
            f"ALTER TABLE cd_decisions DROP CONSTRAINT {COUNTS}",
            f"ALTER TABLE cd_decisions ADD CONSTRAINT {COUNTS} CHECK (version >= 1) NOT VALID",
        ],
        f"The check {COUNTS} on cd_decisions is not as it was made.",
    ),
    (
        ["ALTER TABLE cd_runs ADD CONSTRAINT mine CHECK (due = 0)"],
        "A check was added on cd_runs: mine.",
    ),
    (
        ["ALTER TABLE cd_decisions DROP CONSTRAINT pk_cd_decisions"],
        "The primary key on cd_decisions is missing.",
    ),
    (
        ["CREATE RULE mine AS ON INSERT TO cd_outbox DO INSTEAD NOTHING"],
        "A rule was added on cd_outbox: mine.",
    ),
]


@pytest.fixture
def undone(open_register: Opener) -> Iterator[Callable[[str], Connection]]:
    """A connection of a register's owner, on which nothing that is done is kept."""
    lent: list[Connection] = []

    def on(address: str) -> Connection:
        under: Engine = database(open_register(address))
        assert Database(under).whole() == []
        lent.append(under.execution_options(cd_write=True).connect())
        return lent[-1]

    yield on
    for each in lent:
        each.invalidate()
        each.close()


def _is_named(connection: Connection, done: list[str], told: str) -> None:
    for statement in done:
        connection.execute(text(statement))
    said = guarded.differences(connection)
    assert [each for each in said if told in each], said


@pytest.mark.parametrize(("done", "told"), SQLITE, ids=[told for _, told in SQLITE])
def test_what_is_not_as_it_was_made_in_sqlite_is_named(
    sqlite_address: str, undone: Callable[[str], Connection], done: list[str], told: str
) -> None:
    _is_named(undone(sqlite_address), done, told)


@pytest.mark.parametrize(("done", "told"), POSTGRES, ids=[told for _, told in POSTGRES])
def test_what_is_not_as_it_was_made_in_postgresql_is_named(
    postgres_address: str, undone: Callable[[str], Connection], done: list[str], told: str
) -> None:
    _is_named(undone(postgres_address), done, told)


def test_rows_that_a_policy_hides_from_a_reader_are_told_of(
    postgres_address: str, undone: Callable[[str], Connection]
) -> None:
    """Whoever is not the owner would check a part of the register, and be told that it is whole."""
    connection = undone(postgres_address)
    for statement in (
        "CREATE ROLE some_of_it",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO some_of_it",
        "ALTER TABLE cd_decisions ENABLE ROW LEVEL SECURITY",
        "SET LOCAL ROLE some_of_it",
    ):
        connection.execute(text(statement))
    assert (
        "Rows of cd_decisions may be hidden from this user by a row security policy."
        in guarded.differences(connection)
    )


def test_a_register_that_lost_its_identity_is_not_whole(sqlite_address: str) -> None:
    made = [each for each in guarded.SQLITE if "cd_register_no_delete" in each]
    raw = sqlite3.connect(sqlite_address)
    raw.executescript(f"DROP TRIGGER cd_register_no_delete; DELETE FROM cd_register; {made[0]}")
    raw.close()
    register = Database(create_engine(f"sqlite:///{sqlite_address}"))
    assert register.whole() == ["Its identity is gone, or is not one."]
    register.close()
