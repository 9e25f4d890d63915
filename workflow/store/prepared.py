"""Writing by the driver itself, with statements that are compiled once."""

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Update

Values = Sequence[dict[str, Any]]
Schemas = tuple[tuple[str | None, str | None], ...]
"""The schemas in which a host has the tables, if it says so (schema_translate_map)."""


class Prepared:
    """A compiled statement, and how its values are converted for the driver.

    It is made once: SQLAlchemy would look up the type of every value again, which takes longer than
    the writing.
    """

    __slots__ = ("_order", "_put", "words")

    def __init__(
        self, statement: Insert | Update, dialect: Dialect, schemas: Schemas | None = None
    ) -> None:
        how: dict[str, Any] = {}
        if schemas is not None:
            how = {"schema_translate_map": dict(schemas), "render_schema_translate": True}
        made = statement.compile(dialect=dialect, **how)
        put = {
            name: bound.type.dialect_impl(dialect).bind_processor(dialect)
            for name, bound in made.binds.items()
        }
        self.words = made.string
        self._put = [(name, putting) for name, putting in put.items() if putting is not None]
        self._order = itemgetter(*made.positiontup) if made.positiontup else None

    def values(self, rows: Values) -> list[Any]:
        """Give the values of these rows as the driver takes them. The rows are changed."""
        for name, putting in self._put:
            for row in rows:
                row[name] = putting(row[name])
        return list(rows if self._order is None else map(self._order, rows))


_prepared = lru_cache(maxsize=256)(Prepared)


def write(connection: Connection, statement: Insert | Update, rows: Values) -> int:
    """Run a statement for each of these rows, and give how many rows of the table it changed. The
    rows given are changed too."""
    elsewhere = connection.get_execution_options().get("schema_translate_map")
    schemas = tuple(elsewhere.items()) if elsewhere else None
    prepared = _prepared(statement, connection.dialect, schemas)
    result = connection.exec_driver_sql(
        prepared.words,
        prepared.values(rows),
        execution_options={"preserve_rowcount": True},
    )
    return result.rowcount
