"""Past what is known the calendar refuses: it never wraps round, and never says “no holidays”."""

from datetime import date, timedelta

import pytest

from support.day_by_day import NATIONS, every_day
from workflow.calendars.counting import count
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.errors import BeyondCalendar
from workflow.model.call_in_period import Unit


@pytest.mark.parametrize("nation", NATIONS)
def test_counts_stop_at_the_last_working_day_of_2028(nation: str) -> None:
    """Fri 29 Dec 2028 is the last working day; one more is refused, whatever the start."""
    calendar = calendar_for(Nation(nation))
    last = date(2028, 12, 29)
    for start in every_day(date(2028, 10, 1), date(2028, 12, 31)):
        reached = max((n for n in range(100) if _reaches(calendar.after, start, n)), default=-1)
        assert calendar.after(start, reached) == last
        for n in (reached + 1, reached + 2, reached + 1000, 10**9, 10**30):
            with pytest.raises(BeyondCalendar):
                calendar.after(start, n)
            with pytest.raises(BeyondCalendar):
                calendar.counting_from(start, n + 1)


@pytest.mark.parametrize("nation", NATIONS)
def test_counts_backwards_stop_at_the_first_working_day_of_2011(nation: str) -> None:
    """Tue 4 Jan 2011 (Wed 5 Jan in Scotland) is the first working day; one more is refused."""
    calendar = calendar_for(Nation(nation))
    first = date(2011, 1, 5 if nation == "scotland" else 4)
    for start in every_day(date(2011, 1, 1), date(2011, 3, 31)):
        reached = max(n for n in range(100) if _reaches(calendar.before, start, n))
        assert calendar.before(start, reached) == (first if start >= first or not reached else None)
        for n in (reached + 1, reached + 2, reached + 1000, 10**9, 10**30):
            with pytest.raises(BeyondCalendar):
                calendar.before(start, n)
    for start in every_day(date(2011, 1, 1), first - timedelta(days=1)):
        with pytest.raises(BeyondCalendar):
            calendar.after(start, 0)


def _reaches(ask: object, start: date, n: int) -> bool:
    try:
        ask(start, n)  # type: ignore[operator]
    except BeyondCalendar:
        return False
    return True


@pytest.mark.parametrize("day", [date(2028, 12, 30), date(2028, 12, 31)])
def test_the_last_weekend_has_no_working_day_on_or_after(day: date) -> None:
    """Backwards by nought from the last weekend would be in 2029."""
    with pytest.raises(BeyondCalendar):
        calendar_for(Nation.ENGLAND).before(day, 0)
    assert calendar_for(Nation.ENGLAND).before(day, 1) == date(2028, 12, 29)


OUTSIDE = [date.min, date(2010, 12, 31), date(2029, 1, 1), date(2101, 12, 25), date.max]


@pytest.mark.parametrize("day", OUTSIDE)
@pytest.mark.parametrize("nation", NATIONS)
def test_a_start_outside_is_refused_however_it_is_asked(nation: str, day: date) -> None:
    """From year 1 to year 9999 the answer is a sentence, and no other kind of error."""
    calendar = calendar_for(Nation(nation))
    assert not calendar.covers(day)
    for n in (0, 1, 5, 28, 3650):
        for ask in (calendar.after, calendar.before):
            with pytest.raises(BeyondCalendar):
                ask(day, n)
    for question in (
        calendar.is_working,
        calendar.why_not,
        calendar.next_working_day,
        calendar.is_provisional,
        calendar.must_cover,
    ):
        with pytest.raises(BeyondCalendar):
            question(day)
    with pytest.raises(BeyondCalendar):
        calendar.counting_from(day, 1)
    for unit in Unit:
        for backwards in (False, True):
            with pytest.raises(BeyondCalendar):
                count(calendar, day, 5, unit=unit, backwards=backwards)


def test_calendar_days_are_bounded_too() -> None:
    """A count of calendar days may reach the horizon, and not pass it."""
    calendar = calendar_for(Nation.WALES)
    assert count(calendar, date(2028, 12, 30), 1, unit=Unit.CALENDAR).last_day.day == 31
    assert count(calendar, date(2028, 12, 30), 1, unit=Unit.CALENDAR).day_after == date(2029, 1, 1)
    with pytest.raises(BeyondCalendar, match=r"Day 2 after Sat 30 Dec 2028 is after Sun 31 Dec"):
        count(calendar, date(2028, 12, 30), 2, unit=Unit.CALENDAR)
    with pytest.raises(BeyondCalendar, match=r"Day 3 before Mon 3 Jan 2011 is before Sat 1 Jan"):
        count(calendar, date(2011, 1, 3), 3, unit=Unit.CALENDAR, backwards=True)


def test_christmas_2103_is_not_called_a_working_day() -> None:
    """Not even a provisional calendar goes past 2099, where the rules give out silently."""
    with pytest.raises(BeyondCalendar, match="too far ahead"):
        calendar_for(Nation.ENGLAND, provisional_to=date(2103, 12, 25))
    furthest = calendar_for(Nation.ENGLAND, provisional_to=date(2099, 2, 1))
    assert furthest.last == date(2099, 12, 31)
    assert furthest.why_not(date(2099, 12, 25)) == "Christmas Day (bank holiday)"
