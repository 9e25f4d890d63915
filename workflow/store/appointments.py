"""The appointments' rows."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlalchemy import RowMapping, bindparam, insert, update

from workflow.errors import NotFound
from workflow.model.people import Appointment
from workflow.register.ports import AppointmentPort
from workflow.store import numbered
from workflow.store.rows import Columns, OnRows
from workflow.store.tables import APPOINTMENTS

_ADD: Final = insert(APPOINTMENTS)

_END: Final = (
    update(APPOINTMENTS)
    .where(APPOINTMENTS.c.number == bindparam("which"))
    .values(until=bindparam("last_day"))
)
"""An appointment's last day."""

_COLUMNS: Final = Columns(APPOINTMENTS)
_NAMES: Final = tuple(APPOINTMENTS.c.keys())


class SqlAppointments(OnRows, AppointmentPort):
    """The appointments, in `cd_appointments`."""

    def of(self, council: str) -> Sequence[Appointment]:
        rows = self._rows.all(numbered.of_council(APPOINTMENTS, council))
        return self._rows.readable(rows, _appointment_of)

    def councils(self) -> Sequence[str]:
        return numbered.councils(self._rows, APPOINTMENTS)

    def next_number(self) -> int:
        return numbered.next_number(self._rows, APPOINTMENTS, "appointments")

    def add(self, appointment: Appointment) -> None:
        self._rows.connection.execute(_ADD, {name: getattr(appointment, name) for name in _NAMES})

    def end(self, number: int, until: date) -> None:
        ended = self._rows.connection.execute(_END, {"which": number, "last_day": until})
        if ended.rowcount != 1:
            raise NotFound(f"There is no appointment {number}.")

    def unreadable(self) -> Sequence[str]:
        return self._rows.unreadable(numbered.in_order(APPOINTMENTS), _appointment_of)


def _appointment_of(row: RowMapping) -> Appointment:
    """Give the appointment of a row. Raises JournalBroken where it cannot be read."""
    amiss = _COLUMNS.amiss(row)
    if amiss:
        raise numbered.damaged("appointment", row, amiss)
    return Appointment(**row)
