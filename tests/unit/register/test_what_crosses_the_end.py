"""What would take effect once its council has ended: it is left to a person, who may keep it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from support.ending_council import ENDSHIRE, ITS_END, engine_ending, to
from support.people import MAKER, MONITORING, OFFICER
from support.steps import drafted, held, must, petitioned, published, signed
from workflow import Engine, ManualClock, Refused, State
from workflow.calendars.council import DayKind
from workflow.procedures.expiry.events import DeadlineReviewed, LimitReviewed

DUE = datetime(2018, 10, 25, 16, tzinfo=UTC)
"""When a period that opened on the 18th ends, at 5 pm in London."""
LATE = "ends-after-council"


@pytest.fixture
def engine(sqlite_address: str, clock: ManualClock, tmp_path: Path) -> Engine:
    """At Endshire, which ends on 25 October 2018."""
    return engine_ending(sqlite_address, clock, tmp_path / "councils")


@pytest.fixture
def later(sqlite_address: str, clock: ManualClock, tmp_path: Path) -> Engine:
    """At Endshire, were it to end on 1 November 2018."""
    return engine_ending(sqlite_address, clock, tmp_path / "councils", date(2018, 11, 1))


def codes(outcome: object) -> list[str]:
    assert isinstance(outcome, Refused), outcome
    return [each.code for each in outcome.refusals]


def keep(engine: Engine, ref: str, outcome: str = "keep") -> object:
    said = {"outcome": outcome, "reason": "Agreed with the successors."}
    return engine.take(ref, "deadline-review", by=MONITORING, **said)


def called_in(engine: Engine, ref: str) -> str:
    petitioned(engine, ref, ("policy: It is against it.",))
    must(engine.take(ref, "request-accept", by=MONITORING, reason="Enough."))
    return ref


def left(engine: Engine) -> list[tuple[str, str]]:
    report = engine.close_due()
    assert report.closed == []
    assert report.needs_a_person == bool(report.left)
    return [(each.ref, each.code) for each in report.left]


# -- a period -----------------------------------------------------------------------------------


def test_it_may_be_published_before_the_end(engine: Engine, clock: ManualClock) -> None:
    """By the rules of the day, and it opens as ever; on the last day, too."""
    to(clock, 24, 16)
    decision = engine.get(published(engine, ENDSHIRE))
    assert decision.state is State.CALL_IN_OPEN
    assert decision.window is not None
    assert decision.window.last_day == date(2018, 10, 31)


def test_time_alone_does_not_bring_it_into_effect(engine: Engine, clock: ManualClock) -> None:
    ref = published(engine, ENDSHIRE)
    to(clock, 25, 18)
    assert left(engine) == [(ref, LATE)]
    (reason,) = engine.close_due().left
    assert reason.because == (
        "Its effect, 17:00 on Thu 25 Oct 2018, does not come before the end of Endshire Council on "
        "Thu 25 Oct 2018, when East Endshire Council and West Endshire Council take its place. "
        "It does not take effect by itself: someone must decide."
    )
    assert not engine.may_implement(ref)
    refused = engine.take(ref, "implement", by=OFFICER, evidence="Done")
    assert LATE in codes(refused)
    assert engine.get(ref).state is State.CALL_IN_OPEN


def test_what_ends_before_the_council_does_closes_as_ever(
    later: Engine, clock: ManualClock
) -> None:
    ref = published(later, ENDSHIRE)
    to(clock, 2, month=11)
    assert later.close_due().closed == [ref]
    assert later.get(ref).effective_at == DUE


def test_a_person_keeps_its_date_and_then_time_brings_it_about(
    engine: Engine, clock: ManualClock
) -> None:
    """On the record, with the reason and the effect that was kept; dated at the legal instant."""
    ref = published(engine, ENDSHIRE)
    to(clock, 26)
    must(keep(engine, ref))
    event = engine.history(ref)[-1].event
    assert isinstance(event, DeadlineReviewed)
    assert (event.past_end, event.kept, event.window) == (DUE, None, event.was)
    assert engine.close_due().closed == [ref]
    assert engine.get(ref).effective_at == DUE
    assert engine.journal.verify(ref).breaks == ()


def test_it_may_be_kept_before_the_council_ends(engine: Engine, clock: ManualClock) -> None:
    """While there is somebody to ask; nothing takes effect sooner for that."""
    ref = published(engine, ENDSHIRE)
    to(clock, 19)
    must(keep(engine, ref))
    assert codes(keep(engine, ref)) == ["deadline-agrees"]
    assert engine.close_due().due == 0
    to(clock, 25, 18)
    assert engine.close_due().closed == [ref]


def test_there_is_no_other_count_to_revise_it_to(engine: Engine, clock: ManualClock) -> None:
    ref = published(engine, ENDSHIRE)
    assert codes(keep(engine, ref, "revise")) == ["no-other-count"]


def test_a_hold_that_is_released_later_asks_again(engine: Engine, clock: ManualClock) -> None:
    """What was kept was another effect, and earlier."""
    ref = published(engine, ENDSHIRE)
    must(keep(engine, ref))
    held(engine, ref)
    to(clock, 29)
    must(engine.take(ref, "release", by=MONITORING, reason="The report was considered."))
    assert left(engine) == [(ref, LATE)]
    must(keep(engine, ref))
    assert engine.close_due().closed == [ref]
    assert engine.get(ref).effective_at == clock.now()


def test_a_hold_released_before_the_end_is_no_matter(later: Engine, clock: ManualClock) -> None:
    """Released on the day before: its effect is then, and in time; a day later it is not."""
    refs = [held(later, published(later, ENDSHIRE)) for _ in range(2)]
    to(clock, 31, 23)
    must(later.take(refs[0], "release", by=MONITORING, reason="Considered."))
    to(clock, 1, 1, 11)
    must(later.take(refs[1], "release", by=MONITORING, reason="Considered."))
    report = later.close_due()
    assert report.closed == [refs[0]]
    assert [(each.ref, each.code) for each in report.left] == [(refs[1], LATE)]


def test_a_request_in_time_is_taken_and_ruled_on_after_the_end(
    engine: Engine, clock: ManualClock
) -> None:
    ref = published(engine, ENDSHIRE)
    to(clock, 25, 16)
    called_in(engine, ref)
    assert engine.get(ref).state is State.CALLED_IN
    to(clock, 30)
    given = {"outcome": "no-further-action", "reason": "The committee met."}
    must(engine.take(ref, "scrutiny-resolve", by=OFFICER, **given))
    assert engine.get(ref).state is State.EFFECTIVE


# -- a clock ------------------------------------------------------------------------------------


def test_a_clock_that_ends_after_the_council_is_left_and_may_be_kept(
    later: Engine, clock: ManualClock
) -> None:
    """Called in on the 24th: scrutiny has ten working days, and the council a week."""
    ref = published(later, ENDSHIRE)
    to(clock, 24)
    called_in(later, ref)
    assert later.constitutions.past_the_end(ENDSHIRE) == [ref]
    to(clock, 8, 1, 11)
    assert left(later) == [(ref, LATE)]
    assert codes(keep(later, ref, "revise")) == ["no-other-count"]
    must(keep(later, ref))
    event = later.history(ref)[-1].event
    assert isinstance(event, LimitReviewed)
    assert event.limit.past_end == datetime(2018, 11, 8, tzinfo=UTC)
    assert later.close_due().closed == [ref]
    assert later.get(ref).effective_at == datetime(2018, 11, 8, tzinfo=UTC)


def test_to_have_kept_the_period_does_not_keep_the_clock(
    engine: Engine, clock: ManualClock
) -> None:
    """Nor does it where the clock's effect would be no later: that was not asked about."""
    ref = published(engine, ENDSHIRE)
    must(keep(engine, ref))
    to(clock, 25, 12)
    called_in(engine, ref)
    to(clock, 9, 1, 11)
    assert left(engine) == [(ref, LATE)]


def test_a_clock_that_is_adjourned_asks_again(later: Engine, clock: ManualClock) -> None:
    ref = published(later, ENDSHIRE)
    to(clock, 24)
    called_in(later, ref)
    must(keep(later, ref))
    assert later.constitutions.past_the_end(ENDSHIRE) == []
    given = {"until": date(2018, 11, 12), "consent": "The chair agreed", "reason": "Illness"}
    must(later.take(ref, "scrutiny-adjourn", by=OFFICER, **given))
    assert later.constitutions.past_the_end(ENDSHIRE) == [ref]


def test_a_clock_that_brings_nothing_is_left_as_ever(later: Engine, clock: ManualClock) -> None:
    """Held until full council has met: there is no effect of time's to keep."""
    ref = published(later, ENDSHIRE)
    to(clock, 24)
    called_in(later, ref)
    to(clock, 26)
    said = {"concerns": "It departs from the budget.", "advice": "It is contrary."}
    must(later.take(ref, "scrutiny-refer-to-council", by=OFFICER, **said))
    assert later.constitutions.past_the_end(ENDSHIRE) == []
    to(clock, 30, month=11)
    assert left(later) == [(ref, "overdue")]


# -- making and publishing ----------------------------------------------------------------------


def test_nothing_is_signed_or_published_from_that_day(engine: Engine, clock: ManualClock) -> None:
    draft, ready = drafted(engine, ENDSHIRE), signed(engine, ENDSHIRE)
    to(clock, 25, 0)
    sign = engine.take(draft, "sign", by=MAKER, signatory="The Leader")
    assert codes(sign) == ["council-ended"]
    publish = engine.take(ready, "publish", by=OFFICER, where="The website")
    assert codes(publish) == ["council-ended"]
    assert isinstance(publish, Refused)
    (reason,) = publish.refusals
    assert reason.authority.title == "Endshire (Structural Changes) Order 2017"
    assert "East Endshire Council and West Endshire Council take its place" in reason.because


def test_what_was_done_before_is_entered_afterwards(engine: Engine, clock: ManualClock) -> None:
    """As any late entry is, with its reason; it is then judged by the rules of its own day."""
    draft = drafted(engine, ENDSHIRE)
    at = datetime(2018, 10, 24, 23, 30, tzinfo=UTC)  # half past midnight on the 25th
    to(clock, 26)
    late = {"late_reason": "The office was moving."}
    sign = {"signatory": "The Leader", **late}
    assert codes(engine.take(draft, "sign", by=MAKER, at=at, **sign)) == ["council-ended"]
    at = datetime(2018, 10, 24, 22, 30, tzinfo=UTC)
    must(engine.take(draft, "sign", by=MAKER, at=at, **sign))
    must(engine.take(draft, "publish", by=OFFICER, where="Online", at=at, **late))
    assert engine.get(draft).state is State.CALL_IN_OPEN


# -- where the calendar changed too -------------------------------------------------------------


def test_a_calendar_that_changed_and_an_end_are_two_questions(
    engine: Engine, clock: ManualClock
) -> None:
    """To keep the first answers the first alone."""
    ref = published(engine, ENDSHIRE)
    said = {"title": "Closed", "reason": "Flood", "source": "A notice"}
    assert engine.calendars.enter_day(
        ENDSHIRE, date(2018, 10, 23), DayKind.CLOSURE, by=OFFICER, **said
    )
    to(clock, 26)
    assert left(engine) == [(ref, "recount-later"), (ref, LATE)]
    must(keep(engine, ref))
    assert left(engine) == [(ref, LATE)]
    must(keep(engine, ref))
    assert engine.close_due().closed == [ref]
    assert engine.get(ref).proceedings.kept is not None


def test_what_is_revised_past_the_end_is_asked_about(later: Engine, clock: ManualClock) -> None:
    """Five days closed move a period from before the end to after it."""
    ref = published(later, ENDSHIRE)
    said = {"title": "Closed", "reason": "Flood", "source": "A notice"}
    for day in (19, 22, 23, 24, 25):
        closing = date(2018, 10, day)
        assert later.calendars.enter_day(ENDSHIRE, closing, DayKind.CLOSURE, by=OFFICER, **said)
    assert later.constitutions.past_the_end(ENDSHIRE) == []
    must(keep(later, ref, "revise"))
    assert later.constitutions.past_the_end(ENDSHIRE) == [ref]
    assert later.calendars.in_question(ENDSHIRE) == []


def test_an_end_that_becomes_known_is_asked_about_though_a_deadline_was_kept(
    sqlite_address: str, clock: ManualClock, tmp_path: Path
) -> None:
    """Whoever kept it for a calendar's sake was not asked about the council's end."""
    far = engine_ending(sqlite_address, clock, tmp_path / "far", date(2019, 4, 1))
    ref = published(far, ENDSHIRE)
    said = {"title": "Closed", "reason": "Flood", "source": "A notice"}
    assert far.calendars.enter_day(
        ENDSHIRE, date(2018, 10, 23), DayKind.CLOSURE, by=OFFICER, **said
    )
    must(keep(far, ref))
    near = engine_ending(sqlite_address, clock, tmp_path / "near", ITS_END)
    to(clock, 26)
    assert left(near) == [(ref, LATE)]
