"""Records of the smaller registers to rows and back: appointments, council days, runs."""

from collections.abc import Sequence
from datetime import datetime
from json import loads
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping

from workflow.calendars.council import CouncilDay, DayKind
from workflow.errors import JournalBroken
from workflow.model.json_data import canonical
from workflow.model.people import Appointment, Role
from workflow.register.close_run import CloseRun
from workflow.store.rows import Columns
from workflow.store.tables import APPOINTMENTS, CALENDAR_DAYS, REGISTER, RUNS

Row = RowMapping


def row_to_appointment(row: Row) -> Appointment:
    """Give the appointment of a row; JournalBroken where it cannot be read."""
    amiss = _APPOINTMENTS.amiss(row)
    if amiss or row["role"] not in _ROLES:
        raise _damaged("appointment", row, amiss or ("role",))
    return Appointment(
        number=row["number"],
        council=row["council"],
        person=row["person"],
        name=row["name"],
        role=Role.named(row["role"]),
        since=row["since"],
        until=row["until"],
        of=row["of"],
        deputy=row["deputy"],
        entered_by=row["entered_by"],
        entered_at=row["entered_at"],
    )


def day_to_row(number: int, council: str, day: CouncilDay) -> dict[str, Any]:
    """Give the row of a council day."""
    return {
        "number": number,
        "council": council,
        "day": day.day,
        "kind": day.kind.value,
        "title": day.title,
        "reason": day.reason,
        "source": day.source,
        "entered_by": day.entered_by,
        "known_at": day.known_at,
        "recorded_at": day.recorded_at,
    }


def row_to_day(row: Row) -> CouncilDay:
    """Give the council day of a row; JournalBroken where it cannot be read."""
    amiss = _DAYS.amiss(row)
    if amiss or row["kind"] not in _KINDS:
        raise _damaged("day of the calendar", row, amiss or ("kind",))
    return CouncilDay(
        day=row["day"],
        kind=DayKind(row["kind"]),
        title=row["title"],
        reason=row["reason"],
        source=row["source"],
        entered_by=row["entered_by"],
        known_at=row["known_at"],
        recorded_at=row["recorded_at"],
    )


def run_to_row(run: CloseRun) -> dict[str, Any]:
    """Give the row of a run, without its number."""
    return {
        "council": run.council,
        "started_at": run.started_at,
        "finished_at": run.finished_at,
        "due": run.due,
        "closed": run.closed,
        "left_over": canonical([dict(left) for left in run.left]),
        "faults": canonical([dict(fault) for fault in run.faults]),
        "passed_over": run.passed_over,
    }


def row_to_run(row: Row) -> CloseRun:
    """Give the run of a row; JournalBroken where it cannot be read."""
    amiss = _RUNS.amiss(row)
    told = {name: None if name in amiss else _told(row[name]) for name in ("left_over", "faults")}
    amiss = (*amiss, *(name for name, each in told.items() if each is None and name not in amiss))
    if amiss:
        raise _damaged("run of the close", row, amiss)
    started: datetime = row["started_at"]
    return CloseRun(
        number=row["number"],
        council=row["council"],
        started_at=started,
        finished_at=row["finished_at"],
        due=row["due"],
        closed=row["closed"],
        left=told["left_over"] or (),
        faults=told["faults"] or (),
        passed_over=row["passed_over"] or 0,
    )


def row_to_identity(rows: Sequence[Row]) -> tuple[str | None, datetime | None]:
    """Give a register's identity and when it was begun; None where that is gone or no identity."""
    if len(rows) != 1 or _REGISTER.amiss(rows[0]):
        return None, None
    try:
        return str(UUID(rows[0]["identity"])), rows[0]["begun_at"]
    except ValueError:
        return None, None


_APPOINTMENTS: Final = Columns(APPOINTMENTS)
_DAYS: Final = Columns(CALENDAR_DAYS)
_RUNS: Final = Columns(RUNS)
_REGISTER: Final = Columns(REGISTER)
_ROLES: Final = frozenset(role.value for role in Role)
_KINDS: Final = frozenset(kind.value for kind in DayKind)


def _damaged(what: str, row: Row, columns: Sequence[str]) -> JournalBroken:
    """Say which columns of which row cannot be read, and nothing of what they hold."""
    number = row["number"] if type(row["number"]) is int else "?"
    return JournalBroken(
        f"The {what} with number {number} cannot be read: {', '.join(columns)}.",
        remedy="Check the journal: decisions journal verify",
    )


def _told(text: str) -> list[dict[str, str]] | None:
    """Give what a run says it left; None where it says nothing that can be read."""
    try:
        found = loads(text)
    except (ValueError, RecursionError):
        return None
    whole = isinstance(found, list) and all(isinstance(each, dict) for each in found)
    if not whole or not all(type(word) is str for each in found for word in each.values()):
        return None
    return found if all(each.keys() >= _SAID for each in found) else None


_SAID: Final = {"ref", "code", "because"}
