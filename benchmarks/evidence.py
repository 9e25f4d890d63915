"""Constitutions read, notices compared, and what a holiday would do to many open periods."""

import csv
import tomllib
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from sqlite3 import connect
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks import registers
from benchmarks.measuring import Row, computed, cost, in_turn, timed
from workflow import ManualClock, open_engine
from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.conformance.findings import RuleSource, compare
from workflow.conformance.printed import COLUMNS
from workflow.constitution.reading import parse
from workflow.constitution.shipped import shipped
from workflow.files.csv_rows import opened
from workflow.register.councils import load_councils

ROUNDS = 7
NOTICES = 20_000


def rows(quick: bool) -> list[Row]:
    """Measure all three."""
    return [_constitutions(), *_conformance(200 if quick else NOTICES), _impact(quick)]


def _constitutions() -> Row:
    """Every file that is shipped read, checked and turned into rules; against their TOML parsed
    alone."""
    texts = [(path.read_text(encoding="utf-8"), str(path)) for path in shipped().values()]
    found = in_turn(
        {
            "ours": lambda: computed(lambda: [parse(text, name) for text, name in texts]),
            "toml": lambda: computed(lambda: [tomllib.loads(text) for text, _ in texts]),
        },
        ROUNDS,
    )
    took = min(found["ours"]) * 1000
    worst = max(_alone(text, name) for text, name in texts)
    name = (
        f"{len(texts)} constitutions read and checked ({took:.0f} ms; the slowest alone "
        f"{worst * 1000:.1f} ms)"
    )
    return Row(work=name, yardstick="their TOML parsed alone", ratios=cost(found, "toml"), aim=None)


def _alone(text: str, name: str) -> float:
    """Give how long one file takes at best, in seconds."""
    return min(computed(lambda: parse(text, name)) for _ in range(ROUNDS))


def _conformance(how_many: int) -> list[Row]:
    """Notices read and compared, both ways; against csv and NumPy that only count."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "notices.csv"
        _write_notices(path, how_many)
        called = load_councils().called
        holidays = np.busdaycalendar(
            holidays=[str(day) for day in calendar_for(Nation.ENGLAND).days_off]
        )

        def ours(by: RuleSource) -> None:
            with opened(path, COLUMNS) as sheet:
                assert sum(1 for _ in compare(sheet.rows, by, called)) == how_many

        def bare() -> None:
            with path.open(encoding="utf-8") as file:
                for row in csv.DictReader(file):
                    np.busday_offset(row["publication_date"], 5, "backward", busdaycal=holidays)

        found = in_turn(
            {
                "ours": lambda: computed(lambda: ours(RuleSource.FILE)),
                "rule": lambda: computed(lambda: ours(RuleSource.CONSTITUTION)),
                "bare": lambda: computed(bare),
            },
            ROUNDS,
        )
    told = []
    for name, which in (("its own rule", "ours"), ("the rule on file", "rule")):
        speed = how_many / min(found[which])
        ratios = cost({"ours": found[which], "bare": found["bare"]}, "bare")
        told.append(
            Row(
                work=f"notices compared by {name} ({speed:,.0f} a second)",
                yardstick="the csv module and NumPy, counting only",
                ratios=ratios,
                aim=None,
            )
        )
    return told


def _write_notices(path: Path, how_many: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(how_many):
            day = date(2018 + number % 7, 1 + number % 12, 1 + number % 28).isoformat()
            writer.writerow(
                (number, "Herefordshire Council", "england", day, day, "publication", 4, "no",
                 "last_day", day, "no")
            )  # fmt: skip


def _impact(quick: bool) -> Row:
    """What a holiday would do to a hundred thousand open periods; against their rows read alone."""
    with TemporaryDirectory() as folder:
        register = registers.made(Path(folder) / "register.db", copies=20 if quick else 2_000)
        engine = open_engine(str(register.path), clock=ManualClock(register.now))
        rows = [_holiday(date(2018, 11, 19))]
        moved = engine.calendars.impact("herefordshire", rows)
        assert moved, "the holiday falls within periods"

        def read() -> None:
            with closing(connect(register.path)) as connection:
                query = (
                    "SELECT ref, state, counted_from, last_day, effective_from FROM cd_decisions"
                )
                for _ in connection.execute(query):
                    pass

        found = in_turn(
            {
                "ours": lambda: timed(lambda: engine.calendars.impact("herefordshire", rows)),
                "read": lambda: timed(read),
            },
            ROUNDS,
        )
    took = min(found["ours"])
    return Row(
        work=f"what a holiday would move, {len(register.due) * 10:,} periods ({took:.1f} s)",
        yardstick="the same rows read by raw `sqlite3`",
        ratios=cost(found, "read"),
        aim=None,
    )


def _holiday(day: date) -> CouncilDay:
    then = datetime(2018, 11, 1, tzinfo=UTC)
    return CouncilDay(
        day=day,
        kind=DayKind.HOLIDAY,
        title="Proclaimed",
        reason="asked",
        source="asked",
        entered_by="asked",
        known_at=then,
        recorded_at=then,
    )
