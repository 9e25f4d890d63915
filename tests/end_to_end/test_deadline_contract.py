"""`decisions deadline`: a contract that other programs rely on, with no register and no council."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from support.terminal import Terminal

HOLIDAYS = Path(__file__).parents[1] / "data" / "bank_holidays.csv"


def test_the_published_notice(terminal: Terminal) -> None:
    said = terminal.did(
        "deadline", "--from", "2018-10-18", "--days", "4", "--nation", "england", "--json"
    ).plain
    assert said["last_day"] == "2018-10-24"
    assert said["day_after"] == "2018-10-25"
    assert [(each["date"], each["number"]) for each in said["workings"]] == [
        ("2018-10-18", None),
        ("2018-10-19", 1),
        ("2018-10-20", None),
        ("2018-10-21", None),
        ("2018-10-22", 2),
        ("2018-10-23", 3),
        ("2018-10-24", 4),
    ]
    assert [each["why"] for each in said["workings"]][:4] == [
        "the day it is counted from",
        "",
        "Saturday",
        "Sunday",
    ]
    assert said["calendar"]["nation"] == "england"
    assert said["calendar"]["closures"] == []
    assert len(said["calendar"]["hash"]) == 64
    assert said["calendar"]["complete_through"] == "2028-12-31"


def test_no_register_is_made_or_opened(terminal: Terminal, tmp_path: Path) -> None:
    terminal.did("deadline", "--from", "2018-10-18", "--days", "4", "--nation", "england")
    terminal.did("deadline", "--council", "herefordshire", "--published", "2018-10-18T16:00")
    assert list(tmp_path.glob("**/*.db*")) == []


@pytest.mark.parametrize(
    ("options", "last_day", "day_after"),
    [
        (["--unit", "clear-working", "--days", "3"], "2018-10-23", "2018-10-24"),
        (["--unit", "calendar", "--days", "4"], "2018-10-22", "2018-10-23"),
        (["--days", "5", "--start-counts"], "2018-10-24", "2018-10-25"),
        (["--days", "4", "--closed", "2018-10-24"], "2018-10-25", "2018-10-26"),
        (["--days", "4", "--back"], "2018-10-12", "2018-10-13"),
        (
            ["--days", "4", "--closed", "2018-10-23", "--closed", "2018-10-22"],
            "2018-10-26",
            "2018-10-27",
        ),
    ],
)
def test_units_start_direction_and_closures(
    terminal: Terminal, options: list[str], last_day: str, day_after: str
) -> None:
    said = terminal.did(
        "deadline", "--from", "2018-10-18", "--nation", "england", "--json", *options
    ).plain
    assert (said["last_day"], said["day_after"]) == (last_day, day_after)


def test_each_nation_has_its_own_days(terminal: Terminal) -> None:
    """15 June 2026 is a holiday in Scotland alone; 13 July 2026 in Northern Ireland alone."""
    found = {}
    for nation in ("england", "wales", "scotland", "northern-ireland"):
        for start in ("2026-06-10", "2026-07-09"):
            said = terminal.did(
                "deadline", "--from", start, "--days", "5", "--nation", nation, "--json"
            ).plain
            found[nation, start] = said["last_day"]
    assert found == {
        ("england", "2026-06-10"): "2026-06-17",
        ("wales", "2026-06-10"): "2026-06-17",
        ("scotland", "2026-06-10"): "2026-06-18",
        ("northern-ireland", "2026-06-10"): "2026-06-17",
        ("england", "2026-07-09"): "2026-07-16",
        ("wales", "2026-07-09"): "2026-07-16",
        ("scotland", "2026-07-09"): "2026-07-16",
        ("northern-ireland", "2026-07-09"): "2026-07-17",
    }


def test_against_counting_by_hand_from_the_published_holidays(terminal: Terminal) -> None:
    """Ten working days on from every Friday of 2027, counted here from the published list."""
    with HOLIDAYS.open(encoding="utf-8") as lines:
        shut = {
            date.fromisoformat(row["date"])
            for row in csv.DictReader(lines)
            if row["nation"] == "england-and-wales"
        }
    start = date(2027, 1, 1)
    while start.year == 2027:
        day, left = start, 10
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < 5 and day not in shut
        said = terminal.did(
            "deadline", "--from", start.isoformat(), "--days", "10", "--nation", "wales", "--json"
        ).plain
        assert said["last_day"] == day.isoformat()
        start += timedelta(days=49)


def test_a_councils_rule_adds_both_instants_and_the_rule(terminal: Terminal) -> None:
    said = terminal.did(
        "deadline", "--council", "salford", "--published", "2022-09-16T10:00", "--json"
    ).plain
    assert said["last_day"] == "2022-09-26"
    assert said["request_deadline"]["london"] == "2022-09-26T16:00:00+01:00"
    assert said["effective_from"]["utc"] == "2022-09-26T15:00:00.000000Z"
    assert said["deadline_included"] is True
    assert said["rule"]["days"] == 5
    assert said["authority"]["link"].startswith("https://www.salford.gov.uk/")
    assert said["council"] == "salford"


def test_the_council_that_is_set_is_the_one_whose_rule_is_applied(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("deadline", "--published", "2018-10-18T15:54", "--json")
    named = terminal.did(*asked, "--council", "herefordshire").plain
    monkeypatch.setenv("DECISIONS_COUNCIL", "herefordshire")
    assert terminal.did(*asked).plain == named
    monkeypatch.delenv("DECISIONS_COUNCIL")
    refused = terminal(*asked)
    assert (refused.code, "no council is named" in refused.err) == (2, True)


def test_the_councils_own_days_on_file_are_counted(terminal: Terminal) -> None:
    terminal.staffed().did(
        "calendar", "add", "--date", "2018-10-24", "--title", "Closed", "--reason", "r",
        "--source", "s",
    )  # fmt: skip
    said = terminal.did(
        "deadline", "--council", "herefordshire", "--published", "2018-10-18T16:00", "--json"
    ).plain
    assert said["last_day"] == "2018-10-25"
    assert said["calendar"]["closures"] == [{"date": "2018-10-24", "title": "Closed"}]


def test_past_the_horizon_it_is_refused_with_the_cure_or_marked(terminal: Terminal) -> None:
    asked = ("deadline", "--from", "2028-12-28", "--days", "5", "--nation", "england", "--json")
    refused = terminal(*asked)
    assert refused.code == 3
    error = refused.error["error"]
    assert error["code"] == "beyond-calendar"
    assert "31 Dec 2028" in error["because"]
    assert "provisional" in error["remedy"]
    assert error["authority"]["link"] == "https://www.gov.uk/bank-holidays"
    marked = terminal.did(*asked, "--provisional").plain
    assert marked["provisional"] is True
    assert marked["last_day"] == "2029-01-05"
    within = terminal.did(
        "deadline", "--from", "2018-10-18", "--days", "4", "--nation", "england", "--provisional",
        "--json",
    ).plain  # fmt: skip
    assert within["provisional"] is False


@pytest.mark.parametrize(
    "options",
    [
        ["--from", "2018-02-30"],
        ["--from", "18/10/18"],
        ["--from", "2018-10-18T00:00"],
        ["--from", "２０１８-10-18"],
        ["--from", ""],
        ["--days", "0"],
        ["--days", "-4"],
        ["--days", "1000000000"],
        ["--days", "4.5"],
        ["--days", "four"],
        ["--nation", "britain"],
        ["--nation", ""],
        ["--unit", "fortnight"],
        ["--unit", "clear-working", "--start-counts"],
        ["--closed", "2018-13-01"],
        ["--published", "2018-10-18T10:00"],
        ["--council", "herefordshire"],
    ],
)
def test_bad_input_is_one_clear_error(terminal: Terminal, options: list[str]) -> None:
    given = {"--from": "2018-10-18", "--days": "4", "--nation": "england"}
    base = [part for flag, value in given.items() if flag not in options for part in (flag, value)]
    said = terminal("deadline", *base, *options)
    assert said.code == 2, said
    assert said.out == ""
    assert "Error" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize("year", ["0001-01-01", "1752-09-14", "2010-12-31", "9999-12-31"])
def test_far_years_are_refused_and_not_invented(terminal: Terminal, year: str) -> None:
    for extra in ([], ["--back"], ["--provisional"], ["--unit", "calendar"]):
        said = terminal("deadline", "--from", year, "--days", "4", "--nation", "england", *extra)
        assert said.code == 3, said
        assert "[beyond-calendar]" in said.err


def test_the_plain_answer_can_be_checked_with_a_finger(terminal: Terminal) -> None:
    out = terminal.did("deadline", "--from", "2022-09-15", "--days", "3", "--nation", "england").out
    assert "    Sep 2022                    15*   16[1] 17-   18-\n" in out
    assert "    Sep 2022  19-   20[2] 21[3]\n" in out
    assert "Mon 19 Sep 2022 is not counted: State Funeral" in out
    assert "Last day: Wed 21 Sep 2022." in out
