"""The decisions that are due to be closed, and those for which the stored time cannot be read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Boolean, RowMapping, Select, and_, literal_column, not_, or_, select

from workflow.errors import JournalBroken
from workflow.register.ports import DuePort
from workflow.register.stored import StoredDecision, UnreadableRow
from workflow.store.mapping import row_to_stored
from workflow.store.rows import OnRows
from workflow.store.tables import DECISIONS

_ROW: Final = DECISIONS.c
_INSTANT: Final = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].*Z"
"""How SQLite holds an instant. Anything else would sort anywhere among them."""

_DATED: Final = literal_column(f"due_at GLOB '{_INSTANT}'", Boolean())
_NAMED: Final = literal_column(
    "(typeof(ref) = 'text' AND ref NOT GLOB '*[^-A-Za-z0-9._]*')", Boolean()
)
"""Whose reference can be read: without one a row has no place in the order."""

_DUE: Final = select(DECISIONS).order_by(_ROW.due_at, _ROW.ref).with_for_update(skip_locked=True)
"""The decisions that no other transaction holds, in the order of the close."""

_REMAINING: Final = select(_ROW.ref).order_by(_ROW.due_at, _ROW.ref)
"""Their references, whoever holds them."""

_UNDATED: Final = (
    select(DECISIONS).where(_ROW.due_at.is_not(None), not_(_DATED & _NAMED)).order_by(_ROW.ref)
)
"""The decisions that have no place in that order."""


class SqlDue(OnRows, DuePort):
    """The decisions that the close looks at, in `cd_decisions`."""

    def batch(
        self,
        now: datetime,
        council: str | None,
        after: tuple[datetime, str] | None,
        limit: int | None,
    ) -> Sequence[StoredDecision | UnreadableRow]:
        query = _of(council, _DUE.where(_ROW.due_at <= now)).limit(limit)
        if after is not None:
            instant, ref = after
            later = or_(_ROW.due_at > instant, _ROW.ref > ref)
            query = query.where(_ROW.due_at >= instant, later)
        if self._rows.dialect == "sqlite":
            query = query.where(_DATED, _NAMED)
        return [_read_or_not(row) for row in self._rows.all(query)]

    def remaining(
        self, now: datetime, council: str | None, upto: tuple[datetime, str] | None
    ) -> Sequence[str]:
        if self._rows.dialect == "sqlite":
            return []
        query = _of(council, _REMAINING.where(_ROW.due_at <= now))
        if upto is not None:
            instant, ref = upto
            same = and_(_ROW.due_at == instant, _ROW.ref <= ref)
            query = query.where(or_(_ROW.due_at < instant, same))
        return self._rows.texts(query)

    def undated(self, council: str | None) -> Sequence[UnreadableRow]:
        if self._rows.dialect != "sqlite":
            return []
        found = (_read_or_not(row) for row in self._rows.all(_of(council, _UNDATED)))
        return [each for each in found if isinstance(each, UnreadableRow)]


def _of(council: str | None, query: Select[Any]) -> Select[Any]:
    return query if council is None else query.where(_ROW.council == council)


def _read_or_not(row: RowMapping) -> StoredDecision | UnreadableRow:
    """Give what a row holds, or an UnreadableRow: one bad row must not stop the others."""
    try:
        return row_to_stored(row)
    except JournalBroken as fault:
        return UnreadableRow(row["ref"] if type(row["ref"]) is str else "?", row["due_at"], fault)
