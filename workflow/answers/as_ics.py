"""The one writer of calendar files: a decision's dates, a deadline, a plan, what needs a person
today or what is published every week, as all-day entries."""

from collections.abc import Sequence
from datetime import datetime

from workflow.clock import start_of_day
from workflow.explanation import deadline_document
from workflow.explanation.calendar_entries import DecisionDates
from workflow.explanation.deadline import Deadline
from workflow.explanation.renderers.ical import ics
from workflow.planning import wording
from workflow.planning.planned import Plan
from workflow.publishing.published_days import PublishedDays
from workflow.today.calendar_days import days_of
from workflow.today.matter import Today


def as_ics(
    dates: DecisionDates | Deadline | Plan | PublishedDays | Today | Sequence[Today],
    *,
    made_at: datetime | None = None,
) -> str:
    """Give dates as a calendar file (iCalendar, RFC 5545); the identity of each never changes.

    `made_at` is when a plan was made: the start of its day, if left out. Raises Invalid where the
    extra `ics` is not installed.
    """
    if isinstance(dates, DecisionDates):
        return ics(dates.days)
    if isinstance(dates, PublishedDays):
        return ics(dates.days, product="notice")
    if isinstance(dates, Deadline):
        return ics(deadline_document.days_of(dates))
    if isinstance(dates, Plan):
        return ics(wording.days_of(dates, made_at or start_of_day(dates.today)), product="plan")
    every = [dates] if isinstance(dates, Today) else dates
    return ics([day for each in every for day in days_of(each)], product="today")
