"""The rows of the runs of the nightly close."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import RowMapping, bindparam, func, insert, or_, select, update

from workflow.register.close_run import CloseRun
from workflow.register.ports import RunPort
from workflow.store import numbered
from workflow.store.rows import Columns, OnRows
from workflow.store.tables import RUNS

_START: Final = insert(RUNS)
_FINISH: Final = update(RUNS).where(RUNS.c.number == bindparam("which"))

_LATEST: Final = select(RUNS).order_by(RUNS.c.number.desc())
"""The runs, newest first."""

_LAST_FINISHED: Final = select(func.max(RUNS.c.finished_at))
"""When the last run to finish finished."""

_COLUMNS: Final = Columns(RUNS)


class SqlRuns(OnRows, RunPort):
    """The runs of the close, in `cd_runs`."""

    def start(self, council: str | None, started_at: datetime) -> int:
        begun = CloseRun(council=council, started_at=started_at)
        key = self._rows.connection.execute(_START, run_to_row(begun)).inserted_primary_key
        assert key is not None
        return int(key[0])

    def finish(self, run: CloseRun) -> None:
        self._rows.connection.execute(_FINISH, {"which": run.number, **run_to_row(run)})

    def latest(self, limit: int | None = None, council: str | None = None) -> Sequence[CloseRun]:
        asked = _LATEST
        if council is not None:
            asked = asked.where(or_(RUNS.c.council == council, RUNS.c.council.is_(None)))
        return self._rows.readable(self._rows.all(asked.limit(limit)), row_to_run)

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
        "closed": run.closed_count,
        "left_over": tuple(run.left),
        "faults": tuple(run.faults),
        "passed_over": run.passed_over_count,
    }


def row_to_run(row: RowMapping) -> CloseRun:
    """Give the run of a row. Raises JournalBroken where it cannot be read."""
    amiss = _COLUMNS.amiss(row)
    if amiss:
        raise numbered.damaged("run of the close", row, amiss)
    return CloseRun(
        number=row["number"],
        council=row["council"],
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        due=row["due"],
        closed_count=row["closed"],
        left=[*row["left_over"]],
        faults=[*row["faults"]],
        passed_over_count=row["passed_over"] or 0,
    )
