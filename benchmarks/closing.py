"""The nightly close of ten thousand decisions that are due, in a register of a hundred thousand:
the engine, the driver alone, and an ORM. Each run begins on a fresh copy of the same register."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import registers
from benchmarks.measuring import Row, in_turn, speed, timed
from benchmarks.places import Place, PostgresqlDatabase, SqliteFile
from benchmarks.registers import Register
from benchmarks.yardsticks import orm, raw_driver
from benchmarks.yardsticks.raw_driver import Rows
from workflow import Engine, ManualClock
from workflow.engine import load_councils
from workflow.store.database import Database, make_engine


def sqlite_rows(quick: bool) -> list[Row]:
    """Measure the close on SQLite."""
    with TemporaryDirectory() as folder:
        register = _register(Path(folder), quick)
        return _rows(SqliteFile(register), register, quick, orm_aim=6)


def postgresql_rows(quick: bool) -> list[Row]:
    """Measure the close on PostgreSQL, over a socket."""
    with TemporaryDirectory() as folder:
        register = _register(Path(folder), quick)
        with closing(PostgresqlDatabase(Path(folder), register.path)) as place:
            return _rows(place, register, quick, orm_aim=4)


def _register(folder: Path, quick: bool) -> Register:
    return registers.made(folder / "register.db", copies=20 if quick else 2_000)


def _rows(place: Place, register: Register, quick: bool, orm_aim: float) -> list[Row]:
    how_many = len(register.due)
    written = _rows_of_a_close(place, register)

    def ours() -> float:
        with closing(_Opened(place.afresh(), register.now)) as opened:
            return timed(lambda: opened.close_due(how_many))

    def raw() -> float:
        driver = place.driver(place.afresh())
        with closing(driver.connection):
            return timed(lambda: _all(how_many, written.close_due(driver, now)))

    def by_orm(close: Callable[[orm.DecisionObject], None]) -> float:
        engine = make_engine(place.afresh())
        engine.connect().close()
        try:
            return timed(lambda: _all(how_many, orm.close_due(engine, register.now, close)))
        finally:
            engine.dispose()

    now = place.instant(register.now)
    found = in_turn(
        {
            "ours": ours,
            "raw": raw,
            "orm": lambda: by_orm(orm.by_its_own),
            "orm-shared": lambda: by_orm(orm.by_one_for_all),
        },
        rounds=1 if quick else 5,
    )
    work = f"close, {how_many:,} due of {10 * how_many:,}, {place.name}"
    return [
        Row(
            work=work,
            yardstick=f"the same rows by raw `{place.driver_name}`",
            ratios=speed(found, "raw"),
            aim=0.5,
        ),
        Row(
            work=work,
            yardstick="SQLAlchemy ORM + `transitions`, chunks of 500",
            ratios=speed(found, "orm"),
            aim=orm_aim,
        ),
        Row(
            work=work,
            yardstick="the same, one machine shared by all objects",
            ratios=speed(found, "orm-shared"),
            aim=None,
        ),
    ]


class _Opened:
    """The engine on one copy, connected, its schema looked at."""

    def __init__(self, address: str, now: datetime) -> None:
        self.database = Database(make_engine(address))
        self.engine = Engine(self.database, load_councils(), ManualClock(now))
        self.engine.reports.runs()

    def close_due(self, how_many: int) -> None:
        report = self.engine.close_due()
        assert (len(report.closed), report.left, report.faults) == (how_many, [], [])

    def close(self) -> None:
        self.database.close()


def _rows_of_a_close(place: Place, register: Register) -> Rows:
    """Close once, to have the rows that the driver alone is to write; check what was written."""
    address = place.afresh()
    with closing(_Opened(address, register.now)) as opened:
        opened.close_due(len(register.due))
        for ref in (register.due[0], register.due[-1]):
            verified = opened.engine.journal.verify(ref)
            checked, breaks = verified.checked, verified.breaks
            assert (checked, breaks) == (6, ())
    return raw_driver.difference(place.original, lambda: place.driver(address), register.due)


def _all(how_many: int, closed: int) -> None:
    assert closed == how_many
