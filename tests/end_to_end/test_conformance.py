"""`decisions conformance`: dates that councils printed, against those counted here."""

import csv
from pathlib import Path

import pytest

from support.terminal import Terminal

NOTICES = Path(__file__).parents[1] / "data" / "notices.csv"
ROWS = list(csv.DictReader(NOTICES.read_text(encoding="utf-8").splitlines()))


def written(tmp_path: Path, **changes: str) -> str:
    """Write the first notice alone, with some of its cells changed."""
    path = tmp_path / "one.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ROWS[0])
        writer.writeheader()
        writer.writerow({**ROWS[0], **changes})
    return str(path)


def test_by_the_file_the_70_explained_agree_and_the_15_others_do_not(terminal: Terminal) -> None:
    said = terminal.did("conformance", str(NOTICES), "--json").plain
    verdicts = {each["id"]: each["verdict"] for each in said["rows"]}
    assert verdicts == {
        row["id"]: "agree" if row["explained"] == "yes" else "differ" for row in ROWS
    }
    assert {each["id"]: each["printed"] for each in said["rows"]} == {
        row["id"]: row["end_date"] for row in ROWS
    }
    assert all(each["cause"] for each in said["rows"] if each["verdict"] == "differ")
    assert said["summary"]["explained"] == {
        "rows": 70,
        "agree": 70,
        "differ": 0,
        "not-on-file": 0,
        "unreadable": 0,
    }
    assert said["summary"]["nations"]["wales"]["agree"] == 9
    assert sum(each["rows"] for each in said["summary"]["councils"].values()) == 85


def test_an_explained_row_that_differs_ends_with_7_and_says_why(
    terminal: Terminal, tmp_path: Path
) -> None:
    ran = terminal("conformance", written(tmp_path, end_date="2018-03-14"))
    assert ran.code == 7
    assert "1 day later than 2018-03-13" in " ".join(ran.out.split())
    assert "the day of publication not taken as day 1" in ran.out
    assert "An explained row differs" in ran.err
    same = written(tmp_path, end_date="2018-03-14", explained="no")
    assert terminal("conformance", same).code == 0


@pytest.mark.parametrize(
    ("column", "cell", "cause"),
    [
        ("end_date", "3/4/2018", "it is not guessed"),
        ("end_date", "", "It is empty."),
        ("publication_date", "43165", "a spreadsheet's day number"),
        ("publication_date", "", "the row counts from it"),
        ("working_days", "0", "from 1 to 366"),
        ("counts_start_day", "maybe", "Give yes or no."),
        ("counts_from", "meeting", "Give publication or decision."),
        ("end_kind", "end", "Give last_day or day_after."),
        ("nation", "Englnd", "There is no nation"),
        ("council", "", "It is empty."),
    ],
)
def test_an_unreadable_row_is_named_and_the_rest_go_on(
    terminal: Terminal, tmp_path: Path, column: str, cell: str, cause: str
) -> None:
    bad = Path(written(tmp_path, **{column: cell})).read_text(encoding="utf-8")
    good = NOTICES.read_text(encoding="utf-8").splitlines()[2]
    both = tmp_path / "both.csv"
    both.write_text(f"{bad}{good}\n", encoding="utf-8")
    first, second = terminal.did("conformance", str(both), "--json").plain["rows"]
    assert (first["verdict"], first["line"], first["column"]) == ("unreadable", 2, column)
    assert cause in first["cause"]
    assert second["verdict"] == "agree"
    assert f"line 2, {'no council' if column == 'council' else 'Hereford'}" in terminal.did(
        "conformance", str(both)
    ).out.replace("\n    ", " ")


def test_a_day_past_the_calendar_is_unreadable_and_no_crash(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = written(tmp_path, publication_date="2031-01-06", end_date="2031-01-13")
    row = terminal.did("conformance", path, "--json").plain["rows"][0]
    assert row["verdict"] == "unreadable"
    assert "2028" in row["cause"]


def test_by_the_constitution_the_councils_own_rule_and_its_day_count(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = written(tmp_path, working_days="9")
    assert terminal("conformance", path).code == 7, "the row's own rule is wrong here"
    row = terminal.did("conformance", path, "--by", "constitution", "--json").plain["rows"][0]
    assert row["verdict"] == "agree"
    assert row["rule"].startswith("Herefordshire Council, inferred from published notices")
    before = written(tmp_path, publication_date="2017-01-03", end_date="2017-01-10")
    row = terminal.did("conformance", before, "--by", "constitution", "--json").plain["rows"][0]
    assert (row["verdict"], row["computed"]) == ("not-on-file", None)
    other = written(tmp_path, council="Borchester Council")
    row = terminal.did("conformance", other, "--by", "constitution", "--json").plain["rows"][0]
    assert (row["verdict"], row["cause"]) == ("not-on-file", "no constitution is on file")


def test_a_constitution_of_ones_own_is_counted_by(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = (
        Path(__file__).parents[2] / "workflow" / "constitution" / "councils" / "herefordshire.toml"
    )
    (tmp_path / "own").mkdir()
    text = shipped.read_text(encoding="utf-8").replace("days = 4", "days = 6")
    (tmp_path / "own" / "herefordshire.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(tmp_path / "own"))
    ran = terminal("conformance", written(tmp_path), "--by", "constitution")
    assert ran.code == 7
    assert "2 days earlier than 2018-03-15" in ran.out.replace("\n    ", " ")


def test_a_row_near_the_edge_that_differs_still_differs(terminal: Terminal, tmp_path: Path) -> None:
    """To look for a cause past the calendar's end is no reason not to tell that it differs."""
    path = written(tmp_path, publication_date="2028-12-13", end_date="2029-01-05")
    ran = terminal("conformance", path, "--json")
    assert ran.code == 7
    assert ran.plain["rows"][0]["verdict"] == "differ"


def test_another_nation_than_the_councils_own_is_not_counted_by(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = written(tmp_path, nation="scotland")
    row = terminal.did("conformance", path, "--by", "constitution", "--json").plain["rows"][0]
    assert (row["verdict"], row["column"]) == ("unreadable", "nation")
    said = terminal.did("conformance", path, "--by", "constitution").err
    assert "could not be read, and so were not compared: 1." in said


def test_no_rows_is_said(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    path.write_text(NOTICES.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert "nothing was compared" in terminal.did("conformance", str(path)).err
