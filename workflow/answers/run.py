"""A run of the close, as every face gives it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from workflow.register.close import CloseReport, Left
from workflow.register.close_run import CloseRun


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseAnswer:
    """What one run of the close did."""

    run: int | None
    """Its number; null in a rehearsal, and where the close did not run, since its clock may be
    wrong: `left` then holds `clock-in-doubt`, with an empty `ref`."""
    dry_run: bool
    """Whether it was a rehearsal, of which nothing was kept."""
    council: str | None
    """The council whose decisions were looked at; null for all."""
    started_at: datetime
    """When it began."""
    finished_at: datetime | None
    """When it ended."""
    due: int
    """How many decisions were looked at."""
    closed: tuple[str, ...]
    """Those on which what time brought about was recorded."""
    left: tuple[Left, ...]
    """What a person must see to. A decision left for two reasons is there twice."""
    faults: tuple[Left, ...]
    """What went wrong."""
    passed_over: tuple[str, ...]
    """What was due while another program held it, on PostgreSQL: the next run takes it, and the
    exit code is as if it had not been there."""


def close_answer(report: CloseReport, *, dry_run: bool = False) -> CloseAnswer:
    """Give what a run of the close did."""
    return CloseAnswer(
        run=report.run,
        dry_run=dry_run,
        council=report.council,
        started_at=report.started_at,
        finished_at=report.finished_at,
        due=report.due,
        closed=tuple(report.closed),
        left=tuple(report.left),
        faults=tuple(report.faults),
        passed_over=tuple(report.passed_over),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAnswer:
    """A run of the close, as it is recorded."""

    run: int
    """Its number."""
    council: str | None
    """The council whose decisions were looked at; null for all."""
    started_at: datetime
    """When it began."""
    finished_at: datetime | None
    """When it ended; null where it did not finish."""
    due: int
    """How many decisions were looked at."""
    closed: int
    """How many were closed."""
    left: tuple[Mapping[str, str], ...]
    """What a person must see to, as under [close](#close)."""
    faults: tuple[Mapping[str, str], ...]
    """What went wrong, likewise."""
    passed_over: int
    """How many were due and held by another program."""


def run_answer(run: CloseRun) -> RunAnswer:
    """Give a run of the close, as it is recorded."""
    return RunAnswer(
        run=run.number,
        council=run.council,
        started_at=run.started_at,
        finished_at=run.finished_at,
        due=run.due,
        closed=run.closed,
        left=tuple(run.left),
        faults=tuple(run.faults),
        passed_over=run.passed_over,
    )
