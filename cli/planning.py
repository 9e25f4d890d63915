"""The command that plans a decision backwards from the day that matters."""

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import options, reading
from cli.nearing import mind_the_end_of
from cli.opening import Opening
from cli.output import say, say_json, wrapped
from cli.streams import as_file
from workflow.calendars.days import calendar_for
from workflow.clock import SystemClock, london_day, spoken_day, start_of_day
from workflow.errors import Invalid
from workflow.model.kind import Kind

if TYPE_CHECKING:
    from workflow.service.planned import Milestone, Plan


def plan(
    council: options.Council = None,
    kind: Annotated[Kind, typer.Option("--kind", help="What kind of decision it is.")] = Kind.KEY,
    implement_by: Annotated[
        Any,
        typer.Option(
            "--implement-by",
            parser=reading.day,
            help="The day by which it must be in force.",
            metavar="DATE",
        ),
    ] = None,
    decide_on: Annotated[
        Any,
        typer.Option(
            "--decide-on",
            parser=reading.day,
            help="The day on which it is to be made.",
            metavar="DATE",
        ),
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

    Example: decisions plan --council herefordshire --kind key --implement-by 2027-01-15
    """
    from workflow.service.plan import plan as planned

    opening = Opening(db=db, council=council)
    constitution = opening.constitution(opening.council_name())
    rows = opening.engine.council_days(constitution.council) if opening.has_register() else []
    calendar = calendar_for(constitution.nation, rows)
    found = planned(
        constitution,
        calendar,
        kind=kind,
        today=london_day(SystemClock().now()),
        implement_by=implement_by,
        decide_on=decide_on,
        private=private,
    )
    if as_json:
        say_json(found.plain())
    elif as_ics:
        with as_file() as file:
            file.write(_ics(found))
    else:
        _tell(found, constitution.name)
        if not opening.has_register():
            say("", wrapped(opening.no_register))
    mind_the_end_of(max(each.day for each in found.milestones), calendar.complete_through)


def _tell(found: "Plan", name: str) -> None:
    article = "an" if str(found.kind).startswith("officer") else "a"
    say(f"{name}: {article} {found.kind} decision", "")
    for each in found.milestones:
        passed = "   PASSED" if each.passed else ""
        say(f"  {each.says + ':':<46}{spoken_day(each.day)}{passed}")
        for line in _workings(each):
            say(wrapped(line, "      "))
    if found.roads:
        say("", "The roads to a key decision, as of today:")
    for road in found.roads:
        say(wrapped(f"{'open  ' if road.open else 'closed'}  {road.says}", "  ", "          "))
        say(wrapped(f"Rule: {road.authority}", "          "))


def _workings(each: "Milestone") -> list[str]:
    lines = [each.note] if each.note else []
    if each.count is not None:
        skipped = [day for day in each.count.workings() if day.why and day.why not in _WEEKEND]
        named = ", ".join(f"{spoken_day(day.day)} ({day.why})" for day in skipped[1:])
        lines.append(
            f"Counted from {spoken_day(each.count.start)}"
            + (f"; passed over besides weekends: {named}." if named else ".")
        )
    lines.append(f"Rule: {each.authority}")
    return lines


_WEEKEND = ("Saturday", "Sunday")


def _ics(found: "Plan") -> str:
    try:
        from icalendar import Calendar, Event
    except ImportError:
        raise Invalid(
            "Calendar files need the icalendar library.",
            remedy="Install it: pip install 'council-decisions[ics]'",
        ) from None
    calendar = Calendar()
    calendar.add("prodid", "-//council-decisions//plan//EN")
    calendar.add("version", "2.0")
    for each in found.milestones:
        event = Event()
        event.add("uid", f"{found.council}-{found.kind}-{each.name}-{each.day}@council-decisions")
        event.add("dtstamp", _stamp(found))
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", f"{each.says} {spoken_day(each.day)}")
        event.add("description", " ".join(_workings(each)))
        calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text.decode()


def _stamp(found: "Plan") -> Any:
    return start_of_day(found.today)
