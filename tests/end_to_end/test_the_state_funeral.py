"""The State Funeral of 19 September 2022, as it came upon a council whose periods were running.

It was on gov.uk on Saturday 10 September 2022 at 17:07, nine days before. A council that allows ten
working days had decisions of 5 to 9 September, printed as open to a day that was now too soon.
"""

from pathlib import Path

import pytest

from support.terminal import Terminal

PUBLISHED = Path(__file__).parents[2] / "workflow" / "calendars" / "lists" / "published.json"
FUNERAL = "2022-09-19"
_REVISED = ("--outcome", "revise", "--reason", "The holiday fell within it")
RULES = """
[council]
id = "borsetshire"
name = "Borsetshire Council"
nation = "england"
prefix = "BOR"

[[call-in-period]]
from = 2020-01-01
days = 10
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

[[scrutiny-meets]]
from = 2020-01-01
days = 10
unit = "working"
counted-from = "acceptance of the request"
start-day-counts = false
by = "end of day"
default = "takes effect at the end"
basis = "constitution"
rule = "rule 17"
words = "Made up."
"""


@pytest.fixture
def council(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The register as it stood on 1 September 2022, when nobody knew of the holiday."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "b.toml").write_text(RULES, encoding="utf-8")
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(tmp_path / "own"))
    monkeypatch.setenv("DECISIONS_COUNCIL", "borsetshire")
    terminal.now = "2022-09-01 08:00:00"
    terminal.staffed()
    terminal.did("people", "add", "m.officer", "--role", "monitoring-officer", "--name", "M")
    terminal.did(
        "calendar", "add", "--date", FUNERAL, "--kind", "withdrawn", "--title", "Not yet known",
        "--reason", "As the list stood", "--source", "gov.uk, 1 September 2022",
    )  # fmt: skip
    return terminal


def test_it_is_replayed_whole(council: Terminal, tmp_path: Path) -> None:
    council.published_on("BEFORE", "2022-09-01")
    council.published_on("MONDAY", "2022-09-05")
    council.published_on("FRIDAY", "2022-09-09")
    council.published_on("CALLED", "2022-09-02")
    council.did(
        "call-in", "CALLED", "--requested-by", "Cllr A", "--grounds", "No consultation",
        "--received-at", "2022-09-06T09:30",
        at="2022-09-06 09:00:00",
    )  # fmt: skip
    ruling = ("--reason", "In order", "--as", "m.officer")
    council.did("request", "accept", "CALLED", *ruling, at="2022-09-08 09:00:00")
    printed = {
        ref: council.did("show", ref, "--json").plain["call_in"]["last_day"]
        for ref in ("BEFORE", "MONDAY", "FRIDAY")
    }
    assert printed == {"BEFORE": "2022-09-15", "MONDAY": "2022-09-19", "FRIDAY": "2022-09-23"}

    # Saturday 10 September, 17:07 in London: the list has changed.
    council.now = "2022-09-12 08:00:00"
    foreseen = council.did("calendar", "impact", "--add", FUNERAL, "--json").plain["moved"]
    assert {each["ref"]: each["what"] for each in foreseen if each["running"]} == {
        "CALLED": "scrutiny",
        "MONDAY": "period",
        "FRIDAY": "period",
    }
    adopted = council.did(
        "calendar", "import", str(PUBLISHED), "--adopt", "--reason", "Proclaimed",
        "--source", "gov.uk, 10 September 2022", "--known-at", "2022-09-10T17:07", "--json",
    ).plain  # fmt: skip
    assert [each["date"] for each in adopted["new"]] == [FUNERAL]
    assert set(adopted["in_question"]) == {"CALLED", "MONDAY", "FRIDAY"}

    # Nothing has moved of itself: the dates on record are those that were printed.
    for ref in ("MONDAY", "FRIDAY"):
        plain = council.did("show", ref, "--json").plain
        assert plain["call_in"]["last_day"] == printed[ref]
        assert plain["state"] == "call_in_open"

    # The nightly close takes what the holiday does not touch, and leaves the rest for a person.
    council.did("close", at="2022-09-16 01:00:00")
    assert council.did("show", "BEFORE", "--json").plain["state"] == "effective"
    left = council("close", at="2022-09-20 01:00:00")
    assert left.code == 8
    assert "MONDAY" in left.out
    assert council("may-implement", "MONDAY").code == 3

    # One is revised, one is kept, with a person's reason; both instants are on the record.
    council.did("deadline-review", "MONDAY", *_REVISED)
    council.did("deadline-review", "FRIDAY", "--outcome", "keep", "--reason", "As printed")
    monday = council.did("history", "MONDAY", "--json").plain[-1]["data"]
    assert (monday["was"]["last_day"], monday["window"]["last_day"]) == ("2022-09-19", "2022-09-20")
    assert monday["was"]["calendar_hash"] != monday["window"]["calendar_hash"]
    assert monday["was"]["request_deadline"] == "2022-09-19T16:00:00.000000Z"
    assert monday["window"]["request_deadline"] == "2022-09-20T16:00:00.000000Z"
    friday = council.did("history", "FRIDAY", "--json").plain[-1]["data"]
    assert friday["was"]["last_day"] == friday["window"]["last_day"] == "2022-09-23"
    assert friday["kept"] is not None

    # The notice that was printed for the first is now wrong, and says so until it is dealt with.
    shown = council.did("show", "MONDAY").out
    assert "Irregular:   1 outstanding" in shown
    assert "printed notice gives a date that no longer holds" in (
        council.did("irregular", "show", "MONDAY").out.replace("\n             ", " ")
    )
    told = council.did("history", "MONDAY").out
    assert "was: until 17:00 on Mon 19 Sep 2022" in told
    assert "the period: until 17:00 on Tue 20 Sep 2022" in told
    flagged = council.did("irregular", "list", "--json").plain
    assert [(each["ref"], each["kind"]) for each in flagged] == [("MONDAY", "notice-wrong")]

    # The one that is before scrutiny is asked about twice: its period, and then its clock.
    council.did("close", at="2022-09-21 01:00:00")
    left = council("close", at="2022-09-23 01:00:00")
    assert left.code == 8
    assert "CALLED" in left.out
    for _ in range(2):
        council.did("deadline-review", "CALLED", *_REVISED)
    monday = council.did("show", "MONDAY", "--json").plain
    assert monday["effective_at"] == "2022-09-20T23:00:00.000000Z"
    council.did("close", at="2022-09-26 01:00:00")
    friday = council.did("show", "FRIDAY", "--json").plain
    assert friday["effective_at"] == "2022-09-25T23:00:00.000000Z"
    called = council.did("show", "CALLED", "--json").plain
    assert called["effective_at"] == "2022-09-23T23:00:00.000000Z"
    council.did("journal", "verify")

    # Years later it is still told as it was.
    told = council.did("explain", "FRIDAY", at="2026-01-05 09:00:00").out
    assert "Fri 23 Sep 2022" in told
