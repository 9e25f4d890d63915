"""An appointment that is on file already is not recorded again: the one that stands is named."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from support.councils import COUNCILS, GULLSHIRE, HEREFORDSHIRE
from support.fakes.register import MemoryRegister
from support.people import MONITORING
from workflow import Engine, ManualClock, Role
from workflow.engine import load_councils
from workflow.model.people import Appointment
from workflow.procedures.attempt import Refused


def already(outcome: Any, *named: str) -> None:
    """Check that it is refused for that one reason, which names what stands."""
    assert isinstance(outcome, Refused), outcome
    assert [each.code for each in outcome.refusals] == ["already-recorded"]
    for each in named:
        assert each in outcome.refusals[0].because


@pytest.fixture
def engine(clock: ManualClock) -> Engine:
    """An engine on a register that is kept in memory."""
    return Engine(MemoryRegister(), load_councils([COUNCILS]), clock)


def appointed(engine: Engine, **more: Any) -> Appointment | Refused:
    given: dict[str, Any] = {"since": date(2018, 1, 1), "name": "J Smith", "by": MONITORING}
    role = more.pop("role", Role.SCRUTINY_MEMBER)
    person = more.pop("person", "jsmith")
    return engine.appointments.appoint(
        more.pop("council", HEREFORDSHIRE), person, role, **{**given, **more}
    )


def number(outcome: Appointment | Refused) -> int:
    assert isinstance(outcome, Appointment), outcome
    return outcome.number


@pytest.mark.parametrize(
    "again",
    [
        {},
        {"person": " jsmith "},
        {"name": "Jo Smith"},
        {"until": date(2019, 1, 1)},
        {"since": date(2018, 10, 18)},
        {"since": date(2018, 5, 1), "until": date(2018, 6, 1)},
    ],
    ids=lambda each: " ".join(each),
)
def test_a_retried_appointment_is_one(any_engine: Engine, again: dict[str, Any]) -> None:
    """So is one that another runs through from its first day to its last."""
    stands = number(appointed(any_engine))
    already(appointed(any_engine, **again), f"appointment {stands}", "J Smith (jsmith)")
    assert [each.number for each in any_engine.appointments.list(HEREFORDSHIRE)] == [stands]


@pytest.mark.parametrize(
    "other",
    [
        {"person": "bsmith"},
        {"person": "JSMITH"},
        {"role": Role.MEMBER},
        {"council": GULLSHIRE},
        {"of": "Adult Care"},
        {"deputy": True},
        {"since": date(2017, 1, 1)},
        {"since": date(2018, 10, 18), "name": "J Brown"},
    ],
    ids=lambda each: " ".join(each),
)
def test_another_appointment_is_another(engine: Engine, other: dict[str, Any]) -> None:
    """A deputy, another committee, an earlier day, another name from a later day."""
    stands = number(appointed(engine))
    assert number(appointed(engine, **other)) > stands


def test_an_appointment_that_was_ended_can_be_followed_by_another(
    engine: Engine, clock: ManualClock
) -> None:
    """But what was ended is not begun again by a retry, nor what has its end already."""
    today = date(2018, 10, 18)
    first = number(appointed(engine, since=today))
    ended = {"reason": "A slip.", "by": MONITORING, "until": today}
    assert engine.appointments.end(HEREFORDSHIRE, first, **ended)
    already(appointed(engine, since=today), f"appointment {first}")
    already(appointed(engine, since=today, until=today), f"appointment {first}")
    assert number(appointed(engine, since=today, name="J Brown")) == first + 1
    clock.move_to(datetime(2018, 10, 19, 9, tzinfo=UTC))
    already(appointed(engine, since=today, until=today), f"appointment {first}")
    assert number(appointed(engine, since=date(2018, 10, 20), until=None, of="x"))


def test_overlapping_terms_are_each_recorded(engine: Engine) -> None:
    """One that goes on after the other's end says something that was not on record."""
    first = {"since": date(2018, 1, 1), "until": date(2018, 12, 31)}
    assert number(appointed(engine, **first))
    assert number(appointed(engine, since=date(2018, 6, 1), until=date(2019, 6, 1)))
    assert number(appointed(engine, since=date(2019, 6, 1)))
