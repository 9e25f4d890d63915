"""What is exported: the same facts as the register's, safe in a spreadsheet, read back alike."""

import csv
import io
import json
from pathlib import Path

import pytest

from support.councils import HEREFORDSHIRE
from support.lives.every_state import LIVES
from support.terminal import Terminal
from workflow import Engine, ManualClock
from workflow.errors import Invalid
from workflow.register.facts import COLUMNS, facts_of, from_cells, from_row, to_cells, to_row


@pytest.mark.parametrize("life", LIVES)
def test_every_life_reads_back_as_the_same_facts(
    any_engine: Engine, clock: ManualClock, life: str
) -> None:
    """As a row of a sheet, through the csv module; and as a line of JSON."""
    LIVES[life](any_engine, clock)
    for facts in any_engine.reports.facts():
        assert facts == facts_of(any_engine.get(facts.ref))
        sheet = io.StringIO()
        writer = csv.writer(sheet)
        writer.writerow(COLUMNS)
        writer.writerow(to_row(facts))
        (row,) = csv.DictReader(io.StringIO(sheet.getvalue()))
        assert from_row(row) == facts
        assert from_cells(json.loads(json.dumps(to_cells(facts)))) == facts


@pytest.mark.parametrize("title", ["=1+1", "'=1+1", "@x", "-5", "'quoted'", "＝1", "+44", "plain"])
def test_no_cell_is_a_formula_and_the_mark_comes_off_again(
    terminal: Terminal, tmp_path: Path, title: str
) -> None:
    terminal.staffed()
    terminal.did("new", "--title", title, "--body", "Cabinet", "--kind", "key", "--ref", "A")
    said = terminal.did("export", "csv").out
    (row,) = csv.DictReader(io.StringIO(said))
    assert row["title"][0] not in "=+-@＝＋－＠"
    assert from_row(row).title == title
    out = tmp_path / "out.csv"
    terminal.did("export", "csv", "--out", str(out))
    assert out.read_text(encoding="utf-8") == said
    again = terminal("export", "csv", "--out", str(out))
    assert again.code == 2
    assert "Do: Give another file: --out FILE; or write over it: --overwrite" in " ".join(
        again.err.split()
    )
    terminal.did("new", "--title", "More", "--body", "Cabinet", "--kind", "key", "--ref", "B")
    terminal.did("export", "csv", "--out", str(out), "--overwrite")
    assert len(out.read_text(encoding="utf-8").splitlines()) == 3
    assert list(tmp_path.glob("*.part")) == []


def test_both_instants_and_the_rule_stand_in_each_row(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    (line,) = terminal.did("export", "jsonl").out.splitlines()
    facts = json.loads(line)
    assert facts["ref"] == ref
    assert facts["state"] == "call_in_open"
    assert facts["request_deadline"] == "2018-10-24T23:00:00.000000Z"
    assert facts["request_deadline_london"] == "2018-10-25T00:00:00+01:00"
    assert facts["effective_from"] == "2018-10-24T23:00:00.000000Z"
    assert facts["rule"].startswith("4 working days after publication")
    assert facts["source"].startswith("Herefordshire Council, inferred from published notices")
    assert set(facts) == set(COLUMNS)


def test_of_one_council_or_of_all(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.staffed()
    terminal.did("new", "--title", "A", "--body", "Cabinet", "--kind", "key", "--ref", "A")
    monkeypatch.setenv("DECISIONS_COUNCIL", "salford")
    assert terminal.did("export", "jsonl").out == ""
    assert len(terminal.did("export", "jsonl", "--all").out.splitlines()) == 1
    said = terminal.did("export", "jsonl")
    assert said.out == ""
    assert "Only decisions of salford. Of every council: --all" in said.err
    terminal.did("people", "add", "root", "--role", "author", "--council", "salford")
    terminal.did("new", "--title", "B", "--body", "Mayor", "--kind", "key", "--ref", "B")
    listed = terminal.did("list").out
    assert listed.splitlines()[0] == "Only decisions of salford. Of every council: --all"
    assert "Only decisions" not in terminal.did("list", "--json").out
    assert "Only decisions" not in terminal.did("list", "--csv").out
    assert "Only decisions" not in terminal.did("list", "--all").out
    one = terminal.did("export", "jsonl", "--council", HEREFORDSHIRE).out
    assert len(one.splitlines()) == 1
    assert terminal("export", "jsonl", "--council", "nowhere").code == 5
    out = tmp_path / "out.csv"
    assert terminal("export", "csv", "--council", "nowhere", "--out", str(out)).code == 5
    assert not out.exists(), "what could not be written whole is not left"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"state": "asleep"}, "state: 'asleep' does not fit"),
        ({"made_on": "yesterday"}, "made_on: 'yesterday' does not fit"),
        ({"held": "maybe"}, "held: 'maybe' does not fit"),
        ({"title": None}, "has no title"),
    ],
)
def test_a_row_that_was_not_written_here_is_refused(
    terminal: Terminal, change: dict[str, str | None], said: str
) -> None:
    terminal.staffed()
    terminal.did("new", "--title", "A", "--body", "Cabinet", "--kind", "key", "--ref", "A")
    (row,) = csv.DictReader(io.StringIO(terminal.did("export", "csv").out))
    changed = {**row, **change}
    with pytest.raises(Invalid) as refused:
        from_row({name: value for name, value in changed.items() if value is not None})
    assert said in str(refused.value)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_what_is_refused_gives_no_headings(terminal: Terminal, form: str) -> None:
    """A sheet with headings alone would say that there is nothing to give."""
    for address in (terminal.register, "none.db"):
        said = terminal("export", form, "--council", "nonesuch", "--db", address)
        assert (bool(said.code), said.out) == (True, ""), said
