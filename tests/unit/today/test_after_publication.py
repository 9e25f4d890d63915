"""Matters of decisions that were published, and of the council itself, as a clerk would state
them."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from support.councils import FENSHIRE, HEREFORDSHIRE, LARKSHIRE, TWINSHIRE
from support.ending_council import ENDSHIRE, engine_ending
from support.people import MAKER, MONITORING, OFFICER
from support.steps import MORNING, called_in, held, must, opened, published
from support.todays import of, one
from workflow import Engine, ManualClock, MatterKind, Role
from workflow.calendars.council import DayKind
from workflow.calendars.nations import PUBLISHED_THROUGH
from workflow.clock import LONDON

TODAY = MORNING.date()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def engine(clock: ManualClock) -> Engine:
    return opened("sqlite:///:memory:", clock)


# -- a call-in ----------------------------------------------------------------------------------


def test_another_reading_that_ends_sooner_has_a_line_of_its_own(engine: Engine) -> None:
    ref = published(engine, TWINSHIRE)
    sooner, later = of(engine, MatterKind.CALL_IN_ENDS, TWINSHIRE)
    assert (sooner.day, later.day) == (date(2018, 10, 23), date(2018, 10, 26))
    assert sooner.says.startswith(
        "By another reading of the rule it may be called in until 16:00 on Tue 23 Oct 2018. What "
    )
    assert later.says == "It may be called in until 16:00 on Fri 26 Oct 2018."
    assert {each.ref for each in (sooner, later)} == {ref}
    assert sooner.id != later.id


def test_a_called_in_decision_without_a_time_limit_is_always_there(engine: Engine) -> None:
    called_in(engine, published(engine))
    (found,) = engine.today(HEREFORDSHIRE, until=TODAY).matters
    assert (found.kind, found.day) == (MatterKind.NO_TIME_LIMIT, None)


def test_a_deadline_in_question_is_kept_or_revised(engine: Engine) -> None:
    ref = published(engine)
    given = {"title": "State Funeral", "reason": "Proclaimed.", "source": "gov.uk"}
    funeral = date(2018, 10, 22)
    assert engine.calendars.enter_day(
        HEREFORDSHIRE, funeral, DayKind.HOLIDAY, by=MONITORING, **given
    )
    found = one(engine, MatterKind.QUESTION)
    assert found.says.startswith("The deadline on record is the end of Wed 24 Oct 2018. ")
    assert found.says.endswith("the same rule now gives the end of Thu 25 Oct 2018. Keep it or "
        "revise it.")  # fmt: skip
    assert found.commands == (
        f"decisions deadline-review {ref} --outcome keep --reason TEXT",
        f"decisions deadline-review {ref} --outcome revise --reason TEXT",
    )
    must(engine.take(ref, "deadline-review", by=OFFICER, outcome="keep", reason="Printed."))
    assert of(engine, MatterKind.QUESTION) == []


def test_a_date_after_the_end_of_the_council(clock: ManualClock, tmp_path: Path) -> None:
    engine = engine_ending("sqlite:///:memory:", clock, tmp_path / "own")
    ref = published(engine, ENDSHIRE)
    found = one(engine, MatterKind.PAST_COUNCIL, ENDSHIRE)
    assert "does not come before the end of Endshire Council on Thu 25 Oct 2018" in found.says
    assert found.commands[0].startswith(f"decisions deadline-review {ref} --outcome ")


# -- afterwards ---------------------------------------------------------------------------------


def test_a_report_that_scrutiny_required_is_due_on_its_day(engine: Engine) -> None:
    ref = published(engine)
    by = TODAY + timedelta(days=3)
    must(engine.take(ref, "key-report-require", by=OFFICER, opinion="Key.", report_by=by))
    found = one(engine, MatterKind.KEY_REPORT)
    assert (found.day, found.by) == (by, (Role.DECISION_MAKER, Role.PROPER_OFFICER))
    must(engine.take(ref, "key-report-submit", by=MAKER, report="Below the threshold."))
    assert of(engine, MatterKind.KEY_REPORT) == []


def test_a_review_is_there_until_it_is_concluded(engine: Engine, clock: ManualClock) -> None:
    ref = published(engine, LARKSHIRE)
    clock.move_to(clock.now() + timedelta(days=30))
    engine.close_due()
    must(engine.take(ref, "review-ask", by=OFFICER, requested_by=("Cllr A",), reason="Why."))
    assert one(engine, MatterKind.REVIEW, LARKSHIRE).commands == (
        f"decisions review conclude {ref} --findings TEXT",
    )
    must(engine.take(ref, "review-conclude", by=OFFICER, findings="It was right."))
    assert of(engine, MatterKind.REVIEW, LARKSHIRE) == []


def test_a_hold_is_there_until_it_is_released(engine: Engine) -> None:
    ref = held(engine, published(engine))
    found = one(engine, MatterKind.HELD)
    assert found.says == (
        "It is held on account of the monitoring officer since Thu 18 Oct 2018. The executive is "
        "to consider the report by Wed 7 Nov 2018."
    )
    assert found.day == date(2018, 11, 7)
    soon = [each for each in engine.today(HEREFORDSHIRE).matters if each.kind is found.kind]
    assert [each.day for each in soon] == [None], "it waits now, though its day is further on"
    must(engine.take(ref, "release", by=MONITORING, reason="Considered."))
    assert of(engine, MatterKind.HELD) == []


# -- the council itself -------------------------------------------------------------------------


def test_the_close_is_named_only_when_something_is_due(engine: Engine, clock: ManualClock) -> None:
    published(engine, LARKSHIRE)
    assert of(engine, MatterKind.CLOSE, LARKSHIRE) == []
    clock.move_to(clock.now() + timedelta(days=30))
    assert one(engine, MatterKind.CLOSE, LARKSHIRE).commands == ("decisions close",)
    assert one(engine, MatterKind.NOT_CLOSED, LARKSHIRE).overdue
    engine.close_due()
    assert engine.today(LARKSHIRE).matters == ()
    published(engine, LARKSHIRE)
    clock.move_to(clock.now() + timedelta(hours=26))
    assert one(engine, MatterKind.CLOSE, LARKSHIRE).says == (
        "The close last ran at 08:00 on Sat 17 Nov 2018, which is more than a day ago."
    )


def test_the_closes_of_other_councils_do_not_hide_this_councils_own(
    engine: Engine, clock: ManualClock
) -> None:
    """Each council of a register may have a job of its own."""
    published(engine, LARKSHIRE)
    clock.move_to(clock.now() + timedelta(days=1))
    engine.close_due(council=LARKSHIRE)
    for _ in range(25):
        engine.close_due(council=HEREFORDSHIRE)
    clock.move_to(clock.now() + timedelta(hours=26))
    assert one(engine, MatterKind.CLOSE, LARKSHIRE).says == (
        "The close last ran at 09:00 on Fri 19 Oct 2018, which is more than a day ago."
    )


def test_the_end_of_the_calendar_has_its_day_within_the_window(engine: Engine) -> None:
    through = PUBLISHED_THROUGH
    clock = engine.clock
    assert isinstance(clock, ManualClock)
    clock.move_to(datetime(through.year, 7, 10, 9, tzinfo=LONDON))
    found = one(engine, MatterKind.CALENDAR, FENSHIRE)
    assert found.day == through
    (near,) = engine.today(FENSHIRE).matters
    assert (near.kind, near.day) == (MatterKind.CALENDAR, None), "it is there, and not due yet"
    assert "the end of the published bank holidays" in near.says
