"""What is read off the register row by row, however many: decisions, and their periods."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from sqlalchemy import Connection, bindparam, or_, select

from workflow.clock import start_of_day
from workflow.model.state import State
from workflow.service.ports import Spanning
from workflow.store.mapping import row_to_window
from workflow.store.tables import DECISIONS

_ROW: Final = DECISIONS.c
_BATCH: Final = 1000
_STATES: Final = {state.value: state for state in State}
_SPANNING: Final = (
    select(
        _ROW.ref,
        _ROW.state,
        _ROW.period_rule,
        _ROW.period_edition,
        _ROW.counted_from,
        _ROW.last_day,
        _ROW.request_deadline,
        _ROW.deadline_included,
        _ROW.effective_from,
        _ROW.calendar_hash,
    )
    .where(
        _ROW.council == bindparam("council"),
        _ROW.period_rule.is_not(None),
        or_(_ROW.last_day >= bindparam("first"), _ROW.effective_from >= bindparam("begins")),
    )
    .order_by(_ROW.ref)
)


_COUNCILS: Final = select(_ROW.council).distinct().order_by(_ROW.council)


class StreamedRows:
    """The rows of the register one by one, within one transaction."""

    conn: Connection

    def councils(self) -> Sequence[str]:
        """Give every council that has a decision on the register, by name."""
        return list(self.conn.execute(_COUNCILS).scalars())

    def periods(self, council: str, first: date) -> Iterator[Spanning]:
        """Give the call-in periods of a council, open or ended, that a change of its calendar from
        a day on could move; one by one, by reference."""
        asked = {"council": council, "first": first, "begins": start_of_day(first)}
        query = _SPANNING.execution_options(yield_per=_BATCH)
        for row in self.conn.execute(query, asked).mappings():
            yield Spanning(row["ref"], _STATES[row["state"]], row_to_window(row))
