"""The command that plans a decision backwards from the day that matters."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import options
from cli.context import Context
from cli.dates import COMING, day_option
from cli.horizon_warnings import warn_day_near_horizon
from cli.output import say, say_json, wrapped
from cli.streams import as_file
from workflow.calendars.days import calendar_for
from workflow.clock import SystemClock, london_day
from workflow.model.kind import Kind

if TYPE_CHECKING:
    from workflow.planning.planned import Plan


def plan(
    council: options.Council = None,
    kind: Annotated[Kind, typer.Option("--kind", help="What kind of decision it is.")] = Kind.KEY,
    implement_by: Annotated[
        Any,
        day_option("--implement-by", "The day by which it must be in force.", COMING),
    ] = None,
    decide_on: Annotated[
        Any,
        day_option("--decide-on", "The day on which it is to be made.", COMING),
    ] = None,
    private: Annotated[
        bool, typer.Option("--private", help="It is to be made at a private meeting.")
    ] = False,
    as_ics: Annotated[
        bool, typer.Option("--ics", help="Answer as a calendar file of all-day events.")
    ] = False,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Plan a decision backwards: notice by, decide by, publish by, implement from.

    Example: decisions plan --council herefordshire --kind key --implement-by '15 January'
    """
    from workflow.planning.plan import plan as planned

    context = Context(db=db, council=council)
    constitution = context.constitution_told(context.council_name())
    rows = context.engine.calendars.days(constitution.council) if context.has_register() else []
    calendar = calendar_for(constitution.nation, rows)
    now = SystemClock().now()
    found = planned(
        constitution,
        calendar,
        kind=kind,
        today=london_day(now),
        implement_by=implement_by,
        decide_on=decide_on,
        private=private,
    )
    if as_json:
        say_json(found)
    elif as_ics:
        from workflow.answers.as_ics import as_ics as in_ics

        with as_file() as file:
            file.write(in_ics(found, made_at=now))
    else:
        _tell(found, constitution.name)
        if not context.has_register():
            say("", wrapped(context.no_register))
    warn_day_near_horizon(max(each.day for each in found.milestones), calendar.complete_through)


def _tell(found: "Plan", name: str) -> None:
    from workflow.planning.wording import when, workings

    article = "an" if str(found.kind).startswith("officer") else "a"
    say(f"{name}: {article} {found.kind} decision", "")
    for each in found.milestones:
        passed = "   PASSED" if each.passed else ""
        say(f"  {each.says + ':':<46}{when(each)}{passed}")
        for line in workings(each):
            say(wrapped(line, "      "))
    if found.roads:
        say("", "The roads to a key decision, as of today:")
    for road in found.roads:
        say(wrapped(f"{'open  ' if road.open else 'closed'}  {road.says}", "  ", "          "))
        say(wrapped(f"Rule: {road.authority}", "          "))
