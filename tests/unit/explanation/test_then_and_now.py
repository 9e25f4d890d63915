"""A date is told as it was counted then, whatever calendar there is now; and what differs today."""

from datetime import date, timedelta
from typing import Any

import pytest

from support.councils import GULLSHIRE, HEREFORDSHIRE
from support.people import MONITORING, OFFICER
from support.steps import must, petitioned, published
from workflow import Engine, ManualClock
from workflow.calendars import days as calendars
from workflow.calendars import horizon
from workflow.calendars.council import DayKind
from workflow.calendars.nations import Nation, bank_holidays
from workflow.explanation import decision_document
from workflow.explanation.explain import Explanation
from workflow.explanation.recount import ThenAndNow
from workflow.explanation.renderers.text import lines


def explanation(engine: Engine, ref: str) -> Explanation:
    found = engine.explain(ref)
    assert isinstance(found, Explanation)
    return found


def then_of(engine: Engine, ref: str) -> ThenAndNow:
    period = explanation(engine, ref).period
    assert period is not None
    return period.then


def said(engine: Engine, ref: str) -> str:
    told = decision_document.document(explanation(engine, ref))
    return "\n".join(line for section in told.sections for line in lines(section))


def shut(engine: Engine, day: date, kind: DayKind = DayKind.CLOSURE, **more: Any) -> None:
    told = {"title": "Flood", "reason": "It rose", "source": "A notice", **more}
    assert engine.calendars.enter_day(HEREFORDSHIRE, day, kind, by=OFFICER, **told)


def test_where_nothing_changed_the_calendar_is_the_one_on_record(sqlite_engine: Engine) -> None:
    ref = published(sqlite_engine)
    then, window = then_of(sqlite_engine, ref), sqlite_engine.get(ref).window
    assert window is not None
    assert then.calendar.hash == window.calendar_hash
    assert then.calendar.through == date(2028, 12, 31)
    assert then.count is not None
    assert then.count.last_day == window.last_day
    assert (then.today, then.differs) == (None, ())
    assert "Counted today" not in said(sqlite_engine, ref)


def test_a_day_closed_since_is_not_in_the_days_then_and_is_named_today(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    """Tuesday 23 October is shut afterwards: the record stands, and what differs is said."""
    ref = published(sqlite_engine)
    clock.move_to(clock.now() + timedelta(days=1))
    shut(sqlite_engine, date(2018, 10, 23))
    then = then_of(sqlite_engine, ref)
    assert then.count is not None
    assert then.count.last_day == date(2018, 10, 24)
    assert all("Flood" not in day.why for day in then.count.workings())
    assert then.today_words == "the end of Thu 25 Oct 2018"
    assert [(day.day, day.then, day.now) for day in then.differs] == [
        (date(2018, 10, 23), None, "Flood (council closed)")
    ]
    told = said(sqlite_engine, ref)
    assert "Tue 23 Oct 2018 was counted then, and is not now: Flood (council closed)." in told
    assert "would give the end of Thu 25 Oct 2018; on record is the end of Wed 24 Oct 2018" in told


def test_a_day_opened_since_was_not_counted_then(sqlite_engine: Engine, clock: ManualClock) -> None:
    shut(sqlite_engine, date(2018, 10, 22))
    ref = published(sqlite_engine)
    clock.move_to(clock.now() + timedelta(days=1))
    shut(sqlite_engine, date(2018, 10, 22), DayKind.REOPENED)
    told = said(sqlite_engine, ref)
    assert "Mon 22 Oct 2018 was not counted then (Flood (council closed)), and is now." in told
    assert "with 1 day of the council's own" in told


def test_the_days_then_are_found_among_days_entered_in_the_same_instant(
    sqlite_engine: Engine,
) -> None:
    """When each was recorded does not tell them apart; the hash on record does."""
    ref = published(sqlite_engine)
    known_at = sqlite_engine.clock.now() - timedelta(days=1)
    shut(sqlite_engine, date(2018, 10, 23), known_at=known_at)
    then = then_of(sqlite_engine, ref)
    assert then.calendar.calendar is not None
    assert then.calendar.calendar.closures == ()


def test_days_that_do_not_give_the_date_on_record_are_not_shown_as_its_own(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    """A part severed once its whole's deadline was kept has no other calendar than the later."""
    ref = published(sqlite_engine)
    clock.move_to(clock.now() + timedelta(days=1))
    shut(sqlite_engine, date(2018, 10, 23))
    review = {"outcome": "keep", "reason": "It was printed."}
    must(sqlite_engine.take(ref, "deadline-review", by=OFFICER, **review))
    parted = {"stays": "Route 9.", "part": "Route 8.", "title": "Route 8", "ruling": "It stands."}
    must(sqlite_engine.take(ref, "sever", by=OFFICER, part_ref="OWN-1", **parted))
    then, told = then_of(sqlite_engine, "OWN-1"), said(sqlite_engine, "OWN-1")
    assert then.calendar.calendar is not None
    assert then.count is None
    assert "The days below are counted on the calendar as it is now." in told
    assert "The last moment for a request: the end of Wed 24 Oct 2018" in told


def test_a_deadline_that_was_kept_is_told_by_the_days_it_was_counted_on(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    """To keep it puts the hash of the later calendar on record, whose days give another date."""
    ref = published(sqlite_engine)
    before = sqlite_engine.get(ref).window
    clock.move_to(clock.now() + timedelta(days=1))
    shut(sqlite_engine, date(2018, 10, 23))
    review = {"outcome": "keep", "reason": "It was printed."}
    must(sqlite_engine.take(ref, "deadline-review", by=OFFICER, **review))
    then, after = then_of(sqlite_engine, ref), sqlite_engine.get(ref).window
    assert before is not None
    assert after is not None
    assert after.calendar_hash != before.calendar_hash
    assert then.calendar.hash == before.calendar_hash
    assert then.count is not None
    assert then.count.last_day == date(2018, 10, 24)
    assert then.today_words == "the end of Thu 25 Oct 2018"


def test_a_deadline_that_was_revised_is_told_by_the_days_of_its_revision(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    ref = published(sqlite_engine)
    clock.move_to(clock.now() + timedelta(days=1))
    shut(sqlite_engine, date(2018, 10, 23))
    review = {"outcome": "revise", "reason": "The flood."}
    must(sqlite_engine.take(ref, "deadline-review", by=OFFICER, **review))
    then = then_of(sqlite_engine, ref)
    assert then.count is not None
    assert then.count.last_day == date(2018, 10, 25)
    assert then.today is None


def test_a_day_known_too_late_moves_nothing_and_is_still_said(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    ref = published(sqlite_engine)
    clock.move_to(clock.now() + timedelta(days=60))
    sqlite_engine.close_due()
    shut(sqlite_engine, date(2018, 10, 23))
    found = explanation(sqlite_engine, ref)
    assert found.period is not None
    assert (found.period.recounted, found.in_question) == (None, False)
    assert found.period.then.today_words == "the end of Thu 25 Oct 2018"


def test_years_later_a_longer_calendar_still_tells_how_far_it_reached_then(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted when bank holidays were published to 2025 only: its hash is another, its days not."""
    with monkeypatch.context() as earlier:
        earlier.setattr(horizon, "PUBLISHED_THROUGH", date(2025, 12, 31))
        ref = published(sqlite_engine)
    then = then_of(sqlite_engine, ref)
    assert then.calendar.calendar is not None
    assert then.calendar.calendar.hash != then.calendar.hash
    assert then.calendar.through == date(2025, 12, 31)
    assert then.count is not None
    assert then.today is None
    assert "complete through Wed 31 Dec 2025" in said(sqlite_engine, ref)


def test_a_calendar_that_cannot_be_made_again_is_said_and_the_record_stands(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its bank holidays were others: Tuesday 23 October was one."""

    def as_it_was(nation: Nation, first: date, last: date) -> dict[date, str]:
        return {**bank_holidays(nation, first, last), date(2018, 10, 23): "Old day"}

    calendars._built.cache_clear()
    with monkeypatch.context() as earlier:
        earlier.setattr(calendars, "bank_holidays", as_it_was)
        ref = published(sqlite_engine)
    calendars._built.cache_clear()
    then, told = then_of(sqlite_engine, ref), said(sqlite_engine, ref)
    assert (then.calendar.calendar, then.count) == (None, None)
    assert f"one whose hash begins {then.calendar.hash[:12]}. It cannot be made again" in told
    assert "The days below are counted on the calendar as it is now." in told
    assert "The last moment for a request: the end of Thu 25 Oct 2018" in told
    assert "would give the end of Wed 24 Oct 2018; on record is the end of Thu 25 Oct 2018" in told


def test_a_clock_that_was_kept_is_told_by_the_days_it_was_counted_on(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    ref = petitioned(sqlite_engine, published(sqlite_engine, GULLSHIRE), ("policy: Against it.",))
    must(sqlite_engine.take(ref, "request-accept", by=MONITORING, reason="Enough."))
    clock.move_to(clock.now() + timedelta(days=9))
    told = {"title": "Flood", "reason": "It rose", "source": "A notice"}
    day = date(2018, 10, 30)
    assert sqlite_engine.calendars.enter_day(GULLSHIRE, day, DayKind.CLOSURE, by=OFFICER, **told)
    review = {"outcome": "keep", "reason": "It was printed."}
    must(sqlite_engine.take(ref, "deadline-review", by=OFFICER, **review))
    (one,) = explanation(sqlite_engine, ref).time_limits
    assert one.then.calendar.hash != one.limit.calendar_hash
    assert one.then.count is not None
    assert one.then.count.last_day == one.limit.last_day == date(2018, 11, 1)
    assert one.then.today_words == "the end of Fri 2 Nov 2018"
    assert [each.day for each in one.then.differs] == [day]


@pytest.mark.parametrize(("through", "warned"), [(2018, True), (2019, False)])
def test_a_date_near_the_end_of_its_calendar_is_warned_of(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch, through: int, warned: bool
) -> None:
    """31 December 2018 is 67 days after the day of effect, or that year is not its last."""
    with monkeypatch.context() as earlier:
        earlier.setattr(horizon, "PUBLISHED_THROUGH", date(through, 12, 31))
        ref = published(sqlite_engine)
    words = "is 67 days before the end of the published bank holidays, Mon 31 Dec 2018"
    assert (words in said(sqlite_engine, ref)) is warned
