"""Recording that a report was made to council, and reading which were."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final, final

from workflow.answer_fields import given_as
from workflow.clock import london_day, spoken_day
from workflow.errors import Invalid
from workflow.model.people import Role
from workflow.procedures.attempt import Refused
from workflow.register.act import Act
from workflow.register.events import ReportMade
from workflow.register.journal import read
from workflow.register.ports import UnitOfWork
from workflow.text import day

STREAM: Final = "reports/"
RECORDED_BY: Final = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
"""Who records that a report was made."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedReport:
    """A report that was made to council."""

    subject: str = field(metadata=given_as("report"))
    """Its subject."""
    since: date
    """The first day of its period."""
    until: date
    """The last day of its period, included."""
    made_on: date
    """The day on which it was made to council."""


def record_report(
    act: Act, council: str, subject: str, since: date, until: date, made_on: date
) -> RecordedReport | Refused:
    """Record that a report for a period was made to council on a day.

    The proper officer or the monitoring officer does it. What is on record already is not written
    again. Raises Invalid for a day to come, and for one before the period ended.
    """
    first, last = day(since, "first day"), day(until, "last day")
    made = day(made_on, "day on which the report was made")
    today = london_day(act.now)
    if last < first:
        raise Invalid(f"The period ends on {spoken_day(last)}, before it begins.")
    if made > today:
        raise Invalid(
            f"A report is recorded once it has been made, and {spoken_day(made)} has not come yet.",
            remedy="Record it on that day or later.",
        )
    if made < last:
        raise Invalid(
            f"The report was made on {spoken_day(made)}, before its period ended on "
            f"{spoken_day(last)}.",
            remedy="Give the last day that the report covers: --until DATE",
        )
    role = next((each for each in RECORDED_BY if each in act.by.roles), None)
    if role is None:
        return act.not_authorised("report", RECORDED_BY, council)
    report = RecordedReport(subject=subject, since=first, until=last, made_on=made)
    if report not in recorded_reports(act.work, council):
        event = ReportMade(at=act.now, subject=subject, since=first, until=last, made_on=made)
        act.record(STREAM + council, event, role)
    return report


def recorded_reports(work: UnitOfWork, council: str) -> tuple[RecordedReport, ...]:
    """Give the reports to a council that are on record, in the order in which they were entered."""
    events = (read(entry).event for entry in work.journal.stream(STREAM + council))
    return tuple(
        RecordedReport(
            subject=each.subject, since=each.since, until=each.until, made_on=each.made_on
        )
        for each in events
        if isinstance(each, ReportMade)
    )
