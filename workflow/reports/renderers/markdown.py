"""A report as Markdown, ready for an agenda. What was typed by others is made safe."""

from collections.abc import Iterator

from workflow.clock import spoken_day
from workflow.explanation.renderers.markdown import safe
from workflow.reports.contents import Period, Report, ReportLine
from workflow.reports.renderers.figures import figures, next_due, notes


def markdown(report: Report) -> str:
    """Set a report out as Markdown: its figures, the periods before, and each decision."""
    parts = [
        f"# {report.subject.label}",
        f"{report.council_name}, {_days(report.now)}.",
        f"{figures(report, report.now, '**')}.",
        _duty(report),
        "\n".join((*_heads(report), *(_row(each) for each in (report.now, *report.before)))),
        *notes(report),
        *(part for line in report.lines for part in _line(report, line)),
    ]
    return "\n\n".join(parts) + "\n"


def _days(period: Period) -> str:
    return f"{spoken_day(period.since)} to {spoken_day(period.until)}"


def _duty(found: Report) -> str:
    under = f"Reported under {found.duty}. " if found.duty.link else ""
    due = "" if found.next_due is None else f" {next_due(found, found.next_due)}."
    return f"{under}{found.duty.words}{due}"


def _heads(report: Report) -> tuple[str, str]:
    """Give the heading of the table of periods, each column with what it counts."""
    if report.now.requests is None:
        return "| Period | Number | Of all | Share |", "| --- | --- | --- | --- |"
    return (
        "| Period | Requests received | Published and asked about | Of all published | Share |",
        "| --- | --- | --- | --- | --- |",
    )


def _row(period: Period) -> str:
    requests = () if period.requests is None else (str(period.requests),)
    cells = (_days(period), *requests, str(period.number), str(period.of_all), period.share)
    return f"| {' | '.join(cells)} |"


def _line(report: Report, line: ReportLine) -> Iterator[str]:
    yield f"## {line.ref}: {safe(line.title)}"
    says_made = report.subject.day_is == "made"
    made = "" if says_made or line.made_on is None else f"Made on {spoken_day(line.made_on)}. "
    day = f"{report.subject.day_is.capitalize()} on {spoken_day(line.day)}"
    yield f"{made}{day}: {safe(line.outcome)}."
    if line.reason:
        yield f"Reason: {safe(line.reason)}"
    if line.by_whom:
        yield f"By: {safe(line.by_whom)}"
