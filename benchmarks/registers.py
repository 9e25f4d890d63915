"""A register of many decisions: fifty are taken as far as an open call-in period by the engine,
and each is then copied many times under other references, its journal chained afresh."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.examples import MADE_ON, OFFICER, STATEMENT
from workflow import Engine, ManualClock, open_engine
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.clock import start_of_day
from workflow.register.journal import GENESIS, chained

ORIGINALS = 50
DUE = 5
"""How many of the originals are due: one in ten."""

_AT_ONCE = 1_000
"""How many copies are held in memory."""

TABLES = ("cd_decisions", "cd_journal", "cd_texts", "cd_outbox")


@dataclass(frozen=True, slots=True)
class Register:
    """An SQLite file of decisions whose call-in is open, and when a tenth of them are due."""

    path: Path
    now: datetime
    due: list[str]


def made(path: Path, copies: int) -> Register:
    """Make a register with this many copies of each of the fifty decisions."""
    clock = ManualClock(start_of_day(MADE_ON))
    engine = open_engine(str(path), clock=clock)
    refs = originals(engine, clock)
    last_due = engine.get(refs[DUE - 1]).window
    assert last_due is not None
    now = last_due.effective_from + timedelta(hours=1)
    copied(path, refs, copies)
    with closing(sqlite3.connect(path)) as connection:
        due = connection.execute(
            "SELECT ref FROM cd_decisions WHERE effective_from <= ? ORDER BY effective_from, ref",
            [f"{now:%Y-%m-%dT%H:%M:%S}.000000Z"],
        ).fetchall()
    assert len(due) == copies * DUE
    return Register(path, now, [ref for (ref,) in due])


def originals(engine: Engine, clock: ManualClock) -> list[str]:
    """Publish one decision on each of fifty working days, and give them."""
    calendar = calendar_for(Nation.ENGLAND)
    refs = []
    for n in range(ORIGINALS):
        ref = f"HFD-2018-{n + 1:03d}"
        clock.move_to(_afternoon(calendar.after(MADE_ON, n)))
        assert engine.draft(council="herefordshire", statement=STATEMENT, by=OFFICER, ref=ref)
        assert engine.take(ref, "sign", by=OFFICER, signatory="Leader of the Council")
        assert engine.take(ref, "publish", by=OFFICER, where="https://example.org/decisions")
        refs.append(ref)
    return refs


def copied(path: Path, refs: list[str], copies: int) -> None:
    """Copy each of these decisions, with its journal, until there are so many of it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")  # only while it is being made
        for place, ref in enumerate(refs):
            connection.execute("BEGIN")
            for first in range(1, copies, _AT_ONCE):
                numbers = range(first, min(first + _AT_ONCE, copies))
                _copy(connection, ref, [f"CPY-{place:02d}-{n:05d}" for n in numbers])
            connection.execute("COMMIT")
        connection.execute("ANALYZE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _afternoon(day: date) -> datetime:
    return start_of_day(day) + timedelta(hours=15)


def _copy(connection: sqlite3.Connection, ref: str, others: list[str]) -> None:
    found = {table: _rows(connection, table, ref) for table in TABLES}
    copied: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for other in others:
        head = GENESIS
        for row in found["cd_journal"]:
            body = row["body"].replace(ref, other)
            row = row | {"stream": f"decision/{other}", "body": body, "before": head}
            head = row["hash"] = chained(head, body)
            copied["cd_journal"].append(row)
        copied["cd_decisions"] += [row | {"ref": other, "head": head} for row in _of(found, 0)]
        copied["cd_texts"] += [row | {"stream": f"decision/{other}"} for row in _of(found, 2)]
        copied["cd_outbox"] += [
            row
            | {
                "stream": f"decision/{other}",
                "cloud_event": row["cloud_event"].replace(ref, other),
            }
            for row in _of(found, 3)
        ]
    for table, rows in copied.items():
        if rows:
            names = list(rows[0])
            marks = ", ".join(f":{name}" for name in names)
            connection.executemany(
                f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows
            )


def _of(found: dict[str, list[dict[str, Any]]], place: int) -> Iterator[dict[str, Any]]:
    yield from found[TABLES[place]]


def _rows(connection: sqlite3.Connection, table: str, ref: str) -> list[dict[str, Any]]:
    key, value = ("ref", ref) if table == "cd_decisions" else ("stream", f"decision/{ref}")
    cursor = connection.execute(f"SELECT * FROM {table} WHERE {key} = ?", [value])
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
