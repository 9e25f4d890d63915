"""The commands that say whether a calendar is right, and how far it reaches."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from cli import options, reading
from cli.commands.calendar.comparison import lines_of
from cli.commands.calendar.days import tell_of
from cli.context import Context
from cli.exits import NEEDS_A_PERSON, NOT_VERIFIED, Ended
from cli.output import note, say, say_json, wrapped
from workflow.calendars.days import calendar_for
from workflow.calendars.horizon import NEAR_ITS_END
from workflow.calendars.lists.compare import compare
from workflow.calendars.lists.reading import read_almanac, read_published
from workflow.clock import spoken_day
from workflow.constitution.counting_limits import Reach, reaches
from workflow.constitution.provisions import table_named
from workflow.files.encodings import UTF_8


def calendar_check(
    file: Annotated[
        Path | None,
        typer.Argument(help="A list of days to compare it with.", metavar="[FILE]"),
    ] = None,
    encoding: options.Encoding = None,
    council: options.Council = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Check a council's calendar against a file, and the installed days against the published.

    Exit 7 if a day counts differently; 8 if a deadline needs a person, or the calendar ends within
    180 days.

    Example: decisions calendar check bank-holidays.json --council herefordshire
    """
    context = Context(db=db, council=council)
    name = context.council_name()
    nation = context.constitution(name).nation
    almanac = None if file is None else read_almanac(file, nation, encoding or UTF_8)
    engine = context.looked_at
    found, today = engine.calendars.of(name), reading.today(engine.clock)
    left = (found.complete_through - today).days
    moved, late = engine.calendars.in_question(name), engine.constitutions.past_the_end(name)
    published = read_published(found.nation)
    library = compare(published, calendar_for(found.nation), today)
    against = None if almanac is None else compare(almanac, found, today)
    if as_json:
        pair = None if almanac is None or against is None else (almanac, against)
        from workflow.answers.day_list import calendar_checked

        say_json(calendar_checked(found, today, moved, late, (published, library), pair))
    else:
        say(
            f"{name}: complete through {spoken_day(found.complete_through)}, {left} days from now.",
            f"Deadlines that would now be later: {', '.join(moved) or 'none'}.",
        )
        if late:
            say(wrapped(f"Dates that come after the end of the council: {', '.join(late)}."))
        if library.differs:
            say("The bank holidays as installed are not those that were published:")
            say(*lines_of(published, library))
        else:
            say(f"As installed, all {len(published.days)} published bank holidays agree.")
        if almanac is not None and against is not None:
            say(*lines_of(almanac, against))
    tell_of(moved)
    _warn_of_the_end(left)
    if library.differs or (against is not None and against.differs):
        raise Ended(NOT_VERIFIED)
    if moved or late or left < NEAR_ITS_END.days:
        raise Ended(NEEDS_A_PERSON)


def _warn_of_the_end(left: int) -> None:
    if left < NEAR_ITS_END.days:
        note(
            "The calendar ends soon. Once the government has published later years, upgrade "
            "council-decisions, or adopt its list: decisions calendar import FILE"
        )


def calendar_horizon(
    council: options.Council = None,
    db: options.Db = None,
    as_json: options.Json = False,
    traceback: options.Traceback = False,
) -> None:
    """Show how far days can be counted, and the last day to begin each of a council's periods.

    Exit 8 within 180 days of the end.

    Example: decisions calendar horizon --council herefordshire
    """
    context = Context(db=db, council=council)
    name, engine = context.council_name(), context.looked_at
    found, today = engine.calendars.of(name), reading.today(engine.clock)
    left = (found.complete_through - today).days
    last = list(reaches(engine.constitutions.in_use(name).in_force_on(today), found))
    if as_json:
        from workflow.answers.council_calendar import horizon_answer

        say_json(horizon_answer(found, today, last))
    else:
        say(
            f"{name}: the bank holidays of {found.nation.label} are published to "
            f"{spoken_day(found.complete_through)}, {left} days from now.",
            "Past that day nothing is counted and nothing is closed.",
            *_lines(last),
        )
    _warn_of_the_end(left)
    if left < NEAR_ITS_END.days:
        raise Ended(NEEDS_A_PERSON)


def _lines(last: list[Reach]) -> Iterator[str]:
    if last:
        yield "The last day from which each can still be counted:"
    for each in last:
        yield wrapped(
            f"{spoken_day(each.day)}  {table_named(each.name).title}: {each.words}", "  ", "      "
        )
