"""A council's own days, folded from the rows it has recorded."""

from datetime import UTC, date, datetime, timedelta

import pytest

from workflow.calendars.council import CouncilDay, DayKind, closed_days
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.errors import Invalid

TOLD = datetime(2025, 9, 1, 9, tzinfo=UTC)
MONDAY = date(2025, 12, 29)


def row(
    day: date = MONDAY,
    kind: DayKind = DayKind.CLOSURE,
    title: str = "Christmas closure",
    known_at: datetime = TOLD,
    recorded_at: datetime = TOLD,
) -> CouncilDay:
    """Give a row as an officer would enter it."""
    return CouncilDay(
        day=day,
        kind=kind,
        title=title,
        reason="Offices shut",
        source="Cabinet minute 12",
        entered_by="A. Officer",
        known_at=known_at,
        recorded_at=recorded_at,
    )


def test_no_rows_close_nothing() -> None:
    """A council with nothing recorded has its nation's calendar."""
    assert closed_days([]) == {}
    assert calendar_for(Nation.ENGLAND, []) is calendar_for(Nation.ENGLAND)


def test_closed_days_are_given_in_date_order() -> None:
    """The order recorded settles which row holds, and not the order of days."""
    later, earlier = row(day=date(2025, 12, 31)), row(day=date(2025, 12, 30))
    assert list(closed_days([later, earlier])) == [date(2025, 12, 30), date(2025, 12, 31)]


def test_a_reopening_cancels_the_earlier_row() -> None:
    """The day is worked again, and its closure is no longer shown."""
    rows = [row(), row(kind=DayKind.REOPENED, title="Open after all")]
    assert closed_days(rows) == {}
    assert calendar_for(Nation.ENGLAND, rows).is_working(MONDAY)
    assert calendar_for(Nation.ENGLAND, rows).hash == calendar_for(Nation.ENGLAND).hash


def test_a_reopening_cancels_a_late_proclamation_too() -> None:
    """A holiday entered as a row can be taken back as one."""
    rows = [row(kind=DayKind.HOLIDAY), row(kind=DayKind.REOPENED)]
    assert closed_days(rows) == {}


def test_the_order_recorded_decides() -> None:
    """A closure after a reopening closes the day again."""
    closed, reopened = row(), row(kind=DayKind.REOPENED)
    assert list(closed_days([closed, reopened, closed])) == [MONDAY]
    assert list(closed_days([reopened, closed])) == [MONDAY]


def test_a_later_row_replaces_an_earlier_one() -> None:
    """The title shown is the last one recorded."""
    rows = [row(), row(title="Flood")]
    calendar = calendar_for(Nation.ENGLAND, rows)
    assert calendar.closures == ((MONDAY, "Flood"),)
    assert calendar.why_not(MONDAY) == "Flood (council closed)"


def test_a_reopening_does_not_open_a_bank_holiday() -> None:
    """A council cannot make Christmas Day a working day."""
    christmas = date(2025, 12, 25)
    rows = [row(day=christmas, kind=DayKind.REOPENED, title="Open")]
    calendar = calendar_for(Nation.ENGLAND, rows)
    assert calendar.why_not(christmas) == "Christmas Day (bank holiday)"


def test_a_closed_bank_holiday_is_still_a_bank_holiday() -> None:
    """Of two reasons, the one that binds every council is given, and the hash does not move."""
    christmas = date(2025, 12, 25)
    calendar = calendar_for(Nation.ENGLAND, [row(day=christmas)])
    assert calendar.why_not(christmas) == "Christmas Day (bank holiday)"
    assert calendar.hash == calendar_for(Nation.ENGLAND).hash


def test_a_late_proclamation_stops_the_day_counting() -> None:
    """A holiday proclaimed after this version was published can be entered as a row."""
    day = date(2027, 6, 14)
    calendar = calendar_for(
        Nation.ENGLAND, [row(day=day, kind=DayKind.HOLIDAY, title="Day of national thanks")]
    )
    assert calendar.why_not(day) == "Day of national thanks (proclaimed holiday)"
    assert calendar.after(date(2027, 6, 11), 1) == date(2027, 6, 15)
    assert calendar_for(Nation.ENGLAND).after(date(2027, 6, 11), 1) == day


@pytest.mark.parametrize("day", [date(2010, 12, 30), date(2029, 1, 2), date.min, date.max])
def test_a_closed_day_outside_the_calendar_is_invalid(day: date) -> None:
    """It could not be counted, so it is not quietly left out."""
    with pytest.raises(Invalid, match="is outside the calendar, which covers Sat 1 Jan 2011 to"):
        calendar_for(Nation.ENGLAND, [row(day=day)])
    undone = [row(day=day), row(day=day, kind=DayKind.REOPENED)]
    assert calendar_for(Nation.ENGLAND, undone) is calendar_for(Nation.ENGLAND)


def test_a_provisional_calendar_takes_later_closed_days() -> None:
    """A closure already fixed for 2029 is counted where 2029 is reached."""
    day = date(2029, 1, 2)
    calendar = calendar_for(Nation.ENGLAND, [row(day=day)], provisional_to=day)
    assert calendar.why_not(day) == "Christmas closure (council closed)"


def test_a_row_needs_a_day_a_title_and_aware_times() -> None:
    """Each is refused with its cure, when the row is made."""
    with pytest.raises(Invalid, match="A council day is a date"):
        row(day=datetime(2025, 12, 29))
    with pytest.raises(Invalid, match="2025-12-29 has no title"):
        row(title="  ")
    with pytest.raises(Invalid, match="2025-12-29 was known has no time zone"):
        row(known_at=datetime(2025, 9, 1, 9))
    with pytest.raises(Invalid, match="2025-12-29 was recorded has no time zone"):
        row(recorded_at=datetime(2025, 9, 1, 9))


def test_when_a_row_was_known_does_not_change_what_it_closes() -> None:
    """Only the days decide the calendar: it is the caller who asks what was known when."""
    later = row(known_at=TOLD + timedelta(days=30), recorded_at=TOLD + timedelta(days=31))
    assert calendar_for(Nation.ENGLAND, [later]) is calendar_for(Nation.ENGLAND, [row()])


# -- a date that two sources claim --------------------------------------------------------------

MAY_DAY = date(2027, 5, 3)
"""A bank holiday to come, which the government could move."""
WITHDRAWN = row(day=MAY_DAY, kind=DayKind.WITHDRAWN, title="Moved to the Friday")
CLOSED = row(day=MAY_DAY, title="The diary was printed")
REOPENED = row(day=MAY_DAY, kind=DayKind.REOPENED, title="Undone")
PROCLAIMED = row(day=MAY_DAY, kind=DayKind.HOLIDAY, title="A holiday after all")


def why(*rows: CouncilDay) -> str | None:
    return calendar_for(Nation.ENGLAND, rows).why_not(MAY_DAY)


def test_a_council_may_close_on_a_bank_holiday_that_was_withdrawn() -> None:
    """It is then its own closed day, and is not called a bank holiday."""
    assert why() == "May Day (bank holiday)"
    assert why(WITHDRAWN) is None
    assert why(WITHDRAWN, CLOSED) == "The diary was printed (council closed)"


def test_a_reopening_undoes_what_was_recorded_last_of_the_two() -> None:
    """First the closure, and the day is worked; then the withdrawal, and it is a bank holiday."""
    assert why(WITHDRAWN, CLOSED, REOPENED) is None
    assert why(WITHDRAWN, CLOSED, REOPENED, REOPENED) == "May Day (bank holiday)"
    assert why(WITHDRAWN, PROCLAIMED) == "A holiday after all (proclaimed holiday)"
    assert why(WITHDRAWN, PROCLAIMED, REOPENED) is None


def test_a_council_that_closed_stays_closed_when_the_bank_holiday_is_withdrawn() -> None:
    """What the government withdraws is its own holiday, whether published or proclaimed."""
    assert why(CLOSED, WITHDRAWN) == "The diary was printed (council closed)"
    assert why(PROCLAIMED, WITHDRAWN) is None
