"""The figures of a report in words, each with what it counts."""

from collections.abc import Iterator
from datetime import date

from workflow.clock import spoken_day
from workflow.reports.contents import Period, Report


def figures(report: Report, period: Period, strong: str = "") -> str:
    """Give the figures of a period: "3 of 10 decisions made (30.0 %)"."""
    number, among = f"{strong}{period.number}{strong}", report.subject.among
    if period.requests is None:
        return f"{number} of {period.of_all} decisions {among} ({period.share})"
    received = f"{period.requests} request{'' if period.requests == 1 else 's'} received"
    sentence = f"{number} of {period.of_all} decisions {among} asked about ({period.share})"
    return f"{received}; {sentence}"


def figures_before(found: Report, period: Period) -> str:
    """Give the figures of a period before: in few words, where those of now say what they count."""
    if period.requests is None:
        return f"{period.number} of {period.of_all} ({period.share})"
    return figures(found, period)


def next_due(report: Report, due: date) -> str:
    """Say when the next report is due, if this one is made."""
    reported = spoken_day(report.now.until)
    return f"If this is reported for the period to {reported}, the next is due by {spoken_day(due)}"


def notes(report: Report) -> Iterator[str]:
    """Give what a reader must know of the figures."""
    if report.note:
        yield report.note
    if report.register_begins is not None:
        yield (
            f"The register begins {spoken_day(report.register_begins)}: of the days before, it has "
            "only what was imported or entered late."
        )
