"""What is imported again and is not as it was is named, field by field; and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from support.councils import COUNCILS
from support.fakes.register import MemoryRegister
from support.people import MONITORING, OFFICER
from support.register_pages import a_listed, import_listed
from workflow import Engine, ManualClock
from workflow.engine import load_councils
from workflow.importing import ListedDecision
from workflow.importing.assess import assess
from workflow.importing.spreadsheet.mapping import read_mapping
from workflow.importing.spreadsheet.sheet import MappedSheet
from workflow.importing.statement_papers import Statements
from workflow.model.kind import Kind
from workflow.procedures.corrections.inputs import Correct

NOW = datetime(2018, 10, 19, 8, tzinfo=UTC)
HEADS = ("Ref", "Title", "Holder", "Made", "Published", "Key", "For call-in", "Ward", "Status")
ROW = ("5", "Plan", "Cabinet", "6/3/2018", "6/3/2018", "", "Yes", "Larch", "")
MAPPING = """register = "The sheet"
day-first = true
[columns]
identity = "Ref"
title = "Title"
decided-by = "Holder"
made-on = "Made"
published-on = "Published"
key = "Key"
subject-to-call-in = "For call-in"
"""
PAPER = """Written statement of a non-key decision
Title: Library hours
Decision maker: Cabinet
Date of decision: 6 March 2018
Publication date: 6 March 2018
Decision: That the hours be adopted.
Reasons: As in the report.
Options considered: None.
Ward: Larch
"""


@pytest.fixture
def engine(clock: ManualClock) -> Engine:
    """An engine on a register in memory."""
    clock.move_to(NOW)
    return Engine(MemoryRegister(), load_councils([COUNCILS]), clock)


def told(engine: Engine, listed: ListedDecision) -> list[str]:
    """Take a decision in again, and give what is said of it, without its reference; the preview
    says the same."""
    again = import_listed(engine, OFFICER, listed)
    assert (again.written, len(again.there)) == ((), 1)
    constitution = engine.councils.named("herefordshire")
    calendar = engine.calendars.of("herefordshire")
    found = (assess(listed, constitution, calendar, engine.clock.now()),)
    assert engine.imports.compare("herefordshire", found).odd == again.odd
    return [each.split(" with another ")[-1] for each in again.odd]


def of_sheet(folder: Path, mapping: str = MAPPING, **changed: str) -> ListedDecision:
    """Give the row as the sheet has it, with some of its cells changed."""
    (folder / "map.toml").write_text(mapping, encoding="utf-8")
    cells = {**dict(zip(HEADS, ROW, strict=True)), **changed}
    path = folder / "sheet.csv"
    lines = ",".join(cells), ",".join(cells.values())
    path.write_text("\n".join(lines), encoding="utf-8")
    (read,) = MappedSheet(path, read_mapping(folder / "map.toml")).reads()
    return read.listed[0]


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("Key", "Yes", "key: no, and now yes."),
        ("Holder", "Leader", "decision maker: Cabinet, and now Leader."),
        ("Holder", "", "Holder: Cabinet, and now nothing."),
        ("Title", "Plans", "title: Plan, and now Plans."),
        ("Published", "7/3/2018", "day of publication: Tue 6 Mar 2018, and now Wed 7 Mar 2018."),
        ("Published", "", "Published: 6/3/2018, and now nothing."),
        ("For call-in", "No", "For call-in: Yes, and now No."),
        ("Ward", "Birch", "Ward: Larch, and now Birch."),
        ("Ward", "", "Ward: Larch, and now nothing."),
        ("Note", "Moved", "Note: nothing, and now Moved."),
        ("Status", "withdrawn", "Status: nothing, and now withdrawn."),
    ],
)
def test_each_cell_of_a_row_is_compared(
    engine: Engine, tmp_path: Path, column: str, cell: str, said: str
) -> None:
    import_listed(engine, OFFICER, of_sheet(tmp_path))
    again = import_listed(engine, OFFICER, of_sheet(tmp_path, **{column: cell}))
    assert [each.split(" with another ")[-1] for each in again.odd] == [said]


def test_the_same_row_written_otherwise_is_no_change(engine: Engine, tmp_path: Path) -> None:
    import_listed(engine, OFFICER, of_sheet(tmp_path))
    assert told(engine, of_sheet(tmp_path)) == []
    assert told(engine, of_sheet(tmp_path, Made="06-Mar-2018", Ward="LARCH ")) == []


def test_what_was_corrected_to_read_so_is_no_change(engine: Engine, tmp_path: Path) -> None:
    import_listed(engine, OFFICER, of_sheet(tmp_path))
    ref = "HFD-SH-5"
    text = replace(engine.statement(engine.get(ref)), title="Plans", body="Leader", kind=Kind.KEY)
    given = Correct(statement=text, ruling="R", published_on=date(2018, 3, 7))
    assert engine.take(ref, given, by=MONITORING)
    now = {"Title": "Plans", "Holder": "Leader", "Key": "yes", "Published": "7/3/2018"}
    assert told(engine, of_sheet(tmp_path, **now)) == []
    assert told(engine, of_sheet(tmp_path)) == [], "it reads as it did when it was imported"
    assert told(engine, of_sheet(tmp_path, **{**now, "Holder": "Mayor"})) == [
        "decision maker: Cabinet, and now Mayor."
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"is_key": True}, ["key: no, and now yes."]),
        ({"decided_by": "Leader"}, ["decision maker: Cabinet, and now Leader."]),
        ({"decision": "That it be so."}, ["decision: That the plan be approved., and now"]),
        ({"raw": (("Is subject to call in?", "No"),)}, ["Is subject to call in?: Yes, and now No"]),
        ({"raw": (("Ward", "Larch"),)}, []),
        ({"raw": (("Effective from", "13 March 2018"),)}, []),
        ({"raw": (("Effective from", "14/03/2018"),)}, ["Effective from: 13/03/2018, and now"]),
    ],
)
def test_each_label_of_a_page_is_compared_where_both_have_it(
    engine: Engine, more: dict[str, Any], said: list[str]
) -> None:
    raw = (("Is subject to call in?", "Yes"), ("Effective from", "13/03/2018"))
    import_listed(engine, OFFICER, a_listed(raw=raw))
    found = told(engine, a_listed(**{"raw": raw, **more}))
    assert [each[: len(begins)] for each, begins in zip(found, said, strict=True)] == said


@pytest.mark.parametrize(
    ("line", "now", "said"),
    [
        ("non-key", "key", "key: no, and now yes."),
        ("maker: Cabinet", "maker: Leader", "decision maker: Cabinet, and now Leader."),
        ("As in the report.", "As before.", "reasons: As in the report., and now As before."),
        ("considered: None.", "considered: To shut.", "alternatives: none, and now To shut"),
        ("Larch", "Birch", "Ward: Larch, and now Birch."),
        ("Publication date: 6", "Publication date: 7", "day of publication: Tue 6 Mar 2018, and"),
    ],
)
def test_each_line_of_a_paper_is_compared(
    engine: Engine, tmp_path: Path, line: str, now: str, said: str
) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text(f"Issue reference: I50099001\n{PAPER}", encoding="utf-8")
    (read,) = Statements(paper).reads()
    import_listed(engine, OFFICER, read.listed[0])
    assert told(engine, read.listed[0]) == []
    paper.write_text(paper.read_text("utf-8").replace(line, now), encoding="utf-8")
    (read,) = Statements(paper).reads()
    found = told(engine, read.listed[0])
    assert [each[: len(said)] for each in found] == [said]
