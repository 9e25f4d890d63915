"""A close whose clock is past the calendar, or long after all that was recorded, does nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest

from support.councils import HEREFORDSHIRE
from support.people import AUTHOR, OFFICER
from support.steps import MORNING, published, signed
from workflow import Engine, ManualClock
from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.nations import PUBLISHED_THROUGH
from workflow.model.state import State

FAST = MORNING + timedelta(days=400)
IN_2036 = datetime(2036, 2, 7, tzinfo=UTC)


@pytest.fixture
def ref(any_engine: Engine) -> str:
    return published(any_engine)


def test_a_close_long_after_all_that_was_recorded_records_nothing(
    any_engine: Engine, clock: ManualClock, ref: str
) -> None:
    before = any_engine.get(ref)
    clock.move_to(FAST)
    report = any_engine.close_due()
    assert (report.number, report.due, report.closed, report.faults) == (None, 0, [], [])
    [left] = report.left
    assert (left.ref, left.code) == ("", "clock-in-doubt")
    assert "The clock says 09:00 on Fri 22 Nov 2019" in left.because
    assert "at 09:00 on Thu 18 Oct 2018" in left.because
    assert left.remedy.endswith("If it is right, go on once: decisions close --accept-gap")
    assert any_engine.get(ref) == before
    assert not any_engine.reports.runs()


def test_a_person_may_accept_the_gap_and_the_next_close_goes_on_by_itself(
    any_engine: Engine, clock: ManualClock, ref: str
) -> None:
    clock.move_to(FAST)
    assert any_engine.close_due(accept_gap=True).closed == [ref]
    clock.move_to(FAST + timedelta(days=91))
    assert not any_engine.close_due().left


@pytest.mark.parametrize(("days", "stopped"), [(92, False), (93, True)])
def test_ninety_two_days_are_the_measure(
    any_engine: Engine, clock: ManualClock, ref: str, days: int, stopped: bool
) -> None:
    clock.move_to(MORNING.astimezone(UTC) + timedelta(days=days))
    assert bool(any_engine.close_due().left) is stopped


def test_a_finished_close_counts_as_an_entry_does(
    any_engine: Engine, clock: ManualClock, ref: str
) -> None:
    for days in (80, 160):
        clock.move_to(MORNING + timedelta(days=days))
        assert not any_engine.close_due().left
    clock.move_to(MORNING + timedelta(days=260))
    [left] = any_engine.close_due().left
    assert "the last close finished" in left.because


def test_a_close_that_did_not_finish_does_not_count(
    any_engine: Engine, clock: ManualClock, ref: str
) -> None:
    clock.move_to(MORNING + timedelta(days=80))
    with any_engine.transactions.writing() as work:
        work.runs.start(None, clock.now())
    clock.move_to(MORNING + timedelta(days=160))
    assert any_engine.close_due().left


def test_what_a_wrong_clock_recorded_does_not_speak_for_the_next_wrong_one(
    any_engine: Engine, clock: ManualClock, ref: str
) -> None:
    clock.move_to(IN_2036)
    assert any_engine.close_due(accept_gap=True).closed == [ref]
    again = ManualClock(MORNING + timedelta(days=300))
    engine = Engine(any_engine.transactions, any_engine.councils, again)
    assert engine.close_due().left[0].code == "clock-in-doubt"


def test_where_nothing_was_recorded_only_the_calendar_is_asked(
    any_engine: Engine, clock: ManualClock
) -> None:
    clock.move_to(FAST)
    assert not any_engine.close_due().left
    clock.move_to(IN_2036)
    (left,) = any_engine.close_due().left
    lawful, last = left.remedy.index("calendar import FILE"), left.remedy.index("--accept-gap")
    assert lawful < last, "the bank holidays first, as for a step"


def test_a_close_past_the_calendar_records_nothing_however_lately_another_ran(
    any_engine: Engine, clock: ManualClock, ref: str
) -> None:
    end = datetime.combine(PUBLISHED_THROUGH, datetime.min.time(), UTC)
    clock.move_to(end - timedelta(days=3))
    any_engine.close_due(accept_gap=True)
    clock.move_to(end + timedelta(days=3))
    [left] = any_engine.close_due().left
    assert "past the end of the published bank holidays, Sun 31 Dec 2028" in left.because
    assert "days after" not in left.because


def test_the_calendar_that_reaches_furthest_is_the_measure_of_all(
    any_engine: Engine, clock: ManualClock, ref: str
) -> None:
    """Years that one council has entered speak for the clock; for one council, its own do."""
    with any_engine.transactions.writing() as work:
        told = {"title": "Published", "reason": "gov.uk", "source": "gov.uk", "entered_by": "sue"}
        known = {"known_at": MORNING, "recorded_at": MORNING}
        entered = CouncilDay(day=date(2040, 12, 31), kind=DayKind.PUBLISHED, **told, **known)
        work.days.add(1, HEREFORDSHIRE, entered)
    clock.move_to(IN_2036)
    [left] = any_engine.close_due().left
    assert "past the end" not in left.because
    [left] = any_engine.close_due(council="salford").left
    assert "past the end" in left.because
    assert any_engine.close_due(council=HEREFORDSHIRE, accept_gap=True).closed == [ref]


def test_a_rehearsal_by_a_clock_in_doubt_says_so_too(
    any_engine: Engine, clock: ManualClock, ref: str
) -> None:
    clock.move_to(FAST)
    assert any_engine.close_due(dry_run=True).left[0].code == "clock-in-doubt"


def test_a_step_is_refused_past_the_calendar_and_after_a_long_gap_goes_on(
    any_engine: Engine, clock: ManualClock, ref: str
) -> None:
    assert any_engine.journal.clock_in_doubt() is None
    clock.move_to(FAST)
    said = any_engine.journal.clock_in_doubt()
    assert said is not None
    assert "400 days after" in said
    assert signed(any_engine)
    clock.move_to(IN_2036)
    for refused in (
        any_engine.take(ref, "withdraw", by=OFFICER, reason="Not needed"),
        any_engine.take(ref, "close", by=OFFICER),
    ):
        assert not refused
        assert [why.code for why in refused.refusals] == ["clock-in-doubt"]
    assert any_engine.get(ref).state is State.CALL_IN_OPEN
    why = {why.code for each in any_engine.next(ref, AUTHOR) for why in each.refusals}
    assert "clock-in-doubt" in why
