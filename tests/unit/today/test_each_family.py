"""Each family of matters at made-up councils, as a clerk would state it."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from support.councils import FENSHIRE, GULLSHIRE, HEREFORDSHIRE, LARKSHIRE, TWINSHIRE, WEALDSHIRE
from support.ending_council import ENDSHIRE, engine_ending
from support.lives.one_year import DUTIES, engine_of
from support.people import AUTHOR, MAKER, MONITORING, OFFICER
from support.steps import MORNING, called_in, drafted, held, must, opened, published, signed
from workflow import Engine, Kind, ManualClock, MatterKind, Role, TodayMatter
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


def of(engine: Engine, kind: MatterKind, council: str = HEREFORDSHIRE) -> list[TodayMatter]:
    """Give the matters of one kind, however far ahead."""
    last = engine.clock.now().date() + timedelta(days=365)
    return [each for each in engine.today(council, until=last).matters if each.kind is kind]


def one(engine: Engine, kind: MatterKind, council: str = HEREFORDSHIRE) -> TodayMatter:
    (found,) = of(engine, kind, council)
    return found


def noticed(engine: Engine, ref: str, kind: str, published: date, **more: Any) -> None:
    """Record a notice of a decision, published at nine on a day."""
    given = {
        "kind": kind,
        "published_at": datetime(published.year, published.month, published.day, 8, tzinfo=LONDON),
        "where": "the website",
        "matter": "The plan",
        "maker": "Cabinet: Cllrs A, B and C",
        "documents": "none",
        "copies": "from the offices",
        "informed": "the chair of scrutiny",
        "reasons": "It names a child.",
        **more,
    }
    must(engine.take(ref, "advance-notice-give", by=OFFICER, **given))


# -- before it is made --------------------------------------------------------------------------


def test_a_key_draft_without_notice_is_told_which_routes_are_open(engine: Engine) -> None:
    made_on = TODAY + timedelta(days=20)
    ref = drafted(engine, kind=Kind.KEY, made_on=made_on)
    found = one(engine, MatterKind.NOTICE_WANTED)
    assert "Notice of a key decision: publish it" not in found.says, "28 clear days have passed"
    assert "General exception notice: publish it by Tue 30 Oct 2018." in found.says
    assert "Special urgency: agreement before the decision" in found.says
    assert found.day == date(2018, 10, 30), "five clear working days before 7 November"
    assert [each.split(" --")[0] for each in found.commands] == [
        f"decisions advance-notice give {ref}",
        f"decisions consent ask {ref}",
    ]
    assert "--kind general-exception" in found.commands[0]
    assert found.commands[0].endswith("--matter TEXT --informed TEXT")


def test_once_the_day_is_past_no_route_is_open(engine: Engine) -> None:
    ref = drafted(engine, kind=Kind.KEY, made_on=TODAY - timedelta(days=1))
    found = one(engine, MatterKind.NOTICE_WANTED)
    assert found.overdue
    assert found.says.endswith("No route to that day is open any more.")
    assert found.commands == (f"decisions amend {ref} --made-on DATE",)


def test_notice_that_runs_says_from_when_it_may_be_made(engine: Engine) -> None:
    """28 clear days from Thursday 11 October: Friday 9 November is the first day after them."""
    ref = drafted(engine, kind=Kind.KEY, made_on=date(2018, 11, 12))
    first, last = date(2018, 11, 9), date(2018, 11, 30)
    told = {"decide_from": first, "decide_until": last}
    noticed(engine, ref, "key-decision", date(2018, 10, 11), **told)
    runs = one(engine, MatterKind.NOTICE_RUNS)
    assert (runs.day, runs.overdue) == (first, False)
    assert runs.says == "By the notice of a key decision it may be made from Fri 9 Nov 2018."
    lapses = one(engine, MatterKind.NOTICE_LAPSES)
    assert lapses.day == last
    assert of(engine, MatterKind.NOTICE_WANTED) == []


def test_the_last_day_of_a_notice_that_has_passed(engine: Engine, clock: ManualClock) -> None:
    ref = drafted(engine, kind=Kind.KEY, made_on=date(2018, 12, 3))
    told = {"decide_from": date(2018, 11, 9), "decide_until": date(2018, 11, 9)}
    noticed(engine, ref, "key-decision", date(2018, 10, 11), **told)
    clock.move_to(clock.now() + timedelta(days=23))
    found = one(engine, MatterKind.NOTICE_LAPSES)
    assert found.overdue
    assert found.says == (
        "Fri 9 Nov 2018 was the last day that its notice of a key decision gives for it. It cannot "
        "be made by that notice any more."
    )


def test_one_made_within_its_notice_is_only_to_be_signed(
    engine: Engine, clock: ManualClock
) -> None:
    ref = drafted(engine, kind=Kind.KEY, made_on=date(2018, 11, 9))
    told = {"decide_from": date(2018, 11, 9), "decide_until": date(2018, 11, 9)}
    noticed(engine, ref, "key-decision", date(2018, 10, 11), **told)
    clock.move_to(clock.now() + timedelta(days=30))
    found = engine.today(HEREFORDSHIRE).matters
    assert [(each.kind, each.commands) for each in found] == [
        (MatterKind.UNSIGNED, (f"decisions sign {ref} --signatory TEXT",))
    ]


def test_a_private_meeting_without_its_notices(engine: Engine) -> None:
    drafted(engine, private_meeting=True, made_on=TODAY + timedelta(days=3))
    found = one(engine, MatterKind.NOTICE_WANTED)
    assert found.id.endswith("/notice-wanted/private-meeting")
    assert found.day == TODAY + timedelta(days=3)
    assert "--kind private-meeting" in found.commands[0]
    assert "--purpose private-meeting" in found.commands[1]


def test_consent_is_asked_of_the_next_in_the_order(engine: Engine) -> None:
    ref = drafted(engine, kind=Kind.KEY, made_on=TODAY + timedelta(days=2))
    purpose = {"purpose": "special-urgency"}
    must(engine.take(ref, "consent-ask", by=AUTHOR, reason="A flood.", **purpose))
    found = one(engine, MatterKind.CONSENT)
    assert found.by[0] is Role.SCRUTINY_CHAIR
    assert found.day == TODAY + timedelta(days=2), "it must be given by the day it is made"
    assert "--purpose special-urgency --capacity scrutiny-chair" in found.commands[0]
    passed = {"capacity": "scrutiny-chair", "why": "vacancy", "note": "Nobody holds it."}
    must(engine.take(ref, "consent-skip", by=OFFICER, **purpose, **passed))
    assert one(engine, MatterKind.CONSENT).by[0] is Role.CHAIR_OF_COUNCIL


# -- made, and not published --------------------------------------------------------------------


def test_publication_is_due_by_the_councils_target() -> None:
    engine = engine_of(("[[direction]]", DUTIES))
    signed(engine, GULLSHIRE, made_on=date(2018, 7, 2))
    found = one(engine, MatterKind.UNPUBLISHED, GULLSHIRE)
    assert found.day == date(2018, 7, 4), "two working days after Monday 2 July"
    assert found.says == (
        "It is signed and not published, and was made on Mon 2 Jul 2018. The council's target is "
        "Wed 4 Jul 2018."
    )


def test_without_a_target_no_day_is_invented(engine: Engine) -> None:
    signed(engine)
    assert one(engine, MatterKind.UNPUBLISHED).day is None


def test_minutes_published_unsigned_are_to_be_signed(engine: Engine) -> None:
    ref = drafted(engine, WEALDSHIRE, made_on=TODAY)
    must(engine.take(ref, "minutes-publish", by=OFFICER, where="website"))
    found = one(engine, MatterKind.MINUTES, WEALDSHIRE)
    assert found.commands == (f"decisions minutes sign {ref} --signatory TEXT",)
    must(engine.take(ref, "minutes-sign", by=MAKER, signatory="The convener"))
    assert of(engine, MatterKind.MINUTES, WEALDSHIRE) == []


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
        f"decisions deadline-review {ref} --outcome keep|revise --reason TEXT",
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
    assert found.says.startswith("It is held on account of the monitoring officer since 09:00 on ")
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
