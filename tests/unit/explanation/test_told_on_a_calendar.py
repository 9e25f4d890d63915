"""The days of a decision on a calendar: who they are for good, and how often each has moved."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE
from support.people import MAKER, MONITORING, OFFICER
from support.statements import a_statement
from support.steps import asked, called_in, drafted, held, must, petitioned, published
from workflow import Engine, Kind, ManualClock
from workflow.calendars.council import DayKind
from workflow.errors import Refusal
from workflow.explanation.calendar_entries import DecisionDay, Stands
from workflow.procedures.corrections.inputs import CorrectMaterially


def days(engine: Engine, ref: str) -> dict[str, DecisionDay]:
    """Give the days by what stands between the reference and the council in who they are."""
    found = engine.calendars.dates(ref)
    assert found
    return {each.uid.removeprefix(f"{ref}-").partition("@")[0]: each for each in found.days}


def later(clock: ManualClock, **by: int) -> datetime:
    clock.move_to(clock.now() + timedelta(**by))
    return clock.now()


def shut(engine: Engine, council: str, day: date) -> None:
    told = {"title": "Flood", "reason": "It rose", "source": "A notice"}
    assert engine.calendars.enter_day(council, day, DayKind.CLOSURE, by=OFFICER, **told)


def before_scrutiny(engine: Engine) -> str:
    ref = petitioned(engine, published(engine, GULLSHIRE), ("policy: Against it.",))
    must(engine.take(ref, "request-accept", by=MONITORING, reason="Enough."))
    return ref


def test_a_period_has_two_days_set_on_publication(any_engine: Engine) -> None:
    ref = published(any_engine)
    found = days(any_engine, ref)
    assert list(found) == ["call-in-ends", "takes-effect"]
    ends, effect = found.values()
    assert ends.uid == f"{ref}-call-in-ends@herefordshire.council-decisions"
    assert (ends.day, effect.day) == (date(2018, 10, 24), date(2018, 10, 25))
    for each in (ends, effect):
        at = any_engine.get(ref).published_at
        assert (each.revision, each.stands, each.set_at) == (0, Stands.CONFIRMED, at)


def test_to_be_closed_moves_no_day(any_engine: Engine, clock: ManualClock) -> None:
    """What was said would happen has happened: its stamp is still the publication's."""
    ref = published(any_engine)
    before = days(any_engine, ref)
    later(clock, days=9)
    assert any_engine.close_due().closed == [ref]
    after = days(any_engine, ref)
    assert after == before
    assert after["takes-effect"].title == (
        f"{ref}: takes effect at 00:00 on Thu 25 Oct 2018 (Ofsted action plan)"
    )


@pytest.mark.parametrize(
    ("outcome", "revision", "day"),
    [("revise", 1, date(2018, 10, 25)), ("keep", 0, date(2018, 10, 24))],
)
def test_to_revise_a_deadline_is_one_revision_and_to_keep_it_none(
    sqlite_engine: Engine, clock: ManualClock, outcome: str, revision: int, day: date
) -> None:
    ref = published(sqlite_engine)
    at = later(clock, days=1)
    shut(sqlite_engine, HEREFORDSHIRE, date(2018, 10, 23))
    must(
        sqlite_engine.take(ref, "deadline-review", by=OFFICER, outcome=outcome, reason="The flood.")
    )
    for name, on in (("call-in-ends", day), ("takes-effect", day + timedelta(days=1))):
        each = days(sqlite_engine, ref)[name]
        assert (each.revision, each.day) == (revision, on)
        assert (each.set_at == at) is bool(revision)


def test_to_withdraw_cancels_every_day(any_engine: Engine, clock: ManualClock) -> None:
    ref = published(any_engine)
    at = later(clock, days=1)
    must(any_engine.take(ref, "withdraw", by=MAKER, reason="It is not wanted."))
    for each in days(any_engine, ref).values():
        assert (each.stands, each.revision, each.set_at) == (Stands.CANCELLED, 1, at)
        assert each.words[0] == (
            "This day no longer stands: the decision was withdrawn at 09:00 on Fri 19 Oct 2018."
        )


def test_to_publish_again_restores_the_days_under_the_same_names(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    ref = published(sqlite_engine)
    later(clock, days=1)
    given = CorrectMaterially(statement=a_statement(decision="Half of it."), ruling="As I rule")
    must(sqlite_engine.take(ref, given, by=OFFICER))
    gone = days(sqlite_engine, ref)
    assert {(each.stands, each.revision) for each in gone.values()} == {(Stands.CANCELLED, 1)}
    assert gone["call-in-ends"].words == ("This day no longer stands: the decision is now signed.",)
    later(clock, hours=1)
    must(sqlite_engine.take(ref, "publish", by=OFFICER, where="website"))
    again = days(sqlite_engine, ref)
    assert {(each.stands, each.revision) for each in again.values()} == {(Stands.CONFIRMED, 2)}
    assert [each.uid for each in again.values()] == [each.uid for each in gone.values()]
    assert again["call-in-ends"].day == date(2018, 10, 25)


def test_a_call_in_adds_its_clock_and_puts_the_effect_off(sqlite_engine: Engine) -> None:
    ref = before_scrutiny(sqlite_engine)
    found = days(sqlite_engine, ref)
    assert list(found) == ["call-in-ends", "takes-effect", "scrutiny-ends"]
    assert (found["scrutiny-ends"].day, found["scrutiny-ends"].revision) == (date(2018, 11, 1), 0)
    assert found["takes-effect"].day == date(2018, 11, 2)
    assert found["takes-effect"].revision > 0
    assert found["call-in-ends"].revision == 0
    assert found["scrutiny-ends"].words[0] == (
        f"{ref}: why the time for scrutiny ends when it does"
    )


def test_where_no_clock_brings_effect_its_day_is_cancelled(sqlite_engine: Engine) -> None:
    """Herefordshire's rule on it is not on file: nothing takes effect of itself."""
    found = days(sqlite_engine, called_in(sqlite_engine, published(sqlite_engine)))
    assert found["takes-effect"].stands is Stands.CANCELLED
    assert found["call-in-ends"].stands is Stands.CONFIRMED


def test_to_adjourn_moves_the_clock_once(sqlite_engine: Engine, clock: ManualClock) -> None:
    ref = before_scrutiny(sqlite_engine)
    at = later(clock, days=1)
    put_off = {"until": date(2018, 11, 30), "consent": "Leader", "reason": "A witness."}
    must(sqlite_engine.take(ref, "scrutiny-adjourn", by=OFFICER, **put_off))
    each = days(sqlite_engine, ref)["scrutiny-ends"]
    assert (each.day, each.revision, each.set_at) == (date(2018, 11, 30), 1, at)


def test_a_clock_that_no_longer_runs_is_cancelled(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    ref = before_scrutiny(sqlite_engine)
    later(clock, days=8)
    noted = {"outcome": "no-further-action", "reason": "Noted."}
    must(sqlite_engine.take(ref, "scrutiny-resolve", by=OFFICER, **noted))
    assert days(sqlite_engine, ref)["scrutiny-ends"].stands is Stands.CANCELLED


def test_a_clock_that_ran_out_stands_as_it_was(sqlite_engine: Engine, clock: ManualClock) -> None:
    ref = before_scrutiny(sqlite_engine)
    later(clock, days=30)
    assert sqlite_engine.close_due().closed == [ref]
    each = days(sqlite_engine, ref)["scrutiny-ends"]
    assert (each.stands, each.revision) == (Stands.CONFIRMED, 0)


@pytest.mark.parametrize("stop", [held, asked])
def test_what_may_yet_be_another_day_is_tentative(sqlite_engine: Engine, stop: Any) -> None:
    """While it is held, or a request awaits its ruling."""
    found = days(sqlite_engine, stop(sqlite_engine, published(sqlite_engine)))
    assert found["takes-effect"].stands is Stands.TENTATIVE
    assert found["call-in-ends"].stands is Stands.CONFIRMED


def test_what_has_no_day_says_why(sqlite_engine: Engine) -> None:
    draft = sqlite_engine.calendars.dates(drafted(sqlite_engine))
    at_once = sqlite_engine.calendars.dates(
        published(sqlite_engine, LARKSHIRE, kind=Kind.OFFICER_NON_KEY)
    )
    assert isinstance(draft, Refusal)
    assert isinstance(at_once, Refusal)
    assert (draft.code, at_once.code) == ("is-draft", "no-call-in-period")
