"""The other ways a rule may count: from and including the start, clear days, calendar days."""

from datetime import date, timedelta

import pytest

from support.day_by_day import FIRST, LAST, NATIONS, ONE_DAY, counts, every_day, published, walk
from workflow.calendars.counting import count
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.model.call_in_period import Unit

LENGTHS = (1, 2, 3, 5, 7, 10, 20, 28)


@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
@pytest.mark.parametrize("start_counts", [False, True], ids=["after", "from-and-including"])
@pytest.mark.parametrize("nation", NATIONS)
def test_working_days_from_every_start(nation: str, start_counts: bool, backwards: bool) -> None:
    """With the start counted, day 1 is the start if it works, or else the next that does."""
    calendar, off = calendar_for(Nation(nation)), published(nation)
    step = -ONE_DAY if backwards else ONE_DAY
    for start in every_day():
        met = walk(start, off, step, included=start_counts)
        for n in LENGTHS:
            if n > len(met):
                break  # past the published list
            counted = count(calendar, start, n, start_counts=start_counts, backwards=backwards)
            assert counted.last_day == met[n - 1], (start, n)
            if start_counts and not backwards:
                assert calendar.counting_from(start, n) == met[n - 1], (start, n)


@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
@pytest.mark.parametrize("nation", NATIONS)
def test_clear_days_lie_wholly_between_the_two_ends(nation: str, backwards: bool) -> None:
    """Between the start and the first day for the event there are just so many working days."""
    calendar, off = calendar_for(Nation(nation)), published(nation)
    works = {day.toordinal() for day in every_day() if counts(day, off)}
    for n in (1, 3, 5, 28):
        for start in every_day(FIRST + timedelta(60), LAST - timedelta(60)):
            counted = count(calendar, start, n, unit=Unit.CLEAR_WORKING, backwards=backwards)
            low, high = sorted((start, counted.day_before if backwards else counted.day_after))
            between = [d for d in range(low.toordinal() + 1, high.toordinal()) if d in works]
            assert len(between) == n, start
            # One day sooner would leave one too few.
            assert counted.last_day.toordinal() == between[0 if backwards else -1], start


@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
def test_calendar_days_count_every_day(backwards: bool) -> None:
    """Weekends and bank holidays count like any other day, and the start only if it is said to."""
    calendar = calendar_for(Nation.ENGLAND)
    for start in every_day(FIRST, LAST - timedelta(30)):
        for n in LENGTHS:
            for start_counts in (False, True):
                counted = count(
                    calendar,
                    start,
                    n,
                    unit=Unit.CALENDAR,
                    start_counts=start_counts,
                    backwards=backwards,
                )
                moved = abs((counted.last_day - start).days)
                assert moved == n - start_counts, (start, n)
                assert (counted.last_day <= start) if backwards else (counted.last_day >= start)


@pytest.mark.parametrize("nation", NATIONS)
def test_the_workings_of_every_start_add_up(nation: str) -> None:
    """Every day from start to end is there once, numbered in turn or passed over with a reason."""
    calendar, off = calendar_for(Nation(nation)), published(nation)
    for start in every_day(date(2025, 12, 1), date(2027, 1, 31)):
        for n, start_counts, backwards in ((5, False, False), (5, True, False), (10, False, True)):
            counted = count(calendar, start, n, start_counts=start_counts, backwards=backwards)
            told = counted.workings()
            step = -ONE_DAY if backwards else ONE_DAY
            assert [row.day for row in told] == [start + step * i for i in range(len(told))]
            assert told[-1].day == counted.last_day
            numbered = [row for row in told if row.number is not None]
            assert [row.number for row in numbered] == list(range(1, n + 1))
            assert [row.day for row in numbered] == walk(start, off, step, n, included=start_counts)
            assert all((row.number is None) is bool(row.why) for row in told)


def test_28_clear_days_before_9_december_2026_in_either_unit() -> None:
    """Notice by Tue 10 Nov if they are calendar days, by Thu 29 Oct if working days."""
    calendar, decision = calendar_for(Nation.ENGLAND), date(2026, 12, 9)
    calendar_days = count(calendar, decision, 28, unit=Unit.CALENDAR, backwards=True)
    working_days = count(calendar, decision, 28, unit=Unit.CLEAR_WORKING, backwards=True)
    assert calendar_days.day_before == date(2026, 11, 10)
    assert working_days.day_before == date(2026, 10, 29)


def test_five_clear_days_after_10_january_2019() -> None:
    """Nottingham's notice of Thu 10 Jan 2019 said not before 18 January."""
    counted = count(calendar_for(Nation.ENGLAND), date(2019, 1, 10), 5, unit=Unit.CLEAR_WORKING)
    assert counted.last_day == date(2019, 1, 17)
    assert counted.day_after == date(2019, 1, 18)
