"""The lines of a report as rows of a table, for a page of text or a spreadsheet."""

from collections.abc import Iterator
from typing import Final

from workflow.reports.contents import Report

HEADINGS: Final = ("REF", "DAY", "MADE", "TITLE", "REASON", "WHO", "OUTCOME")


def page_rows(report: Report) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Give the headings and rows for a page: the day by which a line falls in the period is called
    by what happened on it, and the day it was made stands once."""
    day_is = report.subject.day_is.upper()
    named = tuple(day_is if each == "DAY" else each for each in HEADINGS)
    once = [place for place, each in enumerate(named) if named.index(each) == place]
    return (
        tuple(named[place] for place in once),
        [tuple(row[place] for place in once) for row in rows(report)],
    )


def rows(found: Report) -> Iterator[tuple[str, ...]]:
    """Give a row for each decision, or for each request."""
    for line in found.lines:
        made = "" if line.made_on is None else line.made_on.isoformat()
        day = line.day.isoformat()
        yield line.ref, day, made, line.title, line.reason, line.by_whom, line.outcome
