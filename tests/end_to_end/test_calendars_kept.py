"""The calendar, kept right when the world changes it: as on the days on which it really did."""

import json
from pathlib import Path

import numpy as np
import pytest

from support.bank_holidays import PUBLISHED, the_list
from support.terminal import Terminal

WITHOUT_IT = (
    '[council]\nid = "borsetshire"\nname = "Borsetshire Council"\nnation = "england"\n'
    'prefix = "BOR"\n'
)
RULES = """
[[call-in-period]]
from = 2020-01-01
days = 5
unit = "working"
counted-from = "publication"
start-day-counts = false
request-by = 17:00:00
takes-effect = "next working day"
basis = "constitution"
rule = "rule 15"
words = "Made up."

[[subject-to-call-in]]
from = 2020-01-01
subject = ["key", "non-key"]
not-subject = []
basis = "constitution"
rule = "rule 14"
words = "Made up."
"""


@pytest.fixture
def council(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A council of England, at the register, on Tuesday 30 June 2026."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "b.toml").write_text(WITHOUT_IT + RULES, encoding="utf-8")
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(tmp_path / "own"))
    monkeypatch.setenv("DECISIONS_COUNCIL", "borsetshire")
    terminal.now = "2026-06-30 08:00:00"
    return terminal.staffed()


def test_a_holiday_proclaimed_late_from_first_word_to_the_close(
    council: Terminal, tmp_path: Path
) -> None:
    """The list changes while a period runs: it is shown, adopted on a person's word, journalled
    with both hashes; nothing moves; a person revises; the close takes it when it is due."""
    council.published_on("ENDED", "2026-07-01")
    council.did("close", at="2026-07-09 06:00:00")
    council.published_on("RUNS", "2026-07-06")
    changed = the_list(tmp_path, england_and_wales={"2026-07-08": "National day"})
    shown = council.did("calendar", "import", changed, "--json", at="2026-07-06 12:00:00").plain
    assert shown["new"] == [{"date": "2026-07-08", "title": "National day"}]
    assert (shown["gone"], shown["past"], shown["adopted"]) == ([], [], False)
    moved = {each["ref"]: each for each in shown["moved"]}
    assert moved["RUNS"]["running"]
    assert moved["RUNS"]["was"]["london"].startswith("2026-07-14T00:00")
    assert moved["RUNS"]["now"]["london"].startswith("2026-07-15T00:00")
    assert not moved["ENDED"]["running"], "it would only have been another"
    asked = council.did("calendar", "impact", "--add", "2026-07-08", "--nation", "england")
    assert "1 current date would change; 1 past date would have been different." in asked.out
    assert council.did("calendar", "show", "--json").plain["entered"] == []

    unsaid = council("calendar", "import", changed, "--adopt")
    assert unsaid.code == 2
    word = ("--adopt", "--reason", "Proclaimed", "--source", "The Gazette")
    rehearsed = council.did("calendar", "import", changed, *word, "--dry-run", "--json").plain
    assert not rehearsed["adopted"]
    before = council.did("calendar", "show", "--json").plain["hash"]
    adopted = council.did("calendar", "import", changed, *word, "--json").plain
    after = council.did("calendar", "show", "--json").plain["hash"]
    assert adopted["adopted"]
    assert (adopted["hash_before"], adopted["hash_after"]) == (before, after)
    assert before != after
    assert adopted["in_question"] == ["RUNS"]
    (body,) = council.did("calendar", "show", "--json").plain["adopted"]
    assert (body["hash_before"], body["hash_after"]) == (before, after)
    assert (body["added"], body["withdrawn"], body["by"]) == (["2026-07-08"], [], "Clerk of Works")
    assert f"{before[:12]} before, {after[:12]} after." in council.did("calendar", "show").out
    council.did("journal", "verify")
    again = council.did("calendar", "import", changed, *word)
    assert "There is nothing to adopt for borsetshire." in again.out

    late = council("close", at="2026-07-14 06:00:00")
    assert late.code == 8, "the close leaves it for a person"
    council.did("deadline-review", "RUNS", "--outcome", "revise", "--reason", "The holiday")
    assert council.did("may-implement", "RUNS", at="2026-07-14 23:00:00").code == 0
    council.did("close", at="2026-07-15 06:00:00")
    plain = council.did("show", "RUNS", "--json").plain
    assert plain["effective_at"] == "2026-07-14T23:00:00.000000Z", "midnight in London"


def test_no_past_day_is_taken_out_and_a_moved_one_is_withdrawn(
    council: Terminal, tmp_path: Path
) -> None:
    changed = the_list(
        tmp_path,
        without=("2022-09-19", "2027-05-03"),
        england_and_wales={"2027-05-07": "Moved"},
    )
    word = ("--adopt", "--reason", "Moved", "--source", "gov.uk")
    kept = council.did("calendar", "import", changed, *word, "--json").plain
    assert [each["date"] for each in kept["gone"]] == ["2027-05-03"]
    counted = ("deadline", "--council", "borsetshire", "--json", "--published")
    assert council.did(*counted, "2027-04-29T12:00").plain["last_day"] == "2027-05-10"
    assert council("calendar", "import", changed, "--withdraw").code == 2
    plain = council.did("calendar", "import", changed, *word, "--withdraw", "--json").plain
    assert [each["date"] for each in plain["past"]] == ["2022-09-19"]
    assert [each["date"] for each in plain["gone"]] == ["2027-05-03"]
    assert council.did(*counted, "2027-04-29T12:00").plain["last_day"] == "2027-05-06"
    assert council.did(*counted, "2027-05-04T12:00").plain["last_day"] == "2027-05-12"
    assert council.did(*counted, "2022-09-14T12:00").plain["last_day"] == "2022-09-22"
    said = council.did("calendar", "import", changed).out
    assert "Gone from the file, and kept here: a past day is never taken out:" in said


@pytest.mark.parametrize(
    ("day", "kind", "said"),
    [
        ("2026-05-25", "withdrawn", "no past day is ever taken out"),
        ("2026-06-29", "withdrawn", "is no bank holiday"),
        ("2099-12-31", "published", "is further"),
        ("2029-06-30", "published", "published by the year"),
        ("2027-12-31", "published", "published by the year"),
    ],
)
def test_by_hand_no_past_day_is_taken_out_and_no_horizon_is_invented(
    council: Terminal, day: str, kind: str, said: str
) -> None:
    word = ("--title", "t", "--reason", "r", "--source", "s")
    refused = council("calendar", "add", "--date", day, "--kind", kind, *word)
    assert refused.code == 2
    assert said in refused.err.replace("\n  ", " ").replace("\n", " ")


def test_a_later_year_moves_the_horizon(council: Terminal, tmp_path: Path) -> None:
    beyond = ("deadline", "--council", "borsetshire", "--published", "2028-12-28T12:00", "--json")
    assert council(*beyond).code == 3
    horizon = council.did("calendar", "horizon", "--json").plain
    assert (horizon["complete_through"], horizon["days_left"]) == ("2028-12-31", 915)
    assert [each["table"] for each in horizon["last_days"]] == ["call-in-period"]
    last = horizon["last_days"][0]["date"]
    assert council(*beyond[:4], f"{last}T12:00", "--json").code == 0
    later = {
        "2029-01-01": "New Year", "2029-03-30": "Good Friday", "2029-04-02": "Easter Monday",
        "2029-05-07": "May", "2029-05-28": "Spring", "2029-08-27": "Summer",
        "2029-12-25": "Christmas Day", "2029-12-26": "Boxing Day",
    }  # fmt: skip
    changed = the_list(tmp_path, england_and_wales=later)
    word = ("--adopt", "--reason", "The list for 2029", "--source", "gov.uk")
    plain = council.did("calendar", "import", changed, *word, "--json").plain
    assert (plain["through"], plain["new"]) == ("2029-12-31", [])
    assert council.did(*beyond).plain["last_day"] == "2029-01-05"
    soon = council("calendar", "horizon", at="2029-08-01 08:00:00")
    assert soon.code == 8
    assert "ends soon" in soon.err


def test_a_date_near_the_end_says_so_wherever_it_is_given(council: Terminal) -> None:
    """180 days before the last published bank holiday, and not 181."""
    by_numbers = ("deadline", "--days", "1", "--nation", "england", "--from")
    near = council.did(*by_numbers, "2028-07-04")
    assert "Last day: Wed 5 Jul 2028." in near.out
    assert "Mind: Wed 5 Jul 2028 is 179 days before the end" in near.err
    assert "Mind" not in council.did(*by_numbers, "2028-07-02").err, "3 July, 181 days before"
    council.published_on("NEAR", "2028-09-04")
    told = council.did("hold", "NEAR", "--on-account-of", "court", "--under", "x", "--reason", "y")
    assert "Mind: Mon 11 Sep 2028 is 111 days before the end" in told.err.replace("\n      ", " ")
    council.published_on("FAR", "2026-07-06")
    told = council.did("hold", "FAR", "--on-account-of", "court", "--under", "x", "--reason", "y")
    assert "Mind" not in told.err


def test_check_ends_with_7_where_a_day_counts_otherwise(council: Terminal, tmp_path: Path) -> None:
    sound = council.did("calendar", "check", str(PUBLISHED))
    assert "all 140 published bank holidays agree" in sound.out
    assert "Every day counts the same." in sound.out
    cut = the_list(tmp_path, without=("2026-12-25",))
    wrong = council("calendar", "check", cut)
    assert wrong.code == 7
    assert "Fri 25 Dec 2026" in wrong.out
    french = tmp_path / "fr.csv"
    french.write_text("date,title\n", encoding="utf-8")
    assert council("calendar", "check", str(french)).code == 2


def test_closures_of_christmas_come_from_a_sheet(council: Terminal, tmp_path: Path) -> None:
    sheet = tmp_path / "closed.csv"
    sheet.write_text(
        "date;title\n29/12/2026;Christmas closure\n2026-12-30;Christmas closure\n",
        encoding="utf-8",
    )
    word = ("--adopt", "--reason", "Offices closed", "--source", "Council, 2 March")
    council.did("calendar", "import", str(sheet), *word)
    counted = council.did(
        "deadline", "--council", "borsetshire", "--published", "2026-12-23T12:00"
    ).out
    assert "Christmas closure (council closed)" in counted
    assert "Last day: Wed 6 Jan 2027." in counted


def test_impact_wants_a_day_and_the_right_one_to_ask_for(council: Terminal) -> None:
    assert council("calendar", "impact").code == 2
    both = council("calendar", "impact", "--closed", "2026-12-29", "--nation", "england")
    assert both.code == 2
    assert "one council's own" in both.err
    nobody = council.did("calendar", "impact", "--add", "2026-12-29", "--nation", "wales")
    assert "no council" in nobody.out
    drafted = council.did("calendar", "impact", "--closed", "2026-12-29", "--json").plain
    assert drafted == {"councils": ["borsetshire"], "moved": [], "plans": []}


# -- as it really was ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nation", "day", "published", "before", "after"),
    [
        # VE Day: on 9 June 2019 the early May holiday was moved from 4 to 8 May 2020.
        ("england", "2020-05-08", "2020-05-05", "2020-05-12", "2020-05-13"),
        ("england", "2020-05-04", "2020-05-01", "2020-05-11", "2020-05-11"),
        # Scotland alone, 15 June 2026.
        ("scotland", "2026-06-15", "2026-06-10", "2026-06-17", "2026-06-18"),
        ("england", "2026-06-15", "2026-06-10", "2026-06-17", "2026-06-17"),
        # The State Funeral, in every nation.
        ("northern-ireland", "2022-09-19", "2022-09-16", "2022-09-23", "2022-09-26"),
        ("wales", "2022-09-19", "2022-09-12", "2022-09-19", "2022-09-20"),
    ],
)
def test_five_days_as_they_were_counted_before_a_holiday_and_after(
    terminal: Terminal, nation: str, day: str, published: str, before: str, after: str
) -> None:
    """What NumPy gives with the list less that day, and what we give with it."""
    division = {"england": "england-and-wales", "wales": "england-and-wales"}.get(nation, nation)
    held = json.loads(PUBLISHED.read_text(encoding="utf-8"))[division]["events"]
    known = [each["date"] for each in held if each["date"] != day]
    if day == "2020-05-08":
        known.append("2020-05-04")
    without = np.busday_offset(published, 5, roll="backward", holidays=known)
    if day != "2020-05-04":
        assert str(without) == before
    counted = terminal.did(
        "deadline", "--from", published, "--days", "5", "--nation", nation, "--json"
    ).plain
    assert counted["last_day"] == after
