"""An adopted edition is used before every file, and says so wherever it is shown."""

import re
from pathlib import Path

import pytest

from support.terminal import Terminal
from workflow.constitution.shipped import shipped

WINDOWS = re.compile(r"^windows = \[.*?^\]\n", re.MULTILINE | re.DOTALL)
SALFORD = WINDOWS.sub("", shipped()["salford"].read_text(encoding="utf-8"))
"""The shipped file, without the printed windows that any other number of days would contradict."""


def of_now(days: int) -> str:
    """Give Salford's file with another number of days in the latest of its periods."""
    return f"days = {days}".join(SALFORD.rsplit("days = 5", 1))


SEVEN = of_now(7)
APPROVED = (
    "--approved-by",
    "City council",
    "--approved-on",
    "2016-05-18",
    "--reason",
    "As amended",
)


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """The desk of Salford's monitoring officer, after the shipped file was read."""
    terminal.now = "2026-12-01 09:00:00"
    terminal.did(
        "people", "add", terminal.me(), "--role", "monitoring-officer", "--name", "MO",
        "--council", "salford",
    )  # fmt: skip
    return terminal


def file(tmp_path: Path, text: str = SEVEN) -> str:
    path = tmp_path / "salford.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def days(terminal: Terminal) -> int:
    said = terminal.did("constitution", "show", "salford", "--on", "2024-06-03", "--json").plain
    return int(said["rules"]["call-in-period"]["value"]["days"])


def test_it_wins_over_the_shipped_file_and_over_a_folder_and_says_so(
    desk: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    own = folder / "salford.toml"
    own.write_text(of_now(6), encoding="utf-8")
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(folder))
    assert days(desk) == 6
    done = desk.did("constitution", "adopt", file(tmp_path), *APPROVED)
    assert f"in place of {own}" in " ".join(done.out.split())
    assert "is: 7 working days after publication" in " ".join(done.out.split())
    assert "begins before this was approved" not in " ".join(done.err.split())
    assert days(desk) == 7
    shown = desk.did("constitution", "show", "salford").out
    assert "File: the edition adopted on Tue 1 Dec 2026, approved by City council" in shown
    assert f"It is in place of {own}." in shown
    listed = {
        each["council"]: each["source"] for each in desk.did("constitution", "list", "--json").plain
    }
    assert listed["salford"].startswith("the edition adopted on")
    counted = desk.did(
        "deadline", "--council", "salford", "--published", "2024-06-03T10:00", "--json"
    ).plain
    assert counted["last_day"] == "2024-06-12"
    compared = desk.did("constitution", "compare", "salford", "hackney", "--on", "2024-06-03").out
    assert "7 working days" in compared
    assert desk.did("constitution", "diff", "salford", file(tmp_path)).out == "They say the same.\n"


def test_what_would_read_otherwise_of_days_past_is_minded(desk: Terminal, tmp_path: Path) -> None:
    later = (*APPROVED[:3], "2026-11-30", *APPROVED[4:])
    done = desk.did("constitution", "adopt", file(tmp_path), *later)
    assert "Call-in period, from Wed 9 Aug 2017, begins before this was approved" in (
        " ".join(done.err.split())
    )


def test_editions_are_listed_given_back_whole_and_withdrawn(desk: Terminal, tmp_path: Path) -> None:
    rehearsed = desk.did(
        "constitution", "adopt", file(tmp_path), *APPROVED, "--dry-run", "--json"
    ).plain
    assert rehearsed["written"] is False
    assert not [each for each in rehearsed["minded"] if "begins before" in each]
    assert [each["table"] for each in rehearsed["differences"]] == ["call-in-period"]
    told = desk.did("constitution", "adopt", file(tmp_path), *APPROVED, "--dry-run").out
    assert told.startswith("Salford City Council would use the edition adopted on ")
    assert days(desk) == 5
    desk.did("constitution", "adopt", file(tmp_path), *APPROVED)
    assert "already" in desk.did("constitution", "adopt", file(tmp_path), *APPROVED).out
    (edition,) = desk.did("constitution", "editions", "salford", "--json").plain
    assert (edition["number"], edition["approved_by"], edition["until"]) == (
        1, "City council", None,
    )  # fmt: skip
    assert desk.did("constitution", "editions", "salford", "--text", "1").out == SEVEN
    assert desk("constitution", "editions", "salford", "--text", "2").code == 5
    told = desk.did("constitution", "withdraw", "salford", *APPROVED, at="2026-12-02 09:00:00").out
    assert "Salford City Council now uses" in told
    assert days(desk) == 5
    assert desk("constitution", "withdraw", "salford", *APPROVED).code == 5
    (edition,) = desk.did("constitution", "editions", "salford", "--json").plain
    assert edition["until"] == "2026-12-02T09:00:00.000000Z"
    assert "no edition of hackney" in desk.did("constitution", "editions", "hackney").err
    assert desk("constitution", "editions", "hackny").code == 5
    desk.did("journal", "verify")
    desk.did("db", "check")


def test_it_takes_the_monitoring_officer(desk: Terminal, tmp_path: Path) -> None:
    refused = desk("constitution", "adopt", file(tmp_path), *APPROVED, "--as", "someone")
    assert refused.code == 4
    assert "does not act as monitoring officer today" in refused.err
    assert days(desk) == 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SALFORD.replace("days = 5", "dayz = 5", 1), 'Did you mean "days"?'),
        ("", "council: It is missing"),
        (SALFORD.replace('"england"', '"scotland"'), "is of Scotland in salford.toml"),
    ],
)
def test_a_file_that_does_not_read_well_is_not_adopted(
    desk: Terminal, tmp_path: Path, text: str, said: str
) -> None:
    refused = desk("constitution", "adopt", file(tmp_path, text), *APPROVED)
    assert refused.code == 2
    assert said in " ".join(refused.err.split())
    assert desk.did("constitution", "editions", "salford", "--json").plain == []


def test_a_plan_and_conformance_go_by_it(desk: Terminal, tmp_path: Path) -> None:
    row = (
        "id,council,nation,decision_date,publication_date,counts_from,working_days,"
        "counts_start_day,end_kind,end_date,explained\n"
        "A,Salford City Council,england,2024-06-03,2024-06-03,publication,5,no,last_day,"
        "2024-06-12,yes\n"
    )
    (tmp_path / "n.csv").write_text(row)
    told = ("conformance", str(tmp_path / "n.csv"), "--by", "constitution")
    assert desk(*told).code == 7
    desk.did("constitution", "adopt", file(tmp_path), *APPROVED)
    desk.did(*told)


def test_a_rule_to_come_is_minded_and_one_that_nobody_can_know_is_refused(
    desk: Terminal, tmp_path: Path
) -> None:
    later = SALFORD.replace("from = 2017-08-09", "from = 2027-01-01", 1)
    checked = desk.did("constitution", "check", file(tmp_path, later))
    assert "Mind: call-in-period[2].from: Fri 1 Jan 2027 is to come" in checked.err
    adopted = desk.did("constitution", "adopt", file(tmp_path, later), *APPROVED)
    assert "Mind: call-in-period[2].from: Fri 1 Jan 2027 is to come" in adopted.err
    read = SALFORD.replace("read = 2026-11-30", "read = 2026-12-02", 1)
    refused = desk("constitution", "check", file(tmp_path, read), "--json")
    assert (refused.code, refused.plain["good"]) == (2, False)
    assert refused.plain["complaints"][0]["key"] == "call-in-period[1].read"
    assert desk("constitution", "adopt", file(tmp_path, read), *APPROVED).code == 2
    assert len(desk.did("constitution", "editions", "salford", "--json").plain) == 1
