"""The end of a period, to the second, across both changes of the clocks and at the cut-off."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from workflow.authority import Authority
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.instants import ending
from workflow.calendars.nations import Nation
from workflow.model.call_in_period import CallInPeriod, CountedFrom, PeriodRule, TakesEffect, Unit

FIVE = time(17)
SECOND = timedelta(seconds=1)


@pytest.fixture
def calendar() -> Calendar:
    """England's calendar."""
    return calendar_for(Nation.ENGLAND)


def utc(month: int, day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """Give an instant in 2026."""
    return datetime(2026, month, day, hour, minute, second, tzinfo=UTC)


def window(
    calendar: Calendar, last_day: date, by: time | None, effect: TakesEffect
) -> CallInPeriod:
    """Give a window that ends as this period does."""
    end = ending(calendar, last_day, by, effect)
    rule = PeriodRule(
        days=5,
        unit=Unit.WORKING,
        counted_from=CountedFrom.PUBLICATION,
        start_day_counts=False,
        request_by=by,
        takes_effect=effect,
    )
    return CallInPeriod(
        rule=rule,
        authority=Authority(title="Constitution", rule="call-in", words="Five working days."),
        edition="1",
        counted_from=last_day,
        last_day=end.last_day,
        request_deadline=end.request_deadline,
        deadline_included=end.deadline_included,
        effective_from=end.effective_from,
        calendar_hash=calendar.hash,
    )


AT_FIVE = [
    (date(2026, 3, 27), utc(3, 27, 17)),  # Friday, in winter time
    (date(2026, 3, 28), utc(3, 28, 17)),  # the eve of the change
    (date(2026, 3, 29), utc(3, 29, 16)),  # the clocks have gone forward
    (date(2026, 3, 30), utc(3, 30, 16)),
    (date(2026, 10, 23), utc(10, 23, 16)),  # Friday, in summer time
    (date(2026, 10, 24), utc(10, 24, 16)),  # the eve of the change
    (date(2026, 10, 25), utc(10, 25, 17)),  # the clocks have gone back
    (date(2026, 10, 26), utc(10, 26, 17)),
]


@pytest.mark.parametrize(("last_day", "deadline"), AT_FIVE, ids=str)
def test_by_five_is_five_by_london_s_clocks(
    calendar: Calendar, last_day: date, deadline: datetime
) -> None:
    """The hour is London's, whichever time its clocks keep that day."""
    end = ending(calendar, last_day, FIVE, TakesEffect.AT_THE_END)
    assert end.request_deadline == end.effective_from == deadline
    assert end.request_deadline.utcoffset() == timedelta(0)
    assert end.deadline_included is True


END_OF_DAY = [
    (date(2026, 3, 27), utc(3, 28, 0)),
    (date(2026, 3, 28), utc(3, 29, 0)),
    (date(2026, 3, 29), utc(3, 29, 23)),  # a day of 23 hours
    (date(2026, 3, 30), utc(3, 30, 23)),
    (date(2026, 10, 23), utc(10, 23, 23)),
    (date(2026, 10, 24), utc(10, 24, 23)),
    (date(2026, 10, 25), utc(10, 26, 0)),  # a day of 25 hours
    (date(2026, 10, 26), utc(10, 27, 0)),
]


@pytest.mark.parametrize(("last_day", "midnight"), END_OF_DAY, ids=str)
def test_the_end_of_the_day_is_the_next_london_midnight(
    calendar: Calendar, last_day: date, midnight: datetime
) -> None:
    """The last second of the day is in time; midnight is not."""
    shut = window(calendar, last_day, None, TakesEffect.NEXT_DAY)
    assert shut.request_deadline == shut.effective_from == midnight
    assert shut.deadline_included is False
    assert shut.in_time(midnight - SECOND)
    assert not shut.in_time(midnight)
    assert not shut.has_run_out(midnight - SECOND)
    assert shut.has_run_out(midnight)


@pytest.mark.parametrize(
    ("last_day", "monday"),
    [(date(2026, 3, 27), utc(3, 29, 23)), (date(2026, 10, 23), utc(10, 26, 0))],
    ids=["spring", "autumn"],
)
def test_the_next_working_day_begins_on_the_far_side_of_the_change(
    calendar: Calendar, last_day: date, monday: datetime
) -> None:
    """A Friday's deadline takes effect when Monday begins in London, across the change."""
    end = ending(calendar, last_day, FIVE, TakesEffect.NEXT_WORKING_DAY)
    assert end.effective_from == monday
    assert end.request_deadline < end.effective_from


def test_the_three_ways_of_taking_effect(calendar: Calendar) -> None:
    """By 5pm on Fri 18 Dec 2026: at once, on the Saturday, or on the Monday."""
    friday = date(2026, 12, 18)
    took = [ending(calendar, friday, FIVE, way).effective_from for way in TakesEffect]
    assert took == [utc(12, 18, 17), utc(12, 19, 0), utc(12, 21, 0)]


def test_the_next_working_day_after_christmas_eve(calendar: Calendar) -> None:
    """From Thu 24 Dec 2026 it is Tue 29 December."""
    end = ending(calendar, date(2026, 12, 24), None, TakesEffect.NEXT_WORKING_DAY)
    assert end.request_deadline == utc(12, 25, 0)
    assert end.effective_from == utc(12, 29, 0)


@pytest.mark.parametrize("last_day", [date(2026, 1, 15), date(2026, 7, 15)], ids=str)
def test_five_o_clock_is_in_time_and_a_second_later_is_not(
    calendar: Calendar, last_day: date
) -> None:
    """16:59:59 and 17:00:00 are in time, in winter and in summer; 17:00:01 is late."""
    shut = window(calendar, last_day, FIVE, TakesEffect.AT_THE_END)
    five = shut.request_deadline
    assert shut.in_time(five - SECOND)
    assert shut.in_time(five)
    assert not shut.in_time(five + SECOND)
    assert not shut.has_run_out(five)
    assert shut.has_run_out(five + SECOND)
