"""One value that nothing can be made of stops nothing but itself, wherever it stands."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from support.people import OFFICER
from support.registers import breaking_in, copied, let_go
from support.steps import ITS_END, drafted, published
from workflow import METADATA, Engine, ManualClock, Role
from workflow.calendars.council import DayKind
from workflow.errors import Busy, JournalBroken, NotFound

Opener = Callable[..., Engine]
DEEP = "'[' || replace(hex(zeroblob(50000)), '0', '[')"
NONSENSE = ("'yesterday'", "CAST(x'7bff' AS TEXT)", "x'7bff'", "1.5", DEEP)
"""A word, what is not UTF-8, bytes, half a number, and JSON that is deep."""
MO = "the.mo"


def lived(engine: Engine, clock: ManualClock) -> list[str]:
    """Fill every table, and give three decisions that are due."""
    for person, role in ((MO, Role.MONITORING_OFFICER), ("x", Role.AUTHOR)):
        engine.appointments.appoint("herefordshire", person, role, by=OFFICER)
    day = {"title": "Shut", "reason": "Flood", "source": "the press"}
    engine.calendars.enter_day(
        "herefordshire", ITS_END.date().replace(month=12), DayKind.CLOSURE, by=MO, **day
    )
    refs = [published(engine) for _ in range(3)]
    engine.close_due()
    clock.move_to(ITS_END)
    drafted(engine)
    return refs


def cells(tables: frozenset[str]) -> Iterator[tuple[str, str]]:
    for table in METADATA.sorted_tables:
        if table.name in tables:
            yield from ((table.name, column.name) for column in table.columns)


def asked(engine: Engine, clock: ManualClock, refs: list[str]) -> dict[str, Any]:
    """Ask everything; what is refused for what it is counts as an answer."""
    answers: dict[str, Any] = {
        "list": [each.ref for each in engine.list()],
        "facts": [each.ref for each in engine.reports.facts(None)],
        "people": engine.appointments.list("herefordshire"),
        "days": engine.calendars.days("herefordshire"),
        "runs": engine.reports.runs(),
        "breaks": engine.journal.verify().breaks,
        "closed": engine.close_due(dry_run=True),
    }
    for ref in refs:
        for ask in (engine.get, engine.statement, engine.history, engine.may_implement):
            try:
                answers[ref] = ask(ref)
            except (JournalBroken, NotFound) as fault:
                answers[ref] = fault
    return answers


@pytest.mark.parametrize(
    "table",
    ["cd_decisions", "cd_journal", "cd_texts", "cd_outbox", "cd_appointments cd_calendar_days",
     "cd_runs", "cd_register"],
)  # fmt: skip
def test_a_value_stops_neither_the_list_nor_the_check_nor_the_close_of_anything_else(
    sqlite_address: str, open_register: Opener, clock: ManualClock, tmp_path: Path, table: str
) -> None:
    """In every column of every table; it is named, and what it holds is not printed."""
    engine = open_register(sqlite_address)
    refs = lived(engine, clock)
    with breaking_in(engine):
        pass  # its owner drops the triggers
    let_go(engine)
    owner = sqlite3.connect(sqlite_address, isolation_level=None)
    owner.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    owner.execute("PRAGMA ignore_check_constraints=ON")
    owner.execute("ATTACH ? AS was", (copied(Path(sqlite_address), tmp_path / "was.db"),))
    for name, column in cells(frozenset(table.split())):
        for value in NONSENSE:
            first = f"(SELECT min({_key(name)}) FROM {name})"
            owner.execute("BEGIN")
            try:
                owner.execute(f"UPDATE {name} SET {column} = {value} WHERE {_key(name)} = {first}")
            except sqlite3.Error:
                owner.execute("ROLLBACK")  # what the database itself refuses
                continue
            owner.execute("COMMIT")
            where = f"{name}.{column} = {value[:20]}"
            try:
                answers = asked(engine, clock, refs)
            except Busy as fault:
                raise AssertionError(f"{where}: try again? {fault}") from fault
            except Exception as fault:
                raise AssertionError(f"{where}: {type(fault).__name__}: {fault}") from fault
            said = " ".join(str(each) for each in answers["breaks"])
            if column not in ("ref", "stream", "council"):  # which are what a place is called
                assert "yesterday" not in said, where
                assert "[[[[" not in said, where
            others = refs[1:]
            assert set(others) <= set(answers["list"]), where
            assert set(others) <= set(answers["facts"]), where
            closed = answers["closed"]
            if name != "cd_calendar_days":
                assert set(others) <= set(closed.closed), (where, closed)
            if not _is_off_the_record(name, column):
                assert answers["breaks"], where
            let_go(engine)
            _put_back(owner, name)
    owner.close()


def _key(table: str) -> str:
    numbered = ("cd_appointments", "cd_calendar_days", "cd_runs", "cd_register")
    named = "number" if table in numbered else "stream || '/' || seq"
    return "rowid" if table == "cd_decisions" else named


def _put_back(owner: sqlite3.Connection, table: str) -> None:
    """Put a table back as it was."""
    owner.execute("BEGIN")
    owner.execute(f"DELETE FROM main.{table}")
    owner.execute(f"INSERT INTO main.{table} SELECT * FROM was.{table}")
    owner.execute("COMMIT")


def _is_off_the_record(table: str, column: str) -> bool:
    """Say whether no entry says what is in a column, so that another value of its kind passes."""
    return table == "cd_runs" or (table, column) == ("cd_outbox", "written_at")
