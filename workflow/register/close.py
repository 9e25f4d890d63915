"""The nightly close: every period that has run out is recorded as closed, and every clock that
brings effect as ended, once, dated at the legal instant. It asks what is due now, and so may run
late, twice, or on many machines."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Final

from workflow.errors import Busy, NotSetUp, WorkflowError
from workflow.procedures.attempt import Taken, attempt_close
from workflow.register.clock_doubt import clock_doubt
from workflow.register.close_run import CloseRun
from workflow.register.councils import ConstitutionsOnFile, Councils
from workflow.register.editions import InRegister
from workflow.register.lookup import Transactions
from workflow.register.ports import UnitOfWork
from workflow.register.rules import RulesOf
from workflow.register.steps import sheets_for
from workflow.register.stored import DecisionChange, StoredDecision, UnreadableRow

BATCH: Final = 500
"""How many decisions one transaction closes."""

_IN_DOUBT: Final = "clock-in-doubt"
_GO_ON: Final = (
    "If the clock is wrong, put it right. If it is right, go on once: decisions close --accept-gap"
)

Transaction = Callable[[], AbstractContextManager[UnitOfWork]]
"""Opens a transaction for writing, kept when its block ends well and undone when it does not."""


@dataclass(frozen=True, slots=True)
class Left:
    """A decision that was due and is left for a person, with why."""

    ref: str
    """The decision; empty where it is of none."""
    code: str
    """A stable name that programs may rely on."""
    because: str
    """Why, as a sentence."""
    remedy: str
    """What to do."""


@dataclass(slots=True, kw_only=True)
class CloseReport:
    """What one run of the close did."""

    run: int | None
    council: str | None
    started_at: datetime
    finished_at: datetime | None = None
    due: int = 0
    closed: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    faults: list[Left] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    """What was due and not looked at, since another program held it: the next run takes it."""
    busy: bool = False
    """Whether it stopped early because the database did not answer: waiting would help."""

    @property
    def not_run(self) -> bool:
        """Whether nothing was looked at, since the clock is in doubt."""
        return any(left.code == _IN_DOUBT for left in self.left)

    @property
    def needs_a_person(self) -> bool:
        """Say whether something was left, or went wrong."""
        return bool(self.left or self.faults)


def run_close(
    transactions: Transactions,
    councils: Councils,
    now: Callable[[], datetime],
    *,
    council: str | None,
    limit: int | None,
    dry_run: bool,
    accept_gap: bool,
    progress: Callable[[int], None] | None,
    written: Callable[[Sequence[Taken]], None],
) -> CloseReport:
    """Record what time has brought about, and that the close has run; nothing where the clock is
    in doubt."""
    with transactions.reading() as work:
        if council is not None:
            InRegister(councils, work).must_hold(council)
        began = now()
        doubt = None if accept_gap else clock_doubt(work, began, council)
    if doubt is not None:
        return not_run(doubt, council, began)
    number = None
    if not dry_run:
        with transactions.writing() as work:
            number = work.runs.start(council, now())
    report = close_due(
        lambda: transactions.writing(keep=not dry_run),
        councils,
        now,
        council=council,
        limit=limit,
        run=number,
        progress=progress,
        written=None if dry_run else written,
    )
    if number is not None:
        with transactions.writing() as work:
            work.runs.finish(as_run(report, number))
    return report


def close_due(
    transaction: Transaction,
    councils: ConstitutionsOnFile,
    now: Callable[[], datetime],
    *,
    council: str | None = None,
    limit: int | None = None,
    run: int | None = None,
    batch: int = BATCH,
    progress: Callable[[int], None] | None = None,
    written: Callable[[Sequence[Taken]], None] | None = None,
) -> CloseReport:
    """Record what time has brought about by now, in batches; each batch is one transaction.

    A decision that refuses is left and listed; one that faults is listed and does not stop the
    rest. `limit` bounds how many are closed; `written` is told of each batch once it is kept.
    """
    as_of = now()
    report = CloseReport(run=run, council=council, started_at=as_of)
    after: tuple[datetime, str] | None = None
    while limit is None or len(report.closed) < limit:
        size = batch if limit is None else min(batch, limit - len(report.closed))
        try:
            with transaction() as work:
                due = work.due.batch(as_of, council, after, size)
                if not due:
                    report.passed_over = _held_by_others(work, report, None)
                    undated = [] if limit is not None else work.due.undated(council)
                    report.due += len(undated)
                    report.faults += [_unread(each) for each in undated]
                    break
                done = _close_batch(work, InRegister(councils, work), due, as_of, report)
        except Busy as busy:
            report.busy = True
            report.faults.append(Left("", busy.code, str(busy), busy.cure))
            break
        report.due += len(due)
        report.closed += [taken.decision.ref for taken in done]
        if written is not None:
            written(done)
        after = _place_of(due[-1])
        if progress is not None:
            progress(report.due)
    else:
        with suppress(Busy), transaction() as work:
            report.passed_over = _held_by_others(work, report, after)
    report.finished_at = now()
    return report


def _held_by_others(
    work: UnitOfWork, report: CloseReport, upto: tuple[datetime, str] | None
) -> list[str]:
    """Give what is due, up to a place in their order, and was not looked at."""
    known = {each.ref for each in (*report.left, *report.faults)}.union(report.closed)
    due = work.due.remaining(report.started_at, report.council, upto)
    return [ref for ref in due if ref not in known]


def not_run(doubt: str, council: str | None, now: datetime) -> CloseReport:
    """Give the report of a close that recorded nothing, since its clock is in doubt."""
    left = Left("", _IN_DOUBT, f"{doubt} Nothing was recorded.", _GO_ON)
    return CloseReport(run=None, council=council, started_at=now, finished_at=now, left=[left])


def _unread(row: UnreadableRow) -> Left:
    return Left(row.ref, row.fault.code, str(row.fault), row.fault.cure)


def _place_of(last: StoredDecision | UnreadableRow) -> tuple[datetime, str]:
    if isinstance(last, UnreadableRow):
        return last.due_at, last.ref
    due_at = last.due_at or last.decision.due_at
    assert due_at is not None
    return due_at, last.decision.ref


def _close_batch(
    work: UnitOfWork,
    councils: ConstitutionsOnFile,
    due: Sequence[StoredDecision | UnreadableRow],
    now: datetime,
    report: CloseReport,
) -> list[Taken]:
    rules: dict[str, RulesOf] = {}
    changes: list[DecisionChange] = []
    for stored in due:
        if isinstance(stored, UnreadableRow):
            report.faults.append(_unread(stored))
            continue
        decision = stored.decision
        try:
            its_rules = rules.get(decision.council)
            if its_rules is None:
                its_rules = RulesOf(councils.named(decision.council), work)
                rules[decision.council] = its_rules
            outcome = attempt_close(decision, now, its_rules)
            if isinstance(outcome, Taken):
                sheets = sheets_for(outcome, stored, now, None, its_rules.constitution)
                changes.append(DecisionChange(before=stored, taken=outcome, sheets=sheets))
            else:
                report.left += [
                    Left(decision.ref, why.code, why.because, why.remedy)
                    for why in outcome.refusals
                ]
        except WorkflowError as fault:
            report.faults.append(Left(decision.ref, fault.code, str(fault), fault.cure))
        except Exception as fault:
            report.faults.append(_fault(decision.ref, fault))
    return _write(work, changes, report)


def _write(work: UnitOfWork, changes: list[DecisionChange], report: CloseReport) -> list[Taken]:
    """Write the batch at once; where that fails, one by one, so that one bad row stops no other."""
    try:
        work.decisions.save_many(changes)
    except (Busy, NotSetUp):
        raise
    except WorkflowError:
        written = []
        for change in changes:
            try:
                work.decisions.save_many([change])
            except (Busy, NotSetUp):
                raise
            except WorkflowError as fault:
                ref = change.taken.decision.ref
                report.faults.append(Left(ref, fault.code, str(fault), fault.cure))
            else:
                written.append(change.taken)
        return written
    return [change.taken for change in changes]


def _fault(ref: str, fault: Exception) -> Left:
    return Left(
        ref,
        "fault",
        f"It could not be judged: {type(fault).__name__}: {fault}",
        f"Check its journal: decisions journal verify {ref}",
    )


def as_run(report: CloseReport, number: int) -> CloseRun:
    """Give the report as it is recorded."""
    return CloseRun(
        number=number,
        council=report.council,
        started_at=report.started_at,
        finished_at=report.finished_at,
        due=report.due,
        closed=len(report.closed),
        left=[asdict(left) for left in report.left],
        faults=[asdict(fault) for fault in report.faults],
        passed_over=len(report.passed_over),
    )
