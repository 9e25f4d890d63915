"""Records of the smaller registers to rows and back: appointments, council days, runs."""

from datetime import datetime
from json import loads
from typing import Any

from sqlalchemy import RowMapping

from workflow.calendars.council import CouncilDay, DayKind
from workflow.model.people import Appointment, Role
from workflow.model.plain import canonical
from workflow.service.ports import Run

Row = RowMapping


def row_to_appointment(row: Row) -> Appointment:
    """Give the appointment of a row."""
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
    """Give the council day of a row."""
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


def run_to_row(run: Run) -> dict[str, Any]:
    """Give the row of a run, without its number."""
    return {
        "council": run.council,
        "started_at": run.started_at,
        "finished_at": run.finished_at,
        "due": run.due,
        "closed": run.closed,
        "left_over": canonical([dict(left) for left in run.left]),
        "faults": canonical([dict(fault) for fault in run.faults]),
    }


def row_to_run(row: Row) -> Run:
    """Give the run of a row."""
    started: datetime = row["started_at"]
    return Run(
        number=row["number"],
        council=row["council"],
        started_at=started,
        finished_at=row["finished_at"],
        due=row["due"],
        closed=row["closed"],
        left=loads(row["left_over"]),
        faults=loads(row["faults"]),
    )
