"""A report set out on a page as wide as the face that shows it; its lines stand in a table."""

from collections.abc import Iterator

from workflow.clock import spoken_day
from workflow.explanation.renderers.page import Page
from workflow.reports.contents import Report
from workflow.reports.renderers.figures import figures, figures_before, next_due, notes


def page_lines(report: Report, page: Page) -> Iterator[str]:
    """Give what stands above the table: the figures, the periods before, and the duty."""
    now, duty = report.now, report.duty
    days = f"{spoken_day(now.since)} to {spoken_day(now.until)}"
    yield page.wrapped(f"{report.subject.label}: {report.council_name}, {days}", "", "  ")
    yield page.wrapped(figures(report, now), "  ", "    ")
    for each in report.before:
        days = f"{spoken_day(each.since)} to {spoken_day(each.until)}"
        yield page.wrapped(f"before, {days}: {figures_before(report, each)}", "  ", "    ")
    under = f"Duty: {duty}. {duty.words}" if duty.link else duty.words
    yield page.wrapped(under, "  ", "        ")
    if report.next_due is not None:
        yield page.wrapped(f"{next_due(report, report.next_due)}.", "  ", "    ")
    for note in notes(report):
        yield page.wrapped(note, "  ", "  ")
