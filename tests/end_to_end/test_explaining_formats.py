"""`decisions explain` in each of its forms: the same words as text, JSON, Markdown and a calendar's
entries; a printed notice; and a deadline that is in no register."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from support.councils import COUNCILS
from support.terminal import Said, Terminal

BY_NUMBERS = ("--from", "2018-10-18", "--days", "4", "--nation", "england")
BY_RULE = ("--council", "salford", "--published", "2026-12-21T09:00")


@pytest.fixture
def clerk(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal at Gullshire, whose clerk is appointed to everything."""
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(COUNCILS))
    monkeypatch.setenv("DECISIONS_COUNCIL", "gullshire")
    return terminal.staffed()


def entries(said: Said) -> dict[str, Any]:
    """Read a calendar back by the library: its entries, by who they are."""
    book = Calendar.from_ical(said.out)
    return {str(each["uid"]): each for each in book.walk("VEVENT")}


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_same_words_stand_in_every_form(clerk: Terminal) -> None:
    """What JSON tells is in Markdown, on the calendar and, but for each day, in the text."""
    ref = clerk.published()
    told = clerk.did("explain", ref, "--json").plain["told"]
    (section,) = told
    text = flat(clerk.did("explain", ref).out)
    marked = flat(clerk.did("explain", ref, "--markdown").out.replace("\\", ""))
    entry = next(iter(entries(clerk.did("explain", ref, "--ics")).values()))
    described = str(entry["description"]).split("\n")
    assert described == [section["heading"], *section["lines"]]
    days = [line for line in section["lines"] if ": day " in line or ": not counted: " in line]
    assert len(days) == 8
    for line in section["lines"]:
        if line in days:
            day, _, how = line.partition(": ")
            cell = how.removeprefix("day ").removeprefix("not counted: ")
            assert f"| {day} | {cell} | |" in marked or f"| {day} | | {cell} |" in marked
            continue
        name, colon, words = line.partition(": ")
        assert line in marked or f"**{name}{colon.strip()}** {words}" in marked
        assert line in text
    for words in (
        "Rule: Gullshire Council, constitution, Part 5, rule 1",
        "Edition: gullshire/",
        "5 working days from Thu 18 Oct 2018, that day not counted",
        "the bank holidays of England, with no days of the council's own; complete through",
        "Sun 31 Dec 2028; its hash begins ",
        "The last moment for a request: 17:00 on Thu 25 Oct 2018",
        "17:00 on Thu 25 Oct 2018 in London (BST), 2018-10-25 16:00 in UTC; that instant is",
    ):
        assert words in text, words


def test_json_names_the_calendar_with_all_of_its_hash(clerk: Terminal) -> None:
    plain = clerk.did("explain", clerk.published(), "--json").plain["call_in"]
    assert plain["calendar"] == {
        "name": "the bank holidays of England, with no days of the council's own",
        "nation": "england",
        "hash": plain["calendar_hash"],
        "complete_through": "2028-12-31",
        "made_again": True,
    }
    assert len(plain["calendar_hash"]) == 64
    assert plain["workings_then"] == plain["workings"]
    assert plain["today"] is None


def test_what_would_be_said_today_is_beside_what_was_said(clerk: Terminal) -> None:
    ref = clerk.published()
    clerk.did(
        "calendar", "add", "--date", "2018-10-23", "--kind", "closure", "--title", "Flood",
        "--reason", "R", "--source", "S", at="2018-10-19 09:00:00",
    )  # fmt: skip
    plain = clerk.did("explain", ref, "--json").plain["call_in"]
    assert plain["last_day"] == "2018-10-25"
    assert plain["today"] == {
        "ends": "17:00 on Fri 26 Oct 2018",
        "effect": {
            "utc": "2018-10-26T16:00:00.000000Z",
            "london": "2018-10-26T17:00:00+01:00",
        },
        "days": [{"date": "2018-10-23", "then": None, "now": "Flood (council closed)"}],
    }
    numbers = {each["date"]: each["number"] for each in plain["workings_then"]}
    assert (numbers["2018-10-23"], numbers["2018-10-25"]) == (3, 5)
    text = flat(clerk.did("explain", ref).out)
    assert "Tue 23 Oct 2018 was counted then, and is not now: Flood (council closed)." in text
    assert "The last moment for a request: 17:00 on Thu 25 Oct 2018" in text


def test_a_decision_is_on_the_calendar_for_whole_days(clerk: Terminal) -> None:
    ref = clerk.published()
    said = clerk.did("explain", ref, "--ics")
    assert all(line.endswith("\r\n") for line in said.out.splitlines(keepends=True))
    assert all(len(line.encode()) <= 75 for line in said.out.splitlines())
    found = entries(said)
    assert list(found) == [
        f"{ref}-call-in-ends@gullshire.council-decisions",
        f"{ref}-takes-effect@gullshire.council-decisions",
    ]
    ends = next(iter(found.values()))
    assert (ends["dtstart"].dt, ends["dtend"].dt) == (date(2018, 10, 25), date(2018, 10, 26))
    assert "DTSTART;VALUE=DATE:20181025\r\n" in said.out
    assert ends["dtstamp"].dt == datetime(2018, 10, 18, 15, 30, tzinfo=UTC)
    assert (int(ends["sequence"]), str(ends["status"])) == (0, "CONFIRMED")
    assert ends["categories"].cats == ["Call-in"]


def test_the_calendar_is_the_same_whenever_it_is_asked_for(clerk: Terminal) -> None:
    """Nothing in it is of the wall clock."""
    ref = clerk.published()
    first = clerk.did("explain", ref, "--ics").out
    assert clerk.did("explain", ref, "--ics", at="2020-02-03 04:05:06").out == first


def test_a_withdrawn_decision_is_cancelled_on_the_calendar(clerk: Terminal) -> None:
    ref = clerk.published()
    before = entries(clerk.did("explain", ref, "--ics"))
    clerk.did("withdraw", ref, "--reason", "Not wanted", at="2018-10-19 09:00:00")
    after = entries(clerk.did("explain", ref, "--ics"))
    assert list(after) == list(before)
    for each in after.values():
        assert (int(each["sequence"]), str(each["status"])) == (1, "CANCELLED")
        assert each["dtstamp"].dt == datetime(2018, 10, 19, 9, 0, tzinfo=UTC)
    told = clerk.did("explain", ref).out
    assert "It was withdrawn at 10:00 on Fri 19 Oct 2018: these dates no longer stand." in told


def test_a_title_cannot_break_out_of_its_entry(clerk: Terminal) -> None:
    title = "Plan; BEGIN:VEVENT, 🚌 " + "é" * 90
    ref = clerk.published("--title", title)
    said = clerk.did("explain", ref, "--ics")
    assert len(entries(said)) == 2
    assert all(title in str(each["summary"]) for each in entries(said).values())
    assert all(len(line.encode()) <= 75 for line in said.out.splitlines())


def test_without_the_library_the_cure_is_said(
    clerk: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = clerk.published()
    monkeypatch.setitem(sys.modules, "icalendar", None)
    said = clerk("explain", ref, "--ics")
    assert (said.code, said.out) == (2, "")
    assert "pip install 'council-decisions[ics]'" in said.err
    assert "Traceback" not in said.err


def test_a_notice_is_printed_alone_on_standard_output(clerk: Terminal) -> None:
    said = clerk.did("explain", clerk.published(), "--notice")
    assert said.out.startswith(
        "This decision may be called in until 5 pm on Thursday 25 October 2018.\n\n"
    )
    assert said.err == ""


def test_what_is_beside_a_notice_is_on_standard_error(terminal: Terminal) -> None:
    given = ("--council", "kingston", "--published", "2024-06-04T10:00", "--made-on", "2024-06-03")
    said = terminal.did("explain", *given, "--notice")
    assert "unsure" not in said.out
    assert "Mind: The reading of this rule is unsure" in said.err


def test_a_draft_has_nothing_to_print(clerk: Terminal) -> None:
    said = clerk("explain", clerk.drafted(), "--notice")
    assert (said.code, said.out) == (3, "")
    assert "has nothing to print on a notice." in said.err
    assert "[is-draft]" in said.err


# -- what is in no register ---------------------------------------------------------------------


def test_numbers_are_explained_without_a_register(terminal: Terminal, tmp_path: Path) -> None:
    told = flat(terminal.did("explain", *BY_NUMBERS).out)
    assert "Why 4 working days from Thu 18 Oct 2018 end on Wed 24 Oct 2018" in told
    assert "complete through Sun 31 Dec 2028" in told
    assert list(tmp_path.glob("**/*.db*")) == []


def test_a_deadline_explained_in_json_is_what_deadline_gives_and_its_words(
    terminal: Terminal,
) -> None:
    for asked in (BY_NUMBERS, BY_RULE):
        plain = terminal.did("explain", *asked, "--json").plain
        (section,) = plain.pop("told")
        assert section["about"] == "deadline"
        assert plain == terminal.did("deadline", *asked, "--json").plain


def test_a_councils_own_rule_is_explained_with_both_instants(terminal: Terminal) -> None:
    told = flat(terminal.did("explain", *BY_RULE).out)
    assert "Salford City Council: why its call-in period ends when it does" in told
    assert "16:00 on Wed 30 Dec 2026 in London (GMT), 2026-12-30 16:00 in UTC" in told
    assert "called in until 4 pm on Wednesday 30 December" in (
        terminal.did("explain", *BY_RULE, "--notice").out
    )


def test_the_same_question_has_the_same_entry(terminal: Terminal) -> None:
    found = entries(terminal.did("explain", *BY_RULE, "--ics"))
    assert list(found) == [
        "2026-12-21-5-working-call-in-ends@salford.council-decisions",
        "2026-12-21-5-working-takes-effect@salford.council-decisions",
    ]
    again = terminal.did("explain", *BY_RULE, "--ics", at="2027-01-01 00:00:00")
    assert list(entries(again)) == list(found)
    (one,) = entries(terminal.did("explain", *BY_NUMBERS, "--ics")).values()
    assert one["dtstart"].dt == date(2018, 10, 24)
    assert one["dtstamp"].dt == datetime(2018, 10, 17, 23, 0, tzinfo=UTC)


def test_a_date_near_the_end_of_the_calendar_is_warned_of(terminal: Terminal) -> None:
    near = ("--from", "2028-07-03", "--days", "1", "--nation", "england")
    far = ("--from", "2028-07-02", "--days", "1", "--nation", "england", "--unit", "calendar")
    told = flat(terminal.did("explain", *near).out)
    assert "Mind: Tue 4 Jul 2028 is 180 days before the end of the published bank holidays" in told
    assert "Mind:" not in terminal.did("explain", *far).out


# -- what does not go together ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "Nothing is named to explain."),
        (("HFD-1", *BY_NUMBERS), "HFD-1 does not go with --from, --days, --nation."),
        (("HFD-1", "--council", "salford"), "HFD-1 does not go with --council."),
        (("HFD-1", "--unit", "calendar"), "HFD-1 does not go with --unit."),
        (("--closed", "2018-10-24"), "A deadline needs --from, --days, --nation."),
        ((*BY_NUMBERS, *BY_RULE), "A council's own rule takes the place of --from"),
        (("--council", "salford"), "A council's rule needs --published WHEN."),
        (
            ("--council", "salford", "--from", "2018-10-17"),
            "Do: salford counts from publication: give --published 2018-10-17. Or leave out",
        ),
        (
            ("--council", "east-sussex", "--from", "2018-10-17"),
            "east-sussex counts from the decision: give --made-on 2018-10-17 and --published WHEN.",
        ),
        (("HFD-1", "--ics", "--markdown"), "--markdown and --ics do not go together."),
        (("HFD-1", "--notice", "--ics", "--markdown"), "--markdown and --ics and --notice"),
        ((*BY_NUMBERS, "--notice"), "numbers alone have none."),
    ],
)
def test_what_does_not_go_together_is_refused(
    terminal: Terminal, given: tuple[str, ...], said: str
) -> None:
    ran = terminal("explain", *given)
    assert (ran.code, ran.out) == (2, "")
    assert said in flat(ran.err)
    assert "[invalid]" in ran.err


def test_json_and_another_form_are_refused_in_json(terminal: Terminal) -> None:
    ran = terminal("explain", "HFD-1", "--json", "--markdown")
    assert ran.code == 2
    assert "--json and --markdown do not go together" in ran.error["error"]["because"]


def test_what_is_typed_wins_over_the_environment(
    clerk: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = clerk.published()
    monkeypatch.setenv("DECISIONS_JSON", "1")
    assert clerk.did("explain", ref, "--markdown").out.startswith("## ")
    assert clerk.did("explain", ref).plain["ref"] == ref


def test_a_calendar_is_written_to_a_pipe_as_its_form_has_it(tmp_path: Path) -> None:
    """In a real shell each line ends as RFC 5545 wants, once."""
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["decisions", "explain", *BY_RULE, "--ics"],
        capture_output=True, check=True, cwd=tmp_path, env={**home, "PATH": path},
    )  # fmt: skip
    assert ran.stdout.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert b"\r\r\n" not in ran.stdout
    assert ran.stdout.count(b"\n") == ran.stdout.count(b"\r\n")
