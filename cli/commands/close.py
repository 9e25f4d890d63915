"""The commands of the scheduled job: close, and runs."""

import sys
from typing import Annotated

import typer

from cli import options
from cli.commands.steps import refused_words
from cli.context import Context
from cli.exits import NEEDS_A_PERSON, TRY_AGAIN, Ended
from cli.outcome import finish
from cli.output import kept, note, say, say_json, say_rows, wrapped
from cli.strict import typed
from workflow.clock import stamped
from workflow.errors import Invalid
from workflow.procedures.attempt import by_time
from workflow.procedures.table import BY_VERB
from workflow.register.close_run import CloseRun, NotClosed


def close(
    context: typer.Context,
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
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Record what time has brought about: periods and clocks that have run out."""
    of_all = typed(context, "council", "limit", "accept_gap")
    if ref is not None and of_all:
        raise Invalid(
            f"{', '.join(of_all)}: that is of the close of all, and {ref} is one decision.",
            remedy="Leave it out, or leave out the reference.",
        )
    opening = Context(db=db, person=person)
    engine = opening.engine
    if ref is not None:
        now = engine.clock.now()
        verb = by_time(engine.get(ref))
        outcome = engine.take(ref, verb, by=opening.by, dry_run=dry_run)
        finish(outcome, refused_words(BY_VERB[verb], ref), now, dry_run=dry_run)
        return
    shown = sys.stderr.isatty() and not as_json
    report = engine.close_due(
        council=council,
        limit=limit,
        dry_run=dry_run,
        accept_gap=accept_gap,
        progress=_progress if shown else None,
    )
    kept(dry_run or report.not_run)
    if shown and report.due:
        note("")
    _say(report, as_json, dry_run)
    if report.busy:
        raise Ended(TRY_AGAIN)
    if report.needs_a_person:
        raise Ended(NEEDS_A_PERSON)


def _progress(done: int) -> None:
    sys.stderr.write(f"\r{done:,} looked at")
    sys.stderr.flush()


def _say(report: CloseRun, as_json: bool, dry_run: bool) -> None:
    assert report.finished_at is not None
    if as_json:
        from workflow.answers.run import run_answer

        say_json(run_answer(report, dry_run=dry_run))
        return
    if report.not_run:
        for left in report.left:
            say(wrapped(f"The close did not run. {left.because} [{left.code}]"))
            say(wrapped(f"Do: {left.remedy}", "  "))
        return
    rehearsal = " (a rehearsal: nothing was kept)" if dry_run else ""
    named = "" if report.number is None else f"Run {report.number}: "
    say(
        f"{named}{report.due} due, {report.closed_count} closed, {len(_refs(report.left))} left "
        f"for a person, {len(report.faults)} faults{rehearsal}."
    )
    for closed in report.closed:
        say(f"  closed  {closed}")
    for left in report.left:
        say(wrapped(f"  left    {left.ref}: {left.because} [{left.code}]", "", "          "))
        say(wrapped(f"Do: {left.remedy}", "          "))
    for fault in report.faults:
        say(wrapped(f"  fault   {fault.ref}: {fault.because} [{fault.code}]", "", "          "))
    if report.passed_over:
        say(
            wrapped(
                f"Passed over, since another program held them: {', '.join(report.passed_over)}. "
                "The next run takes them."
            )
        )


def _refs(left: list[NotClosed]) -> set[str]:
    return {each.ref for each in left}


def runs(
    limit: Annotated[
        int, typer.Option("--limit", min=1, max=10_000, help="At most this many.")
    ] = 20,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """Show when the close ran, newest first, and what it did.

    Example: decisions runs --limit 7
    """
    found = Context(db=db).engine.reports.runs(limit)
    if as_json:
        say_json(found)
        return
    any_passed_over = any(run.passed_over_count for run in found)
    rows = [
        (
            str(run.number),
            stamped(run.started_at),
            "did not finish" if run.finished_at is None else stamped(run.finished_at),
            run.council or "all",
            f"{run.due} due",
            f"{run.closed_count} closed",
            f"{len(_refs(run.left))} left",
            f"{len(run.faults)} faults",
            *((f"{run.passed_over_count} passed over",) if any_passed_over else ()),
        )
        for run in found
    ]
    last = ("PASSED OVER",) if any_passed_over else ()
    headings = ("RUN", "STARTED", "FINISHED", "COUNCIL", "DUE", "CLOSED", "LEFT", "FAULTS", *last)
    say_rows(headings, rows, as_csv=as_csv)
    if not found:
        note("The close has not run yet. To run it: decisions close")
