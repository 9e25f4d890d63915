"""The two instants of a period's end: the last for a request, and the first in effect."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import assert_never

from workflow.calendars.days import Calendar
from workflow.clock import at_hour, next_day, spoken_day, start_of_day
from workflow.errors import Invalid
from workflow.model.call_in_period import TakesEffect


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a period ends: its last day, its last instant, and when the decision takes effect."""

    last_day: date
    """The last civil day in London on which a request may be made."""
    request_deadline: datetime
    """The last instant for a request, in UTC (see `deadline_included`)."""
    deadline_included: bool
    """True for “by 17:00”, when 17:00:00 is in time; False for “end of day”, the next London
    midnight, which is not."""
    effective_from: datetime
    """The instant, in UTC, at which the decision takes effect if it is not called in."""


def ending(
    calendar: Calendar, last_day: date, request_by: time | None, takes_effect: TakesEffect
) -> Ending:
    """Give both instants of a period that ends on this civil day in London.

    `request_by` is an hour by London's clocks, or None for the end of the day. Raises Invalid for
    an instant in place of the day, an hour with a time zone of its own, and the hour 00:00; and
    BeyondCalendar for a day, or a next working day, that the calendar does not reach.
    """
    if isinstance(last_day, datetime):
        raise Invalid(
            f"A period ends on a day, not at an instant: {last_day.isoformat()} was given.",
            remedy="Give the civil day in London, and the hour by itself.",
        )
    calendar.must_cover(last_day)
    # By the council's own rule: the hour, or the end of the day. The end of a day is the midnight
    # that follows it, which is too late; "by 5 pm" takes in 17:00:00.
    if request_by is None:
        deadline = start_of_day(next_day(last_day))
    else:
        # By section 3 of the Summer Time Act 1972: an hour in a rule or a notice is summer time
        # while that lasts. By section 9 of the Interpretation Act 1978: else it is Greenwich's.
        deadline = at_hour(last_day, _london_hour(request_by, last_day))
    # By the council's own rule: when a decision takes effect that was not called in.
    match takes_effect:
        case TakesEffect.AT_THE_END:
            effective = deadline
        case TakesEffect.NEXT_DAY:
            effective = start_of_day(next_day(last_day))
        case TakesEffect.NEXT_WORKING_DAY:
            effective = start_of_day(calendar.next_working_day(last_day))
        case _:
            assert_never(takes_effect)
    assert effective >= deadline, "a decision cannot take effect before its deadline"
    return Ending(
        last_day=last_day,
        request_deadline=deadline,
        deadline_included=request_by is not None,
        effective_from=effective,
    )


def _london_hour(hour: time, last_day: date) -> time:
    if hour.tzinfo is not None:
        raise Invalid(
            f"The hour {hour.isoformat()} has a time zone of its own.",
            remedy="Give the hour as London's clocks show it, for example 17:00.",
        )
    if hour == time():
        raise Invalid(
            f"“By 00:00” on {spoken_day(last_day)} is the moment that day begins, so the day "
            "itself would be lost.",
            remedy="For the end of the day, leave the hour out.",
        )
    return hour
