"""Days, hours and ends of periods wholly in words, as they are printed."""

from datetime import UTC, date, datetime, time

import pytest

from workflow.authority import engine_rule
from workflow.clock import LONDON
from workflow.model.call_in_period import CallInPeriod, CountedFrom, PeriodRule, TakesEffect, Unit
from workflow.model.time_limit import Awaited, Default, LimitRule, StartsFrom, TimeLimit
from workflow.wording import long_dates

A_RULE = engine_rule("a rule", "Made up.")


def in_london(hour: int, minute: int = 0, second: int = 0, month: int = 10) -> datetime:
    return datetime(2018, month, 24, hour, minute, second, tzinfo=LONDON).astimezone(UTC)


def a_window(ends: datetime, *, included: bool, effect: TakesEffect) -> CallInPeriod:
    rule = PeriodRule(
        days=4, unit=Unit.WORKING, counted_from=CountedFrom.PUBLICATION, start_day_counts=False,
        request_by=time(17) if included else None, takes_effect=effect,
    )  # fmt: skip
    return CallInPeriod(
        rule=rule, authority=A_RULE, edition="e", counted_from=date(2018, 10, 18),
        last_day=date(2018, 10, 24), request_deadline=ends, deadline_included=included,
        effective_from=ends, calendar_hash="h",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (17, 0, "5 pm"),
        (16, 30, "4.30 pm"),
        (9, 5, "9.05 am"),
        (12, 0, "noon"),
        (0, 0, "midnight"),
        (12, 30, "12.30 pm"),
        (0, 30, "12.30 am"),
        (23, 59, "11.59 pm"),
    ],
)
def test_an_hour_is_said_as_it_is_spoken(hour: int, minute: int, said: str) -> None:
    """In London's time, summer or winter, and never in figures of 24 hours."""
    for month in (1, 7):
        assert long_dates.hour(in_london(hour, minute, month=month)) == said


def test_a_second_is_not_lost() -> None:
    assert long_dates.hour(in_london(16, 0, 59)) == "4.00.59 pm"


def test_a_day_is_written_with_no_short_names() -> None:
    assert long_dates.day(date(2018, 10, 24)) == "Wednesday 24 October 2018"
    assert long_dates.moment(in_london(17)) == "5 pm on Wednesday 24 October 2018"


def test_until_when_follows_the_rule() -> None:
    """An hour is named; the end of a day is that day's and not the midnight after it."""
    by_five = a_window(in_london(17), included=True, effect=TakesEffect.AT_THE_END)
    assert long_dates.until(by_five) == "5 pm on Wednesday 24 October 2018"
    midnight = datetime(2018, 10, 24, 23, tzinfo=UTC)
    all_day = a_window(midnight, included=False, effect=TakesEffect.AT_THE_END)
    assert long_dates.until(all_day) == "the end of Wednesday 24 October 2018"


def test_effect_follows_the_rule() -> None:
    midnight = datetime(2018, 10, 24, 23, tzinfo=UTC)
    at_end = a_window(midnight, included=False, effect=TakesEffect.AT_THE_END)
    assert long_dates.effect(at_end, midnight) == "at the end of Wednesday 24 October 2018"
    next_day = a_window(midnight, included=False, effect=TakesEffect.NEXT_DAY)
    assert long_dates.effect(next_day, midnight) == "at the start of Thursday 25 October 2018"
    assert long_dates.effect(at_end, in_london(17)) == "at 5 pm on Wednesday 24 October 2018"


@pytest.mark.parametrize(
    ("included", "said"),
    [(True, "5 pm on Wednesday 24 October 2018"), (False, "the end of Wednesday 24 October 2018")],
)
def test_a_clock_ends_at_its_hour_or_with_its_day(included: bool, said: str) -> None:
    rule = LimitRule(
        days=4, unit=Unit.WORKING, counted_from=StartsFrom.REFERRAL, start_day_counts=False,
        by=time(17) if included else None, default=Default.HELD,
    )  # fmt: skip
    limit = TimeLimit(
        awaits=Awaited.COUNCIL, rule=rule, authority=A_RULE, counted_from=date(2018, 10, 18),
        last_day=date(2018, 10, 24), ends_at=in_london(17), end_included=included,
        calendar_hash="h",
    )  # fmt: skip
    assert long_dates.by_when(limit) == said


def test_small_numbers_are_words_and_what_is_no_number_is_left() -> None:
    said = long_dates.numbers("1 chair and 12 members or 150 electors or 13 others, by 2018-10-24")
    assert said == "one chair and twelve members or 150 electors or 13 others, by 2018-10-24"
    assert long_dates.numbers("at 4.30, rule 3.2") == "at 4.30, rule 3.2"
