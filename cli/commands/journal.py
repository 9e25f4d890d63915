"""The commands that show, verify and erase from the journal."""

from typing import Annotated

import typer

from cli import options
from cli.context import Context
from cli.exits import NOT_VERIFIED, Ended
from cli.extent import extent_told
from cli.output import (
    end_refused,
    kept,
    note,
    say,
    say_as_it_is,
    say_json,
    wrapped,
)
from cli.own_streams import say_streams, told_lines
from cli.sure import Yes, surely
from workflow.answers.entry import stored_entry_answer
from workflow.clock import stamped


def journal_show(
    ref: Annotated[
        str | None,
        typer.Argument(
            help="A decision's reference, or one of the register's own journals, such as "
            "people/salford. If left out, those are listed.",
            metavar="[REF]",
        ),
    ] = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show a decision's journal as it is stored, or one of the register's own journals.

    Each entry has its hash, what it says and the words that are hashed.

    Example: decisions journal show HFD-042 --json
    """
    context = Context(db=db)
    if ref is None:
        say_streams(context.engine.journal.streams(), as_json=as_json)
        return
    sheets = context.engine.journal.entries(ref)
    if as_json:
        say_json([stored_entry_answer(*each) for each in sheets])
        return
    for sheet, entry in sheets:
        say(f"{sheet.seq:>3}  {sheet.name}  {stamped(sheet.at)}  {sheet.hash[:16]}")
        say(*told_lines(entry))
        say_as_it_is(f"     {sheet.body}")
        parts = ", ".join(text.part for text in sheet.texts) or "none"
        gone = f"; erased: {', '.join(entry.erased)}" if entry.erased else ""
        say(f"     kept beside it: {parts}{gone}")


def journal_streams(
    db: options.Db = None, as_json: options.Json = False, traceback: options.Traceback = False
) -> None:
    """List the register's own journals: appointments, days, editions of constitutions, erasures.

    Example: decisions journal streams
    """
    say_streams(Context(db=db).engine.journal.streams(), as_json=as_json)


def journal_verify(
    ref: Annotated[
        str | None,
        typer.Argument(help="Only this decision or journal; all if left out.", metavar="[REF]"),
    ] = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Check the journal: the chain, the sealed text, and that the rows agree with it.

    It names the register, what it holds and its newest entry. Exit 7 if anything does not verify,
    with the entry named. An empty register does not verify.

    Example: decisions journal verify
    """
    context = Context(db=db)
    verified = context.engine.journal.verify(ref)
    if as_json:
        from workflow.answers.register import verified_answer

        say_json(verified_answer(verified, context.place))
    else:
        if verified:
            say(f"{verified.checked} entries verify.")
        say(*extent_told(context.place, verified.extent))
    for broken in () if as_json else verified.breaks:
        note(wrapped(str(broken), "", "  "))
    if not verified:
        raise Ended(NOT_VERIFIED)


def journal_erase(
    ref: options.Ref,
    entry: Annotated[int, typer.Option("--entry", min=1, help="The entry's number.")],
    part: Annotated[str, typer.Option("--part", help="The part, as journal show names it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    yes: Yes = False,
    person: options.As = None,
    dry_run: options.DryRun = False,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Erase personal text of an entry for good. Only the monitoring officer may.

    Example: decisions journal erase HFD-042 --entry 5 --part requested_by --reason
    'Retention ended'
    """
    context = Context(db=db, person=person)
    engine, by = context.engine, context.by
    outcome = surely(
        lambda rehearse: engine.journal.erase(ref, entry, part, reason, by=by, dry_run=rehearse),
        f"{part} of {ref}, entry {entry}, will be erased for good.",
        yes=yes,
        dry_run=dry_run,
    )
    if not outcome:
        raise end_refused("Nothing is erased.", outcome.refusals)
    kept(dry_run)
    if dry_run:
        note("This was a rehearsal: nothing was kept.")
    if as_json:
        from workflow.answers.register import ErasedAnswer

        lingers = outcome.lingers or None
        say_json(ErasedAnswer(ref=ref, entry=entry, part=part, erased=not dry_run, lingers=lingers))
    else:
        say(f"{ref}, entry {entry}: {part} is erased.")
        if outcome.lingers:
            note(wrapped(outcome.lingers))
