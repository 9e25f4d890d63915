"""One step saved durably on SQLite: `engine.take`, or the same rows by the driver alone."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.examples import MADE_ON, OFFICER, STATEMENT
from benchmarks.measuring import Row, in_turn, speed, timed
from benchmarks.yardsticks import raw_driver
from workflow import Engine, ManualClock, open_engine
from workflow.clock import start_of_day

DRAFTED_AT = start_of_day(MADE_ON) + timedelta(hours=14)
SIGNED_AT = start_of_day(MADE_ON) + timedelta(hours=15)


def rows(quick: bool) -> list[Row]:
    """Measure the signing of many drafts, one transaction each."""
    with TemporaryDirectory() as folder:
        drafts = Path(folder) / "drafts.db"
        refs = drafted(drafts, 20 if quick else 200)
        work = Path(folder) / "work.db"
        shutil.copy(drafts, work)
        _sign_all(_opened(work), refs)
        written = raw_driver.difference(
            lambda: raw_driver.sqlite(drafts), lambda: raw_driver.sqlite(work), refs
        )

        def ours() -> float:
            _afresh(drafts, work)
            engine = _opened(work)
            # The first connection is made, the schema looked at and the rules read, before.
            engine.next(refs[0])
            return timed(lambda: _sign_all(engine, refs))

        def raw() -> float:
            _afresh(drafts, work)
            driver = raw_driver.sqlite(work)
            with closing(driver.connection):
                return timed(lambda: written.step_by_step(driver))

        found = in_turn({"ours": ours, "raw": raw}, rounds=3 if quick else 41)
    return [
        Row(
            work="one step saved durably, SQLite",
            yardstick="the same rows by raw `sqlite3`, FULL",
            ratios=speed(found, "raw"),
            aim=0.4,
        )
    ]


def _opened(path: Path) -> Engine:
    return open_engine(str(path), clock=ManualClock(SIGNED_AT))


def drafted(path: Path, how_many: int) -> list[str]:
    engine = open_engine(str(path), clock=ManualClock(DRAFTED_AT))
    refs = [f"HFD-2018-{n:04d}" for n in range(1, how_many + 1)]
    for ref in refs:
        assert engine.draft(council="herefordshire", statement=STATEMENT, by=OFFICER, ref=ref)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return refs


def _sign_all(engine: Engine, refs: list[str]) -> None:
    for ref in refs:
        assert engine.take(ref, "sign", by=OFFICER, signatory="Leader of the Council")


def _afresh(source: Path, work: Path) -> None:
    for path in work.parent.glob(f"{work.name}*"):
        path.unlink()
    shutil.copy(source, work)
