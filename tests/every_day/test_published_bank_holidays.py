"""Our bank holidays are those the government published, and nothing else."""

from collections import Counter
from datetime import date, timedelta

import pytest

from support.day_by_day import FIRST, LAST, NATIONS, counts, every_day, list_name, published, read
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import PROVISIONAL_THROUGH, PUBLISHED_FROM, Nation, bank_holidays


def test_there_are_472_published_bank_holidays() -> None:
    """The list is whole, and none of it falls on a weekend."""
    rows = read("bank_holidays.csv")
    assert Counter(row["nation"] for row in rows) == {
        "england-and-wales": 140,
        "scotland": 158,
        "northern-ireland": 174,
    }
    assert len({(row["nation"], row["date"]) for row in rows}) == 472
    assert all(date.fromisoformat(row["date"]).weekday() < 5 for row in rows)
    assert {list_name(nation) for nation in NATIONS} == {row["nation"] for row in rows}


@pytest.mark.parametrize("nation", NATIONS)
def test_ours_are_exactly_the_published_ones(nation: str) -> None:
    """Not one missing, not one too many, 2012 to 2028."""
    assert set(bank_holidays(Nation(nation), FIRST, LAST)) == published(nation)


@pytest.mark.parametrize("nation", NATIONS)
def test_every_day_works_or_says_why_not(nation: str) -> None:
    """A day is a working day unless it is a weekend or a published bank holiday."""
    calendar = calendar_for(Nation(nation))
    off = published(nation)
    for day in every_day():
        assert calendar.is_working(day) is counts(day, off), day
        why = calendar.why_not(day)
        if counts(day, off):
            assert why is None, day
        elif day.weekday() < 5:
            assert why is not None, day
            assert "bank holiday" in why.lower(), day
        else:
            assert why == ("Saturday", "Sunday")[day.weekday() - 5]


def test_2011_is_known_too() -> None:
    """The first year includes the royal wedding of 29 April 2011."""
    england = bank_holidays(Nation.ENGLAND, PUBLISHED_FROM, date(2011, 12, 31))
    assert [day.strftime("%d %b") for day in england] == [
        "03 Jan", "22 Apr", "25 Apr", "29 Apr", "02 May", "30 May", "29 Aug", "26 Dec", "27 Dec",
    ]  # fmt: skip


def _easter(year: int) -> date:
    """The Gregorian reckoning of Easter Sunday."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    moon = skipped % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    after = moon - sunday
    month = 3 + (after + 40) // 44
    return date(year, month, after + 28 - 31 * (month // 4))


def _monday(year: int, month: int, *, last: bool = False) -> date:
    mondays = [date(year, month, d) for d in range(1, 32 if month in (5, 8) else 31)]
    mondays = [day for day in mondays if day.weekday() == 0]
    return mondays[-1 if last else 0]


def _by_the_usual_rules(nation: str, year: int) -> set[date]:
    scotland, ireland = nation == "scotland", nation == "northern-ireland"
    fixed = [(1, 1), *([(1, 2), (11, 30)] if scotland else [])]
    fixed += [(3, 17), (7, 12)] if ireland else []
    dates = [date(year, month, day) for month, day in [*fixed, (12, 25), (12, 26)]]
    off = {day for day in dates if day.weekday() < 5}
    off |= {_easter(year) - timedelta(days=2), _monday(year, 5), _monday(year, 5, last=True)}
    off |= {_monday(year, 8, last=not scotland)}
    off |= set() if scotland else {_easter(year) + timedelta(days=1)}
    for weekend in (day for day in dates if day.weekday() >= 5):
        instead = weekend
        while instead.weekday() >= 5 or instead in off:
            instead += timedelta(days=1)
        off.add(instead)
    return off


@pytest.mark.parametrize("nation", NATIONS)
def test_the_usual_rules_give_the_published_list_but_for_the_one_offs(nation: str) -> None:
    """The rules used to check the years ahead are the ones the published years follow."""
    foreseen = {d for year in range(2012, 2029) for d in _by_the_usual_rules(nation, year)}
    one_offs = {
        date(2012, 6, 4), date(2012, 6, 5), date(2012, 5, 28),
        date(2020, 5, 4), date(2020, 5, 8),
        date(2022, 5, 30), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19),
        date(2023, 5, 8),
    }  # fmt: skip
    if nation == "scotland":
        one_offs.add(date(2026, 6, 15))
    assert foreseen ^ published(nation) == one_offs


@pytest.mark.parametrize("nation", NATIONS)
def test_provisional_years_follow_the_usual_rules(nation: str) -> None:
    """From 2029 to 2099 the foreseen bank holidays are those of the usual rules."""
    ahead = bank_holidays(Nation(nation), date(2029, 1, 1), PROVISIONAL_THROUGH)
    foreseen = {d for year in range(2029, 2100) for d in _by_the_usual_rules(nation, year)}
    assert set(ahead) == foreseen
