"""A run of the close, as every face gives it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow.answers.record import drawn
from workflow.register.close_run import CloseRun, NotClosed


@dataclass(frozen=True, slots=True, kw_only=True)
class RunAnswer:
    """One run of the close: what it looked at, and what it did."""

    run: int | None
    """Its number; null in a rehearsal, and if the close did not run because its clock may be wrong:
    `left` then holds `clock-in-doubt`, with an empty `ref`."""
    dry_run: bool
    """Whether it was a rehearsal: nothing was kept."""
    council: str | None
    """The council whose decisions were looked at; null for all."""
    started_at: datetime
    """When it began."""
    finished_at: datetime | None
    """When it ended; null if it did not finish."""
    due: int
    """How many decisions were looked at."""
    closed: tuple[str, ...] | None
    """The decisions that were closed. For an earlier run that had some it is null, because the
    register keeps only how many."""
    closed_count: int
    """How many there are."""
    left: tuple[NotClosed, ...]
    """The decisions that need a person. One left for two reasons is there twice."""
    faults: tuple[NotClosed, ...]
    """What went wrong."""
    passed_over: tuple[str, ...] | None
    """On PostgreSQL, decisions that were due and that another program was using. The next run
    closes them. They do not change the exit code. Null for an earlier run that had some."""
    passed_over_count: int
    """How many there are."""


def run_answer(run: CloseRun, *, dry_run: bool = False) -> RunAnswer:
    """Give a run of the close."""
    return drawn(
        RunAnswer,
        run,
        run=run.number,
        dry_run=dry_run,
        closed=_named(run.closed, run.closed_count),
        left=tuple(run.left),
        faults=tuple(run.faults),
        passed_over=_named(run.passed_over, run.passed_over_count),
    )


def _named(refs: Sequence[str], count: int) -> tuple[str, ...] | None:
    return tuple(refs) if len(refs) == count else None
