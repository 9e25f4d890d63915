"""The command that plans a decision backwards from the day that matters."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.context import Context
from cli.shown.answer import Answer, File
from cli.shown.fitting import wrapped
from cli.typed import options
from cli.typed.date_options import COMING, day_option
from cli.warnings.horizon import day_near_horizon
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
) -> Answer:
    """Plan a decision backwards: notice by, decide by, publish by, implement from.

    Example: decisions plan --council herefordshire --kind key --implement-by '15 January'
    """
    from workflow.planning.plan import plan as planned

    context = Context(council=council)
    constitution = context.constitution_for_answer(context.council_name())
    rows = context.engine.calendars.days(constitution.council) if context.has_register() else []
    calendar = calendar_for(constitution.nation, rows)
    now = SystemClock().now()
    made = planned(
        constitution,
        calendar,
        kind=kind,
        today=london_day(now),
        implement_by=implement_by,
        decide_on=decide_on,
        private=private,
    )
    warnings = day_near_horizon(
        max(each.day for each in made.milestones), calendar.complete_through
    )
    if as_ics:
        from workflow.answers.as_ics import as_ics as in_ics

        file = File(in_ics(made, made_at=now))
        return Answer(data=made, text=[file], warnings=warnings)
    text = chain(_lines(made, constitution.name), context.no_register_lines(), _next_command(made))
    return Answer(data=made, text=text, warnings=warnings)


def _lines(made: "Plan", name: str) -> Iterator[str]:
    from workflow.planning.wording import when, workings

    article = "an" if str(made.kind).startswith("officer") else "a"
    yield from (f"{name}: {article} {made.kind} decision", "")
    for each in made.milestones:
        passed = "   PASSED" if each.passed else ""
        yield f"  {each.says + ':':<46}{when(each)}{passed}"
        for line in workings(each):
            yield wrapped(line, "      ")
    if made.routes:
        yield from ("", "The routes to a key decision, as of today:")
    for route in made.routes:
        yield wrapped(f"{'open  ' if route.open else 'closed'}  {route.says}", "  ", "          ")
        yield wrapped(f"Rule: {route.authority}", "          ")


def _next_command(made: "Plan") -> Iterator[str]:
    """Give the command to type next: the draft, and what the route that is open asks for."""
    private = " --private-meeting" if any("private" in e.name for e in made.milestones) else ""
    draft = f"decisions new --council {made.council} --kind {made.kind.value}{private} TITLE …"
    steps = "".join(f"; then {step} …" for step in _before_it(made))
    yield from ("", wrapped(f"Next, draft it: {draft}{steps}", "", "  "))


def _before_it(made: "Plan") -> Iterator[str]:
    """Give what must be done before the decision, by the first route to it that is open."""
    given = "its notice: decisions advance-notice give REF"
    asked = "ask consent: decisions consent ask REF --purpose"
    passed = {each.name for each in made.milestones if each.passed}
    notices = {each.name for each in made.milestones if each.name.endswith("notice")}
    route = next((each.name for each in made.routes if each.open), "")
    if route == "special-urgency":
        yield f"{asked} special-urgency"
    elif route == "general-exception":
        yield f"{given} --kind general-exception"
    if "private-notice" in notices & passed:
        yield f"{asked} private-meeting"
    elif route == "notice" or (notices and not made.routes):
        yield given
    elif "private-notice" in notices:
        yield f"{given} --kind private-meeting"
