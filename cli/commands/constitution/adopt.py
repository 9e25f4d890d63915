"""The commands that put an edition of a constitution in use, and show what has been in use."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import options, reading
from cli.commands.constitution.arguments import ConstitutionFile, Council, today
from cli.commands.constitution.compare import difference_lines
from cli.context import Context
from cli.dates import PAST, day_option
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
from workflow.clock import spoken, spoken_day
from workflow.constitution.checks.every_check import minded_of
from workflow.constitution.comparison import differences
from workflow.constitution.provisions import table_named
from workflow.errors import NotFound
from workflow.files.opening import text_of
from workflow.procedures.attempt import Refused

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
    typer.Option("--reason", parser=reading.text_or_file, help="Why; or @FILE.", metavar="TEXT"),
]


def constitution_adopt(
    file: ConstitutionFile,
    approved_by: ApprovedBy,
    approved_on: ApprovedOn,
    reason: Reason,
    person: options.As = None,
    dry_run: options.DryRun = False,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Adopt a constitution file: the register keeps it, with who approved it.

    From now on everyone who works on the register uses this edition, before any file. Wherever it
    is shown, it says that it was adopted. Existing dates do not change. From now on this edition's
    rules for the publication date are applied. First see what it would do: decisions constitution
    impact FILE

    Example: decisions constitution adopt ./borsetshire.toml --approved-by 'Full council'
    --approved-on '12 May' --reason 'The constitution as amended in May'
    """
    from workflow.register.editions import council_of

    text = text_of(file)
    context = Context(db=db, person=person)
    council = council_of(text, file.name)
    engine = context.engine
    done = engine.constitutions.adopt(
        text,
        file=file.name,
        approved_by=approved_by,
        approved_on=approved_on,
        reason=reason,
        by=context.by,
        dry_run=dry_run,
    )
    if isinstance(done, Refused):
        raise end_refused(f"{file.name} is not adopted.", done.refusals)
    _end(done, council, approved_on, dry_run, as_json)


def constitution_withdraw(
    council: Council,
    approved_by: ApprovedBy,
    approved_on: ApprovedOn,
    reason: Reason,
    person: options.As = None,
    dry_run: options.DryRun = False,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Withdraw an adopted edition. The council's file, if there is one, is in use again.

    Example: decisions constitution withdraw borsetshire --approved-by 'Monitoring officer'
    --approved-on '1 June' --reason 'Adopted in error'
    """
    context = Context(db=db, person=person)
    done = context.engine.constitutions.withdraw(
        council,
        approved_by=approved_by,
        approved_on=approved_on,
        reason=reason,
        by=context.by,
        dry_run=dry_run,
    )
    if isinstance(done, Refused):
        raise end_refused(f"The edition of {council} is not withdrawn.", done.refusals)
    _end(done, council, approved_on, dry_run, as_json)


def constitution_editions(
    council: Council,
    text: Annotated[
        int | None, typer.Option("--text", min=1, help="Give the text of one, by its number.")
    ] = None,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """List the editions of a council's constitution that the register has held.

    With --text, give one of them in full, as it was in its file.

    Example: decisions constitution editions borsetshire --text 1 > borsetshire.toml
    """
    context = Context(db=db)
    found = context.engine.constitutions.editions(council) if context.has_register() else ()
    if not found:
        context.constitution(council)  # a council that there is not is said to be none
    if text is not None:
        say_as_it_is(_numbered(found, text).adopted.text.rstrip("\n"))
    elif as_json:
        say_json(found)
    elif not found and not as_csv:
        note(f"The register has held no edition of {council}: its file is in use, if it has one.")
    else:
        say_rows(
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
                for each in found
            ],
            as_csv=as_csv,
        )


def _numbered(found: "tuple[Edition, ...]", number: int) -> "Edition":
    for each in found:
        if each.number == number:
            return each
    held = ", ".join(str(each.number) for each in found) or "none"
    raise NotFound(f"There is no edition {number}.", remedy=f"Those there are: {held}.")


def _end(
    done: "EditionAdopted", council: str, approved_on: date, dry_run: bool, as_json: bool
) -> None:
    """Say what is in use now, what differs, and what to mind."""
    kept(dry_run)
    minded = list(_minded(done, approved_on))
    if as_json:
        from workflow.answers.edition import edition_in_use

        say_json(edition_in_use(done, minded, dry_run=dry_run))
        return
    _tell(done, council, dry_run)
    note(*(wrapped(f"Mind: {each}", "", "  ") for each in minded))
    if dry_run:
        note("This was a rehearsal: nothing was kept.")


def _tell(done: "EditionAdopted", council: str, dry_run: bool) -> None:
    if not done.written:
        say(f"{council}: this edition is in use already. Nothing was written.")
        return
    if done.after is None:
        say(f"{council}: no constitution is in use now. There is no file for it.")
        return
    instead = "" if done.before is None else f", in place of {done.before.source}"
    uses = "would use" if dry_run else "now uses"
    say(wrapped(f"{done.after.name} {uses} {done.after.source}{instead}.", "", "  "))
    if done.before is not None:
        lines = list(difference_lines(done.before, done.after))
        say("What differs:" if lines else "They say the same.", *(f"  {each}" for each in lines))
    say(
        wrapped(
            "Existing dates do not change. From now on this edition's rules for the publication "
            "date are applied.",
            "",
            "  ",
        )
    )


def _minded(done: "EditionAdopted", approved_on: date) -> Iterator[str]:
    """Say which entries begin before the edition was approved, and differ now; and which are to
    come."""
    if done.after is None or not done.written:
        return
    for each in () if done.before is None else differences(done.before, done.after):
        if each.since < approved_on:
            yield (
                f"{table_named(each.name).title}, from {spoken_day(each.since)}, begins before "
                "this was approved, so the rule for those days has changed. If the rule is new, "
                "leave the old entry as it was, and add an entry for the new one."
            )
    yield from minded_of(done.after, today())
