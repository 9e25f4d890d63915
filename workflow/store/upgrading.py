"""An upgrade beside others: one at a time, and nothing of a host's is touched by it.

SQLite changes a table by making it anew. Its own recipe is followed: foreign keys are off before
the transaction begins, since a host's own would act on every row as the old table goes; and what
they say is compared before it is kept. Triggers and indexes of a host's on our tables would go
with the old one, and are made again.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection

from workflow.errors import NotSetUp

_POINTING: Final = (
    "SELECT DISTINCT m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) k "
    "WHERE m.type = 'table' AND substr(k.\"table\", 1, 3) = 'cd_'"
)
_HUNG: Final = (
    "SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL "
    "AND substr(tbl_name, 1, 3) = 'cd_'"
)
_OTHERS: Final = (
    "SELECT 1 FROM sqlite_master WHERE type = 'table' "
    "AND substr(name, 1, 3) <> 'cd_' AND substr(name, 1, 7) <> 'sqlite_'"
)


@contextmanager
def foreign_keys_off(connection: Connection) -> Iterator[None]:
    """Have no foreign key of SQLite's act, in a block in which a transaction has yet to begin."""
    if connection.dialect.name != "sqlite":
        yield
        return
    raw: Any = connection.connection.dbapi_connection
    raw.execute("PRAGMA foreign_keys=OFF").close()
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys=ON").close()


def wait_for_others(connection: Connection, *, patiently: bool = False) -> None:
    """Wait, in PostgreSQL, for whoever else upgrades; the transaction's end lets the next one in.

    On a connection of our own that is however long it takes, and so is the upgrade itself.
    """
    if connection.dialect.name == "postgresql":
        if patiently:
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
            connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
        connection.exec_driver_sql(
            "SELECT pg_advisory_xact_lock(hashtext('council-decisions upgrade'))"
        )
        if patiently:
            connection.exec_driver_sql("SET LOCAL lock_timeout = '30s'")


@contextmanager
def keeping_what_is_others(connection: Connection) -> Iterator[None]:
    """Keep a host's rows, triggers and indexes while our tables are made anew."""
    if connection.dialect.name != "sqlite":
        yield
        return
    ask = connection.exec_driver_sql
    theirs = [name for name in ask(_POINTING).scalars() if not name.startswith("cd_")]
    if theirs and ask("PRAGMA foreign_keys").scalar():
        raise NotSetUp(
            f"Foreign keys are on, and {theirs[0]} points at the register: bringing it up to date "
            "within this transaction could delete or change rows of yours.",
            remedy="Run decisions db upgrade; or say PRAGMA foreign_keys=OFF before the "
            "transaction begins.",
        )
    hung = dict(map(tuple, ask(_HUNG)))
    astray = _astray(connection, theirs)
    # A view or a trigger of a host's that names our table is otherwise asked about too early.
    before = ask("PRAGMA legacy_alter_table").scalar()
    ask("PRAGMA legacy_alter_table=ON")
    try:
        yield
    finally:
        ask(f"PRAGMA legacy_alter_table={before}")
    there = set(ask("SELECT name FROM sqlite_master").scalars())
    for name, sql in hung.items():
        if name not in there and not name.startswith(("cd_", "ix_cd_")):
            ask(sql)
    if lost := _astray(connection, theirs) - astray:
        raise NotSetUp(
            f"After the upgrade a row of {next(iter(lost))[0]} would point at nothing.",
            remedy="Keep the file as it is, and report this.",
        )


def _astray(connection: Connection, tables: list[str]) -> Counter[tuple[Any, ...]]:
    """Give the rows of these tables that point at nothing."""
    found: Counter[tuple[Any, ...]] = Counter()
    for table in tables:
        named = table.replace('"', '""')
        rows = connection.exec_driver_sql(f'PRAGMA foreign_key_check("{named}")')
        found.update(tuple(row) for row in rows)
    return found


def is_ours_alone(connection: Connection) -> bool:
    """Say whether an SQLite file has no tables but ours."""
    return connection.exec_driver_sql(_OTHERS).first() is None
