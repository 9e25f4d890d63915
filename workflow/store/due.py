"""Which decisions time must look at: those that are due, and those of which nobody can say when."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Boolean, RowMapping, and_, literal_column, not_, or_, select

from workflow.errors import JournalBroken
from workflow.register.stored import StoredDecision, UnreadableRow
from workflow.store.mapping import row_to_stored
from workflow.store.rows import Rows
from workflow.store.tables import DECISIONS

_ROW: Final = DECISIONS.c
_INSTANT: Final = "[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].*Z"
"""What SQLite holds for an instant looks so; what does not sorts among them anywhere."""

_DATED: Final = literal_column(f"due_at GLOB '{_INSTANT}'", Boolean())
_NAMED: Final = literal_column(
    "(typeof(ref) = 'text' AND ref NOT GLOB '*[^-A-Za-z0-9._]*')", Boolean()
)
"""Whose reference can be read: one that cannot has no place in an order to go on from."""


class DueRows(Rows):
    """The decisions that the close looks at, within one transaction."""

    def due(
        self, now: datetime, council: str | None, after: tuple[datetime, str] | None, limit: int
    ) -> Sequence[StoredDecision | UnreadableRow]:
        """Give decisions that time has caught up with, in that order, that nobody else holds."""
        query = (
            select(DECISIONS)
            .where(_ROW.due_at <= now)
            .order_by(_ROW.due_at, _ROW.ref)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        if council is not None:
            query = query.where(_ROW.council == council)
        if after is not None:
            instant, ref = after
            query = query.where(
                _ROW.due_at >= instant,
                or_(_ROW.due_at > instant, _ROW.ref > ref),
            )
        if self.conn.dialect.name == "sqlite":
            query = query.where(_DATED, _NAMED)
        return [_read_or_not(row) for row in self.rows(query)]

    def still_due(
        self, now: datetime, council: str | None, upto: tuple[datetime, str] | None
    ) -> Sequence[str]:
        """Give the decisions that time has caught up with, up to a place in their order, whoever
        holds them; on SQLite, where no two write at once, none."""
        if self.conn.dialect.name == "sqlite":
            return []
        query = select(_ROW.ref).where(_ROW.due_at <= now).order_by(_ROW.due_at, _ROW.ref)
        if council is not None:
            query = query.where(_ROW.council == council)
        if upto is not None:
            instant, ref = upto
            same = and_(_ROW.due_at == instant, _ROW.ref <= ref)
            query = query.where(or_(_ROW.due_at < instant, same))
        return self.values(query)

    def undated(self, council: str | None) -> Sequence[UnreadableRow]:
        """Give the decisions of which nobody can read when time must look at them again."""
        if self.conn.dialect.name != "sqlite":
            return []
        query = select(DECISIONS).where(_ROW.due_at.is_not(None), not_(_DATED & _NAMED))
        if council is not None:
            query = query.where(_ROW.council == council)
        found = (_read_or_not(row) for row in self.rows(query.order_by(_ROW.ref)))
        return [each for each in found if isinstance(each, UnreadableRow)]


def _read_or_not(row: RowMapping) -> StoredDecision | UnreadableRow:
    """Give what a row holds, or that nothing can be made of it: it must not stop the others."""
    try:
        return row_to_stored(row)
    except JournalBroken as fault:
        return UnreadableRow(row["ref"] if type(row["ref"]) is str else "?", row["due_at"], fault)
