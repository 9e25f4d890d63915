"""The commands that import what a council has already: each reads one sort of source."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cli.command import without_register
from cli.commands.importing.run import run_import
from cli.context import Context
from cli.shown.answer import Answer
from cli.shown.fitting import wrapped
from cli.shown.output import note, say_verbatim
from cli.typed import options
from cli.typed.date_options import PAST, day_option
from workflow.files.encodings import UTF_8
from workflow.importing import MappedSheet, Pages, Statements, read_mapping
from workflow.importing.export.exported import Exported
from workflow.importing.spreadsheet.drafted import drafted_mapping
from workflow.model.kind import Kind

Adopt = Annotated[
    bool, typer.Option("--adopt", help="Import them. Without it, they are only shown.")
]
SkipUnread = Annotated[
    bool,
    typer.Option("--skip-unread", help="Import the rest if some rows cannot be read."),
]
Problems = Annotated[
    bool,
    typer.Option("--problems", help="Show only what needs looking at; the rest is counted."),
]


def import_moderngov(
    path: Annotated[
        Path, typer.Argument(help="A saved page of the register, or a folder.", metavar="FILE")
    ],
    adopt: Adopt = False,
    problems: Problems = False,
    council: options.Council = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Show what saved pages of a ModernGov register hold, and with --adopt import it as history.

    A decision whose period has ended is imported as ended. One that may still be called in is
    imported as open, with its period by the council's rule on file, and the nightly close handles
    it. What is uncertain is left for a person. Each decision is imported once, and what is on the
    register stays as it is.

    Exit 8 if something is left for a person.

    By, with --adopt: proper officer, monitoring officer.

    Example: decisions import moderngov ./pages --adopt --council herefordshire
    """
    context = Context(council=council, person=person)
    return run_import(Pages(path), context, adopt=adopt, dry_run=dry_run, problems=problems)


def import_csv(
    path: Annotated[Path, typer.Argument(help="The sheet, saved as CSV.", metavar="FILE")],
    mapping: Annotated[
        Path,
        typer.Option(
            "--mapping",
            help="The mapping of the sheet's columns. Begin one with decisions import mapping "
            "FILE.",
            metavar="MAP.toml",
        ),
    ],
    encoding: options.Encoding = None,
    adopt: Adopt = False,
    problems: Problems = False,
    skip_unread: SkipUnread = False,
    council: options.Council = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Show what a sheet of the council's own holds, and with --adopt import it as history.

    A mapping says which column is which. A date that can be read in two ways is not guessed. A row
    that cannot be read is named, with its line and column, and nothing is imported unless you give
    --skip-unread. What is read goes on as for ModernGov's pages.

    Exit 8 if something is left for a person.

    By, with --adopt: proper officer, monitoring officer.

    Example: decisions import csv decisions.csv --mapping map.toml --council herefordshire
    """
    context = Context(council=council, person=person)
    source, whole = MappedSheet(path, read_mapping(mapping), encoding), not skip_unread
    return run_import(source, context, adopt=adopt, dry_run=dry_run, problems=problems, whole=whole)


@without_register
def import_mapping(
    path: Annotated[Path, typer.Argument(help="The sheet, saved as CSV.", metavar="FILE")],
    encoding: options.Encoding = None,
) -> None:
    """Begin a mapping for a sheet, with the columns whose names are known, for you to complete.

    Example: decisions import mapping decisions.csv > map.toml
    """
    drafted = drafted_mapping(path, encoding)
    say_verbatim(drafted.text.rstrip("\n"))
    note(*[wrapped(f"Note: {each}", "", "      ") for each in drafted.remarks])


def import_statement(
    path: Annotated[
        Path,
        typer.Argument(help="A written statement as text, or a folder of them.", metavar="FILE"),
    ],
    published_on: Annotated[
        Any,
        day_option(
            "--published-on",
            "The day it was published, if the statement does not print it.",
            PAST,
        ),
    ] = None,
    kind: Annotated[
        Kind | None,
        typer.Option("--kind", help="What kind of decision it is, if the statement does not say."),
    ] = None,
    encoding: options.Encoding = None,
    adopt: Adopt = False,
    problems: Problems = False,
    council: options.Council = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Show what written statements of past decisions say, and with --adopt import them as history.

    For a decision that will be signed here, begin a draft: decisions statement read FILE --draft

    Exit 8 if something is left for a person.

    By, with --adopt: proper officer, monitoring officer.

    Example: decisions import statement notice.txt --published-on '18 October' --adopt
    """
    context = Context(council=council, person=person)
    source = Statements(path, published_on, encoding, kind)
    return run_import(source, context, adopt=adopt, dry_run=dry_run, problems=problems)


def import_exported(
    path: Annotated[
        Path, typer.Argument(help="A sheet, or lines of JSON, that was exported.", metavar="FILE")
    ],
    adopt: Adopt = False,
    problems: Problems = False,
    another: Annotated[
        bool,
        typer.Option(
            "--another", help="It is from another register, even if its references are here too."
        ),
    ] = False,
    encoding: options.Encoding = None,
    skip_unread: SkipUnread = False,
    council: options.Council = None,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Answer:
    """Show what decisions export wrote, and with --adopt import it to another register.

    If this register exported the file, it is compared with what the register holds. Only facts are
    exported, and not the journal, so keep the other register.

    Exit 8 if something is left for a person, or differs from the export.

    By, with --adopt: proper officer, monitoring officer.

    Example: decisions import exported decisions.csv --council herefordshire
    """
    context = Context(council=council, person=person)
    source = Exported(path, context.council_name(), another, encoding or UTF_8)
    return run_import(
        source, context, adopt=adopt, dry_run=dry_run, problems=problems, whole=not skip_unread
    )
