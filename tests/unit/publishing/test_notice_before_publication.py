"""The notice of a decision that is signed and not yet published: word for word what it is once it
is published then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from support.councils import HEREFORDSHIRE, LARKSHIRE
from support.people import OFFICER
from support.registers import held_rows
from support.statements import URGENT
from support.steps import MORNING, drafted, must, opened, published, signed
from workflow import Actor, Engine, ManualClock, Role
from workflow.clock import LONDON
from workflow.errors import Invalid
from workflow.model.kind import Kind
from workflow.procedures.attempt import Refused
from workflow.publishing.notice.contents import DecisionNotice

LATER = MORNING + timedelta(days=1, hours=3)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def engine(clock: ManualClock) -> Engine:
    return opened("sqlite:///:memory:", clock)


def before(engine: Engine, ref: str, at: datetime = LATER) -> DecisionNotice:
    found = engine.publishing.notice_if_published(ref, at)
    assert isinstance(found, DecisionNotice), found
    return found


def why_not(engine: Engine, ref: str, at: datetime = LATER) -> Refused:
    found = engine.publishing.notice_if_published(ref, at)
    assert isinstance(found, Refused), found
    return found


def _exempt(engine: Engine) -> str:
    """A decision of which both offices have agreed that it is exempt from call-in."""
    founder = Actor(person="founder", roles=frozenset(), established="test")
    for role in (Role.CHAIR_OF_COUNCIL, Role.SCRUTINY_CHAIR, Role.MONITORING_OFFICER):
        assert engine.appointments.appoint(
            "gloucestershire", f"a.{role}", role, name=role.label, by=founder
        )
    ref = signed(engine, "gloucestershire", made_on=date(2024, 6, 13))
    why = {"purpose": "exemption", "reason": "The rain."}
    must(engine.take(ref, "consent-ask", by=OFFICER, **why))
    for role in (Role.CHAIR_OF_COUNCIL, Role.SCRUTINY_CHAIR):
        given: dict[str, Any] = {"purpose": "exemption", "capacity": role, "note": "Yes."}
        must(engine.take(ref, "consent-give", by=OFFICER, given_by=role.label, **given))
    return ref


SIGNED: dict[str, Callable[[Engine], str]] = {
    "by number": signed,
    "at a council with an hour": lambda engine: signed(engine, LARKSHIRE),
    "urgent": lambda engine: signed(engine, urgency=URGENT),
    "an officer's": lambda engine: signed(engine, LARKSHIRE, kind=Kind.OFFICER_NON_KEY),
}


@pytest.mark.parametrize("at", [MORNING, LATER, LATER.replace(hour=22)])
@pytest.mark.parametrize("which", SIGNED)
def test_it_is_what_it_is_once_it_is_published(
    engine: Engine, clock: ManualClock, which: str, at: datetime
) -> None:
    ref = SIGNED[which](engine)
    expected = before(engine, ref, at)
    assert not expected.is_published
    clock.move_to(at)
    must(engine.take(ref, "publish", by=OFFICER, where="website"))
    found = engine.publishing.notice(ref)
    assert isinstance(found, DecisionNotice)
    warned, *others = expected.beside
    assert warned.startswith(f"{ref} is not published yet.")
    assert tuple(others) == found.beside
    assert replace(expected, is_published=True, beside=found.beside) == found


def test_the_reason_for_an_exemption_is_that_for_which_it_was_asked() -> None:
    clock = ManualClock(datetime(2024, 6, 13, 8, tzinfo=UTC))
    engine = opened("sqlite:///:memory:", clock)
    ref = _exempt(engine)
    expected = before(engine, ref, clock.now())
    must(engine.take(ref, "publish", by=OFFICER, where="website", exemption_reason="The rain."))
    found = engine.publishing.notice(ref)
    assert isinstance(found, DecisionNotice)
    assert replace(expected, is_published=True, beside=found.beside) == found


def test_nothing_is_written(engine: Engine) -> None:
    ref = signed(engine)
    held = held_rows(engine)
    before(engine, ref)
    assert held_rows(engine) == held


def test_today_without_an_hour_is_now(engine: Engine) -> None:
    """It was signed today, after the midnight that a day alone stands for."""
    ref = signed(engine)
    midnight = datetime(2018, 10, 18, tzinfo=LONDON)
    assert before(engine, ref, midnight).published_at == MORNING


def test_a_day_without_an_hour_is_said_to_have_none(engine: Engine) -> None:
    warned = before(engine, signed(engine), datetime(2018, 10, 19, tzinfo=LONDON)).beside[0]
    assert "if it is published on Fri 19 Oct 2018 (no time given)." in warned


def test_where_it_could_not_be_published_every_reason_is_given(engine: Engine) -> None:
    assert [each.code for each in why_not(engine, drafted(engine)).refusals] == ["is-draft"]
    early = why_not(engine, signed(engine), MORNING - timedelta(days=2))
    assert [each.code for each in early.refusals] == ["out-of-order"]
    ref = published(engine)
    (done,) = why_not(engine, ref).refusals
    assert done.remedy == f"It is published: decisions notice {ref}"
    assert not why_not(engine, ref)


def test_the_refusal_of_a_notice_says_how_to_see_it_before(engine: Engine) -> None:
    ref = signed(engine, HEREFORDSHIRE)
    found = engine.publishing.notice(ref)
    assert not isinstance(found, DecisionNotice)
    assert found.remedy == f"See it as it would be: decisions notice {ref} --if-published today"
    draft = engine.publishing.notice(drafted(engine))
    assert not isinstance(draft, DecisionNotice)
    assert draft.remedy.startswith("Have it signed first.")


def test_an_instant_without_its_time_zone_is_refused(engine: Engine) -> None:
    with pytest.raises(Invalid):
        engine.publishing.notice_if_published(signed(engine), datetime(2018, 10, 19))
