"""`decisions conformance --by constitution` where more than the rule is on file: other readings,
irregular windows that the file explains, and days on which the rule is assumed to hold."""

import csv
from pathlib import Path

import pytest

from support.terminal import Terminal
from workflow.conformance.printed import COLUMNS

NOTICES = Path(__file__).parents[1] / "data" / "notices.csv"
BORSETSHIRE = """
[council]
id = "borsetshire"
name = "Borsetshire Council"
nation = "england"
prefix = "BOR"

[[call-in-period]]
from = 2023-01-01
before = "assumed"
days = 3
unit = "working"
counted-from = "publication"
start-day-counts = false
request-by = "end of day"
takes-effect = "at the end of the period"
basis = "inferred from notices"
rule = "published lists"
confidence = "unsure"
words = "Three working days."
irregular = [
  { reference = "7", made = 2024-06-10, effective-from = 2024-06-13, why = "Entered by hand." },
]
could-be = [
  { days = 5, windows = [
    { reference = "1", published = 2023-05-16, effective-from = 2023-05-24 },
    { reference = "2", published = 2023-06-13, effective-from = 2023-06-21 },
  ] },
]
"""
ROWS = {
    "by the rule": ("2024-06-03", "2024-06-03", "2024-06-07"),
    "by another": ("2024-06-03", "2024-06-03", "2024-06-11"),
    "listed": ("2024-06-10", "2024-06-10", "2024-06-13"),
    "neither": ("2024-06-17", "2024-06-17", "2024-06-22"),
    "before": ("2022-06-06", "2022-06-06", "2022-06-10"),
}


@pytest.fixture
def on_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    own = tmp_path / "own"
    own.mkdir()
    (own / "borsetshire.toml").write_text(BORSETSHIRE, encoding="utf-8")
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(own))
    return tmp_path


def written(folder: Path, *ids: str) -> str:
    path = folder / "notices.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for each in ids:
            made, published, end = ROWS[each]
            writer.writerow(
                (each, "Borsetshire Council", "england", made, published, "publication", 3, "no",
                 "day_after", end, "yes")
            )  # fmt: skip
    return str(path)


def test_each_row_says_how_it_stands_to_what_is_on_file(terminal: Terminal, on_file: Path) -> None:
    ran = terminal("conformance", written(on_file, *ROWS), "--by", "constitution", "--json")
    rows = {each["id"]: each for each in ran.plain["rows"]}
    told = ("verdict", "reading", "irregular", "rule_assumed", "unsure", "computed", "days")
    assert {name: tuple(row[key] for key in told) for name, row in rows.items()} == {
        "by the rule": ("agree", "rule", False, False, True, "2024-06-07", 0),
        "by another": ("agree", "could-be", False, False, True, "2024-06-11", 0),
        "listed": ("differ", None, True, False, True, "2024-06-14", -1),
        "neither": ("differ", None, False, False, True, "2024-06-21", 1),
        "before": ("agree", "rule", False, True, True, "2022-06-10", 0),
    }
    assert rows["by another"]["reading_in_words"] == (
        "5 working days after publication, to the end of the last; in effect at that moment; "
        "by the rule on file it is 2024-06-07"
    )
    assert rows["by another"]["cause"] is None
    assert rows["listed"]["cause"] == "Entered by hand."
    assert rows["neither"]["cause"].endswith("by another reading on file it is 2024-06-25")
    assert {row["compared_as"] for row in rows.values()} == {"the day after the last"}
    summary = ran.plain["summary"]
    assert (summary["by_another_reading"], summary["irregular"], summary["rule_assumed"]) == (
        1,
        1,
        1,
    )
    assert (summary["agree"], summary["differ"]) == (3, 2)


def test_what_the_councils_file_explains_does_not_fail_the_run(
    terminal: Terminal, on_file: Path
) -> None:
    explained = written(on_file, "by the rule", "by another", "listed", "before")
    assert terminal("conformance", explained, "--by", "constitution").code == 0
    assert terminal("conformance", written(on_file, "neither"), "--by", "constitution").code == 7


def test_it_is_told_in_words(terminal: Terminal, on_file: Path) -> None:
    ran = terminal("conformance", written(on_file, *ROWS), "--by", "constitution")
    said = " ".join(ran.out.split())
    assert (
        "by another (line 3, Borsetshire Council): 2024-06-11 agrees by another reading on file: 5 "
        "working days after publication, to the end of the last; in effect at that moment; by the "
        "rule on file it is 2024-06-07."
    ) in said
    assert (
        "2024-06-13 is printed, 1 day earlier than 2024-06-14. Explained in the council's file: "
        "Entered by hand. The rule on file is an unsure reading."
    ) in said
    assert (
        "before (line 6, Borsetshire Council): 2022-06-10 agrees. The rule is not known to hold on "
        "that day, and is assumed to."
    ) in said
    assert "by the rule (line" not in said
    assert "Borsetshire Council 3 2 0 0 1 1" in said
    assert (
        "Of 5 that are marked as explained, 3 agree. Rows that agree only by another reading on "
        "file than the rule: 1. Rows that differ and are explained in the council's file: 1. Rows "
        "judged by a rule that is assumed to hold on their day: 1."
    ) in said


def test_by_its_own_row_no_reading_on_file_counts(terminal: Terminal, on_file: Path) -> None:
    ran = terminal("conformance", written(on_file, "by another", "listed"), "--json")
    assert [row["verdict"] for row in ran.plain["rows"]] == ["differ", "differ"]
    assert all(row["reading"] is None and not row["irregular"] for row in ran.plain["rows"])
    assert ran.code == 7


def test_the_published_notices_do_not_fail_by_what_is_on_file(terminal: Terminal) -> None:
    """Two that are explained differ from their council's rule, and its file says why."""
    said = terminal.did("conformance", str(NOTICES), "--by", "constitution", "--json").plain
    explained = [row for row in said["rows"] if row["explained"]]
    assert {row["id"] for row in explained if row["verdict"] != "agree"} == {"N022", "N051"}
    assert all(row["irregular"] for row in explained if row["verdict"] != "agree")
