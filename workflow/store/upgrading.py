"""Upgrading a register that others use: one upgrade at a time, and nothing of a host's is touched.

SQLite changes a table by making it anew, and its own recipe is followed. Foreign keys are turned
off before the transaction begins, because a host's own would act on every row as the old table
goes; they are checked before the upgrade is kept. A host's triggers and indexes on our tables would
go with the old tables, so they are made again.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from warnings import catch_warnings, simplefilter

from sqlalchemy import Connection
from sqlalchemy.exc import SAWarning

from workflow.errors import NotSetUp
from workflow.store.tables import METADATA
from workflow.store.triggers import SQLITE

_POINTING: Final = (
    'SELECT DISTINCT m.name, k."table" FROM sqlite_master m, pragma_foreign_key_list(m.name) k '
    "WHERE m.type = 'table'"
)
_HUNG: Final = (
    "SELECT name, sql, tbl_name FROM sqlite_master WHERE type IN ('index', 'trigger') "
    "AND sql IS NOT NULL"
)
_TABLES: Final = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
)


_OUR_TABLES: Final = frozenset((*METADATA.tables, "cd_alembic_version"))
_MADE_ON: Final = re.compile(r"CREATE TRIGGER (\w+)")
_OUR_OWN: Final = frozenset(
    (
        *(str(index.name) for table in METADATA.sorted_tables for index in table.indexes),
        "ix_cd_decisions_state_effective_from_ref",  # of the first schema
        *(name for each in SQLITE for name in _MADE_ON.findall(each)),
    )
)
"""The names of our own indexes and triggers on our tables. Any other is a host's."""


def is_ours(table: str) -> bool:
    """Say whether a table is ours. Capitals do not count: SQLite ignores them."""
    return table.lower() in _OUR_TABLES


@contextmanager
def foreign_keys_off(connection: Connection) -> Iterator[None]:
    """Turn SQLite's foreign keys off within the block. No transaction may have begun."""
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
    """Wait, in PostgreSQL, for any other upgrade to end; the next one waits for this transaction.

    With `patiently`, for our own connections, it waits as long as it takes, and so may the upgrade.
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
    """Keep a host's rows, triggers and indexes while our tables are made anew in SQLite.

    Raises NotSetUp where the upgrade could change rows of the host's, or has.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    ask = connection.exec_driver_sql
    theirs = [name for name, at in ask(_POINTING) if is_ours(at) and not is_ours(name)]
    if theirs and ask("PRAGMA foreign_keys").scalar():
        raise NotSetUp(
            f"Foreign keys are on, and {theirs[0]} points at the register: bringing it up to date "
            "within this transaction could delete or change rows of yours.",
            remedy="Run decisions db upgrade; or say PRAGMA foreign_keys=OFF before the "
            "transaction begins.",
        )
    hung = {name: sql for name, sql, on in ask(_HUNG) if is_ours(on) and name not in _OUR_OWN}
    astray = _astray(connection, theirs)
    # A view or a trigger of a host's that names our table is otherwise asked about too early.
    before = ask("PRAGMA legacy_alter_table").scalar()
    ask("PRAGMA legacy_alter_table=ON")
    try:
        with catch_warnings():  # of a host's indexes that it cannot make anew: they are, below
            simplefilter("ignore", SAWarning)
            yield
    finally:
        ask(f"PRAGMA legacy_alter_table={before}")
    there = set(ask("SELECT name FROM sqlite_master").scalars())
    for name, sql in hung.items():
        if name not in there:
            ask(sql)
    if lost := _astray(connection, theirs) - astray:
        raise NotSetUp(
            f"After the upgrade a row of {next(iter(lost))[0]} would point at nothing.",
            remedy="Keep the file as it is, and report this.",
        )


def _astray(connection: Connection, tables: list[str]) -> Counter[tuple[Any, ...]]:
    """Give the rows of these tables that refer to a row that is not there."""
    rows_astray: Counter[tuple[Any, ...]] = Counter()
    for table in tables:
        named = table.replace('"', '""')
        rows = connection.exec_driver_sql(f'PRAGMA foreign_key_check("{named}")')
        rows_astray.update(tuple(row) for row in rows)
    return rows_astray


def is_ours_alone(connection: Connection) -> bool:
    """Say whether every table of an SQLite file is ours."""
    return all(map(is_ours, connection.exec_driver_sql(_TABLES).scalars()))
