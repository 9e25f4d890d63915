"""What needs somebody today, and what is published every week: of ten thousand decisions, and of a
million. What there is to see to is the same in both, and so is the answer."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import working_registers
from benchmarks.measuring import Row, cost, in_turn, timed
from benchmarks.places import PostgresqlDatabase
from benchmarks.registers import ORIGINALS
from benchmarks.working_registers import COUNCIL
from workflow import Engine, ManualClock, State
from workflow.answers.as_json import as_json
from workflow.engine import load_councils
from workflow.register.query import DecisionQuery, Order
from workflow.store.database import Database, make_engine

AIM = 1.2
EACH_TIME = 5
"""How often a question is asked in each round."""
DUE = DecisionQuery(council=COUNCIL, state=State.CALL_IN_OPEN, order=Order.SOONEST)
ASKED: dict[str, Callable[[Engine], Any]] = {
    "`engine.today`": lambda engine: engine.today(COUNCIL),
    "`engine.list`, open, soonest first": lambda engine: engine.list(DUE),
    "`publishing.open_for_call_in`": lambda engine: engine.publishing.open_for_call_in(COUNCIL),
    "`publishing.forward_plan`": lambda engine: engine.publishing.forward_plan(COUNCIL),
}


def rows(quick: bool) -> list[Row]:
    """Measure each question on SQLite and on PostgreSQL."""
    few, many = (200, 2_000) if quick else (10_000, 1_000_000)
    with TemporaryDirectory() as made:
        folder = Path(made)
        paths = {each: folder / f"{each}.db" for each in (few, many)}
        (now, same) = [working_registers.made(paths[n], n // ORIGINALS) for n in paths]
        assert now == same
        clock = ManualClock(now)
        with _opened(clock, *map(str, paths.values())) as engines:
            found = _rows("SQLite", few, many, engines, quick)
        with ExitStack() as servers:
            addresses = []
            for n, path in paths.items():
                own = folder / str(n)
                own.mkdir()
                place = PostgresqlDatabase(own, path)
                addresses.append(servers.enter_context(closing(place)).address)
            with _opened(clock, *addresses) as engines:
                return found + _rows("PostgreSQL", few, many, engines, quick)


@contextmanager
def _opened(clock: ManualClock, *addresses: str) -> Iterator[list[Engine]]:
    with ExitStack() as opened:
        databases = [
            opened.enter_context(closing(Database(make_engine(each)))) for each in addresses
        ]
        yield [Engine(each, load_councils(), clock) for each in databases]


def _rows(place: str, few: int, many: int, engines: list[Engine], quick: bool) -> list[Row]:
    return [_row(place, few, many, engines, asked, quick) for asked in ASKED]


def _row(place: str, few: int, many: int, engines: list[Engine], asked: str, quick: bool) -> Row:
    """Ask both in turn; each has been asked before, and answered the same."""
    ask = ASKED[asked]
    small, big = (as_json(ask(each)) for each in engines)
    assert small == big, "the answer is the same, whatever else there is"
    found = in_turn(
        {
            "few": lambda: timed(lambda: _often(ask, engines[0])),
            "ours": lambda: timed(lambda: _often(ask, engines[1])),
        },
        rounds=3 if quick else 41,
    )
    took = min(found["ours"]) / EACH_TIME * 1000
    return Row(
        work=f"{asked}, of {many:,} decisions, {place} ({took:.0f} ms)",
        yardstick=f"the same answer of {few:,}",
        ratios=cost(found, "few"),
        aim=AIM,
        at_most=True,
    )


def _often(ask: Callable[[Engine], Any], engine: Engine) -> None:
    for _ in range(EACH_TIME):
        ask(engine)
