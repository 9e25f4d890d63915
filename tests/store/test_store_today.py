"""What needs somebody is the same on both databases, and reads no more than it shows."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from support.councils import HEREFORDSHIRE, LARKSHIRE
from support.many_over import copies
from support.noticed import noticed
from support.registers import database
from support.steps import asked, called_in, drafted, opened, published, signed
from workflow import Engine, ManualClock, MatterKind, State
from workflow.register.query import DecisionQuery, Order


@pytest.mark.parametrize("days", [0, 30])
def test_it_is_the_same_on_both(address: str, clock: ManualClock, days: int) -> None:
    engine = opened(address, clock)
    done = published(engine, LARKSHIRE)
    clock.move_to(clock.now() + timedelta(days=14))
    assert engine.close_due().closed == [done]
    drafted(engine, LARKSHIRE, made_on=clock.now().date())
    signed(engine, LARKSHIRE)
    asked(engine, published(engine, LARKSHIRE))
    clock.move_to(clock.now() + timedelta(days=days))
    found = engine.today(LARKSHIRE, until=clock.now().date() + timedelta(days=40))
    kinds = [MatterKind.UNSIGNED, MatterKind.CALL_IN_ENDS, MatterKind.UNPUBLISHED]
    if days:
        kinds = [MatterKind.UNSIGNED, MatterKind.CLOSE, MatterKind.UNPUBLISHED]
    assert [each.kind for each in found.matters] == [*kinds, MatterKind.RULING]
    assert done not in {each.ref for each in found.matters}


OPEN = DecisionQuery(council=HEREFORDSHIRE, state=State.CALL_IN_OPEN, order=Order.SOONEST)
EVERY_WEEK: dict[str, Callable[[Engine], Any]] = {
    "today": lambda engine: engine.today(HEREFORDSHIRE),
    "what is open": lambda engine: engine.publishing.open_for_call_in(HEREFORDSHIRE),
    "the list of what is open": lambda engine: engine.list(OPEN),
    "the forward plan": lambda engine: engine.publishing.forward_plan(HEREFORDSHIRE),
}


def _instructions(engine: Engine, ask: Callable[[Engine], Any]) -> int:
    """Give how many instructions SQLite runs for what is asked: its cost, on any machine."""
    run = 0

    def one() -> int:
        nonlocal run
        run += 1
        return 0

    def count(_: object, cursor: Any, *__: object) -> None:
        cursor.connection.set_progress_handler(one, 1)

    event.listen(database(engine), "before_cursor_execute", count)
    ask(engine)
    event.remove(database(engine), "before_cursor_execute", count)
    with database(engine).connect() as connection:
        connection.connection.dbapi_connection.set_progress_handler(None, 1)  # type: ignore[union-attr]
    return run


@pytest.mark.parametrize("asked_for", EVERY_WEEK)
def test_it_costs_no_more_however_many_are_over(sqlite_engine: Engine, asked_for: str) -> None:
    """The benchmark of today measures this at a million, by the clock."""
    ask = EVERY_WEEK[asked_for]
    noticed(sqlite_engine)
    signed(sqlite_engine)
    asked(sqlite_engine, published(sqlite_engine))
    called_in(sqlite_engine, published(sqlite_engine))
    ref = published(sqlite_engine)
    before = _instructions(sqlite_engine, ask)
    copies(sqlite_engine, ref, over=4_000)
    assert before > 100
    assert _instructions(sqlite_engine, ask) <= 1.2 * before
