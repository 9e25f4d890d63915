"""What is open for call-in or called in is found by an index, on both databases, however many
decisions the register has."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from support import asked_one_by_one
from support.councils import HEREFORDSHIRE
from support.many_over import copies
from support.people import OFFICER
from support.registers import database
from support.steps import MORNING, called_in, published
from workflow import Engine, ManualClock, State
from workflow.calendars.council import DayKind
from workflow.register.ports import UnitOfWork
from workflow.register.query import DecisionQuery, Order

OPEN, OLD = 100, 4_000
"""How many decisions there are that are open, and that are over and done with."""


def _among_many(engine: Engine) -> None:
    """Publish a decision, and call one in; put others beside them that are open, and many more that
    are over and done with."""
    called_in(engine, published(engine))
    copies(engine, published(engine), over=OLD, still_open=OPEN)


def _plans(engine: Engine, ask: Callable[[UnitOfWork], object]) -> list[str]:
    """Give how the database goes about each query on decisions that something asks."""
    asked: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, values: Any, *___: object) -> None:
        if "FROM cd_decisions" in statement:
            asked.append((statement, values))

    event.listen(database(engine), "before_cursor_execute", note)
    with engine.transactions.reading() as work:
        ask(work)
    event.remove(database(engine), "before_cursor_execute", note)
    explain = "EXPLAIN" if "postgresql" in str(database(engine).url) else "EXPLAIN QUERY PLAN"
    with database(engine).connect() as connection:
        return [
            " / ".join(
                str(row[-1]) for row in connection.exec_driver_sql(f"{explain} {sql}", values)
            )
            for sql, values in asked
        ]


LIST = DecisionQuery(council=HEREFORDSHIRE, order=Order.SOONEST, limit=5)
BY_INDEX: dict[str, tuple[Any, ...]] = {
    "the calendars": (lambda work: work.under_call_in.calendars(HEREFORDSHIRE), "under_call_in"),
    "those called in": (lambda work: work.under_call_in.awaited(HEREFORDSHIRE), "under_call_in"),
    "periods by calendar": (
        lambda work: work.under_call_in.open_periods(HEREFORDSHIRE, ["a", "b"], None),
        "under_call_in",
    ),
    "periods by end": (
        lambda work: work.under_call_in.open_periods(HEREFORDSHIRE, [], MORNING),
        "ix_cd_decisions_open",
    ),
    "what is late": (lambda work: work.under_call_in.due_from(HEREFORDSHIRE, MORNING), "due_at"),
    "what is open": (
        lambda work: work.decisions.open_for_call_in(HEREFORDSHIRE),
        "ix_cd_decisions_open",
    ),
    "what is open still": (
        lambda work: work.decisions.open_for_call_in(HEREFORDSHIRE, MORNING),
        "ix_cd_decisions_open",
    ),
    "the forward plan": (lambda work: work.decisions.to_come(HEREFORDSHIRE), "attention_at"),
    "the list of what is open": (
        lambda work: work.decisions.find(replace(LIST, state=State.CALL_IN_OPEN)),
        "ix_cd_decisions_open",
    ),
    "the list of what is called in": (
        lambda work: work.decisions.find(replace(LIST, state=State.CALLED_IN)),
        "under_call_in",
        "made_on_ref",
    ),
    "the list of drafts": (
        lambda work: work.decisions.find(replace(LIST, state=State.DRAFT)),
        "attention_at",
        "made_on_ref",
    ),
    "the newest": (
        lambda work: work.decisions.find(replace(LIST, order=Order.NEWEST)),
        "made_on_ref",
        "attention_at",
    ),
    "what needs a person": (
        lambda work: work.decisions.needing(HEREFORDSHIRE, MORNING),
        "attention_at",
    ),
    "what was refused lately": (
        lambda work: work.decisions.refused_since(HEREFORDSHIRE, MORNING),
        "ix_cd_decisions_refused",
    ),
}


@pytest.mark.parametrize("analysed", [True, False])
@pytest.mark.parametrize("what", BY_INDEX)
def test_each_is_found_by_its_index(
    own_address: str, open_register: Any, what: str, analysed: bool
) -> None:
    engine = open_register(own_address)
    _among_many(engine)
    if not analysed:
        if "postgresql" in own_address:
            pytest.skip("PostgreSQL looks at its tables by itself.")
        with database(engine).execution_options(cd_write=True).begin() as connection:
            connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    ask, *indexes = BY_INDEX[what]
    plans = _plans(engine, ask)
    assert plans
    for plan in plans:
        assert any(index in plan for index in indexes), plan


def test_a_period_is_looked_at_once_however_many_decisions_have_it(
    any_engine: Engine, clock: ManualClock
) -> None:
    refs = [published(any_engine) for _ in range(5)]
    window = any_engine.get(refs[0]).window
    assert window is not None
    day = clock.now().date() + timedelta(days=4)
    told = {"title": "Mourning", "reason": "Proclaimed", "source": "Gazette", "by": OFFICER}
    any_engine.calendars.enter_day(HEREFORDSHIRE, day, DayKind.CLOSURE, **told)
    clock.move_to(clock.now() + timedelta(hours=1))
    later = published(any_engine)
    with any_engine.transactions.reading() as work:
        held = work.under_call_in
        first, second = window.calendar_hash, any_engine.calendars.of(HEREFORDSHIRE).hash
        assert held.calendars(HEREFORDSHIRE) == sorted([first, second])
        assert held.open_periods(HEREFORDSHIRE, [first], None) == [window]
        assert held.open_periods(HEREFORDSHIRE, [first], window.request_deadline) == [window]
        found = held.in_period(HEREFORDSHIRE, window)
        assert sorted(each.ref for each in found) == refs
    assert any_engine.calendars.in_question(HEREFORDSHIRE) == refs
    assert asked_one_by_one.in_question(any_engine, HEREFORDSHIRE) == refs
    assert later not in refs
