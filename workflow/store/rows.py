"""Reading rows within one transaction. A value that is damaged is named, and the rest is read."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, Insert, RowMapping, Table, Update, text
from sqlalchemy.exc import OperationalError

from workflow.errors import JournalBroken, WorkflowError
from workflow.store import prepared
from workflow.store.types import Nonsense

T = TypeVar("T")
_LOG = logging.getLogger("workflow")


def tell_the_log(fault: WorkflowError) -> None:
    """Log a row that is left out of an answer, where nobody else is to be told."""
    _LOG.error("%s", fault)


class Rows:
    """Reads and writes rows within one transaction, for the class of each port."""

    __slots__ = ("_skipped", "connection")

    def __init__(
        self, connection: Connection, skipped: Callable[[WorkflowError], None] = tell_the_log
    ) -> None:
        self.connection = connection
        self._skipped = skipped

    @property
    def dialect(self) -> str:
        """Give the kind of database: "sqlite" or "postgresql"."""
        return self.connection.dialect.name

    def all(self, query: Executable, values: dict[str, Any] | None = None) -> Sequence[RowMapping]:
        """Give the rows of a query. A value that cannot be read, such as text that is not UTF-8, is
        given as Nonsense."""
        try:
            return self.connection.execute(query, values or {}).mappings().all()
        except OperationalError as fault:
            if "decode to utf-8" not in str(fault.orig).lower():
                raise
            raw: Any = self.connection.connection.dbapi_connection
            # Only now: it takes long, and SQLite seldom holds what is not UTF-8.
            usual, raw.text_factory = raw.text_factory, _text
            try:
                return self.connection.execute(query, values or {}).mappings().all()
            finally:
                raw.text_factory = usual

    def texts(self, query: Executable, values: dict[str, Any] | None = None) -> list[str]:
        """Give the first column of a query; a value that is not text is left out."""
        found = [next(iter(row.values())) for row in self.all(query, values)]
        return [each for each in found if type(each) is str]

    def instant(self, query: Executable) -> datetime | None:
        """Give the instant that a query finds; None where it finds nothing, or anything else."""
        value = self.connection.execute(query).scalar()
        return value if isinstance(value, datetime) else None

    def readable(self, rows: Sequence[RowMapping], read: Callable[[RowMapping], T]) -> list[T]:
        """Read each row; one that cannot be read is left out, and reported (see `damaged` of the
        database)."""
        records = []
        for row in rows:
            try:
                records.append(read(row))
            except WorkflowError as fault:
                self._skipped(fault)
        return records

    def unreadable(self, query: Executable, read: Callable[[RowMapping], object]) -> list[str]:
        """Say which rows cannot be read, and why."""
        problems = []
        for row in self.all(query):
            try:
                read(row)
            except JournalBroken as fault:
                problems.append(str(fault))
        return problems

    def write(self, statement: Insert | Update, rows: prepared.Values) -> int:
        """Write these rows: see `prepared.write`."""
        return prepared.write(self.connection, statement, rows)

    def wait_for(self, name: str) -> None:
        """Wait for any other transaction that waited for this name, and make the next one wait for
        this. Nothing is done on SQLite, where no two write at once."""
        if self.dialect == "postgresql":
            lock = text("SELECT pg_advisory_xact_lock(hashtext(:name))")
            self.connection.execute(lock, {"name": f"council-decisions {name}"})


class OnRows:
    """What a port's class is made of: the rows of its transaction."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        self._rows = rows


def _text(raw: bytes) -> Any:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return Nonsense(raw)


class Columns:
    """The types of a table's columns, to find values of another type."""

    def __init__(self, table: Table) -> None:
        self._kinds = tuple(
            (each.name, frozenset({each.type.python_type, *_none(each.nullable)}))
            for each in table.columns
        )
        self._values = itemgetter(*table.columns.keys())
        # Most rows are of few kinds: which columns are set differs from state to state, no more.
        self._judged = lru_cache(maxsize=1024)(self._judge)

    def amiss(self, row: RowMapping) -> tuple[str, ...]:
        """Give the names of the columns with a value that is not of their type."""
        return self._judged(tuple(map(type, self._values(row))))

    def _judge(self, found: tuple[type, ...]) -> tuple[str, ...]:
        both = zip(self._kinds, found, strict=True)
        return tuple(name for (name, kinds), kind in both if kind not in kinds)


def _none(nullable: bool | None) -> tuple[type, ...]:
    return (type(None),) if nullable else ()
