"""What needs somebody is given in order, for the days and the roles that are asked for."""

from datetime import date, timedelta

import pytest

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE
from support.people import MONITORING
from support.steps import MORNING, asked, drafted, opened, petitioned, published, signed
from workflow import Engine, Invalid, ManualClock, MatterKind, NotFound, Person, Role, Today


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MORNING)


@pytest.fixture
def engine(clock: ManualClock) -> Engine:
    return opened("sqlite:///:memory:", clock)


def kinds(found: Today) -> list[str]:
    return [each.kind.value for each in found.matters]


def test_what_is_overdue_comes_first_then_by_instant_then_what_has_no_time(
    engine: Engine, clock: ManualClock
) -> None:
    signed(engine, LARKSHIRE)
    at_an_hour = asked(engine, published(engine, LARKSHIRE))
    late = drafted(engine, LARKSHIRE, made_on=MORNING.date() - timedelta(days=1))
    window = engine.get(at_an_hour).window
    assert window is not None
    found = engine.today(LARKSHIRE, until=window.last_day)
    assert [(each.kind, each.ref) for each in found.matters] == [
        (MatterKind.UNSIGNED, late),
        (MatterKind.CALL_IN_ENDS, at_an_hour),
        (MatterKind.UNPUBLISHED, "LRK-2018-001"),
        (MatterKind.RULING, at_an_hour),
    ]
    assert [each.overdue for each in found.matters] == [True, False, False, False]
    assert found.matters[1].at == window.request_deadline


def test_seven_days_are_looked_at_and_today_is_the_first(engine: Engine) -> None:
    drafted(engine, made_on=MORNING.date() + timedelta(days=6))
    drafted(engine, made_on=MORNING.date() + timedelta(days=7))
    found = engine.today(HEREFORDSHIRE)
    assert (found.since, found.until) == (date(2018, 10, 18), date(2018, 10, 24))
    assert [each.day for each in found.matters] == [date(2018, 10, 24)]
    longer = engine.today(HEREFORDSHIRE, until=date(2018, 10, 25))
    assert [each.day for each in longer.matters] == [date(2018, 10, 24), date(2018, 10, 25)]


def test_a_role_sees_what_is_for_it_and_a_person_what_is_for_their_roles(engine: Engine) -> None:
    petitioned(engine, published(engine, GULLSHIRE), ("consultation: Nobody was.",))
    until = MORNING.date() + timedelta(days=30)
    everybody = kinds(engine.today(GULLSHIRE, until=until))
    assert everybody == ["call-in-ends", "ruling"]
    rulers = engine.today(GULLSHIRE, until=until, by=Role.MONITORING_OFFICER)
    assert kinds(rulers) == ["call-in-ends", "ruling"]
    officers = engine.today(GULLSHIRE, until=until, by=[Role.PROPER_OFFICER, Role.AUTHOR])
    assert kinds(officers) == ["call-in-ends"], "by its own rule the monitoring officer rules there"
    assert officers.roles == (Role.AUTHOR, Role.PROPER_OFFICER)
    given = {"by": MONITORING, "name": "P Patel"}
    assert engine.appointments.appoint(GULLSHIRE, "p.patel", Role.PROPER_OFFICER, **given)
    assert engine.today(GULLSHIRE, until=until, by="p.patel").roles == (Role.PROPER_OFFICER,)
    theirs = engine.today(
        GULLSHIRE, until=until, by=Person(person="p.patel", established="signed on")
    )
    assert kinds(theirs) == kinds(officers)
    assert str(theirs.matters[0].holders) == "P Patel (p.patel), proper officer"


def test_somebody_without_a_role_is_given_nothing(engine: Engine) -> None:
    published(engine)
    found = engine.today(HEREFORDSHIRE, by="a.stranger")
    assert (found.roles, found.matters) == ((), ())


@pytest.mark.parametrize("days", [-1, 366, 4000])
def test_a_day_before_today_or_a_year_on_is_not_looked_at(engine: Engine, days: int) -> None:
    with pytest.raises(Invalid, match="is not from today") as fault:
        engine.today(HEREFORDSHIRE, until=MORNING.date() + timedelta(days=days))
    assert fault.value.cure == "Give a day from 2018-10-18 to 2019-10-18."


def test_the_last_day_that_may_be_asked_for(engine: Engine) -> None:
    assert engine.today(HEREFORDSHIRE, until=date(2019, 10, 18)).matters == ()


def test_a_council_that_is_not_on_file(engine: Engine) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        engine.today("nowhere")
    with pytest.raises(Invalid):
        engine.today(HEREFORDSHIRE, by=["no-such-role"])  # type: ignore[list-item]
