"""What is saved is what is loaded: every field, in every state, on every register."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE, WEALDSHIRE
from support.lives.every_state import LIVES
from support.people import MAKER, MONITORING, OFFICER
from support.steps import published
from workflow import Engine, ManualClock, Role, State
from workflow.calendars.council import CouncilDay, DayKind
from workflow.errors import Invalid
from workflow.model.decision import Decision
from workflow.model.evolve import replay
from workflow.model.people import Appointment
from workflow.model.proceedings import NONE_YET, Proceedings, Request, RequestStatus
from workflow.model.time_limit import Awaited, TimeLimit
from workflow.register.close_run import CloseRun
from workflow.register.query import DecisionQuery
from workflow.register.stored import StoredDecision
from workflow.store.mapping import decision_to_row, row_to_stored
from workflow.store.tables import DECISIONS


def _by_its_journal(engine: Engine, ref: str) -> Decision:
    return replay(ref, (entry.event for entry in engine.history(ref)))


@pytest.mark.parametrize("life", LIVES)
def test_a_decision_comes_back_as_its_journal_adds_up(
    any_engine: Engine, clock: ManualClock, life: str
) -> None:
    """The record that is loaded equals the events replayed, field by field, in every state."""
    ref = LIVES[life](any_engine, clock)
    kept = any_engine.get(ref)
    assert kept == _by_its_journal(any_engine, ref)
    assert kept in any_engine.list()
    verified = any_engine.journal.verify()
    checked, breaks = verified.checked, verified.breaks
    assert breaks == ()
    # Each seat, and each day entered, has an entry in a stream of its own.
    apart = len(any_engine.appointments.list(WEALDSHIRE)) + len(
        any_engine.calendars.days(GULLSHIRE)
    )
    assert checked == sum(each.version for each in any_engine.list()) + apart


def test_the_lives_together_fill_every_field_and_reach_every_lasting_state(
    any_engine: Engine, clock: ManualClock
) -> None:
    """No column goes untried: each field is set in one life or another."""
    found = []
    for life in LIVES.values():
        found.append(any_engine.get(life(any_engine, clock)))
        any_engine.take(found[-1].ref, "withdraw", by=MAKER, reason="Out of the way.")
        any_engine.close_due()
    assert _filled(found) == {field.name for field in fields(Decision)}
    assert {decision.state for decision in found} == set(State) - {State.PUBLISHED}
    done = [decision.proceedings for decision in found]
    assert _filled(done) == {field.name for field in fields(Proceedings)}
    requests = [request for each in done for request in each.requests]
    assert _filled(requests) == {field.name for field in fields(Request)}
    limits = [limit for each in done for limit in (each.limit, each.direction) if limit is not None]
    assert _filled(limits) == {field.name for field in fields(TimeLimit)}
    assert {request.status for request in requests} == set(RequestStatus)
    assert {limit.awaits for limit in limits} == set(Awaited)


def _filled(records: Sequence[Any]) -> set[str]:
    """Give the fields in which one of these records or another holds something."""
    return {
        field.name
        for record in records
        for field in fields(record)
        if getattr(record, field.name) not in (None, (), False, NONE_YET)
    }


def test_every_column_of_a_decision_is_mapped(any_engine: Engine, clock: ManualClock) -> None:
    """A row has a value for each column, and gives the same record back."""
    decision = any_engine.get(LIVES["call-in open, held"](any_engine, clock))
    row = decision_to_row(decision, "f" * 64)
    assert row.keys() == {column.name for column in DECISIONS.columns}
    stored = StoredDecision(decision, "f" * 64, decision.due_at, None, decision.held_at)
    assert row_to_stored(row) == stored  # type: ignore[arg-type]


@pytest.mark.parametrize("life", LIVES)
def test_instants_come_back_aware_and_in_utc(
    any_engine: Engine, clock: ManualClock, life: str
) -> None:
    """Each instant has its zone, and the zone is UTC, to the microsecond."""
    decision = any_engine.get(LIVES[life](any_engine, clock))
    aware = list(_instants_in(decision))
    assert aware
    assert {each.tzinfo for each in aware} == {UTC}


def _instants_in(value: Any) -> Iterator[datetime]:
    """Give every instant in a record, however deep."""
    if isinstance(value, datetime):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _instants_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _instants_in(getattr(value, field.name))


def test_five_in_a_summer_afternoon_is_stored_as_four_utc(engine: Engine) -> None:
    """17:00+01:00 is the instant 16:00Z, so it comes before 16:30Z, and not after it."""
    summer = datetime(2018, 10, 18, 17, 0, tzinfo=timezone(timedelta(hours=1)))
    with engine.transactions.writing() as work:
        work.runs.start(None, summer)
        work.runs.start(None, datetime(2018, 10, 18, 16, 30, tzinfo=UTC))
    later, earlier = engine.reports.runs()
    assert earlier.started_at == datetime(2018, 10, 18, 16, 0, tzinfo=UTC)
    assert earlier.started_at < later.started_at


def test_five_in_a_summer_afternoon_is_compared_as_four_utc(
    any_engine: Engine, clock: ManualClock
) -> None:
    """A question in London's summer time is answered by the instant, not by the figures."""
    ref = published(any_engine, LARKSHIRE)
    window = any_engine.get(ref).window
    assert window is not None
    in_summer = timezone(timedelta(hours=1))
    before = (window.effective_from - timedelta(minutes=30)).astimezone(in_summer)
    assert before.isoformat() > window.effective_from.isoformat()
    assert any_engine.list(DecisionQuery(due_by=before)) == []
    assert any_engine.list(DecisionQuery(due_by=window.effective_from.astimezone(in_summer))) != []


def test_an_instant_without_its_zone_is_refused_and_not_written(engine: Engine) -> None:
    """A naive instant never reaches a column."""
    naive = datetime(2018, 10, 18, 17, 0)
    with (
        pytest.raises(Invalid, match="needs its time zone"),
        engine.transactions.writing() as work,
    ):
        work.runs.start(None, naive)
    assert engine.reports.runs() == []


@pytest.mark.parametrize("year", [1, 999, 9999])
def test_instants_of_far_years_sort_as_instants(engine: Engine, year: int) -> None:
    """The text that SQLite keeps has as many figures in the year 1 as in the year 9999."""
    far = datetime(year, 6, 1, tzinfo=UTC)
    with engine.transactions.writing() as work:
        work.runs.start(None, far)
    assert engine.reports.runs()[0].started_at == far


def test_appointments_come_back_as_made(any_engine: Engine, clock: ManualClock) -> None:
    """Each field of an appointment is kept, and its last day when it is ended."""
    made = any_engine.appointments.appoint(
        HEREFORDSHIRE, "m.officer", Role.MONITORING_OFFICER, by=MONITORING, name="Ŵ Ó Example"
    )
    assert isinstance(made, Appointment)
    other = any_engine.appointments.appoint(
        HEREFORDSHIRE,
        "p.officer",
        Role.PROPER_OFFICER,
        by=MONITORING,
        since=date(2018, 11, 1),
        until=date(2019, 3, 31),
    )
    assert any_engine.appointments.list(HEREFORDSHIRE) == [made, other]
    assert [each.entered_at for each in any_engine.appointments.list(HEREFORDSHIRE)] == [
        clock.now()
    ] * 2
    assert any_engine.appointments.list(LARKSHIRE) == []
    assert isinstance(other, Appointment)
    ended = any_engine.appointments.end(
        HEREFORDSHIRE, other.number, reason="Left.", by=MONITORING, until=date(2018, 12, 31)
    )
    assert any_engine.appointments.list(HEREFORDSHIRE) == [made, ended]


def test_council_days_come_back_in_the_order_recorded(any_engine: Engine) -> None:
    """A day entered first comes first, whatever its date."""
    entered = [
        any_engine.calendars.enter_day(
            HEREFORDSHIRE,
            day,
            DayKind.CLOSURE,
            title="Closed",
            reason="Storm",
            source="Notice",
            by=OFFICER,
        )
        for day in (date(2018, 12, 24), date(2018, 10, 22))
    ]
    assert all(isinstance(each, CouncilDay) for each in entered)
    assert any_engine.calendars.days(HEREFORDSHIRE) == entered
    assert any_engine.calendars.days(LARKSHIRE) == []


def test_runs_come_back_newest_first(any_engine: Engine, clock: ManualClock) -> None:
    """A run that began and has not ended says so; one that ended keeps all it found."""
    report = any_engine.close_due(council=HEREFORDSHIRE)
    with any_engine.transactions.writing() as work:
        begun = work.runs.start(None, clock.now())
    assert any_engine.reports.runs() == [
        CloseRun(number=begun, council=None, started_at=clock.now()),
        CloseRun(
            number=begun - 1,
            council=HEREFORDSHIRE,
            started_at=report.started_at,
            finished_at=clock.now(),
        ),
    ]
    assert [run.number for run in any_engine.reports.runs(1)] == [begun]
