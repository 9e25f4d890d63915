"""The nightly close. It records each period that has run out as closed, and each time limit that
brings effect as ended: once, and dated at the instant the law gives. It asks what is due now, so it
may run late, twice, or on many machines."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import datetime
from typing import Final

from workflow.errors import Busy, NotSetUp, WorkflowError
from workflow.procedures.attempt import Taken, attempt_close
from workflow.register.clock_doubt import clock_doubt, past_the_calendar
from workflow.register.close_run import IN_DOUBT, CloseRun, NotClosed
from workflow.register.councils import ConstitutionsOnFile, Councils
from workflow.register.editions import InRegister
from workflow.register.lookup import Transactions
from workflow.register.ports import UnitOfWork
from workflow.register.rules import RulesOf
from workflow.register.steps import entries_for
from workflow.register.stored import DecisionChange, StoredDecision, UnreadableRow

BATCH: Final = 500
"""How many decisions one transaction closes."""

_GO_ON: Final = (
    "If the clock is wrong, put it right. If it is right, go on once: decisions close --accept-gap"
)
_ENTER_FIRST: Final = (
    "If the clock is wrong, put it right. If it is right, enter the bank holidays of later years "
    "first: decisions calendar import FILE --adopt. If they are not published yet, go on once: "
    "decisions close --accept-gap"
)
"""What helps past the end of the calendar: periods whose ends are on record may still be closed."""

Transaction = Callable[[], AbstractContextManager[UnitOfWork]]
"""Opens a transaction for writing, kept when its block ends well and undone when it does not."""


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
) -> CloseRun:
    """Record what time has brought about, and that the close has run. Where the clock is in doubt
    nothing is recorded, unless `accept_gap`."""
    with transactions.reading() as work:
        if council is not None:
            InRegister(councils, work).must_hold(council)
        began = now()
        doubt = None if accept_gap else clock_doubt(work, began, council)
        past = doubt is not None and past_the_calendar(work, began, council) is not None
    if doubt is not None:
        return not_run(doubt, _ENTER_FIRST if past else _GO_ON, council, began)
    number = None
    if not dry_run:
        with transactions.writing() as work:
            number = work.runs.start(council, now())
    run = close_due(
        lambda: transactions.writing(keep=not dry_run),
        councils,
        now,
        council=council,
        limit=limit,
        number=number,
        progress=progress,
        written=None if dry_run else written,
    )
    if number is not None:
        with transactions.writing() as work:
            work.runs.finish(run)
    return run


def close_due(
    transaction: Transaction,
    councils: ConstitutionsOnFile,
    now: Callable[[], datetime],
    *,
    council: str | None = None,
    limit: int | None = None,
    number: int | None = None,
    batch: int = BATCH,
    progress: Callable[[int], None] | None = None,
    written: Callable[[Sequence[Taken]], None] | None = None,
) -> CloseRun:
    """Record what time has brought about by now, in batches; each batch is one transaction.

    A decision that cannot be closed is left and listed; a fault in one is listed and does not stop
    the rest. No more than `limit` are closed. `written` is called with each batch once it is kept,
    and `progress` with how many have been looked at.
    """
    as_of = now()
    run = CloseRun(number=number, council=council, started_at=as_of)
    after: tuple[datetime, str] | None = None
    while limit is None or len(run.closed) < limit:
        size = batch if limit is None else min(batch, limit - len(run.closed))
        try:
            with transaction() as work:
                due = work.due.batch(as_of, council, after, size)
                if not due:
                    run.add_passed_over(_held_by_others(work, run, None))
                    undated = [] if limit is not None else work.due.undated(council)
                    run.due += len(undated)
                    run.faults += [NotClosed.by(each.ref, each.fault) for each in undated]
                    break
                closed = _close_batch(work, InRegister(councils, work), due, as_of, run)
        except Busy as busy:
            run.busy = True
            run.faults.append(NotClosed.by("", busy))
            break
        run.due += len(due)
        run.add_closed([each_closed.decision.ref for each_closed in closed])
        if written is not None:
            written(closed)
        after = _place_of(due[-1])
        if progress is not None:
            progress(run.due)
    else:
        with suppress(Busy), transaction() as work:
            run.add_passed_over(_held_by_others(work, run, after))
    run.finished_at = now()
    return run


def _held_by_others(
    work: UnitOfWork, run: CloseRun, upto: tuple[datetime, str] | None
) -> list[str]:
    """Give the references of what is due, up to a place in the order, and was not looked at."""
    known = {each.ref for each in (*run.left, *run.faults)}.union(run.closed)
    due = work.due.remaining(run.started_at, run.council, upto)
    return [ref for ref in due if ref not in known]


def not_run(doubt: str, remedy: str, council: str | None, now: datetime) -> CloseRun:
    """Give the run of a close that recorded nothing because its clock is in doubt."""
    left = NotClosed("", IN_DOUBT, f"{doubt} Nothing was recorded.", remedy)
    return CloseRun(council=council, started_at=now, finished_at=now, left=[left])


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
    run: CloseRun,
) -> list[Taken]:
    rules: dict[str, RulesOf] = {}
    changes: list[DecisionChange] = []
    for stored in due:
        if isinstance(stored, UnreadableRow):
            run.faults.append(NotClosed.by(stored.ref, stored.fault))
            continue
        decision = stored.decision
        try:
            its_rules = rules.get(decision.council)
            if its_rules is None:
                its_rules = RulesOf(councils.named(decision.council), work)
                rules[decision.council] = its_rules
            outcome = attempt_close(decision, now, its_rules)
            if isinstance(outcome, Taken):
                entries = entries_for(outcome, stored, now, None, its_rules.constitution)
                changes.append(DecisionChange(before=stored, taken=outcome, entries=entries))
            else:
                run.left += [
                    NotClosed(decision.ref, why.code, why.because, why.remedy)
                    for why in outcome.refusals
                ]
        except WorkflowError as fault:
            run.faults.append(NotClosed.by(decision.ref, fault))
        except Exception as fault:
            run.faults.append(_fault(decision.ref, fault))
    return _write(work, changes, run)


def _write(work: UnitOfWork, changes: list[DecisionChange], run: CloseRun) -> list[Taken]:
    """Write the batch at once; if that fails, one by one, so that one bad row stops no other."""
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
                run.faults.append(NotClosed.by(change.taken.decision.ref, fault))
            else:
                written.append(change.taken)
        return written
    return [change.taken for change in changes]


def _fault(ref: str, fault: Exception) -> NotClosed:
    return NotClosed(
        ref,
        "fault",
        f"It could not be judged: {type(fault).__name__}: {fault}",
        f"Check its journal: decisions journal verify {ref}",
    )
