"""The end of a period: what is refused, and what can never come out."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.calendars.days import calendar_for
from workflow.calendars.instants import ending
from workflow.calendars.nations import Nation
from workflow.errors import BeyondCalendar, Invalid
from workflow.model.call_in_period import TakesEffect

ENGLAND = calendar_for(Nation.ENGLAND)
AT_ONCE = TakesEffect.AT_THE_END


def test_an_instant_is_not_a_last_day() -> None:
    """The hour comes from the rule, and not from the day."""
    with pytest.raises(Invalid, match="A period ends on a day, not at an instant"):
        ending(ENGLAND, datetime(2026, 6, 10, 9, tzinfo=UTC), time(17), AT_ONCE)


def test_an_hour_with_a_zone_is_refused() -> None:
    """A rule's hour is London's: a zone of its own would be silently lost."""
    with pytest.raises(Invalid, match="has a time zone of its own"):
        ending(ENGLAND, date(2026, 6, 10), time(17, tzinfo=UTC), AT_ONCE)


def test_by_midnight_is_refused_because_the_day_would_be_lost() -> None:
    """The hour 00:00 is the start of the day; the end of the day is no hour at all."""
    with pytest.raises(Invalid, match="“By 00:00” on Wed 10 Jun 2026 is the moment") as refused:
        ending(ENGLAND, date(2026, 6, 10), time(0), AT_ONCE)
    assert refused.value.cure == "For the end of the day, leave the hour out."


@pytest.mark.parametrize("day", [date.min, date(2029, 1, 1), date.max])
@pytest.mark.parametrize("effect", TakesEffect)
def test_a_last_day_outside_the_calendar_is_refused(day: date, effect: TakesEffect) -> None:
    """In a sentence, for the first and the last day there is."""
    for hour in (None, time(17)):
        with pytest.raises(BeyondCalendar):
            ending(ENGLAND, day, hour, effect)


def test_the_next_working_day_past_the_horizon_is_refused() -> None:
    """From Fri 29 Dec 2028 it would be in 2029; the next calendar day needs no bank holidays."""
    friday = date(2028, 12, 29)
    with pytest.raises(BeyondCalendar, match="Working day 1 after Fri 29 Dec 2028"):
        ending(ENGLAND, friday, time(17), TakesEffect.NEXT_WORKING_DAY)
    end = ending(ENGLAND, date(2028, 12, 31), None, TakesEffect.NEXT_DAY)
    assert end.effective_from == datetime(2029, 1, 1, tzinfo=UTC)


@given(
    day=st.dates(date(2012, 1, 1), date(2028, 12, 20)),
    hour=st.none() | st.times(min_value=time(0, 0, 1)),
    effect=st.sampled_from(TakesEffect),
)
def test_effect_never_comes_before_the_deadline(
    day: date, hour: time | None, effect: TakesEffect
) -> None:
    """Whatever the rule, the deadline is on the last day or its midnight, and effect follows."""
    end = ending(ENGLAND, day, hour, effect)
    assert end.request_deadline <= end.effective_from
    assert end.last_day == day
    assert end.deadline_included is (hour is not None)
    assert end.request_deadline.utcoffset() == end.effective_from.utcoffset()
