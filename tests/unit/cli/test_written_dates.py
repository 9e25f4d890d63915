"""Days and hours as officers write them: what each form means, and what is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from cli.typed.parsing import DayAlone
from cli.typed.written_dates import Nearest, read_day, read_instant
from workflow.clock import LONDON, MONTHS, WEEKDAYS
from workflow.errors import Invalid

PAST, COMING = Nearest.PAST, Nearest.COMING
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A machine that is busy draws slowly, and reads no worse."""
MONDAY = date(2026, 11, 30)
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)

DAYS = (
    ("today", "2026-11-30", "2026-11-30"),
    ("Yesterday", "2026-11-29", "2026-11-29"),
    ("tomorrow", "2026-12-01", "2026-12-01"),
    ("monday", "2026-11-30", "2026-11-30"),
    ("Friday", "2026-11-27", "2026-12-04"),
    ("tues", "2026-11-24", "2026-12-01"),
    ("30/11/2026", "2026-11-30", "2026-11-30"),
    ("03/04/2026", "2026-04-03", "2026-04-03"),
    ("3.4.2026", "2026-04-03", "2026-04-03"),
    ("03-04-2026", "2026-04-03", "2026-04-03"),
    ("3/4", "2026-04-03", "2027-04-03"),
    ("30 Nov", "2026-11-30", "2026-11-30"),
    ("1st dec", "2025-12-01", "2026-12-01"),
    ("30 November 2026", "2026-11-30", "2026-11-30"),
    ("Monday, 30 November 2026", "2026-11-30", "2026-11-30"),
    ("fri 27 nov", "2026-11-27", None),
    ("29 Feb", "2024-02-29", "2028-02-29"),
    ("2026-11-30", "2026-11-30", "2026-11-30"),
    ("in 7 days", "2026-12-07", "2026-12-07"),
    ("in a fortnight", "2026-12-14", "2026-12-14"),
    ("2 weeks ago", "2026-11-16", "2026-11-16"),
    ("friday week", "2026-12-11", "2026-12-11"),
    ("a week on friday", "2026-12-11", "2026-12-11"),
    ("this friday", "2026-12-04", "2026-12-04"),
    ("next monday", "2026-12-07", "2026-12-07"),
    ("last friday", "2026-11-27", "2026-11-27"),
    ("  5   Sept  2026 ", "2026-09-05", "2026-09-05"),
)
"""What is written; the day it is of what has happened, and of what is to come."""


@pytest.mark.parametrize(("text", "past", "coming"), DAYS)
def test_a_day_is_the_nearest_past_or_the_nearest_to_come(
    text: str, past: str, coming: str | None
) -> None:
    assert read_day(text, MONDAY, PAST).value.isoformat() == past
    if coming is not None:
        assert read_day(text, MONDAY, COMING).value.isoformat() == coming


HOURS = (
    ("4pm", "2026-11-30T16:00"),
    ("4.30 p.m.", "2026-11-30T16:30"),
    ("17:00", "2026-11-30T17:00"),
    ("15.55", "2026-11-30T15:55"),
    ("09.30", "2026-11-30T09:30"),
    ("1555h", "2026-11-30T15:55"),
    ("15h55", "2026-11-30T15:55"),
    ("1555 hrs", "2026-11-30T15:55"),
    ("30 Nov 15.55", "2026-11-30T15:55"),
    ("30.11.2026 15.55", "2026-11-30T15:55"),
    ("noon", "2026-11-30T12:00"),
    ("30 Nov 4pm", "2026-11-30T16:00"),
    ("friday at 9:15am", "2026-11-27T09:15"),
    ("4pm on 30 November 2026", "2026-11-30T16:00"),
    ("16:30 on Wed 24 Oct 2018", "2018-10-24T16:30"),
    ("Wed 24 Oct 2018 16:30:05", "2018-10-24T16:30:05"),
    ("30/11/2026 16:00", "2026-11-30T16:00"),
    ("yesterday 12.30pm", "2026-11-29T12:30"),
    ("12.30am", "2026-11-30T00:30"),
    ("2026-06-01 4pm", "2026-06-01T16:00"),
    ("1 June 17:00", "2026-06-01T17:00"),
)


@pytest.mark.parametrize(("text", "there"), HOURS)
def test_an_hour_is_londons_and_of_today_where_no_day_is_written(text: str, there: str) -> None:
    found = read_instant(text, NOON, PAST).value
    assert found == datetime.fromisoformat(there).replace(tzinfo=LONDON)
    assert not isinstance(found, DayAlone)


@pytest.mark.parametrize("text", ["30 Nov", "today", "30/11/2026", "2026-11-30"])
def test_a_day_alone_is_known_to_be_one(text: str) -> None:
    found = read_instant(text, NOON, PAST).value
    assert isinstance(found, DayAlone)
    assert found == datetime(2026, 11, 30, tzinfo=UTC)


def test_today_is_londons_day() -> None:
    """Half past eleven in the evening in UTC is the next day in London's summer."""
    late = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    assert read_instant("today", late, PAST).value == datetime(2026, 6, 1, 23, tzinfo=UTC)
    assert read_instant("4pm", late, PAST).value == datetime(2026, 6, 2, 15, tzinfo=UTC)


REFUSED = (
    ("30/11/26", "a year of two digits", "30/11/2026"),
    ("30 Nov 26", "a year of two digits", "30 Nov 2026"),
    ("30 November '26", "a year of two digits", "30 November 2026"),
    ("31/02", "There is no 31 February.", "Give a day there is"),
    ("31/02/2026", "There is no 31 February 2026.", "Give a day there is"),
    ("29 Feb 2026", "There is no 29 February 2026.", "Give a day there is"),
    ("0/11/2026", "There is no 0 November 2026.", "Give a day there is"),
    ("11/30/2026", "There is no month 30", "30/11/2026 (day/month/year)"),
    ("fri 30 nov 2026", "Monday 30 November 2026 is not a Friday.", "without its weekday"),
    ("1 Jan 0000", "There is no 1 January 0000.", "Give a day there is"),
    ("next friday", "two ways: Friday 4 December 2026, or Friday 11 December", "04/12/2026 or 11"),
    ("this week", "'this week' is not one day.", "Write the day that is meant"),
    ("end of the month", "is not one day.", "Write the day that is meant"),
    ("7 days", "'7 days' is not a day", "in 7 days"),
    ("in 7 days ago", "is not a day", "in 7 days"),
    ("never", "'never' is not a day", "30/11/2026"),
    ("never", "'never' is not a day", "30 November, friday, today, yesterday, tomorrow"),
    ("", "'' is not a day", "30/11/2026"),
    ("2026-02-30", "There is no such day as 2026-02-30.", "Give a day there is"),
    ("٣/٤/2026", "is not a day", "30/11/2026"),
)


@pytest.mark.parametrize(("text", "because", "remedy"), REFUSED)
def test_what_is_no_day_or_is_two_is_refused_with_what_to_write(
    text: str, because: str, remedy: str
) -> None:
    for read, now in ((read_day, MONDAY), (read_instant, NOON)):
        with pytest.raises(Invalid) as wrong:
            read(text, now, PAST)  # type: ignore[operator]
        assert because in str(wrong.value)
        assert remedy in wrong.value.cure


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("12pm", "12 am and 12 pm are read in two ways."),
        ("friday midnight", "Midnight begins one day and ends another."),
        ("25:00", "There is no such time as '25:00'."),
        ("4.30", "an hour of the morning or of the afternoon"),
        ("10.11", "an hour of the morning or of the afternoon"),
        ("1555", "'1555' may be an hour, or a year."),
        ("friday 0930", "'friday 0930' may be an hour, or a year."),
        ("this morning", "'this morning' does not tell the hour."),
        ("never", "'never' is not a day or an hour."),
        ("15.75", "There is no such time as '15.75'."),
        ("13pm", "There is no such time as '13pm'."),
        ("0am", "There is no such time as '0am'."),
        ("29 March 2026 1:30am", "London's clocks skip 2026-03-29T01:30"),
        ("25 October 2026 1.30am", "London's clocks show 2026-10-25T01:30"),
    ],
)
def test_an_hour_that_is_none_or_is_two_is_refused(text: str, because: str) -> None:
    with pytest.raises(Invalid) as wrong:
        read_instant(text, NOON, PAST)
    assert because in str(wrong.value)


def test_what_was_understood_is_said_with_weekday_and_year_but_not_of_iso() -> None:
    assert read_day("friday", MONDAY, PAST).said_back == "Friday 27 November 2026"
    assert read_instant("fri 4pm", NOON, COMING).said_back == "Friday 4 December 2026, 16:00"
    for text in ("2026-11-30", "2026-11-30T16:00", "2026-11-30 16:00Z"):
        assert read_instant(text, NOON, PAST).said_back is None
    assert read_day("2026-11-30", MONDAY, PAST).said_back is None


def forms_of(day: date) -> tuple[str, ...]:
    month = MONTHS[day.month - 1]
    written = f"{day.day} {month} {day.year}"
    return (
        day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day.year}", written,
        written.upper(), f"{day.day} {month[:3]} {day.year}",
        f"{WEEKDAYS[day.weekday()]} {written}", f"{WEEKDAYS[day.weekday()][:3]} {written}",
    )  # fmt: skip


def test_every_day_written_in_each_form_reads_back_to_itself() -> None:
    """Whichever way a day without its year would be looked for."""
    day = date(2019, 1, 1)
    while day.year < 2029:
        for text in forms_of(day):
            for nearest in Nearest:
                assert read_day(text, MONDAY, nearest).value == day, text
        day += timedelta(days=1)


@unhurried
@given(some.dates(date(1950, 1, 1), date(2150, 12, 31)), some.integers(0, 364))
def test_a_day_without_its_year_reads_back_to_itself_within_a_year(day: date, away: int) -> None:
    """But for 29 February, from which the next is years away, and so never the wrong one."""
    for text in (f"{day.day} {MONTHS[day.month - 1]}", f"{day:%d/%m}"):
        assert read_day(text, day + timedelta(days=away), PAST).value == day
        assert read_day(text, day - timedelta(days=away), COMING).value == day


@unhurried
@given(some.dates(date(1950, 1, 1), date(2150, 12, 31)), some.integers(0, 6))
def test_a_weekday_reads_back_to_itself_within_a_week(day: date, away: int) -> None:
    name = WEEKDAYS[day.weekday()]
    assert read_day(name, day + timedelta(days=away), PAST).value == day
    assert read_day(name, day - timedelta(days=away), COMING).value == day


@unhurried
@given(some.datetimes(datetime(1975, 1, 1), datetime(2100, 1, 1)), some.sampled_from(range(7)))
def test_every_minute_written_in_each_form_is_that_minute(local: datetime, form: int) -> None:
    local = local.replace(second=0, microsecond=0)
    if any(local.replace(tzinfo=LONDON, fold=n).utcoffset() != _there(local) for n in (0, 1)):
        return  # an hour that the clocks skip or show twice
    written = forms_of(local.date())[form]
    half = f"{local.hour % 12 or 12}.{local:%M}{'pm' if local.hour >= 12 else 'am'}"
    hours = [f"{local:%H:%M}"]
    if not (local.hour % 12 == 0 and local.minute == 0):
        hours.append(half)
    for hour in hours:
        for text in (f"{written} {hour}", f"{written}, at {hour}", f"{hour} on {written}"):
            assert read_instant(text, NOON, PAST).value == local.replace(tzinfo=LONDON), text


def _there(local: datetime) -> timedelta | None:
    """Give by how much London is away from UTC, where a round trip keeps the hour."""
    instant = local.replace(tzinfo=LONDON).astimezone(UTC).astimezone(LONDON)
    return instant.utcoffset() if instant.replace(tzinfo=None) == local else None


def test_a_day_of_this_week_or_next_is_understood_where_both_readings_agree() -> None:
    """On a Saturday, next Friday is the nearest to come and next week's too; last Friday was
    yesterday, or in the week before."""
    saturday = date(2026, 12, 5)
    assert read_day("next friday", saturday, COMING).value == date(2026, 12, 11)
    for written in ("last friday", "this friday"):
        with pytest.raises(Invalid, match="can be read in two ways"):
            read_day(written, saturday, COMING)
