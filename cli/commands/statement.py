"""The command that reads a written statement, as a council printed it."""

import shlex
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from cli.commands.drafting import DraftedAt, begin
from cli.context import Context
from cli.shown.answer import Answer
from cli.shown.fitting import wrapped
from cli.shown.output import note
from cli.typed import options
from cli.typed.strict import typed_options
from workflow.clock import spoken_day
from workflow.errors import Invalid
from workflow.importing.statements.drafting import (
    more_than_none,
    not_said,
    still_to_say,
    to_statement,
)
from workflow.importing.statements.files import read_file
from workflow.importing.statements.found import StatementReading
from workflow.model.kind import Kind
from workflow.register.query import DecisionQuery
from workflow.text import joined

_ALIKE = 100
"""Decisions of a like title that are looked at."""
_INTERESTS = (
    "The conflicts were found, but they say more than None, and are not taken into a draft. Enter "
    "each with decisions amend REF --conflict 'MEMBER; INTEREST; NOTE OF DISPENSATION'."
)


def read(
    typer_context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The statement, as plain text.", metavar="FILE")],
    draft: Annotated[
        bool, typer.Option("--draft", help="Begin a draft from it, in the register.")
    ] = False,
    kind: Annotated[
        Kind | None,
        typer.Option("--kind", help="What kind of decision it is, if the statement does not say."),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", help="The title, if the statement does not say.", metavar="TEXT"),
    ] = None,
    body: Annotated[
        str | None,
        typer.Option("--body", help="Who decided, if the statement does not say.", metavar="TEXT"),
    ] = None,
    encoding: options.Encoding = None,
    council: options.Council = None,
    ref: Annotated[
        str | None,
        typer.Option("--ref", help="The draft's reference; the next free one if left out."),
    ] = None,
    at: DraftedAt = None,
    late_reason: options.LateReason = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Read a written statement, and say what could not be found. Nothing is guessed.

    It reads by labels: Title, Subject, Decision maker, Date of decision, Decision, Resolved,
    Reasons, Options considered, Conflicts of interest, Call-in expiry, Signed … All of them are
    in the reference, under "Labels of a written statement".

    Example: decisions statement read notice.txt --draft --council herefordshire
    """
    reading = read_file(file, encoding)
    of_draft = typed_options(
        typer_context,
        *("kind", "title", "body", "council", "ref", "at", "late_reason", "person", "dry_run"),
    )
    if of_draft and not draft:
        raise Invalid(
            f"{' and '.join(of_draft)} {'goes' if len(of_draft) == 1 else 'go'} with --draft.",
            remedy="Give --draft too, or leave it out.",
        )
    if draft:
        statement = to_statement(reading, kind, title=title, body=body)
        context = Context(council=council, person=person)
        if kind is not None:
            reading = reading.without_doubt_of_its_kind()
        given = [
            name for name, value in (("title", title), ("body", body), ("kind", kind)) if value
        ]
        note(
            *_taken(reading), *_lacking(reading, given), *_drafted_already(statement.title, context)
        )
        return begin(
            statement,
            context,
            anew=f"statement read {shlex.quote(str(file))} --draft …",
            ref=ref,
            at=at,
            late_reason=late_reason,
            dry_run=dry_run,
        )
    return Answer(data=reading, text=reading_lines(reading), notes=_lacking(reading))


def reading_lines(reading: StatementReading) -> list[str]:
    """Give what was found, field by field, with the line each was found on."""
    lines = []
    for field in reading.found:
        text, day = reading.text(field), reading.day(field)
        value = spoken_day(day) if day is not None else (text or "yes")
        label = f"{field.replace('_', ' ')} (line {reading.line(field)}):"
        lines += [label, wrapped(value, "    ")]
    return lines


def _taken(reading: StatementReading) -> list[str]:
    found = [f"{each.replace('_', ' ')} (line {reading.line(each)})" for each in reading.found]
    return [wrapped(f"Taken from it: {', '.join(found)}.", "", "  ")]


def _drafted_already(title: str, context: Context) -> list[str]:
    """Say of a title that another decision of the council has: it may be the same, read before."""
    council = context.council_name()
    if not context.has_register():
        return []
    alike = context.lookup.list(DecisionQuery(council=council, words=title, limit=_ALIKE))
    same = [each.ref for each in alike if each.title.casefold() == title.casefold()]
    if not same:
        return []
    one = f"If this is the same, withdraw one: decisions withdraw {same[-1]} --reason TEXT"
    return [wrapped(f"Mind: {joined(same, 'and')} has this title already. {one}", "", "  ")]


def _lacking(reading: StatementReading, given: Collection[str] = ()) -> list[str]:
    """Say what was not found, but for what a person has given."""
    missing = [field for field in reading.missing if field not in given]
    lines = [f"Not found: {field.replace('_', ' ')}" for field in missing]
    lines += [wrapped(f"Note: {remark}", "", "      ") for remark in reading.remarks]
    lines += [
        wrapped(f"Not used: {label + ': ' if label else ''}{text}", "", "      ")
        for label, text in reading.unused
    ]
    options = [f"--{field}" for field in not_said(reading) if field not in given]
    if options:
        lines.append(f"Before a draft can be made of it, say {joined(options, 'and')}.")
    lacking = [field.replace("_", " ") for field in still_to_say(reading)]
    if lacking:
        lines.append(f"Before it can be signed, someone must still say: {', '.join(lacking)}.")
    if more_than_none(reading):
        lines.append(wrapped(_INTERESTS, "", "  "))
    return lines
