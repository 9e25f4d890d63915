"""How a list of days compares with a calendar, in words."""

from collections.abc import Iterator

from workflow.calendars.lists.compare import ComparedDays
from workflow.calendars.lists.day_list import DayList
from workflow.clock import spoken_day


def lines_of(almanac: DayList, found: ComparedDays) -> Iterator[str]:
    """Give the lines that tell each difference."""
    yield f"{almanac.name}: {almanac.form}, {len(almanac.days)} days."
    for heading, days in (
        ("New: a working day here until now", found.new),
        ("Gone: a bank holiday here, and not in the file", found.gone),
        ("Gone from the file, and kept here: a past day is never taken out", found.past),
        ("Proclaimed here, and not in the file: reopen it by hand if it is undone", found.own),
        ("A day off here already, of the council's own", found.claimed),
    ):
        if days:
            yield f"{heading}:"
            for day, title in days.items():
                yield f"  {spoken_day(day)}  {title}"
    if found.through is not None:
        yield f"It reaches further: bank holidays published to {spoken_day(found.through)}."
    if found.lacking:
        years = ", ".join(map(str, found.lacking))
        yield f"Not whole in the file, and so not compared: {years}."
    if found.renamed:
        yield f"{len(found.renamed)} are called otherwise here; no date turns on a name."
    if not (found.differs or found.is_news):
        yield "Every day counts the same."
