"""A period counted in calendar days may end on a day that is no working day: that is remarked."""

from pathlib import Path

import pytest

from support.councils import plain_file
from support.fakes.register import MemoryRegister
from support.people import AUTHOR, MAKER, OFFICER
from support.statements import a_statement
from support.steps import must
from support.terminal import Terminal
from workflow import Engine, ManualClock
from workflow.constitution.checks.remarks import may_end_closed
from workflow.constitution.reading import read
from workflow.constitution.shipped import shipped
from workflow.engine import load_councils
from workflow.explanation.decision_document import document
from workflow.explanation.renderers.text import lines

HEREFORDSHIRE = plain_file("herefordshire")
IN_CALENDAR_DAYS = HEREFORDSHIRE.replace(
    'days = 4\nunit = "working"', 'days = 7\nunit = "calendar"', 1
)
GOOD_FRIDAY = "Fri 29 Mar 2024 is no working day: Good Friday (bank holiday)"


@pytest.fixture
def desk(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A desk whose council counts seven calendar days."""
    assert IN_CALENDAR_DAYS != HEREFORDSHIRE
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "herefordshire.toml").write_text(IN_CALENDAR_DAYS, "utf-8")
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(tmp_path / "own"))
    terminal.now = "2026-12-01 09:00:00"
    return terminal


def test_the_file_reads_well_and_it_is_remarked(desk: Terminal) -> None:
    said = desk.did("constitution", "check", "own/herefordshire.toml")
    assert "reads well" in said.out
    assert "Mind: call-in-period[1].unit: 7 calendar days may end on a weekend" in said.err
    plain = desk.did("constitution", "check", "own/herefordshire.toml", "--json").plain
    assert (plain["good"], len(plain["remarks"])) == (True, 1)


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2024-03-22T10:00", GOOD_FRIDAY),
        ("2024-03-23T10:00", "Sat 30 Mar 2024 is no working day: Saturday"),
        ("2024-03-26T10:00", ""),
    ],
)
def test_each_date_that_falls_so_is_remarked(desk: Terminal, published: str, words: str) -> None:
    given = ("--council", "herefordshire", "--published", published)
    for said in (desk.did("deadline", *given).err, desk.did("explain", *given).out):
        told_in = " ".join(said.split())
        assert words in told_in
        assert ("no working day:" in told_in) is bool(words)


def test_a_decision_on_the_register_says_so_too(tmp_path: Path, clock: ManualClock) -> None:
    (tmp_path / "herefordshire.toml").write_text(IN_CALENDAR_DAYS, "utf-8")
    engine = Engine(MemoryRegister(), load_councils([tmp_path]), clock)
    clock.move_to(clock.now().replace(2024, 3, 22))
    statement = a_statement(made_on=clock.now().date())
    drafted = must(engine.draft(council="herefordshire", statement=statement, by=AUTHOR))
    ref = drafted.decision.ref
    must(engine.take(ref, "sign", by=MAKER, signatory="The Leader"))
    must(engine.take(ref, "publish", by=OFFICER, where="web"))
    (section,) = document(engine.explain(ref)).sections
    assert GOOD_FRIDAY in " ".join(lines(section))


def test_of_the_shipped_councils_few_count_calendar_days() -> None:
    """A remark stands on each; the law's own 28 days' notice is no period that ends so."""
    found = [name for name, file in shipped().items() if list(may_end_closed(read(file)))]
    assert found == ["neath-port-talbot"]
