"""The lines of a report as rows of a table, for a page of text or a spreadsheet."""

from collections.abc import Iterator
from typing import Final

from workflow.reports.contents import Report

HEADINGS: Final = ("REF", "DAY", "MADE", "TITLE", "REASON", "WHO", "OUTCOME")


def headings(found: Report) -> tuple[str, ...]:
    """Give the headings, with what happened on the day by which a line falls in the period."""
    return tuple(found.subject.day_is.upper() if each == "DAY" else each for each in HEADINGS)


def rows(found: Report) -> Iterator[tuple[str, ...]]:
    """Give a row for each decision, or for each request."""
    for line in found.lines:
        made = "" if line.made_on is None else line.made_on.isoformat()
        day = line.day.isoformat()
        yield line.ref, day, made, line.title, line.reason, line.by_whom, line.outcome
