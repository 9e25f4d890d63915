"""The commands of the scheduled job: close, and runs."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from cli.context import Context
from cli.exits import DONE, NEEDS_A_PERSON, TRY_AGAIN
from cli.shown.answer import Answer, Listing, Table
from cli.shown.fitting import wrapped
from cli.shown.outcome import step_answer
from cli.shown.output import Invocation, mark_kept, note
from cli.typed import options
from cli.typed.strict import typed_options
from workflow.clock import stamping
from workflow.errors import Invalid
from workflow.procedures.attempt import step_by_time
from workflow.procedures.table import BY_NAME
from workflow.register.close_run import CloseRun, NotClosed


def close(
    typer_context: typer.Context,
    ref: Annotated[
        str | None,
        typer.Argument(help="Only this decision; all that are due if left out.", metavar="[REF]"),
    ] = None,
    council: Annotated[
        str | None,
        typer.Option(
            "--council", help="Only this council's decisions.", metavar="NAME", **options.ALOUD
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=1, help="Close no more than this many.", **options.ALOUD),
    ] = None,
    accept_gap: Annotated[
        bool,
        typer.Option(
            "--accept-gap",
            help="Continue although the clock is past the calendar, or over 92 days after the "
            "last entry.",
            **options.ALOUD,
        ),
    ] = False,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Record what time has brought about: periods and time limits that have ended."""
    of_all = typed_options(typer_context, "council", "limit", "accept_gap")
    if ref is not None and of_all:
        raise Invalid(
            f"{', '.join(of_all)}: that is of the close of all, and {ref} is one decision.",
            remedy="Leave it out, or leave out the reference.",
        )
    context = Context(person=person)
    engine = context.engine
    if ref is not None:
        now = engine.clock.now()
        verb = step_by_time(engine.get(ref))
        outcome = engine.take(ref, verb, by=context.by, dry_run=dry_run)
        return step_answer(outcome, BY_NAME[verb].cannot_on(ref), now, dry_run=dry_run)
    shown = sys.stderr.isatty() and not Invocation.as_json
    run = engine.close_due(
        council=council,
        limit=limit,
        dry_run=dry_run,
        accept_gap=accept_gap,
        progress=_progress if shown else None,
    )
    mark_kept(dry_run or run.not_run)
    if shown and run.due:
        note("")

    def data() -> object:
        from workflow.answers.run import run_answer

        return run_answer(run, dry_run=dry_run)

    code = TRY_AGAIN if run.busy else NEEDS_A_PERSON if run.needs_a_person else DONE
    return Answer(data=data, text=_lines(run, dry_run), code=code)


def _progress(done: int) -> None:
    sys.stderr.write(f"\r{done:,} looked at")
    sys.stderr.flush()


def _lines(run: CloseRun, dry_run: bool) -> Iterator[str]:
    if run.not_run:
        for left in run.left:
            yield wrapped(f"The close did not run. {left.because} [{left.code}]")
            yield wrapped(f"Do: {left.remedy}", "  ")
        return
    rehearsal = " (a rehearsal: nothing was kept)" if dry_run else ""
    named = "" if run.number is None else f"Run {run.number}: "
    yield (
        f"{named}{run.due} due, {run.closed_count} closed, {len(_refs(run.left))} left for a "
        f"person, {len(run.faults)} faults{rehearsal}."
    )
    for closed in run.closed:
        yield f"  closed  {closed}"
    for left in run.left:
        yield wrapped(f"  left    {left.ref}: {left.because} [{left.code}]", "", "          ")
        yield wrapped(f"Do: {left.remedy}", "          ")
    for fault in run.faults:
        yield wrapped(f"  fault   {fault.ref}: {fault.because} [{fault.code}]", "", "          ")
    if run.passed_over:
        yield wrapped(
            f"Passed over, since another program held them: {', '.join(run.passed_over)}. The next "
            "run takes them."
        )


def _refs(left: list[NotClosed]) -> set[str]:
    return {each.ref for each in left}


def runs(
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=10_000, help="At most this many.")
    ] = 20,
) -> Listing:
    """Show when the close ran, newest first, and what it did.

    Example: decisions runs --limit 7
    """
    latest = Context().engine.reports.runs(limit)
    any_passed_over = any(run.passed_over_count for run in latest)
    started = stamping(run.started_at for run in latest)
    finished = stamping(run.finished_at for run in latest if run.finished_at)
    rows = [
        (
            str(run.number),
            started(run.started_at),
            "did not finish" if run.finished_at is None else finished(run.finished_at),
            run.council or "all",
            f"{run.due} due",
            f"{run.closed_count} closed",
            f"{len(_refs(run.left))} left",
            f"{len(run.faults)} faults",
            *((f"{run.passed_over_count} passed over",) if any_passed_over else ()),
        )
        for run in latest
    ]
    last = ("PASSED OVER",) if any_passed_over else ()
    headings = ("RUN", "STARTED", "FINISHED", "COUNCIL", "DUE", "CLOSED", "LEFT", "FAULTS", *last)
    none = () if latest else ("The close has not run yet. To run it: decisions close",)
    return Listing(data=latest, table=Table(headings, rows), notes=none)
