"""The command `explain` with clocks and notices, and `example run` in a real shell."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.councils import COUNCILS
from support.terminal import Terminal

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture
def gull(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal at Gullshire, with another who is monitoring officer."""
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(COUNCILS))
    monkeypatch.setenv("DECISIONS_COUNCIL", "gullshire")
    terminal.staffed()
    terminal.did("people", "add", "m.officer", "--role", "monitoring-officer")
    return terminal


def called_in(gull: Terminal) -> str:
    """A decision that 150 electors asked about, ruled valid on Friday 19 October 2018."""
    ref = gull.published()
    given = ("--electors", "150", "--grounds", "policy: Against it.", "--received-at")
    gull.did("call-in", ref, *given, "2018-10-19T09:00", at="2018-10-19 08:30:00")
    gull.did("request", "accept", ref, "--reason", "Enough", "--as", "m.officer")
    return ref


# -- explain ------------------------------------------------------------------------------------


def test_a_clock_is_explained_after_the_period(gull: Terminal) -> None:
    told = " ".join(gull.did("explain", called_in(gull)).out.split())
    place = 0
    for words in (
        "why its call-in period ends when it does",
        "The last moment for a request: 17:00 on Thu 25 Oct 2018",
        "why the time for scrutiny ends when it does",
        "Part 5, rule 6",
        "It ends at the end of Fri 2 Nov 2018",
        "that instant is too late",
        "If nobody has acted by then: takes effect at the end",
    ):
        assert words in told[place:], words
        place = told.index(words, place)


def test_a_clock_as_json_has_its_days_and_both_times(gull: Terminal) -> None:
    plain = gull.did("explain", called_in(gull), "--json").plain
    (clock,) = plain["time_limits"]
    assert (clock["awaits"], clock["counted_from"], clock["last_day"]) == (
        "scrutiny", "2018-10-19", "2018-11-02",
    )  # fmt: skip
    assert clock["ends_at"]["london"] == "2018-11-03T00:00:00+00:00"
    numbers = [day["number"] for day in clock["workings"] if day["number"]]
    assert numbers == list(range(1, 11))
    assert clock["workings"][0]["why"] == "the day it is counted from"
    assert plain["call_in"]["last_day"] == "2018-10-25"
    assert (plain["in_question"], plain["notices"]) == (False, [])


def test_a_clock_in_question_is_put_before_a_person(gull: Terminal) -> None:
    ref = called_in(gull)
    gull.did(
        "calendar", "add", "--date", "2018-10-30", "--kind", "closure", "--title", "Flood",
        "--reason", "R", "--source", "S",
    )  # fmt: skip
    told = " ".join(gull.did("explain", ref).out.split())
    assert "give the end of Mon 5 Nov 2018; on record is the end of Fri 2 Nov 2018" in told
    assert f"A person must keep or revise it: decisions deadline-review {ref}" in told
    plain = gull.did("explain", ref, "--json").plain
    assert plain["in_question"]
    assert plain["time_limits"][0]["recounted"]["last_day"] == "2018-11-05"
    gull.did("deadline-review", ref, "--outcome", "keep", "--reason", "Kept")
    assert not gull.did("explain", ref, "--json").plain["in_question"]


def test_a_clock_that_was_put_off_says_so(gull: Terminal) -> None:
    ref = called_in(gull)
    given = ("--until", "2018-11-30", "--consent", "the Leader", "--reason", "A witness")
    gull.did("scrutiny", "adjourn", ref, *given)
    told = " ".join(gull.did("explain", ref).out.split())
    assert "It was put off, with consent, to Fri 30 Nov 2018." in told
    assert gull.did("explain", ref, "--json").plain["time_limits"][0]["workings"] == []


def test_a_notice_is_explained_read_both_ways(gull: Terminal) -> None:
    ref = gull.drafted("--kind", "key")
    gull.did(
        "advance-notice", "give", ref, "--kind", "key-decision",
        "--published-at", "2018-10-18T09:30",
        "--where", "website", "--matter", "Plan", "--maker", "Cabinet", "--decide-from",
        "2018-11-30", "--documents", "none", "--copies", "offices",
    )  # fmt: skip
    told = " ".join(gull.did("explain", ref).out.split())
    for words in (
        "from when it may be made, by its notice of a key decision",
        "regulation 9",
        "It may be made from Fri 16 Nov 2018: 28 calendar days are clear.",
        "Read as working days: from Wed 28 Nov 2018.",
    ):
        assert words in told, words
    (notice,) = gull.did("explain", ref, "--json").plain["notices"]
    assert (notice["first_day"], notice["other_first_day"]) == ("2018-11-16", "2018-11-28")
    assert (notice["kind"], notice["other_unit"]) == ("key-decision", "working")
    assert len([day for day in notice["workings"] if day["number"]]) == 28


# -- example run --------------------------------------------------------------------------------

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `decisions example run` in a shell that knows nothing of this machine's settings."""

    def run_in_shell(*arguments: str) -> "subprocess.CompletedProcess[str]":
        home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "TERM": "dumb"}
        path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
        line = " ".join(["decisions example run", *arguments])
        return subprocess.run(
            ["bash", "-c", line],
            capture_output=True, text=True, check=False, cwd=tmp_path, timeout=120,
            env={"PATH": path, "LANG": os.environ.get("LANG", "C.UTF-8"), **home},
        )  # fmt: skip

    return run_in_shell


def an_example(number: str) -> Path:
    (found,) = EXAMPLES.glob(f"{number}-*.toml")
    return found


def test_an_example_is_told_as_prose_and_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    ran = run(str(an_example("41")))
    assert (ran.returncode, ran.stderr) == (0, "")
    told = ran.stdout
    for words in (
        "Source:",
        "referred to council",
        "CBD-2024-001 stands:",
        "[not-contrary-to-framework]",
    ):
        assert words in " ".join(told.split()), words
    assert "NOT SO" not in told
    assert list(tmp_path.iterdir()) == []


def test_several_examples_as_json_hold(run: Run) -> None:
    ran = run(str(an_example("01")), str(an_example("23")), "--json")
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    assert [each["holds"] for each in found] == [True, True]
    assert [Path(each["file"]).name[:2] for each in found] == ["01", "23"]
    assert all(each["happened"] for each in found)
    assert ran.returncode == 0


def test_an_example_that_does_not_hold_says_what_is_not_so(run: Run, tmp_path: Path) -> None:
    text = an_example("01").read_text(encoding="utf-8")
    day = "last-day = 2018-10-24"
    assert day in text
    (tmp_path / "wrong.toml").write_text(text.replace(day, "last-day = 2018-10-25"), "utf-8")
    ran = run("wrong.toml")
    assert ran.returncode == 7
    assert "NOT SO:" in ran.stdout
    assert "not as the example has it." in ran.stderr


def test_an_example_that_cannot_be_read_says_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("title = [", "utf-8")
    ran = run("broken.toml")
    assert ran.returncode == 2
    assert "broken.toml" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert run("nowhere.toml").returncode != 0
