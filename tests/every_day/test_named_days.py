"""The days that have caught councils out, one by one."""

from datetime import UTC, date, datetime

import pytest

from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.counting import count
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation

ENGLAND, WALES, SCOTLAND, IRELAND = Nation


def fifth_day(nation: Nation, published: date) -> date:
    """Give the fifth working day after publication."""
    return count(calendar_for(nation), published, 5).last_day


@pytest.mark.parametrize("nation", Nation)
def test_the_state_funeral_of_19_september_2022(nation: Nation) -> None:
    """Published Fri 9 Sep it changed nothing; from Mon 12 Sep it moved the fifth day on by one."""
    why = calendar_for(nation).why_not(date(2022, 9, 19))
    assert why == "State Funeral of Queen Elizabeth II (bank holiday)"
    assert fifth_day(nation, date(2022, 9, 9)) == date(2022, 9, 16)
    assert fifth_day(nation, date(2022, 9, 12)) == date(2022, 9, 20)
    assert fifth_day(nation, date(2022, 9, 13)) == date(2022, 9, 21)
    assert count(calendar_for(nation), date(2022, 9, 7), 10).last_day == date(2022, 9, 22)


@pytest.mark.parametrize("nation", Nation)
def test_the_early_may_holiday_of_2020_moved_to_the_friday(nation: Nation) -> None:
    """Mon 4 May 2020 was worked; Fri 8 May was not."""
    calendar = calendar_for(nation)
    assert calendar.is_working(date(2020, 5, 4))
    assert not calendar.is_working(date(2020, 5, 8))
    assert fifth_day(nation, date(2020, 5, 1)) == date(2020, 5, 11)


@pytest.mark.parametrize("nation", Nation)
def test_the_platinum_jubilee_of_2_and_3_june_2022(nation: Nation) -> None:
    """Both days were off, and Mon 30 May was worked in their place."""
    calendar = calendar_for(nation)
    assert [calendar.is_working(date(2022, 6, day)) for day in (1, 2, 3, 6)] == [1, 0, 0, 1]
    assert calendar.is_working(date(2022, 5, 30))
    assert fifth_day(nation, date(2022, 5, 27)) == date(2022, 6, 7)


@pytest.mark.parametrize("nation", Nation)
def test_the_coronation_of_8_may_2023(nation: Nation) -> None:
    """Two Mondays running were off: 1 May and 8 May 2023."""
    assert fifth_day(nation, date(2023, 4, 28)) == date(2023, 5, 9)


def test_15_june_2026_is_a_holiday_in_scotland_only() -> None:
    """Published Wed 10 Jun 2026: the fifth day is Wed 17 June, and in Scotland Thu 18 June."""
    published = date(2026, 6, 10)
    assert fifth_day(SCOTLAND, published) == date(2026, 6, 18)
    for nation in (ENGLAND, WALES, IRELAND):
        assert fifth_day(nation, published) == date(2026, 6, 17)
        assert calendar_for(nation).is_working(date(2026, 6, 15))


def test_13_july_2026_stands_in_for_the_twelfth_in_northern_ireland() -> None:
    """The twelfth is a Sunday in 2026, so Monday is off, there and nowhere else."""
    monday = date(2026, 7, 13)
    assert [n for n in Nation if not calendar_for(n).is_working(monday)] == [IRELAND]
    why = calendar_for(IRELAND).why_not(monday)
    assert why == "Battle of the Boyne, substitute day (bank holiday)"


@pytest.mark.parametrize("nation", Nation)
def test_christmas_2027_falls_on_a_weekend(nation: Nation) -> None:
    """Mon 27 and Tue 28 December 2027 stand in for Saturday and Sunday."""
    calendar = calendar_for(nation)
    told = [calendar.why_not(date(2027, 12, day)) for day in (24, 25, 26, 27, 28, 29)]
    assert told == [
        None,
        "Saturday",
        "Sunday",
        "Christmas Day, substitute day (bank holiday)",
        "Boxing Day, substitute day (bank holiday)",
        None,
    ]
    assert count(calendar, date(2027, 12, 24), 1).last_day == date(2027, 12, 29)


def test_easter_monday_and_late_august_are_worked_in_scotland() -> None:
    """Scotland has no Easter Monday, and takes its summer holiday at the start of August."""
    for day in (date(2026, 4, 6), date(2026, 8, 31)):
        assert [n for n in Nation if calendar_for(n).is_working(day)] == [SCOTLAND]
    assert not calendar_for(SCOTLAND).is_working(date(2026, 8, 3))
    assert not calendar_for(SCOTLAND).is_working(date(2027, 8, 2))


@pytest.mark.parametrize("day", [24, 25], ids=["Saturday", "Sunday"])
def test_a_weekend_publication_counts_as_friday_s_would(day: int) -> None:
    """Day 1 is the Monday; with the start counted too, day 1 is still the Monday."""
    calendar = calendar_for(ENGLAND)
    assert count(calendar, date(2026, 10, day), 1).last_day == date(2026, 10, 26)
    assert count(calendar, date(2026, 10, day), 5).last_day == date(2026, 10, 30)
    assert count(calendar, date(2026, 10, 23), 5).last_day == date(2026, 10, 30)
    included = count(calendar, date(2026, 10, day), 5, start_counts=True)
    assert included.last_day == date(2026, 10, 30)


def test_publication_on_a_bank_holiday() -> None:
    """Published Fri 26 Dec 2025: day 1 is Mon 29 December."""
    assert count(calendar_for(ENGLAND), date(2025, 12, 26), 1).last_day == date(2025, 12, 29)


def test_a_council_that_closes_between_christmas_and_new_year() -> None:
    """Published Fri 19 Dec 2025, closed 29 to 31 Dec: Mon 5 Jan 2026, and not Tue 30 Dec."""
    told = datetime(2025, 9, 1, 9, tzinfo=UTC)
    rows = [
        CouncilDay(
            day=date(2025, 12, day),
            kind=DayKind.CLOSURE,
            title="Christmas closure",
            reason="Offices shut",
            source="Cabinet minute 12",
            entered_by="A. Officer",
            known_at=told,
            recorded_at=told,
        )
        for day in (29, 30, 31)
    ]
    published = date(2025, 12, 19)
    assert fifth_day(ENGLAND, published) == date(2025, 12, 30)
    counted = count(calendar_for(ENGLAND, rows), published, 5)
    assert counted.last_day == date(2026, 1, 5)
    told_why = {row.day.day: row.why for row in counted.workings() if row.number is None}
    assert told_why[29] == "Christmas closure (council closed)"
    assert told_why[25] == "Christmas Day (bank holiday)"
    assert told_why[1] == "New Year's Day (bank holiday)"
