"""The library's edges: each slip of a host's is one clear error, and nothing is written."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from workflow import Actor, Kind, ManualClock, Role, Statement, open_engine
from workflow.calendars.council import DayKind
from workflow.engine import Engine
from workflow.errors import BeyondCalendar, Invalid, NotFound, Stale
from workflow.model.inputs import Because
from workflow.procedures.attempt import Refused, Taken
from workflow.procedures.making.inputs import Sign

NOW = datetime(2018, 10, 18, 9, tzinfo=UTC)
OFFICER = Actor(person="po", roles=frozenset(Role), established="a test")
PAPER = Statement(title="Road resurfacing", body="Cabinet", kind=Kind.KEY)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    made = open_engine(str(tmp_path / "register.db"), clock=ManualClock(NOW))
    assert isinstance(
        made.draft(council="herefordshire", statement=PAPER, by=OFFICER, ref="A-1"), Taken
    )
    return made


SLIPS: dict[str, Callable[[Engine], object]] = {
    "a naive time": lambda e: e.take(
        "A-1", "withdraw", by=OFFICER, reason="r", at=datetime(2018, 10, 18, 9)
    ),
    "a day for a time": lambda e: e.take(
        "A-1", "withdraw", by=OFFICER, reason="r", at=date(2018, 10, 18)  # type: ignore[arg-type]
    ),
    "an unknown step": lambda e: e.take("A-1", "implemnt", by=OFFICER),
    "an automatic step": lambda e: e.take("A-1", "take-effect", by=OFFICER),
    "an unknown field": lambda e: e.take("A-1", "withdraw", by=OFFICER, because="r"),
    "a missing field": lambda e: e.take("A-1", "sign", by=OFFICER),
    "inputs, and fields beside them": lambda e: e.take(
        "A-1", Sign(signatory="x"), by=OFFICER, signatory="y"
    ),
    "inputs of no step": lambda e: e.take("A-1", Because(reason="x"), by=OFFICER),
    "an empty reason": lambda e: e.take("A-1", "withdraw", by=OFFICER, reason="  "),
    "an empty late reason": lambda e: e.take(
        "A-1", "withdraw", by=OFFICER, reason="r", late_reason=" "
    ),
    "a hidden character": lambda e: e.take("A-1", "withdraw", by=OFFICER, reason="a\u202eb"),
    "enormous text": lambda e: e.take("A-1", "withdraw", by=OFFICER, reason="x" * 200_001),
    "an odd reference": lambda e: e.get("A/1"),
    "a reference taken": lambda e: e.draft(
        council="herefordshire", statement=PAPER, by=OFFICER, ref="A-1"
    ),
    "a day of no kind": lambda e: e.calendars.enter_day(
        "herefordshire", date(2018, 12, 27), "closed",  # type: ignore[arg-type]
        title="t", reason="r", source="s", by=OFFICER,
    ),
    "no day": lambda e: e.calendars.enter_day(
        "herefordshire", "2018-12-27", "closure",  # type: ignore[arg-type]
        title="t", reason="r", source="s", by=OFFICER,
    ),
    "an unknown role": lambda e: e.appointments.appoint(
        "herefordshire", "x", "officer", by=OFFICER  # type: ignore[arg-type]
    ),
    "an unknown unit": lambda e: e.calendars.deadline(
        start=date(2018, 10, 18), days=4, nation="england", unit="weeks"  # type: ignore[arg-type]
    ),
    "another council's reference": lambda e: e.draft(
        council="herefordshire", statement=PAPER, by=OFFICER, ref="SAL-2026-001"
    ),
    "another council's in small letters": lambda e: e.draft(
        council="herefordshire", statement=PAPER, by=OFFICER, ref="sal-1"
    ),
    "half a deadline": lambda e: e.calendars.deadline(start=date(2018, 10, 18), days=4),
    "no days": lambda e: e.calendars.deadline(start=date(2018, 10, 18), days=0, nation="england"),
    "an unknown nation": lambda e: e.calendars.deadline(
        start=date(2018, 10, 18), days=4, nation="uk"
    ),
    "a rule with no publication": lambda e: e.calendars.deadline(council="salford"),
    "a naive publication": lambda e: e.calendars.deadline(
        council="salford", published_at=datetime(2022, 9, 16, 10)
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_is_invalid_with_a_remedy_and_writes_nothing(engine: Engine, slip: str) -> None:
    with pytest.raises(Invalid) as wrong:
        SLIPS[slip](engine)
    assert str(wrong.value)
    assert wrong.value.cure
    assert engine.get("A-1").version == 1
    assert len(engine.list()) == 1


def test_what_is_not_there_is_not_found(engine: Engine) -> None:
    with pytest.raises(NotFound):
        engine.take("A-2", "withdraw", by=OFFICER, reason="r")
    with pytest.raises(NotFound):
        engine.draft(council="nowhere", statement=PAPER, by=OFFICER)
    with pytest.raises(NotFound):
        engine.close_due(council="nowhere")
    assert engine.reports.runs() == []


def test_a_version_that_has_moved_on_is_stale(engine: Engine) -> None:
    with pytest.raises(Stale):
        engine.take("A-1", "withdraw", by=OFFICER, reason="r", expect_version=2)
    assert engine.take("A-1", "withdraw", by=OFFICER, reason="r", expect_version=1)


def test_past_the_horizon_the_library_refuses_too(engine: Engine) -> None:
    with pytest.raises(BeyondCalendar, match="31 Dec 2028"):
        engine.calendars.deadline(start=date(2028, 12, 28), days=5, nation="england")


def test_the_past_needs_a_reason_and_the_future_is_refused(engine: Engine) -> None:
    """A step given an earlier time is a late entry; the same time to the minute is not."""
    assert isinstance(engine.clock, ManualClock)
    engine.clock.move_to(NOW + timedelta(hours=2))
    early = engine.take("A-1", "withdraw", by=OFFICER, reason="r", at=NOW + timedelta(hours=1))
    assert isinstance(early, Refused)
    assert [r.code for r in early.refusals] == ["late-entry-needs-reason"]
    later = engine.take("A-1", "withdraw", by=OFFICER, reason="r", at=NOW + timedelta(hours=3))
    assert isinstance(later, Refused)
    assert [r.code for r in later.refusals] == ["in-the-future"]
    prompt = NOW + timedelta(hours=2) - timedelta(seconds=59)
    assert engine.take("A-1", "withdraw", by=OFFICER, reason="r", at=prompt)


def test_a_person_by_name_acts_in_the_roles_they_are_appointed_to(engine: Engine) -> None:
    refused = engine.take("A-1", "withdraw", by="p.officer", reason="r")
    assert isinstance(refused, Refused)
    assert "p.officer holds no role at herefordshire today" in refused.refusals[0].because
    engine.appointments.appoint("herefordshire", "p.officer", Role.PROPER_OFFICER, by="p.officer")
    assert engine.take("A-1", "withdraw", by="p.officer", reason="r")


def test_a_kind_may_be_given_by_its_word(engine: Engine) -> None:
    """A host that takes its words from a form need not look the kind up first."""
    entered = engine.calendars.enter_day(
        "herefordshire", date(2018, 12, 27), "closure",  # type: ignore[arg-type]
        title="Christmas closure", reason="r", source="s", by=OFFICER,
    )  # fmt: skip
    assert not isinstance(entered, Refused)
    assert entered.kind is DayKind.CLOSURE


def test_a_reference_of_ones_own_may_begin_as_the_councils_do(engine: Engine) -> None:
    for ref in ("HFD-2018-900", "hfd-x", "ZZZ-1", "I50027300"):
        assert engine.draft(council="herefordshire", statement=PAPER, by=OFFICER, ref=ref), ref


def test_what_is_public_is_there(engine: Engine) -> None:
    """Every name the package offers can be had, and no other."""
    import workflow

    for name in workflow.__all__:
        assert getattr(workflow, name) is not None
        assert name in dir(workflow)
    with pytest.raises(AttributeError, match="no attribute 'Workflow'"):
        _ = workflow.Workflow
    assert engine.next("A-1")
