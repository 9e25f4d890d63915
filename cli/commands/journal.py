"""The commands that show and verify the journal."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

import typer

from cli.context import Context
from cli.exits import DONE, NOT_VERIFIED
from cli.shown.answer import Answer, Table, Verbatim
from cli.shown.entry_lines import entry_lines
from cli.shown.extent_lines import extent_lines
from cli.shown.fitting import wrapped
from workflow.answers.entry import stored_entry_answer
from workflow.clock import stamped, stamping
from workflow.register.events import Appointed
from workflow.register.journal import ReadEntry
from workflow.register.journal_entry import JournalEntry
from workflow.register.own_streams import OWN, RegisterStream

_NOT_ERASED = " (this version does not erase them)"


def journal_show(
    ref: Annotated[
        str | None,
        typer.Argument(
            help="A decision's reference, or one of the register's own journals, such as "
            "people/salford. If left out, those are listed.",
            metavar="[REF]",
        ),
    ] = None,
    body: Annotated[
        bool, typer.Option("--body", help="Show the words that are hashed too, as they are stored.")
    ] = False,
) -> Answer:
    """Show a decision's journal as it is stored, or one of the register's own journals.

    Each entry says what happened and who acted, and has its hash. --body and --json give the words
    that are hashed.

    Example: decisions journal show HFD-042 --body
    """
    engine = Context().engine
    if ref is None:
        return _streams(engine.journal.streams())
    entries = engine.journal.entries(ref)
    events = (each.event for _, each in entries)
    appointed = {each.number: each for each in events if isinstance(each, Appointed)}
    return Answer(
        data=lambda: [stored_entry_answer(*each) for each in entries],
        text=(line for each in entries for line in _entry_lines(*each, appointed, body=body)),
    )


def _entry_lines(
    stored: JournalEntry, entry: ReadEntry, appointed: Mapping[int, Appointed], *, body: bool
) -> Iterator[str]:
    yield f"{stored.seq:>3}  {stamped(stored.at)}  {stored.name}"
    yield from entry_lines(entry, appointed)
    if body:
        yield Verbatim(f"     {stored.body}")
    parts = ", ".join(text.part for text in stored.texts) or "none"
    gone = f"; erased: {', '.join(entry.erased)}" if entry.erased else ""
    own = stored.stream.partition("/")[0] in OWN
    kept = f"{parts}{gone}{_NOT_ERASED if own and stored.texts else ''}"
    yield wrapped(f"hash: {stored.hash[:16]}; kept beside it: {kept}", "     ", "       ")


def journal_streams() -> Answer:
    """List the register's own journals: appointments, days, editions of constitutions, erasures.

    Example: decisions journal streams
    """
    return _streams(Context().engine.journal.streams())


def _streams(streams: Sequence[RegisterStream]) -> Answer:
    newest = stamping(each.newest_at for each in streams)
    rows = (
        (each.stream, str(each.entries), newest(each.newest_at), each.holds) for each in streams
    )
    return Answer(
        data=streams,
        text=[Table(("STREAM", "ENTRIES", "NEWEST", "HOLDS"), rows)],
        notes=["To see one: decisions journal show STREAM. Decisions: decisions list"],
    )


def journal_verify(
    ref: Annotated[
        str | None,
        typer.Argument(help="Only this decision or journal; all if left out.", metavar="[REF]"),
    ] = None,
) -> Answer:
    """Check the journal: the chain, the sealed text, and that the rows agree with it.

    It names the register, what it holds and its newest entry. Exit 7 if anything does not verify,
    with the entry named. An empty register does not verify.

    Example: decisions journal verify
    """
    context = Context()
    verified = context.engine.journal.verify(ref)

    def data() -> object:
        from workflow.answers.register import verified_answer

        return verified_answer(verified, context.place)

    whole = [f"{verified.checked} entries verify."] if verified else []
    return Answer(
        data=data,
        text=[*whole, *extent_lines(context.place, verified.extent)],
        notes=[wrapped(str(broken), "", "  ") for broken in verified.breaks],
        code=DONE if verified else NOT_VERIFIED,
    )
