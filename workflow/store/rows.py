"""Reading rows of which a value may be damaged: the others are read, and the value is named."""

import logging
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Executable, RowMapping, String, Table
from sqlalchemy.exc import OperationalError

from workflow.errors import WorkflowError
from workflow.store.types import Day, Flag, Nonsense, UtcDateTime

T = TypeVar("T")
_LOG = logging.getLogger("workflow")
_KINDS: Final[tuple[tuple[type, type], ...]] = ((UtcDateTime, datetime), (Day, date), (Flag, bool))


class Rows:
    """Rows read within one transaction."""

    conn: Connection
    skipped: Callable[[WorkflowError], None]
    """Told of each row that nothing can be made of, and that is left out."""

    def rows(self, query: Executable, asked: dict[str, Any] | None = None) -> Sequence[RowMapping]:
        """Give the rows of a query; text that is no text is Nonsense, as a date that is none is."""
        try:
            return self.conn.execute(query, asked or {}).mappings().all()
        except OperationalError as fault:
            if "decode to utf-8" not in str(fault.orig).lower():
                raise
            raw: Any = self.conn.connection.dbapi_connection
            # Only now: it takes long, and SQLite seldom holds what is not UTF-8.
            usual, raw.text_factory = raw.text_factory, _text
            try:
                return self.conn.execute(query, asked or {}).mappings().all()
            finally:
                raw.text_factory = usual

    def values(self, query: Executable) -> list[str]:
        """Give the first column of a query, as text; what is no text is left out."""
        found = [next(iter(row.values())) for row in self.rows(query)]
        return [each for each in found if type(each) is str]

    def readable(self, rows: Sequence[RowMapping], read: Callable[[RowMapping], T]) -> list[T]:
        """Read each row; one that cannot be is left out, and told of."""
        found = []
        for row in rows:
            try:
                found.append(read(row))
            except WorkflowError as fault:
                self.skipped(fault)
        return found


def tell_the_log(fault: WorkflowError) -> None:
    """Tell of a row that is left out, where nobody asked to be told."""
    _LOG.error("%s", fault)


def _text(raw: bytes) -> Any:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return Nonsense(raw)


class Columns:
    """The kinds of a table's columns, to see which values are not of theirs."""

    def __init__(self, table: Table) -> None:
        self._kinds = tuple(
            (column.name, frozenset({_kind(column.type), *_none(column.nullable)}))
            for column in table.columns
        )

    def amiss(self, row: RowMapping) -> tuple[str, ...]:
        """Give the names of the columns whose value is not of their kind."""
        return tuple(name for name, kinds in self._kinds if type(row[name]) not in kinds)


def _none(nullable: bool | None) -> tuple[type, ...]:
    return (type(None),) if nullable else ()


def _kind(column: Any) -> type:
    for theirs, kind in _KINDS:
        if isinstance(column, theirs):
            return kind
    return str if isinstance(column, String) else int
