"""How a list of days compares with a calendar, in words."""

from collections.abc import Iterator

from workflow.calendars.lists.compare import ComparedDays
from workflow.calendars.lists.day_list import DayList
from workflow.clock import spoken_day


def lines_of(almanac: DayList, compared: ComparedDays) -> Iterator[str]:
    """Give the lines that tell each difference."""
    yield f"{almanac.name}: {almanac.form}, {len(almanac.days)} days."
    for heading, days in (
        ("New: a working day here until now", compared.new),
        ("Gone: a bank holiday here, and not in the file", compared.gone),
        ("Gone from the file, and kept here: a past day is never taken out", compared.past),
        ("Proclaimed here, and not in the file: reopen it by hand if it is undone", compared.own),
        ("A day off here already, of the council's own", compared.claimed),
    ):
        if days:
            yield f"{heading}:"
            for day, title in days.items():
                yield f"  {spoken_day(day)}  {title}"
    if compared.through is not None:
        yield f"It reaches further: bank holidays published to {spoken_day(compared.through)}."
    if compared.lacking:
        years = ", ".join(map(str, compared.lacking))
        yield f"Not whole in the file, and so not compared: {years}."
    if compared.renamed:
        number = len(compared.renamed)
        yield f"Named otherwise in the file than here: {number}. No date turns on a name."
    if not (compared.differs or compared.is_news):
        yield "Every day counts the same."
