"""The command that makes a report to a council, in the form its agenda needs."""

from itertools import chain
from typing import Annotated, Any

import typer

from cli import fitting, options
from cli.answer import Listing, Table, Verbatim
from cli.context import Context
from cli.date_options import PAST, day_option, settled
from workflow.reports.contents import ReportSubject


def report(
    about: Annotated[ReportSubject, typer.Argument(help="Which report.", metavar="MATTER")],
    since: Annotated[
        Any,
        day_option("--since", "The first day.", PAST, waits=True),
    ],
    until: Annotated[
        Any,
        day_option("--until", "The last day, included.", PAST),
    ],
    council: options.Council = None,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help="Answer in Markdown, ready for an agenda.")
    ] = False,
) -> Listing:
    """Report to council: special-urgency, exemptions, call-ins or late.

    Example: decisions report special-urgency --council herefordshire --since '1 April'
    --until yesterday --markdown
    """
    from workflow.reports.renderers.page import page_lines
    from workflow.reports.renderers.rows import HEADINGS, headings, rows

    since = settled(since, before=until)
    context = Context(council=council)
    found = context.engine.reports.make(about, context.council_name(), since, until)
    table = Table(HEADINGS, rows(found))
    if as_markdown:
        from workflow.answers.as_markdown import as_markdown as in_markdown

        whole = map(Verbatim, in_markdown(found).split("\n")[:-1])
        return Listing(data=found, table=table, text=whole)
    shown = Table(headings(found), rows(found))
    return Listing(data=found, table=table, text=chain(page_lines(found, fitting), ["", shown]))
