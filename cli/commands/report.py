"""The command that makes a report to a council, in the form its agenda needs."""

from datetime import date
from typing import Annotated, Any

import typer

from cli.context import Context
from cli.shown import fitting
from cli.shown.answer import Listing, Table, Verbatim
from cli.shown.outcome import accepted
from cli.typed import options
from cli.typed.date_options import PAST, day_option, settled
from workflow.clock import london_day, next_day, spoken_day
from workflow.reports.contents import ReportSubject


def report(
    about: Annotated[ReportSubject, typer.Argument(help="Which report.", metavar="MATTER")],
    since: Annotated[
        Any,
        day_option(
            "--since", "The first day; a year before the last if left out.", PAST, waits=True
        ),
    ] = None,
    until: Annotated[
        Any,
        day_option("--until", "The last day, included. Today, if left out.", PAST),
    ] = None,
    council: options.Council = None,
    made_on: Annotated[
        Any,
        day_option("--made-on", "Record that this report was made to council on that day.", PAST),
    ] = None,
    as_markdown: Annotated[
        bool, typer.Option("--markdown", help="Answer in Markdown, ready for an agenda.")
    ] = False,
    person: options.As = None,
    dry_run: options.DryRun = False,
) -> Listing:
    """Report to council: special-urgency, exemptions, call-ins or late.

    For comparison it counts the three periods just before, each as long as the one asked for: for
    a quarter the three quarters before, for a year the three years before. For the same quarter of
    last year, ask for that.

    --made-on records that the report for those days was made to council: `decisions today` then
    says when the next is due. By: proper officer, monitoring officer.

    Example: decisions report special-urgency --council herefordshire --since '1 April'
    --until yesterday --markdown
    """
    from workflow.reports.renderers.page import page_lines
    from workflow.reports.renderers.rows import HEADINGS, page_rows, rows

    since = settled(since, before=until)
    context = Context(council=council, person=person)
    last = until or london_day(context.engine.clock.now())
    first = since or _year_before(last)
    made = context.engine.reports.make(about, context.council_name(), first, last)
    notes = []
    if made_on is not None:
        outcome = context.engine.reports.record(
            about, made.council, first, last, made_on=made_on, by=context.by, dry_run=dry_run
        )
        accepted(outcome, "That the report was made is not recorded.", dry_run=dry_run)
        if not dry_run:
            notes.append(f"On record: it was made to council on {spoken_day(made_on)}.")
    if since is None or until is None:
        days = f"From {spoken_day(first)} to {spoken_day(last)}"
        notes.append(f"{days}: other days by --since and --until.")
    table = Table(HEADINGS, rows(made))
    if as_markdown:
        from workflow.answers.as_markdown import as_markdown as in_markdown

        whole = map(Verbatim, in_markdown(made).split("\n")[:-1])
        return Listing(data=made, table=table, text=whole, notes=notes)
    shown = Table(*page_rows(made))
    text: list[str | Table] = [*page_lines(made, fitting), "", shown]
    return Listing(data=made, table=table, text=text, notes=notes)


def _year_before(last: date) -> date:
    """Give the first day of the year that ends on a day."""
    leap_day = (last.month, last.day) == (2, 29)
    return next_day(last.replace(year=last.year - 1, day=28 if leap_day else last.day))
