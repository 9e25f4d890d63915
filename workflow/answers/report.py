"""A report to a council, as every face gives it."""

from dataclasses import dataclass, field
from datetime import date

from workflow.answer_fields import INLINE
from workflow.authority import Authority
from workflow.reports.contents import Period, Report, ReportLine, ReportSubject


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFigures:
    """So many of all decisions of a period."""

    since: date
    """The first day."""
    until: date
    """The last day, included."""
    number: int
    """How many. In the report of `call-ins`: of what was published in the period and asked about,
    whenever the request came."""
    of_all: int
    """How many decisions there were in all."""
    share: str
    """The part of all, in per cent."""
    requests: int | None
    """How many requests to call in were received in the period; null in every other report."""


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
    """What it is about."""
    council: str
    """The council, by its short name."""
    period: PeriodFigures = field(metadata=INLINE)
    """The period and its figures."""
    among: str
    """Which decisions these are a part of: all that were `made` in the period, or all that were
    `published`."""
    duty: Authority
    """The duty to report."""
    next_due: date | None
    """When the next is due; null where no rule on file says how often."""
    before: tuple[PeriodFigures, ...]
    """Three periods of the same length before it, the latest first."""
    lines: tuple[ReportLine, ...]
    """Each decision; in the report of `call-ins`, each request."""
    note: str
    """What is to be minded about it."""


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
