"""The command that makes a report to a council, in the form its agenda needs."""

from typing import Annotated, Any

import typer

from cli import fitting, options
from cli.context import Context
from cli.dates import PAST, day_option
from cli.output import say, say_as_it_is, say_json, say_rows
from workflow.reports.contents import ReportSubject


def report(
    about: Annotated[ReportSubject, typer.Argument(help="Which report.", metavar="MATTER")],
    since: Annotated[
        Any,
        day_option("--since", "The first day.", PAST),
    ],
    until: Annotated[
        Any,
        day_option("--until", "The last day, included.", PAST),
    ],
    council: options.Council = None,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help="Answer in Markdown, ready for an agenda.")
    ] = False,
    db: options.Db = None,
    as_json: options.Json = False,
    as_csv: options.Csv = False,
    traceback: options.Traceback = False,
) -> None:
    """Report to council: special-urgency, exemptions, call-ins or late.

    Example: decisions report special-urgency --council herefordshire --since '1 April'
    --until yesterday --markdown
    """
    context = Context(db=db, council=council)
    found = context.engine.reports.make(about, context.council_name(), since, until)
    if as_json:
        say_json(found)
    elif as_markdown:
        from workflow.answers.as_markdown import as_markdown as in_markdown

        say_as_it_is(*in_markdown(found).split("\n")[:-1])
    else:
        from workflow.reports.renderers.page import page_lines
        from workflow.reports.renderers.rows import HEADINGS, headings, rows

        if not as_csv:
            say(*page_lines(found, fitting), "")
        say_rows(HEADINGS if as_csv else headings(found), rows(found), as_csv=as_csv)
