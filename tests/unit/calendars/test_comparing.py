"""What a list of days would change: never a past day, and never another country's list."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.days import calendar_for
from workflow.calendars.lists.compare import compare
from workflow.calendars.lists.day_list import DayList
from workflow.calendars.lists.reading import read_published
from workflow.calendars.nations import Nation
from workflow.errors import Invalid

TODAY = date(2026, 11, 24)
OURS = calendar_for(Nation.ENGLAND)
LIST = read_published(Nation.ENGLAND)


def listed(*more: tuple[date, str], without: tuple[date, ...] = ()) -> DayList:
    days = {day: title for day, title in LIST.days.items() if day not in without}
    return replace(LIST, days=dict(sorted({**days, **dict(more)}.items())))


def row(day: date, kind: DayKind, title: str = "Named") -> CouncilDay:
    then = datetime(2026, 1, 1, tzinfo=UTC)
    return CouncilDay(
        day=day, kind=kind, title=title, reason="r", source="s", entered_by="e", known_at=then,
        recorded_at=then,
    )  # fmt: skip


@pytest.mark.parametrize("nation", Nation)
def test_the_published_list_counts_as_the_calendar_does(nation: Nation) -> None:
    found = compare(read_published(nation), calendar_for(nation), TODAY)
    assert not found.differs
    assert not found.is_news
    assert found.lacking == ()


def test_a_new_holiday_is_new_and_one_that_was_moved_is_gone() -> None:
    moved = date(2027, 5, 3)
    found = compare(listed((date(2027, 5, 7), "Moved"), without=(moved,)), OURS, TODAY)
    assert dict(found.new) == {date(2027, 5, 7): "Moved"}
    assert list(found.gone) == [moved]
    assert found.differs
    assert found.is_news


def test_a_past_day_that_is_gone_is_never_taken_out() -> None:
    past = date(2022, 9, 19)
    found = compare(listed(without=(past,)), OURS, TODAY)
    assert list(found.past) == [past]
    assert not found.gone
    assert found.differs
    assert not found.is_news, "there is nothing to adopt"
    today = compare(listed(without=(date(2026, 12, 25),)), OURS, date(2026, 12, 25))
    assert not today.gone
    assert list(today.past) == [date(2026, 12, 25)], "today has begun"


def test_a_year_that_is_not_whole_is_not_compared() -> None:
    """As when the government's own list left out 2019 to 2023 for some months; or it is cut."""
    gone = tuple(
        day for day in LIST.days if 2019 <= day.year <= 2023 or (day.year == 2027 and day.month > 5)
    )
    found = compare(listed(without=gone), OURS, TODAY)
    assert found.lacking == (2019, 2020, 2021, 2022, 2023, 2027)
    assert not found.differs


def test_another_country_is_refused() -> None:
    french = replace(LIST, name="fr.json", days={date(2025, 7, 14): "x", date(2025, 12, 25): "y",
                                                 date(2025, 5, 8): "z"})  # fmt: skip
    with pytest.raises(Invalid, match=r"fr\.json does not look like the bank holidays of England"):
        compare(french, OURS, TODAY)
    with pytest.raises(Invalid, match="only 1 of its 3 days in the years on file are among them"):
        compare(french, OURS, TODAY)
    with pytest.raises(Invalid, match="no whole year"):
        compare(replace(LIST, days={date(2025, 12, 25): "Christmas Day"}), OURS, TODAY)


def test_later_years_reach_further_without_a_gap() -> None:
    later = [(date(2029, month, 5), "x") for month in range(1, 9)]
    far = [(date(2031, month, 6), "x") for month in range(1, 9)]
    found = compare(listed(*later, *far), OURS, TODAY)
    assert found.through == date(2029, 12, 31)
    assert date(2029, 12, 25) in found.gone, "foreseen, and not in this list"
    assert date(2029, 1, 5) in found.new
    assert not [day for day in (*found.new, *found.gone) if day.year > 2029]
    assert found.lacking == (2030,)
    short = compare(listed(*later[:7]), OURS, TODAY)
    assert short.through is None, "a year with seven is not whole"


def test_a_day_claimed_by_two_is_off_either_way() -> None:
    closed = calendar_for(Nation.ENGLAND, [row(date(2027, 5, 7), DayKind.CLOSURE, "Moving house")])
    found = compare(listed((date(2027, 5, 7), "Proclaimed")), closed, TODAY)
    assert not found.new
    assert dict(found.claimed) == {date(2027, 5, 7): "Proclaimed"}
    proclaimed = calendar_for(Nation.ENGLAND, [row(date(2027, 5, 7), DayKind.HOLIDAY)])
    theirs = compare(LIST, proclaimed, TODAY)
    assert not theirs.gone, "an older list does not undo what a person entered"
    assert list(theirs.own) == [date(2027, 5, 7)]
    assert not compare(listed((date(2027, 5, 7), "Named")), proclaimed, TODAY).differs


def test_closures_only_add() -> None:
    closures = replace(LIST, kind=DayKind.CLOSURE, days={
        date(2026, 12, 29): "Closed", date(2026, 12, 25): "Closed", date(2026, 12, 27): "Closed",
    })  # fmt: skip
    found = compare(closures, OURS, TODAY)
    assert list(found.new) == [date(2026, 12, 29)], "Christmas Day is off, and 27 December a Sunday"
    assert list(found.claimed) == [date(2026, 12, 25)]
    assert not found.gone
    with pytest.raises(Invalid, match="outside the calendar"):
        compare(replace(closures, days={date(2030, 1, 2): "Closed"}), OURS, TODAY)


def test_withdrawn_and_published_days_in_the_calendar() -> None:
    """A holiday withdrawn counts; a later year published reaches further; the hash tells both."""
    day = date(2027, 5, 3)
    withdrawn = calendar_for(Nation.ENGLAND, [row(day, DayKind.WITHDRAWN)])
    assert withdrawn.is_working(day)
    assert not OURS.is_working(day)
    assert withdrawn.hash != OURS.hash
    undone = [row(day, DayKind.WITHDRAWN), row(day, DayKind.REOPENED)]
    assert calendar_for(Nation.ENGLAND, undone).hash == OURS.hash
    again = calendar_for(Nation.ENGLAND, [row(date(2029, 12, 31), DayKind.PUBLISHED)])
    assert again.complete_through == again.last == date(2029, 12, 31)
    assert not again.provisional
    assert not again.is_working(date(2029, 12, 25))
    assert again.after(date(2028, 12, 29), 1) == date(2029, 1, 2)


def test_a_mistyped_horizon_is_taken_back() -> None:
    rows = [row(date(2029, 12, 31), DayKind.PUBLISHED), row(date(2029, 12, 31), DayKind.REOPENED)]
    assert calendar_for(Nation.ENGLAND, rows).complete_through == date(2028, 12, 31)


def test_a_list_of_later_years_alone_cannot_be_told_from_another_countrys() -> None:
    later = {day: title for day, title in LIST.days.items() if day.year > OURS.last.year}
    later[OURS.last.replace(year=OURS.last.year + 1, month=12, day=25)] = "Christmas Day"
    with pytest.raises(Invalid, match="has no day of a year that is on file") as fault:
        compare(replace(LIST, days=later), OURS, TODAY)
    assert "Give the whole list" in fault.value.cure
