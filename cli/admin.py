"""The commands that keep the register: journal, db, config."""

from contextlib import suppress
from typing import Annotated

import typer

from cli import options
from cli.exits import NOT_VERIFIED, Ended
from cli.extent import extent_told
from cli.opening import Opening
from cli.output import (
    end_refused,
    kept,
    note,
    say,
    say_as_it_is,
    say_json,
    say_rows,
    wrapped,
)
from cli.own_streams import say_streams, told_lines
from cli.sure import Yes, surely
from workflow.answers.entry import stored_entry_answer
from workflow.clock import stamped
from workflow.config import KNOWN, Setting
from workflow.errors import WorkflowError


def journal_show(
    ref: Annotated[
        str | None,
        typer.Argument(
            help="A decision's reference, or a stream of the register's own, as people/salford; "
            "left out, those are listed.",
            metavar="[REF]",
        ),
    ] = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show a decision's journal as it is kept, or one of the register's own streams.

    Each entry has its hash, what it says and the words that are hashed.

    Example: decisions journal show HFD-042 --json
    """
    opening = Opening(db=db)
    if ref is None:
        say_streams(opening.engine.journal.streams(), as_json=as_json)
        return
    sheets = opening.engine.journal.entries(ref)
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
    """List the register's own streams: appointments, days, editions of the constitution, erasures.

    Example: decisions journal streams
    """
    say_streams(Opening(db=db).engine.journal.streams(), as_json=as_json)


def journal_verify(
    ref: Annotated[
        str | None,
        typer.Argument(help="Only this decision or stream; all, if left out.", metavar="[REF]"),
    ] = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Check the journal: the chain, the sealed text, and the row that it adds up to.

    It names the register, what it holds and its newest entry. Exit 7 when anything does not
    verify, naming the entry; an empty register does not.

    Example: decisions journal verify
    """
    opening = Opening(db=db)
    verified = opening.engine.journal.verify(ref)
    checked, breaks = verified
    if as_json:
        found = [{"stream": b.stream, "entry": b.seq, "problem": b.problem} for b in breaks]
        say_json(
            {
                "entries": checked,
                "verified": not breaks,
                "breaks": found,
                "register": {"address": opening.place, **verified.extent.plain()},
            }
        )
    else:
        if not breaks:
            say(f"{checked} entries verify.")
        say(*extent_told(opening.place, verified.extent))
    for broken in () if as_json else breaks:
        note(wrapped(str(broken), "", "  "))
    if breaks:
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
    """Erase personal text of an entry for good; the chain still verifies. Monitoring officer only.

    Example: decisions journal erase HFD-042 --entry 5 --part requested_by --reason
    'Retention ended'
    """
    opening = Opening(db=db, person=person)
    engine, by = opening.engine, opening.by
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
        told = {"ref": ref, "entry": entry, "part": part, "erased": not dry_run}
        say_json({**told, "lingers": outcome.lingers or None})
    else:
        say(f"{ref}, entry {entry}: {part} is erased.")
        if outcome.lingers:
            note(wrapped(outcome.lingers))


def db_upgrade(
    for_the_group: options.ForTheGroup = False,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Set the register's database up, or bring it up to date. It begins one where there is none.

    Example: decisions db upgrade --db postgresql://decisions@localhost/decisions
    """
    before, after = Opening(db=db, begins=True, shared=for_the_group).database.upgrade()
    kept(dry_run=False)
    if as_json:
        say_json({"before": before, "after": after})
    else:
        say(f"At revision {after}" + ("." if before == after else f", from {before or 'nothing'}."))


def db_current(
    db: options.Db = None, as_json: options.Json = False, traceback: options.Traceback = False
) -> None:
    """Say which revision the register's database is at.

    Example: decisions db current
    """
    revision = Opening(db=db).database.revision()
    if as_json:
        say_json({"revision": revision})
    else:
        say(revision or "not set up")


def db_check(
    db: options.Db = None, as_json: options.Json = False, traceback: options.Traceback = False
) -> None:
    """Check that the database is this version's, and whole. Exit 7 when it is not whole.

    What guards the tables is checked too: a trigger, a check or a key that is missing, was added or
    is not as it was made is named.

    Example: decisions db check
    """
    opening = Opening(db=db)
    database = opening.database
    said = database.whole()
    extent = None
    # Where it is not whole, it may not be possible to count.
    with suppress(*([WorkflowError] if said else [])), database.reading() as work:
        extent = work.extent()
    if as_json:
        holds = {} if extent is None else extent.plain()
        say_json(
            {
                "revision": database.revision(),
                "whole": not said,
                "problems": said,
                "register": {"address": opening.place, **holds},
            }
        )
    else:
        if not said:
            empty = extent is not None and not extent.entries
            whole = ". Its tables are whole, and hold nothing." if empty else ", and whole."
            say(f"At revision {database.revision()}{whole}")
        if extent is not None:
            say(*extent_told(opening.place, extent))
    for problem in () if as_json else said:
        note(problem)
    if said:
        raise Ended(NOT_VERIFIED)


def config_show(
    origin: Annotated[
        bool, typer.Option("--origin", help="Say where each value came from.")
    ] = False,
    db: options.Db = None,
    council: options.Council = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show the settings, and with --origin where each came from.

    Example: decisions config show --origin
    """
    found = Opening(db=db, council=council).settings
    if as_json:
        say_json(
            [
                {
                    "name": each.name,
                    "value": each.masked,
                    "origin": each.origin,
                    "final": each.final,
                }
                for each in found.values()
            ]
        )
        return
    rows = [
        (each.name, each.masked or "", *((_origin(each),) if origin else ()))
        for each in found.values()
    ]
    headings = ("SETTING", "VALUE", "ORIGIN") if origin else ("SETTING", "VALUE")
    say_rows(headings, rows, as_csv=False)
    final = [each.name for each in found.values() if each.final]
    if final:
        note(f"Final on this machine: {', '.join(final)}.")
    if not origin:
        note(*(f"{known.variable}: {known.says}" for known in KNOWN))


def _origin(setting: Setting) -> str:
    return f"{setting.origin}; final on this machine" if setting.final else setting.origin
