"""What must be so before a decision is held: by when an officer's report is to be considered
can be counted, where a rule says so."""

from datetime import date

from workflow.calendars.counting import count
from workflow.constitution.provisions.report import OFFICER_REPORT
from workflow.model.call_in_period import Unit
from workflow.model.holder import Holder
from workflow.procedures.case import Case
from workflow.procedures.holds.inputs import Hold


def consider_by(case: Case, holder: Holder, day: date) -> date | None:
    """Give the last day on which to consider an officer's report, or None where no rule says.

    The days begin with that day, the report's own; BeyondCalendar past the horizon.
    """
    provision = case.in_force[OFFICER_REPORT]
    if provision is None or provision.value is None or holder is Holder.COURT:
        return None
    counted = count(
        case.rules.calendar(), day, provision.value.days, unit=Unit.CALENDAR, start_counts=True
    )
    return counted.last_day


def can_be_counted(case: Case) -> None:
    """The time for considering an officer's report, if a rule gives one, is within the calendar."""
    details = case.inputs
    if isinstance(details, Hold):
        consider_by(case, details.on_account_of, case.day)
