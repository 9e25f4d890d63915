"""Counting: what is given back, the workings, and what is refused."""

import dataclasses
from datetime import UTC, date, datetime

import pytest

from workflow.calendars.counting import DayCounted, count
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.nations import Nation
from workflow.errors import BeyondCalendar, Invalid
from workflow.model.call_in_period import Unit

THURSDAY = date(2018, 10, 18)


@pytest.fixture
def calendar() -> Calendar:
    """England's calendar."""
    return calendar_for(Nation.ENGLAND)


def test_four_working_days_after_18_october_2018(calendar: Calendar) -> None:
    """They are 19, 22, 23 and 24 October, and the weekend is explained."""
    counted = count(calendar, THURSDAY, 4)
    assert counted.last_day == date(2018, 10, 24)
    assert counted.day_after == date(2018, 10, 25)
    assert counted.day_before == date(2018, 10, 23)
    assert counted.workings() == (
        DayCounted(day=date(2018, 10, 18), number=None, why="the day it is counted from"),
        DayCounted(day=date(2018, 10, 19), number=1, why=""),
        DayCounted(day=date(2018, 10, 20), number=None, why="Saturday"),
        DayCounted(day=date(2018, 10, 21), number=None, why="Sunday"),
        DayCounted(day=date(2018, 10, 22), number=2, why=""),
        DayCounted(day=date(2018, 10, 23), number=3, why=""),
        DayCounted(day=date(2018, 10, 24), number=4, why=""),
    )


def test_five_days_counting_the_day_of_publication_end_there_too(calendar: Calendar) -> None:
    """From and including Thu 18 Oct 2018, day 5 is Wed 24 October."""
    counted = count(calendar, THURSDAY, 5, start_counts=True)
    assert counted.last_day == date(2018, 10, 24)
    assert counted.workings()[0] == DayCounted(day=THURSDAY, number=1, why="")


def test_the_workings_name_a_bank_holiday(calendar: Calendar) -> None:
    """Over Easter 2026, Good Friday and Easter Monday are passed over by name."""
    why = [row.why for row in count(calendar, date(2026, 4, 2), 1).workings()]
    assert why == [
        "the day it is counted from",
        "Good Friday (bank holiday)",
        "Saturday",
        "Sunday",
        "Easter Monday (bank holiday)",
        "",
    ]


def test_the_workings_backwards_run_backwards(calendar: Calendar) -> None:
    """From Tue 7 Apr 2026 the working day before is Thu 2 April."""
    counted = count(calendar, date(2026, 4, 7), 1, backwards=True)
    told = counted.workings()
    assert counted.last_day == date(2026, 4, 2)
    assert [row.day.day for row in told] == [7, 6, 5, 4, 3, 2]
    assert told[-1].number == 1


def test_one_day_that_is_the_start_itself(calendar: Calendar) -> None:
    """Day 1, from and including a working day, is that day, both ways."""
    for backwards in (False, True):
        counted = count(calendar, THURSDAY, 1, start_counts=True, backwards=backwards)
        assert counted.last_day == THURSDAY
        assert counted.workings() == (DayCounted(day=THURSDAY, number=1, why=""),)


def test_the_last_day_of_the_calendar_can_be_its_own_day_1(calendar: Calendar) -> None:
    """Counting the start asks nothing of the days beyond."""
    friday = date(2028, 12, 29)
    assert count(calendar, friday, 1, start_counts=True).last_day == friday
    with pytest.raises(BeyondCalendar):
        count(calendar, friday, 2, start_counts=True)
    with pytest.raises(BeyondCalendar):
        count(calendar, date(2028, 12, 30), 1, start_counts=True)


def test_a_start_that_does_not_work_gives_its_reason(calendar: Calendar) -> None:
    """Counted from and including a Saturday, Saturday is passed over as one."""
    told = count(calendar, date(2018, 10, 20), 1, start_counts=True).workings()
    assert [(row.number, row.why) for row in told] == [
        (None, "Saturday"),
        (None, "Sunday"),
        (1, ""),
    ]


def test_calendar_days_number_every_day(calendar: Calendar) -> None:
    """Saturday and Sunday have their numbers too."""
    told = count(calendar, date(2018, 10, 19), 3, unit=Unit.CALENDAR).workings()
    assert [row.number for row in told] == [None, 1, 2, 3]


def test_the_question_is_kept_with_the_answer(calendar: Calendar) -> None:
    """A count says what was asked, and cannot be changed."""
    counted = count(calendar, THURSDAY, 3, unit=Unit.CLEAR_WORKING, backwards=True)
    assert (counted.start, counted.days, counted.unit) == (THURSDAY, 3, Unit.CLEAR_WORKING)
    assert (counted.start_counts, counted.backwards) == (False, True)
    assert counted.calendar is calendar
    with pytest.raises(dataclasses.FrozenInstanceError):
        counted.last_day = THURSDAY  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        counted.workings()[0].number = 9  # type: ignore[misc]


@pytest.mark.parametrize("days", [0, -1, 3651, 10**9, 10**30, True, False, 5.0, "5", None])
def test_a_number_that_cannot_be_counted_is_invalid(calendar: Calendar, days: object) -> None:
    """Only whole numbers from 1 to 3,650 are taken, and the cure says so."""
    with pytest.raises(Invalid, match="is not a number of days that can be counted") as refused:
        count(calendar, THURSDAY, days)  # type: ignore[arg-type]
    assert refused.value.cure == "Give a whole number of days from 1 to 3,650, such as 5."


def test_the_longest_count_is_ten_years_of_days(calendar: Calendar) -> None:
    """3,650 is taken, and arrives."""
    counted = count(calendar, date(2012, 1, 3), 3650)
    assert counted.last_day == date(2026, 6, 16)
    assert sum(row.number is not None for row in counted.workings()) == 3650


@pytest.mark.parametrize(
    "start", [datetime(2018, 10, 18), datetime(2018, 10, 18, 9, tzinfo=UTC), "2018-10-18", None]
)
def test_a_start_that_is_not_a_day_is_invalid(calendar: Calendar, start: object) -> None:
    """An instant is not quietly cut down to a day: which day depends on the clock."""
    for unit in Unit:
        with pytest.raises(Invalid, match="A count starts from a day, not from") as refused:
            count(calendar, start, 5, unit=unit)  # type: ignore[arg-type]
        assert "civil day in London" in refused.value.cure


def test_clear_days_cannot_count_their_start(calendar: Calendar) -> None:
    """The two contradict one another, and the refusal says why."""
    with pytest.raises(Invalid, match="Clear days leave out the day they are counted from"):
        count(calendar, THURSDAY, 3, unit=Unit.CLEAR_WORKING, start_counts=True)


@pytest.mark.parametrize("start", [date.min, date.max])
@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("backwards", [False, True])
def test_the_ends_of_time_are_beyond_the_calendar(
    calendar: Calendar, start: date, unit: Unit, backwards: bool
) -> None:
    """Year 1 and year 9999 are refused in a sentence, for 1 day and for 3,650."""
    for days in (1, 3650):
        with pytest.raises(BeyondCalendar, match=r"is before Sat 1 Jan 2011|is after Sun 31 Dec"):
            count(calendar, start, days, unit=unit, backwards=backwards)


def test_a_count_past_what_is_published_is_marked_provisional() -> None:
    """Forwards into 2029, or backwards out of it; a count within 2028 is not."""
    calendar = calendar_for(Nation.ENGLAND, provisional_to=date(2029, 12, 31))
    assert count(calendar, date(2028, 12, 29), 1).provisional is True
    assert count(calendar, date(2029, 1, 10), 20, backwards=True).provisional is True
    assert count(calendar, date(2028, 12, 1), 5).provisional is False
    assert count(calendar_for(Nation.ENGLAND), date(2028, 12, 1), 5).provisional is False
