"""The commands about days: deadline, and calendar show, add and check."""

from datetime import date
from typing import Annotated, Any

import typer

from cli import options, reading
from cli.calendar_page import month_lines
from cli.opening import Opening
from cli.output import note, say, say_json, wrapped
from workflow.calendars.council import CouncilDay
from workflow.calendars.nations import Nation
from workflow.clock import spoken, spoken_day
from workflow.errors import Invalid
from workflow.model.period import Unit
from workflow.model.worded import until
from workflow.service import deadline as deadlines

calendar = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


def deadline(
    start: Annotated[
        Any,
        typer.Option(
            "--from",
            parser=reading.day,
            help="The day to count from.",
            metavar="DATE",
        ),
    ] = None,
    days: Annotated[int | None, typer.Option("--days", help="How many days.")] = None,
    nation: Annotated[
        str | None,
        typer.Option(
            "--nation", help="england, wales, scotland or northern-ireland.", metavar="NATION"
        ),
    ] = None,
    unit: Annotated[Unit, typer.Option("--unit", help="What a day is.")] = Unit.WORKING,
    start_counts: Annotated[
        bool, typer.Option("--start-counts", help="The day counted from is itself day 1.")
    ] = False,
    back: Annotated[bool, typer.Option("--back", help="Count backwards.")] = False,
    closed: Annotated[
        list[str] | None,
        typer.Option("--closed", help="A day to leave out; once for each.", metavar="DATE"),
    ] = None,
    provisional: Annotated[
        bool,
        typer.Option(
            "--provisional", help="Answer past the published bank holidays too, and mark it."
        ),
    ] = False,
    council: Annotated[
        str | None,
        typer.Option("--council", help="Apply this council's own rule.", metavar="NAME"),
    ] = None,
    published: Annotated[
        Any,
        typer.Option(
            "--published",
            parser=reading.instant,
            help="When it was published, for a council's rule: 2018-10-18T15:00, in London.",
            metavar="INSTANT",
        ),
    ] = None,
    made_on: Annotated[
        Any,
        typer.Option(
            "--made-on",
            parser=reading.day,
            help="When it was made, where the council counts from that.",
            metavar="DATE",
        ),
    ] = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Count a deadline, with its workings; no register and no decision are needed."""
    shut = [reading.day(text) for text in closed or ()]
    if council is None:
        if published is not None or made_on is not None:
            raise Invalid("--published and --made-on go with --council.")
        found = _by_numbers(start, days, nation, unit, start_counts, back, shut, provisional)
    else:
        if start is not None or days is not None or nation is not None or start_counts or back:
            raise Invalid("A council's own rule takes the place of --from, --days and the rest.")
        if published is None:
            raise Invalid("A council's rule needs --published INSTANT.")
        found = _by_rule(council, published, made_on, shut, provisional, db)
    if as_json:
        say_json(found.plain())
        return
    say(*month_lines(found.count))
    counted_on = found.calendar
    say(
        f"Calendar: {counted_on.nation.label}, complete through "
        f"{spoken_day(counted_on.complete_through)}, {counted_on.hash[:12]}."
    )
    if found.window is not None:
        window = found.window
        say(
            "",
            f"The last moment for a request: {until(window)}.",
            f"Takes effect, if not called in: {spoken(window.effective_from)}.",
            wrapped(f"Rule: {window.authority}", "", "      "),
            wrapped(window.authority.words, "      "),
        )
    if found.count.provisional:
        note("PROVISIONAL: the bank holidays of that year are not yet published.")


def _by_numbers(
    start: date | None,
    days: int | None,
    nation: str | None,
    unit: Unit,
    start_counts: bool,
    back: bool,
    shut: list[date],
    provisional: bool,
) -> deadlines.Deadline:
    if start is None or days is None or nation is None:
        missing = [
            flag
            for flag, value in (("--from", start), ("--days", days), ("--nation", nation))
            if value is None
        ]
        raise Invalid(
            f"A deadline needs {', '.join(missing)}.",
            remedy="As in: decisions deadline --from 2018-10-18 --days 4 --nation england",
        )
    return deadlines.by_numbers(
        start=start,
        days=days,
        nation=Nation.named(nation),
        unit=unit,
        start_counts=start_counts,
        backwards=back,
        closed=shut,
        provisional=provisional,
    )


def _by_rule(
    council: str,
    published: Any,
    made_on: date | None,
    shut: list[date],
    provisional: bool,
    db: str | None,
) -> deadlines.Deadline:
    from workflow.engine import load_councils

    opening = Opening(db=db)
    constitution = load_councils(opening.constitutions).named(council)
    rows: list[CouncilDay] = []
    if opening.has_register():
        rows += opening.engine.council_days(council)
    return deadlines.by_rule(
        constitution=constitution,
        published_at=published,
        made_on=made_on,
        rows=[*rows, *deadlines.closures(shut)],
        provisional=provisional,
    )
