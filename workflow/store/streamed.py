"""What is read off the register row by row, however many: decisions, and their periods."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from sqlalchemy import RowMapping, bindparam, or_, select

from workflow.clock import start_of_day
from workflow.errors import JournalBroken
from workflow.model.json_data import UNREADABLE
from workflow.model.state import State
from workflow.register.stored import StoredPeriod
from workflow.store.mapping import row_to_window
from workflow.store.rows import Rows
from workflow.store.tables import DECISIONS
from workflow.store.types import Nonsense

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


class StreamedRows(Rows):
    """The rows of the register one by one, within one transaction."""

    def councils(self) -> Sequence[str]:
        """Give every council that has a decision on the register, by name."""
        return self.values(_COUNCILS)

    def periods(self, council: str, first: date) -> Iterator[StoredPeriod]:
        """Give the call-in periods of a council, open or ended, that a change of its calendar from
        a day on could move; one by one, by reference."""
        asked = {"council": council, "first": first, "begins": start_of_day(first)}
        query = _SPANNING.execution_options(yield_per=_BATCH)
        yield from self.readable(self.rows(query, asked), _spanning)


def _spanning(row: RowMapping) -> StoredPeriod:
    try:
        window = row_to_window(row)
        if any(isinstance(each, Nonsense) for each in row.values()):
            raise ValueError
        return StoredPeriod(row["ref"], _STATES[row["state"]], window)
    except UNREADABLE:
        ref = row["ref"] if type(row["ref"]) is str else "a decision"
        raise JournalBroken(f"The call-in period of {ref} cannot be read.") from None
