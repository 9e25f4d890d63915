"""Ten thousand decisions of another register read off its pages, twice as the command does, and
taken in."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

from lxml import html

from benchmarks.examples import OFFICER
from benchmarks.measuring import Row, cost, in_turn, timed
from workflow import ManualClock, open_engine

ROUNDS = 3
ROWS = 100
NOW = datetime(2018, 10, 19, 8, tzinfo=UTC)


def rows(quick: bool) -> list[Row]:
    """Measure it against the same pages parsed, and nothing more."""
    pages = 2 if quick else 100
    with TemporaryDirectory() as folder:
        place = Path(folder) / "pages"
        place.mkdir()
        for number in range(pages):
            (place / f"{number:03d}.html").write_text(_page(number), encoding="utf-8")
        turn = iter(range(1_000))

        def ours() -> float:
            address = Path(folder) / f"register{next(turn)}.db"
            engine = open_engine(str(address), clock=ManualClock(NOW))

            def work() -> None:
                left = engine.left_of("herefordshire", place)
                for page in engine.pages_of("herefordshire", place):
                    assert engine.take_in("herefordshire", page.assessed, by=OFFICER, left=left)

            return timed(work)

        def parsed() -> None:
            for path in sorted(place.iterdir()):
                html.fromstring(path.read_bytes())

        found = in_turn({"ours": ours, "parsed": lambda: timed(parsed)}, ROUNDS)
    speed = pages * ROWS / min(found["ours"])
    most = getrusage(RUSAGE_SELF).ru_maxrss // 1024
    return [
        Row(
            work=f"{pages * ROWS:,} listed decisions taken in ({speed:,.0f} a second, {most} MB)",
            yardstick="the same pages parsed by lxml, and no more",
            ratios=cost(found, "parsed"),
            aim=None,
        )
    ]


def _page(number: int) -> str:
    return (
        '<html><head><meta charset="utf-8"><title>Decisions - Herefordshire Council</title></head>'
        "<body><h1>Decisions</h1><table><caption>Decisions published</caption><tr><th>Title</th>"
        "<th>Decision maker</th><th>Date of decision</th><th>Publication date</th>"
        "<th>Effective from</th><th>Is key decision?</th><th>Is subject to call in?</th></tr>"
        + "".join(_row(number * ROWS + n) for n in range(ROWS))
        + "</table></body></html>"
    )


def _row(number: int) -> str:
    day = date(2015, 1, 5) + timedelta(days=number // 8)
    effective = day + timedelta(days=7)
    return (
        f'<tr><td><a href="ieDecisionDetails.aspx?ID={number + 1}">Decision {number}</a></td>'
        f"<td>Cabinet</td><td>{day:%d/%m/%Y}</td><td>{day:%d/%m/%Y}</td>"
        f"<td>{effective:%d/%m/%Y}</td><td>No</td><td>Yes</td></tr>"
    )
