"""A report to a council, as every face gives it."""

from dataclasses import dataclass, field
from datetime import date

from workflow.answer_fields import INLINE
from workflow.authority import Authority
from workflow.reports.contents import Period, Report, ReportLine, ReportSubject


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFigures:
    """A number of decisions in a period, of all decisions in it."""

    since: date
    """The first day."""
    until: date
    """The last day, included."""
    number: int
    """How many. In `call-ins`: how many decisions published in the period had a request, whenever
    it came."""
    of_all: int
    """How many decisions there were in all."""
    share: str
    """The percentage."""
    requests: int | None
    """How many call-in requests were received in the period; null in other reports."""


def _figures(period: Period) -> PeriodFigures:
    return PeriodFigures(
        since=period.since,
        until=period.until,
        number=period.number,
        of_all=period.of_all,
        share=period.share,
        requests=period.requests,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAnswer:
    """A report to a council on one matter, for a period of days."""

    report: ReportSubject
    """Its subject."""
    council: str
    """The council, by its short name."""
    period: PeriodFigures = field(metadata=INLINE)
    """The period and its figures."""
    among: str
    """Of which decisions: all that were `made` in the period, or all that were `published`."""
    duty: Authority
    """The duty to report."""
    next_due: date | None
    """When the next report is due; null if no rule on file says how often."""
    before: tuple[PeriodFigures, ...]
    """The three periods of the same length before it, the latest first."""
    lines: tuple[ReportLine, ...]
    """Each decision; in `call-ins`, each request."""
    note: str
    """A warning about it."""


def report_answer(found: Report) -> ReportAnswer:
    """Give a report to a council."""
    return ReportAnswer(
        report=found.subject,
        council=found.council,
        period=_figures(found.now),
        among=found.subject.among,
        duty=found.duty,
        next_due=found.next_due,
        before=tuple(_figures(each) for each in found.before),
        lines=found.lines,
        note=found.note,
    )
