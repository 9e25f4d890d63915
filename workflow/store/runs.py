"""The rows of the runs of the nightly close."""

from collections.abc import Sequence
from datetime import datetime
from json import loads
from typing import Any, Final

from sqlalchemy import RowMapping, bindparam, func, insert, select, update

from workflow.model.json_data import canonical
from workflow.register.close_run import CloseRun
from workflow.register.ports import RunPort
from workflow.store import numbered
from workflow.store.rows import Columns, Rows
from workflow.store.tables import RUNS

_START: Final = insert(RUNS)
_FINISH: Final = update(RUNS).where(RUNS.c.number == bindparam("which"))

_LATEST: Final = select(RUNS).order_by(RUNS.c.number.desc())
"""The runs, newest first."""

_LAST_FINISHED: Final = select(func.max(RUNS.c.finished_at))
"""When the last run that has finished did so."""

_COLUMNS: Final = Columns(RUNS)
_SAID: Final = {"ref", "code", "because"}
"""What a run says of each decision that it left."""


class SqlRuns(RunPort):
    """The runs of the close, in `cd_runs`."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def start(self, council: str | None, started_at: datetime) -> int:
        begun = CloseRun(number=0, council=council, started_at=started_at)
        key = self._rows.connection.execute(_START, run_to_row(begun)).inserted_primary_key
        assert key is not None
        return int(key[0])

    def finish(self, run: CloseRun) -> None:
        self._rows.connection.execute(_FINISH, {"which": run.number, **run_to_row(run)})

    def latest(self, limit: int | None = None) -> Sequence[CloseRun]:
        return self._rows.readable(self._rows.all(_LATEST.limit(limit)), row_to_run)

    def last_finished(self, by: datetime) -> datetime | None:
        return self._rows.instant(_LAST_FINISHED.where(RUNS.c.finished_at <= by))

    def unreadable(self) -> Sequence[str]:
        return self._rows.unreadable(numbered.in_order(RUNS), row_to_run)


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


def row_to_run(row: RowMapping) -> CloseRun:
    """Give the run of a row; JournalBroken where it cannot be read."""
    amiss = _COLUMNS.amiss(row)
    told = {name: None if name in amiss else _told(row[name]) for name in ("left_over", "faults")}
    amiss = (*amiss, *(name for name, each in told.items() if each is None and name not in amiss))
    if amiss:
        raise numbered.damaged("run of the close", row, amiss)
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
