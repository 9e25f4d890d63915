"""The commands that say whether a calendar is right, and how far it reaches."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from cli.commands.calendar.comparison import lines_of
from cli.commands.calendar.days import now_later
from cli.context import Context
from cli.exits import DONE, NEEDS_A_PERSON, NOT_VERIFIED
from cli.shown.answer import Answer
from cli.shown.fitting import wrapped
from cli.typed import options, parsing
from workflow.calendars.days import calendar_for
from workflow.calendars.horizon import NEAR_ITS_END
from workflow.calendars.lists.compare import compare
from workflow.calendars.lists.reading import read_day_list, read_published
from workflow.clock import spoken_day
from workflow.constitution.counting_limits import Reach, reaches
from workflow.constitution.provisions import table_named
from workflow.files.encodings import UTF_8
from workflow.text import joined


def calendar_check(
    file: Annotated[
        Path | None,
        typer.Argument(help="A list of days to compare it with.", metavar="[FILE]"),
    ] = None,
    encoding: options.Encoding = None,
    council: options.Council = None,
) -> Answer:
    """Check a council's calendar against a file, and the installed days against the published.

    Exit 7 if a day counts differently; 8 if a deadline needs a person, or the calendar ends within
    180 days.

    Example: decisions calendar check bank-holidays.json --council herefordshire
    """
    context = Context(council=council)
    name = context.council_name()
    nation = context.constitution(name).nation
    almanac = None if file is None else read_day_list(file, nation, encoding or UTF_8)
    engine = context.counting_engine
    calendar, today = engine.calendars.of(name), parsing.today(engine.clock)
    left = (calendar.complete_through - today).days
    moved, late = engine.calendars.in_question(name), engine.constitutions.past_the_end(name)
    published = read_published(calendar.nation)
    library = compare(published, calendar_for(calendar.nation), today)
    against = None if almanac is None else compare(almanac, calendar, today)
    pair = None if almanac is None or against is None else (almanac, against)

    def data() -> object:
        from workflow.answers.day_list import calendar_checked

        return calendar_checked(calendar, today, moved, late, (published, library), pair)

    def text() -> Iterator[str]:
        yield (
            f"{name}: complete through {spoken_day(calendar.complete_through)}, "
            f"{left} days from now."
        )
        yield f"Deadlines that would now be later: {', '.join(moved) or 'none'}."
        if late:
            yield wrapped(f"Dates that come after the end of the council: {', '.join(late)}.")
        if library.differs:
            yield "The bank holidays as installed are not those that were published:"
            yield from lines_of(published, library)
        else:
            yield f"As installed, all {len(published.days)} published bank holidays agree."
        if pair is not None:
            yield from lines_of(*pair)

    code = DONE
    if library.differs or (against is not None and against.differs):
        code = NOT_VERIFIED
    elif moved or late or left < NEAR_ITS_END.days:
        code = NEEDS_A_PERSON
    warnings = (*now_later(moved), *_ends_soon(left))
    return Answer(data=data, text=text(), warnings=warnings, code=code)


def _ends_soon(left: int) -> Iterator[str]:
    if left < NEAR_ITS_END.days:
        yield (
            "The calendar ends soon. Once the government has published later years, upgrade "
            "council-decisions, or adopt its list, for each council: decisions calendar import "
            "FILE --adopt"
        )


def calendar_horizon(
    council: options.Council = None,
) -> Answer:
    """Show how far days can be counted, and the last day to begin each of a council's periods.

    Exit 8 within 180 days of the end.

    Example: decisions calendar horizon --council herefordshire
    """
    context = Context(council=council)
    name, engine = context.council_name(), context.counting_engine
    calendar, today = engine.calendars.of(name), parsing.today(engine.clock)
    left = (calendar.complete_through - today).days
    last = list(reaches(engine.constitutions.in_use(name).in_force_on(today), calendar))

    def data() -> object:
        from workflow.answers.council_calendar import horizon_answer

        return horizon_answer(calendar, today, last)

    def text() -> Iterator[str]:
        yield (
            f"{name}: the bank holidays of {calendar.nation.label} are published to "
            f"{spoken_day(calendar.complete_through)}, {left} days from now."
        )
        others = context.other_councils(name)
        if others:
            yield wrapped(
                "Past that day nothing is counted for it. The close runs until the last calendar "
                f"of the register ends; close --council {name} only until then."
            )
            yield wrapped(
                f"This is of {name} alone. Ask for each other council too: --council "
                f"{joined(others)}."
            )
        else:
            yield "Past that day nothing is counted, and the close does not run."
        yield from _lines(last)

    code = NEEDS_A_PERSON if left < NEAR_ITS_END.days else DONE
    return Answer(data=data, text=text(), warnings=_ends_soon(left), code=code)


def _lines(last: list[Reach]) -> Iterator[str]:
    if last:
        yield "The last day from which each can still be counted:"
    for each in last:
        yield wrapped(
            f"{spoken_day(each.day)}  {table_named(each.name).title}: {each.words}", "  ", "      "
        )
