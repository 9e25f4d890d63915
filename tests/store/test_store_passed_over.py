"""What the close passes over, since another program holds it, is named and counted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from support.registers import database
from support.steps import ITS_END, published
from support.terminal import Terminal
from workflow import Engine, ManualClock

Opener = Callable[..., Engine]


@contextmanager
def held(engine: Engine, *refs: str) -> Iterator[None]:
    """Hold decisions, as a program in the middle of a step does."""
    with database(engine).connect() as other, other.begin():
        asked = text("SELECT 1 FROM cd_decisions WHERE ref = ANY(:refs) FOR UPDATE")
        other.execute(asked, {"refs": list(refs)})
        yield


def test_it_is_in_the_report_and_in_the_record_of_the_run(
    postgres_engine: Engine, clock: ManualClock
) -> None:
    refs = [published(postgres_engine) for _ in range(3)]
    clock.move_to(ITS_END)
    with held(postgres_engine, refs[1]):
        rehearsed = postgres_engine.close_due(dry_run=True)
        report = postgres_engine.close_due()
    assert rehearsed.passed_over == report.passed_over == [refs[1]]
    assert (report.due, report.closed) == (2, [refs[0], refs[2]])
    assert not report.needs_a_person
    again = postgres_engine.close_due()
    assert (again.closed, again.passed_over) == ([refs[1]], [])
    assert [run.passed_over_count for run in postgres_engine.reports.runs()] == [0, 1]


def test_with_a_limit_it_is_what_came_before_the_last_that_was_looked_at(
    postgres_engine: Engine, clock: ManualClock
) -> None:
    refs = [published(postgres_engine) for _ in range(4)]
    clock.move_to(ITS_END)
    with held(postgres_engine, refs[0], refs[3]):
        report = postgres_engine.close_due(limit=2)
    assert (report.closed, report.passed_over) == ([refs[1], refs[2]], [refs[0]])


def test_nothing_is_passed_over_where_no_two_write_at_once(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    published(sqlite_engine)
    clock.move_to(ITS_END)
    assert sqlite_engine.close_due().passed_over == []
    assert sqlite_engine.reports.runs()[0].passed_over_count == 0


def test_the_command_says_so_and_ends_as_before(
    postgres_address: str, monkeypatch: pytest.MonkeyPatch, open_register: Opener
) -> None:
    monkeypatch.setenv("DECISIONS_DB", postgres_address)
    monkeypatch.setenv("DECISIONS_COUNCIL", "herefordshire")
    engine = open_register(postgres_address)
    ref = published(engine)
    terminal = Terminal(postgres_address, "2018-10-27 09:00:00")
    with held(engine, ref):
        said = terminal("close")
        plain = terminal.did("close", "--json").plain
    assert said.code == 0
    assert f"Passed over, since another program held them: {ref}." in said.out
    assert (plain["closed"], plain["passed_over"]) == ([], [ref])
    assert "1 passed over" in terminal.did("runs").out
    assert [run["passed_over_count"] for run in terminal.did("runs", "--json").plain] == [1, 1]
