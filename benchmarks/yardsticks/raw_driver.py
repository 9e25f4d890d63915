"""The rows that the engine writes, written by the database's driver alone. They are made
beforehand: what is timed is the database's own work, with no rule asked and no record made."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

Values = tuple[Any, ...]
Connecting = Callable[[], "Driver"]
BATCH = 500
"""As many in one transaction as the engine's own close."""

_COLUMNS = {
    "cd_journal": "stream, seq, name, at, recorded_at, role, body, before, hash",
    "cd_texts": "stream, seq, part, salt, text",
    "cd_outbox": "stream, seq, written_at, cloud_event",
}


@dataclass(frozen=True, slots=True)
class Written:
    """What one step writes: the changed columns with the guard, and the rows that are added."""

    update: Values
    added: dict[str, list[Values]]


@dataclass(frozen=True, slots=True)
class Driver:
    """A connection of either driver that begins no transaction by itself, and its dialect."""

    connection: Any
    mark: str
    begin: str
    lock: str = ""

    def rows(self, query: str, values: Iterable[Any] = ()) -> list[Values]:
        """Give the rows of a query written with question marks."""
        found: list[Values] = self.connection.execute(self._marked(query), tuple(values)).fetchall()
        return found

    def many(self, statement: str, rows: Sequence[Values]) -> None:
        """Run a statement for many rows; each must find its row."""
        cursor = self.connection.cursor()
        cursor.executemany(self._marked(statement), rows)
        assert cursor.rowcount == len(rows)

    def one(self, statement: str, row: Values) -> None:
        """Run a statement for one row, which must be there."""
        assert self.connection.execute(self._marked(statement), row).rowcount == 1

    def _marked(self, statement: str) -> str:
        return statement.replace("?", self.mark)


def sqlite(path: Path) -> Driver:
    """Connect to SQLite as the engine does: as durable, and overwriting what is deleted."""
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {setting}")
    return Driver(connection, "?", "BEGIN IMMEDIATE")


def postgresql(uri: str) -> Driver:
    """Connect to PostgreSQL."""
    import psycopg

    connection = psycopg.connect(uri, autocommit=True)
    return Driver(connection, "%s", "BEGIN", "FOR UPDATE SKIP LOCKED")


@dataclass(frozen=True, slots=True)
class Rows:
    """Every row that a piece of work writes, by reference, with the columns that it changes."""

    update: str
    by_ref: dict[str, Written]

    def step_by_step(self, driver: Driver) -> None:
        """Write the rows of each decision in a transaction of its own."""
        for written in self.by_ref.values():
            driver.connection.execute(driver.begin)
            driver.one(self.update, written.update)
            for table, rows in written.added.items():
                if len(rows) == 1:
                    driver.one(_insert(table), rows[0])
                else:
                    driver.many(_insert(table), rows)
            driver.connection.execute("COMMIT")

    def close_due(self, driver: Driver, now: Any) -> int:
        """Write the rows of every decision that is due, in batches; give how many there were."""
        due = (
            "SELECT * FROM cd_decisions WHERE due_at <= ? "
            f"ORDER BY due_at, ref LIMIT {BATCH} {driver.lock}"
        )
        closed = 0
        while True:
            driver.connection.execute(driver.begin)
            batch = [self.by_ref[row[0]] for row in driver.rows(due, [now])]
            if batch:
                driver.many(self.update, [written.update for written in batch])
            for table in _COLUMNS:
                rows = list(chain.from_iterable(each.added.get(table, ()) for each in batch))
                if rows:
                    driver.many(_insert(table), rows)
            driver.connection.execute("COMMIT")
            closed += len(batch)
            if not batch:
                return closed


def difference(before: Connecting, after: Connecting, refs: Sequence[str]) -> Rows:
    """Give the rows that were written between two copies of a register, for these decisions."""
    first, second = before(), after()
    with closing(first.connection), closing(second.connection):
        return _difference(first, second, refs)


def _difference(before: Driver, after: Driver, refs: Sequence[str]) -> Rows:
    names = [column[0] for column in before.connection.execute(_ALL).description]
    was = {row[0]: dict(zip(names, row, strict=True)) for row in before.rows(_ALL)}
    now = {row[0]: dict(zip(names, row, strict=True)) for row in after.rows(_ALL)}
    changed = [n for n in names if any(was[ref][n] != now[ref][n] for ref in refs)]
    by_ref = {}
    for ref in refs:
        guard = tuple(was[ref][name] for name in ("ref", "version", "state"))
        added = {table: rows for table, rows in _added(after, ref, was[ref]["version"]) if rows}
        by_ref[ref] = Written(tuple(now[ref][name] for name in changed) + guard, added)
    assigned = ", ".join(f"{name} = ?" for name in changed)
    update = f"UPDATE cd_decisions SET {assigned} WHERE ref = ? AND version = ? AND state = ?"
    return Rows(update, by_ref)


_ALL = "SELECT * FROM cd_decisions"


def _added(driver: Driver, ref: str, version: int) -> Iterator[tuple[str, list[Values]]]:
    for table, columns in _COLUMNS.items():
        query = f"SELECT {columns} FROM {table} WHERE stream = ? AND seq > ? ORDER BY seq"
        yield table, driver.rows(query, [f"decision/{ref}", version])


def _insert(table: str) -> str:
    columns = _COLUMNS[table]
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' for _ in columns.split(','))})"
