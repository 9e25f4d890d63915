"""The calendar: fixed once built, known by its hash, and plain in its refusals."""

import dataclasses
import os
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.calendars import days
from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.nations import Nation
from workflow.errors import BeyondCalendar, Invalid

FRIDAY = date(2028, 12, 29)


def closed(*on: date, title: str = "Christmas closure") -> list[CouncilDay]:
    """Give the rows of a council closed on these days."""
    told = datetime(2025, 9, 1, 9, tzinfo=UTC)
    return [
        CouncilDay(
            day=day,
            kind=DayKind.CLOSURE,
            title=title,
            reason="Offices shut",
            source="Cabinet minute 12",
            entered_by="A. Officer",
            known_at=told,
            recorded_at=told,
        )
        for day in on
    ]


def test_a_calendar_says_what_it_covers() -> None:
    """From 2011 to the end of what is published."""
    calendar = calendar_for(Nation.SCOTLAND, closed(date(2026, 12, 30)))
    assert calendar.nation is Nation.SCOTLAND
    assert calendar.first == date(2011, 1, 1)
    assert calendar.last == calendar.complete_through == date(2028, 12, 31)
    assert calendar.provisional is False
    assert calendar.closures == ((date(2026, 12, 30), "Christmas closure"),)
    assert repr(calendar).startswith("<Calendar scotland 2011-01-01 to 2028-12-31, ")


def test_a_calendar_cannot_be_changed() -> None:
    """No part of it can be set, added or taken away."""
    calendar = calendar_for(Nation.ENGLAND)
    for field in dataclasses.fields(Calendar):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(calendar, field.name, None)
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(calendar, field.name)
    with pytest.raises((AttributeError, TypeError)):
        calendar.note = "mine"  # type: ignore[attr-defined]
    assert not hasattr(calendar, "__dict__")


def test_the_same_question_gets_the_same_calendar() -> None:
    """It is built once for each nation, set of closed days and reach."""
    day = date(2026, 12, 30)
    assert calendar_for(Nation.ENGLAND, closed(day)) is calendar_for(Nation.ENGLAND, closed(day))
    far = calendar_for(Nation.ENGLAND, provisional_to=date(2030, 1, 1))
    assert far is calendar_for(Nation.ENGLAND, provisional_to=date(2030, 12, 31))
    assert far is not calendar_for(Nation.ENGLAND)


def test_the_hash_is_the_same_whenever_it_is_built() -> None:
    """Built again from nothing, in this process or in another, it is the same."""
    before = calendar_for(Nation.ENGLAND)
    days._built.cache_clear()
    after = calendar_for(Nation.ENGLAND)
    assert after is not before
    assert after.hash == before.hash
    program = (
        "from workflow.calendars.days import calendar_for\n"
        "from workflow.calendars.nations import Nation\n"
        "print(calendar_for(Nation.ENGLAND).hash)"
    )
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        assert told.stdout.strip() == before.hash


def test_the_hash_stored_with_old_deadlines_is_still_understood() -> None:
    """It changes when bank holidays change or the horizon moves, and for no other reason."""
    assert calendar_for(Nation.ENGLAND).hash == GOLDEN


GOLDEN = "5ee4024f9513b7b15b571aa6bab9e2726352d62363a76c43e987ca2c7ae0bf34"


def test_the_hash_stands_for_the_days_and_not_their_titles() -> None:
    """Renaming a closure changes nothing that is counted."""
    day = date(2026, 12, 30)
    one, other = closed(day), closed(day, title="Winter break")
    assert calendar_for(Nation.ENGLAND, one).hash == calendar_for(Nation.ENGLAND, other).hash
    assert calendar_for(Nation.ENGLAND, other).closures[0][1] == "Winter break"


def test_the_hash_differs_wherever_an_answer_may() -> None:
    """By nation, by closed day, and by reach."""
    calendars = [calendar_for(nation) for nation in Nation]
    calendars += [calendar_for(Nation.ENGLAND, closed(date(2026, 12, day))) for day in (30, 31)]
    calendars.append(calendar_for(Nation.ENGLAND, provisional_to=date(2029, 1, 1)))
    calendars.append(calendar_for(Nation.ENGLAND, provisional_to=date(2030, 1, 1)))
    assert len({calendar.hash for calendar in calendars}) == len(calendars)
    assert all(len(calendar.hash) == 64 for calendar in calendars)


def test_closing_on_a_saturday_changes_nothing() -> None:
    """A Saturday does not count in any case, and is called one."""
    saturday = date(2026, 12, 19)
    calendar = calendar_for(Nation.ENGLAND, closed(saturday))
    assert calendar.hash == calendar_for(Nation.ENGLAND).hash
    assert calendar.why_not(saturday) == "Saturday"
    assert calendar.closures == ((saturday, "Christmas closure"),)


def test_reasons_read_as_a_clerk_would_put_them() -> None:
    """The day by name, and a bank holiday not called one twice."""
    calendar = calendar_for(Nation.ENGLAND)
    assert calendar.why_not(date(2026, 12, 25)) == "Christmas Day (bank holiday)"
    assert calendar.why_not(date(2026, 5, 25)) == "Spring Bank Holiday"
    assert calendar.why_not(date(2026, 12, 27)) == "Sunday"
    assert calendar.why_not(date(2026, 12, 24)) is None


def test_nought_gives_the_nearest_working_day() -> None:
    """On or before going forwards, on or after going backwards."""
    calendar = calendar_for(Nation.ENGLAND)
    assert calendar.after(date(2026, 12, 27), 0) == date(2026, 12, 24)
    assert calendar.before(date(2026, 12, 27), 0) == date(2026, 12, 29)
    assert calendar.after(date(2026, 12, 24), 0) == date(2026, 12, 24)
    assert calendar.before(date(2026, 12, 24), 0) == date(2026, 12, 24)


def test_counting_from_counts_the_day_itself() -> None:
    """A working day is its own day 1; from a Saturday, Monday is."""
    calendar = calendar_for(Nation.ENGLAND)
    assert calendar.counting_from(date(2026, 10, 23), 1) == date(2026, 10, 23)
    assert calendar.counting_from(date(2026, 10, 23), 2) == date(2026, 10, 26)
    assert calendar.counting_from(date(2026, 10, 24), 1) == date(2026, 10, 26)
    assert calendar.next_working_day(date(2026, 10, 23)) == date(2026, 10, 26)
    for n in (0, -1):
        with pytest.raises(Invalid, match="not a number of days") as refused:
            calendar.counting_from(date(2026, 10, 23), n)
        assert refused.value.cure.startswith("Give 1 or more")


@pytest.mark.parametrize("n", [-1, -5, -(10**9)])
def test_a_negative_number_of_days_is_invalid(n: int) -> None:
    """It never reads the list of working days from its far end."""
    calendar = calendar_for(Nation.ENGLAND)
    for ask in (calendar.after, calendar.before):
        with pytest.raises(Invalid, match=f"{n} is not a number of days") as refused:
            ask(date(2026, 6, 10), n)
        assert refused.value.cure.startswith("Give 0 or more")


def test_half_a_day_is_not_taken_for_none() -> None:
    """A part of a day, from a caller that does not check its types, is refused."""
    with pytest.raises(Invalid, match=r"0\.5 is not a number of days"):
        calendar_for(Nation.ENGLAND).after(date(2026, 6, 10), 0.5)  # type: ignore[arg-type]


def test_running_off_the_end_says_how_far_it_is_known_and_the_cure() -> None:
    """The sentence names the day, the horizon and the nation."""
    with pytest.raises(BeyondCalendar) as refused:
        calendar_for(Nation.NORTHERN_IRELAND).after(FRIDAY, 5)
    assert str(refused.value) == (
        "Working day 5 after Fri 29 Dec 2028 is after Sun 31 Dec 2028; the bank holidays of "
        "Northern Ireland are published only to Sun 31 Dec 2028."
    )
    assert "--provisional" in refused.value.cure
    assert refused.value.__suppress_context__


def test_running_off_the_start_says_where_it_begins() -> None:
    """The cure is a later day, and not a newer version."""
    with pytest.raises(BeyondCalendar) as refused:
        calendar_for(Nation.WALES).before(date(2011, 1, 10), 28)
    assert str(refused.value) == (
        "Working day 28 before Mon 10 Jan 2011 is before Sat 1 Jan 2011, where the calendar for "
        "Wales begins."
    )
    assert refused.value.cure == "Ask about Sat 1 Jan 2011 or later."


def test_a_day_outside_is_named() -> None:
    """At either edge, and at the ends of time."""
    calendar = calendar_for(Nation.ENGLAND)
    with pytest.raises(BeyondCalendar, match=r"^Mon 1 Jan 2029 is after Sun 31 Dec 2028; the ba"):
        calendar.is_working(date(2029, 1, 1))
    with pytest.raises(BeyondCalendar, match=r"^Fri 31 Dec 9999 is after Sun 31 Dec 2028; the ba"):
        calendar.after(date.max, 1)
    with pytest.raises(BeyondCalendar, match=r"^Mon 1 Jan 0001 is before Sat 1 Jan 2011, where t"):
        calendar.before(date.min, 1)
    with pytest.raises(BeyondCalendar, match=r"^The working day nearest to Sat 30 Dec 2028 is aft"):
        calendar.before(date(2028, 12, 30), 0)
    with pytest.raises(BeyondCalendar, match=r"^The working day nearest to Sun 2 Jan 2011 is bef"):
        calendar.after(date(2011, 1, 2), 0)


@pytest.mark.parametrize("n", [0, 1, 5])
def test_an_instant_cannot_pass_for_a_day(n: int) -> None:
    """9am on Christmas Day is not a working day, nor any other: it is refused."""
    calendar = calendar_for(Nation.ENGLAND)
    instant = datetime(2026, 12, 25, 9, tzinfo=UTC)
    for ask in (calendar.after, calendar.before):
        with pytest.raises(Invalid, match="asked about a day, not about datetime"):
            ask(instant, n)
    for question in (calendar.is_working, calendar.why_not, calendar.next_working_day):
        with pytest.raises(Invalid):
            question(instant)


def test_a_provisional_calendar_marks_its_own_answers() -> None:
    """Only what lies past the published bank holidays is provisional."""
    calendar = calendar_for(Nation.ENGLAND, provisional_to=date(2030, 3, 1))
    assert calendar.provisional is True
    assert calendar.last == date(2030, 12, 31)
    assert calendar.complete_through == date(2028, 12, 31)
    assert calendar.after(FRIDAY, 1) == date(2029, 1, 2)
    assert calendar.is_provisional(date(2029, 1, 1))
    assert not calendar.is_provisional(date(2028, 12, 31))
    with pytest.raises(BeyondCalendar) as refused:
        calendar.after(date(2030, 12, 30), 5)
    assert str(refused.value) == (
        "Working day 5 after Mon 30 Dec 2030 is after Tue 31 Dec 2030, where this provisional "
        "calendar ends; the bank holidays of England are published only to Sun 31 Dec 2028."
    )
    assert "2099 at most" in refused.value.cure


def test_provisional_to_a_published_year_is_not_provisional() -> None:
    """There is nothing to foresee, so it is the ordinary calendar."""
    for day in (date.min, date(2026, 1, 1), date(2028, 12, 31)):
        assert calendar_for(Nation.ENGLAND, provisional_to=day) is calendar_for(Nation.ENGLAND)
    with pytest.raises(Invalid, match="to a day, not to an instant"):
        calendar_for(Nation.ENGLAND, provisional_to=datetime(2030, 1, 1))
    with pytest.raises(BeyondCalendar, match="Fri 31 Dec 9999 is too far ahead"):
        calendar_for(Nation.ENGLAND, provisional_to=date.max)


def test_a_nation_given_as_text_does_not_spoil_the_shared_calendar() -> None:
    """Text from a caller becomes a nation, or is refused."""
    days._built.cache_clear()
    calendar = calendar_for("wales")  # type: ignore[arg-type]
    assert calendar.nation is Nation.WALES
    with pytest.raises(Invalid, match="no nation named “cymru”"):
        calendar_for("cymru")  # type: ignore[arg-type]


@given(
    start=st.dates(date(2012, 1, 1), date(2027, 12, 31)),
    n=st.integers(1, 60),
    off=st.sets(st.dates(date(2012, 1, 1), date(2027, 12, 31)), max_size=12),
    nation=st.sampled_from(Nation),
)
def test_any_closures_at_all_are_stepped_over(
    start: date, n: int, off: set[date], nation: Nation
) -> None:
    """The nth working day after is the day before which n are worked, whatever is closed."""
    calendar = calendar_for(nation, closed(*off))
    end = calendar.after(start, n)
    between = [
        date.fromordinal(d)
        for d in range(start.toordinal() + 1, end.toordinal() + 1)
        if calendar_for(nation).is_working(date.fromordinal(d)) and date.fromordinal(d) not in off
    ]
    assert len(between) == n
    assert between[-1] == end
