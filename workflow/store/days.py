"""The rows of the days entered in councils' calendars."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import RowMapping, insert

from workflow.calendars.council import CouncilDay
from workflow.model.json_data import field_names
from workflow.register.ports import DayPort
from workflow.store import numbered
from workflow.store.rows import Columns, OnRows
from workflow.store.tables import CALENDAR_DAYS

_ADD: Final = insert(CALENDAR_DAYS)
_COLUMNS: Final = Columns(CALENDAR_DAYS)
_NAMES: Final = field_names(CouncilDay)


class SqlDays(OnRows, DayPort):
    """The days entered in councils' calendars, in `cd_calendar_days`."""

    def of(self, council: str) -> Sequence[CouncilDay]:
        return [_day_of(row) for row in self._found(council)]

    def readable(self, council: str) -> Sequence[CouncilDay]:
        return self._rows.readable(self._found(council), _day_of)

    def _found(self, council: str) -> Sequence[RowMapping]:
        return self._rows.all(numbered.of_council(CALENDAR_DAYS, council))

    def councils(self) -> Sequence[str]:
        return numbered.councils(self._rows, CALENDAR_DAYS)

    def next_number(self) -> int:
        return numbered.next_number(self._rows, CALENDAR_DAYS, "days")

    def add(self, number: int, council: str, day: CouncilDay) -> None:
        said = {name: getattr(day, name) for name in _NAMES}
        self._rows.connection.execute(_ADD, {"number": number, "council": council, **said})

    def unreadable(self) -> Sequence[str]:
        return self._rows.unreadable(numbered.in_order(CALENDAR_DAYS), _day_of)


def _day_of(row: RowMapping) -> CouncilDay:
    """Give the council day of a row. Raises JournalBroken where it cannot be read."""
    amiss = _COLUMNS.amiss(row)
    if amiss:
        raise numbered.damaged("day of the calendar", row, amiss)
    return CouncilDay(**{name: row[name] for name in _NAMES})
