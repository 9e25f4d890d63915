"""Ten thousand decisions of another register, on its pages or in a spreadsheet, imported."""

import csv
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

from lxml import html

from benchmarks.examples import OFFICER
from benchmarks.measuring import Row, cost, in_turn, timed
from workflow import ManualClock, open_engine
from workflow.importing import MappedSheet, Pages, SheetMapping, Source

ROUNDS = 3
ROWS = 100
NOW = datetime(2018, 10, 19, 8, tzinfo=UTC)


MAPPING = SheetMapping(
    register="The council's sheet",
    day_first=True,
    columns={
        "identity": "ref",
        "title": "title",
        "made_on": "made",
        "published_on": "published",
        "effective_from": "effective",
    },
    words={},
    always={"is_key": "no", "is_subject_to_call_in": "yes", "decided_by": "Cabinet"},
)


def rows(quick: bool) -> list[Row]:
    """Measure each against the same file parsed, and nothing more."""
    pages = 2 if quick else 100
    with TemporaryDirectory() as folder:
        place, sheet = Path(folder) / "pages", Path(folder) / "sheet.csv"
        place.mkdir()
        for number in range(pages):
            (place / f"{number:03d}.html").write_text(_page(number), encoding="utf-8")
        lines = (",".join(map(str, _cells(number))) for number in range(pages * ROWS))
        sheet.write_text("\n".join(("ref,title,made,published,effective", *lines)))

        def parsed() -> None:
            for path in sorted(place.iterdir()):
                html.fromstring(path.read_bytes())

        def split() -> None:
            with sheet.open(newline="") as file:
                assert len(list(csv.reader(file))) == pages * ROWS + 1

        return [
            _row_of(folder, Pages(place), pages * ROWS, "pages", parsed, "pages parsed by lxml"),
            _row_of(
                folder,
                MappedSheet(sheet, MAPPING),
                pages * ROWS,
                "rows of a spreadsheet",
                split,
                "sheet split by csv",
            ),
        ]


def _row_of(
    folder: str, source: Source, decisions: int, what: str, bare: Callable[[], None], said: str
) -> Row:
    turn = iter(range(1_000))

    def ours() -> float:
        address = Path(folder) / f"{what}{next(turn)}.db"
        engine = open_engine(str(address), clock=ManualClock(NOW))

        def work() -> None:
            with engine.imports.read("herefordshire", source) as pages:
                for page in pages:
                    assert engine.imports.write("herefordshire", page.assessed, by=OFFICER)

        return timed(work)

    found = in_turn({"ours": ours, "bare": lambda: timed(bare)}, ROUNDS)
    speed = decisions / min(found["ours"])
    most = getrusage(RUSAGE_SELF).ru_maxrss // 1024
    return Row(
        work=f"{decisions:,} decisions of {what} imported ({speed:,.0f} a second, {most} MB)",
        yardstick=f"the same {said}, and no more",
        ratios=cost(found, "bare"),
        aim=None,
    )


def _page(number: int) -> str:
    return (
        '<html><head><meta charset="utf-8"><title>Decisions - Herefordshire Council</title></head>'
        "<body><h1>Decisions</h1><table><caption>Decisions published</caption><tr><th>Title</th>"
        "<th>Decision maker</th><th>Date of decision</th><th>Publication date</th>"
        "<th>Effective from</th><th>Is key decision?</th><th>Is subject to call in?</th></tr>"
        + "".join(_row(number * ROWS + n) for n in range(ROWS))
        + "</table></body></html>"
    )


def _cells(number: int) -> tuple[object, ...]:
    day = date(2015, 1, 5) + timedelta(days=number // 8)
    made = f"{day:%d/%m/%Y}"
    return number + 1, f"Decision {number}", made, made, f"{day + timedelta(days=7):%d/%m/%Y}"


def _row(number: int) -> str:
    identity, title, made, published, effective = _cells(number)
    return (
        f'<tr><td><a href="ieDecisionDetails.aspx?ID={identity}">{title}</a></td>'
        f"<td>Cabinet</td><td>{made}</td><td>{published}</td>"
        f"<td>{effective}</td><td>No</td><td>Yes</td></tr>"
    )
