"""The decisions whose call-in period is open or that are called in, each found by an index."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Select, bindparam, func, literal_column, select, text

from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.state import AWAITED, State
from workflow.register.ports import UnderCallInPort
from workflow.store.mapping import row_to_decision, row_to_period
from workflow.store.rows import OnRows
from workflow.store.tables import DECISIONS, IS_OPEN, IS_UNDER_CALL_IN

_ROW: Final = DECISIONS.c
_COUNCIL: Final[BindParameter[str]] = bindparam("council")

# SQLite uses an index of some rows only where its condition stands in the query word for word.
_UNDER_CALL_IN: Final = text(IS_UNDER_CALL_IN)
_OPEN: Final = text(IS_OPEN)

_NEXT_CALENDAR: Final = select(func.min(_ROW.calendar_hash)).where(
    _UNDER_CALL_IN, _OPEN, _ROW.council == _COUNCIL, _ROW.calendar_hash > bindparam("after")
)
"""The next calendar in order: from one to the next, the rows between are not read."""

_OF_PERIOD: Final = (
    _ROW.period_rule,
    _ROW.period_edition,
    _ROW.counted_from,
    _ROW.last_day,
    _ROW.request_deadline,
    _ROW.deadline_included,
    _ROW.effective_from,
    _ROW.calendar_hash,
)
_PERIODS: Final = (
    select(
        *_OF_PERIOD,
        func.min(_ROW.ref).label("ref"),
        literal_column(f"'{State.CALL_IN_OPEN}'", _ROW.state.type).label("state"),
    )
    .where(_OPEN, _ROW.council == _COUNCIL)
    .group_by(*_OF_PERIOD)
)
"""The open call-in periods, each once, with one of the decisions that have it."""

_COUNTED_ON: Final = _PERIODS.where(
    _UNDER_CALL_IN, _ROW.calendar_hash.in_(bindparam("hashes", expanding=True))
)
_ENDING: Final = _PERIODS.where(_ROW.request_deadline <= bindparam("by"))

_IN_PERIOD: Final = select(DECISIONS).where(
    _UNDER_CALL_IN,
    _OPEN,
    _ROW.council == _COUNCIL,
    _ROW.calendar_hash == bindparam("hash"),
    _ROW.counted_from == bindparam("counted_from"),
    _ROW.request_deadline == bindparam("request_deadline"),
    _ROW.effective_from == bindparam("effective_from"),
)
_AWAITED: Final = select(DECISIONS).where(
    _UNDER_CALL_IN, _ROW.council == _COUNCIL, _ROW.state.in_(AWAITED)
)
_DUE_FROM: Final = select(DECISIONS).where(
    # Not by the index of councils: few of its decisions are due, and fewer so late.
    _ROW.council.concat("") == _COUNCIL,
    _ROW.due_at >= bindparam("since"),
)


class SqlUnderCallIn(OnRows, UnderCallInPort):
    """The decisions whose call-in period is open or that are called in, in `cd_decisions`."""

    def calendars(self, council: str) -> Sequence[str]:
        hashes, after = list[str](), ""
        while found := self._rows.texts(_NEXT_CALENDAR, {"council": council, "after": after}):
            hashes += found
            after = found[-1]
        return hashes

    def open_periods(
        self, council: str, counted_on: Sequence[str], ending_by: datetime | None
    ) -> Sequence[CallInPeriod]:
        found = dict[CallInPeriod, None]()
        if counted_on:
            found |= self._periods(_COUNTED_ON, council, hashes=counted_on)
        if ending_by is not None:
            found |= self._periods(_ENDING, council, by=ending_by)
        return list(found)

    def _periods(self, query: Select[Any], council: str, **more: Any) -> dict[CallInPeriod, None]:
        rows = self._rows.all(query, {"council": council, **more})
        return {each.window: None for each in self._rows.readable(rows, row_to_period)}

    def in_period(self, council: str, period: CallInPeriod) -> Sequence[Decision]:
        return self._decisions(
            _IN_PERIOD,
            council,
            hash=period.calendar_hash,
            counted_from=period.counted_from,
            request_deadline=period.request_deadline,
            effective_from=period.effective_from,
        )

    def awaited(self, council: str) -> Sequence[Decision]:
        return self._decisions(_AWAITED, council)

    def due_from(self, council: str, since: datetime) -> Sequence[Decision]:
        return self._decisions(_DUE_FROM, council, since=since)

    def _decisions(self, query: Select[Any], council: str, **more: Any) -> Sequence[Decision]:
        rows = self._rows.all(query, {"council": council, **more})
        return self._rows.readable(rows, row_to_decision)
