"""The commands that put an edition of a constitution in use, and show what has been in use."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.commands.constitution.arguments import ConstitutionFile, Council, today
from cli.commands.constitution.compare import difference_lines
from cli.context import Context
from cli.shown.answer import Answer, Listing, Table, Verbatim
from cli.shown.fitting import wrapped
from cli.shown.outcome import accepted
from cli.shown.output import warning_line
from cli.typed import options, parsing
from cli.typed.date_options import PAST, day_option
from workflow.clock import spoken, spoken_day
from workflow.constitution.checks.every_check import warnings_of
from workflow.constitution.comparison import differences
from workflow.constitution.provisions import table_named
from workflow.errors import NotFound
from workflow.files.opening import text_of

if TYPE_CHECKING:
    from workflow.register.constitution_acts import EditionAdopted
    from workflow.register.editions import Edition

ApprovedBy = Annotated[
    str,
    typer.Option(
        "--approved-by", help="The body or the office that approved it, as in 'Full council'."
    ),
]
ApprovedOn = Annotated[
    Any,
    day_option("--approved-on", "The day it was approved.", PAST),
]
Reason = Annotated[
    str,
    typer.Option("--reason", parser=parsing.text_or_file, help="Why; or @FILE.", metavar="TEXT"),
]


def constitution_adopt(
    file: ConstitutionFile,
    approved_by: ApprovedBy,
    approved_on: ApprovedOn,
    reason: Reason,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Adopt a constitution file: the register keeps it, with who approved it.

    From now on everyone who works on the register uses this edition, before any file. Wherever it
    is shown, it says that it was adopted. Existing dates do not change. From now on this edition's
    rules for the publication date are applied. First see what it would do: decisions constitution
    impact FILE

    By: monitoring officer; of a council that is new, anyone with the register.

    Example: decisions constitution adopt ./borsetshire.toml --approved-by 'Full council'
    --approved-on '12 May' --reason 'The constitution as amended in May'
    """
    from workflow.register.editions import council_of

    text = text_of(file)
    context = Context(person=person)
    council = council_of(text, file.name)
    engine = context.engine
    outcome = engine.constitutions.adopt(
        text,
        file=file.name,
        approved_by=approved_by,
        approved_on=approved_on,
        reason=reason,
        by=context.by,
        dry_run=dry_run,
    )
    adopted = accepted(outcome, f"{file.name} is not adopted.", dry_run=dry_run)
    return _in_use(adopted, council, approved_on, dry_run=dry_run)


def constitution_withdraw(
    council: Council,
    approved_by: ApprovedBy,
    approved_on: ApprovedOn,
    reason: Reason,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Withdraw an adopted edition. The council's file, if there is one, is in use again.

    By: monitoring officer.

    Example: decisions constitution withdraw borsetshire --approved-by 'Monitoring officer'
    --approved-on '1 June' --reason 'Adopted in error'
    """
    context = Context(person=person)
    outcome = context.engine.constitutions.withdraw(
        council,
        approved_by=approved_by,
        approved_on=approved_on,
        reason=reason,
        by=context.by,
        dry_run=dry_run,
    )
    withdrawn = accepted(outcome, f"The edition of {council} is not withdrawn.", dry_run=dry_run)
    return _in_use(withdrawn, council, approved_on, dry_run=dry_run)


def constitution_editions(
    council: Council,
    text: Annotated[
        int | None, typer.Option("--text", min=1, help="Give the text of one, by its number.")
    ] = None,
) -> Listing:
    """List the editions of a council's constitution that the register has held.

    With --text, give one of them in full, as it was in its file.

    Example: decisions constitution editions borsetshire --text 1 > borsetshire.toml
    """
    context = Context()
    editions = context.engine.constitutions.editions(council) if context.has_register() else ()
    if not editions:
        context.constitution(council)  # a council that there is not is said to be none
    table = Table(
        ("NUMBER", "IN USE FROM", "UNTIL", "APPROVED", "BY", "ADOPTED BY", "REASON"),
        [
            (
                str(each.number),
                spoken(each.adopted.at),
                "" if each.until is None else spoken(each.until),
                spoken_day(each.adopted.approved_on),
                each.adopted.approved_by,
                each.by_whom,
                each.adopted.reason,
            )
            for each in editions
        ],
    )
    if text is not None:
        edition = _numbered(editions, text)
        whole = Verbatim(edition.adopted.text.rstrip("\n"))
        return Listing(data=edition, table=table, text=[whole])
    if editions:
        return Listing(data=editions, table=table)
    none = f"The register has held no edition of {council}: its file is in use, if it has one."
    return Listing(data=editions, table=table, text=(), notes=[none])


def _numbered(editions: "tuple[Edition, ...]", number: int) -> "Edition":
    for each in editions:
        if each.number == number:
            return each
    held = ", ".join(str(each.number) for each in editions) or "none"
    raise NotFound(f"There is no edition {number}.", remedy=f"Those there are: {held}.")


def _in_use(adopted: "EditionAdopted", council: str, approved_on: date, *, dry_run: bool) -> Answer:
    """Answer what is in use now, what differs, and the warnings."""
    warnings = list(_warnings(adopted, approved_on))

    def data() -> object:
        from workflow.answers.edition import edition_in_use

        return edition_in_use(adopted, warnings, dry_run=dry_run)

    return Answer(
        data=data, text=_lines(adopted, council, dry_run), notes=map(warning_line, warnings)
    )


def _lines(adopted: "EditionAdopted", council: str, dry_run: bool) -> Iterator[str]:
    if not adopted.written:
        yield f"{council}: this edition is in use already. Nothing was written."
        return
    if adopted.after is None:
        yield f"{council}: no constitution is in use now. There is no file for it."
        return
    instead = "" if adopted.before is None else f", in place of {adopted.before.source}"
    uses = "would use" if dry_run else "now uses"
    yield wrapped(f"{adopted.after.name} {uses} {adopted.after.source}{instead}.", "", "  ")
    if adopted.before is not None:
        lines = list(difference_lines(adopted.before, adopted.after))
        yield "What differs:" if lines else "They say the same."
        yield from (f"  {each}" for each in lines)
    yield wrapped(
        "Existing dates do not change. From now on this edition's rules for the publication date "
        "are applied.",
        "",
        "  ",
    )


def _warnings(adopted: "EditionAdopted", approved_on: date) -> Iterator[str]:
    """Warn of entries that begin before the edition was approved, and differ now; and of those to
    come."""
    if adopted.after is None or not adopted.written:
        return
    for each in () if adopted.before is None else differences(adopted.before, adopted.after):
        if each.since < approved_on:
            yield (
                f"{table_named(each.name).title}, from {spoken_day(each.since)}, begins before "
                "this was approved, so the rule for those days has changed. If the rule is new, "
                "leave the old entry as it was, and add an entry for the new one."
            )
    yield from warnings_of(adopted.after, today())
