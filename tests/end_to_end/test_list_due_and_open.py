"""What an officer asks of the list: what is open for call-in, due this week, or new."""

import csv
from io import StringIO

import pytest

from support.terminal import Terminal


@pytest.fixture
def register(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Salford's: three in their call-in periods, which end at 16:00 on three days, and a draft."""
    monkeypatch.setenv("DECISIONS_COUNCIL", "salford")
    terminal.now = "2026-11-30 08:00:00"
    for role in ("author", "decision-maker", "proper-officer"):
        terminal.did("people", "add", terminal.me(), "--role", role)
    for ref, day in (("C", "2026-11-30"), ("B", "2026-12-01"), ("A", "2026-12-02")):
        terminal.published_on(ref, day)
    terminal.drafted("--ref", "D", "--kind", "key")
    terminal.now = "2026-12-04 09:00:00"
    return terminal


def refs(register: Terminal, *asked: str) -> str:
    return "".join(each["ref"] for each in register.did("list", *asked, "--json").plain)


@pytest.mark.parametrize("asked", [["--open"], ["--state", "open"], ["--open", "--state", "open"]])
def test_what_is_open_comes_soonest_first_with_the_hour(
    register: Terminal, asked: list[str]
) -> None:
    assert refs(register, *asked) == "CBA"
    first = register.did("list", *asked).out.splitlines()[0].split("\t")
    assert (first[0], first[2]) == ("C", "2026-12-07 16:00")
    row, *_ = csv.DictReader(StringIO(register.did("list", *asked, "--csv").out))
    assert row["LAST MOMENT"] == "2026-12-07 16:00"
    assert row["LAST DAY"] == "2026-12-07"
    assert row["REQUESTS END"] == "2026-12-07T16:00:00+00:00"
    assert (row["STATE"], row["COUNCIL"]) == ("call_in_open", "salford")
    assert row["PUBLISHED"].startswith("2026-11-30T")
    (soonest, *_) = register.did("list", *asked, "--json").plain
    assert soonest["call_in"]["request_deadline"]["london"] == "2026-12-07T16:00:00+00:00"


def test_all_of_them_come_newest_first_or_as_asked(register: Terminal) -> None:
    assert refs(register) == "DABC"
    assert refs(register, "--sort", "reference") == "ABCD"
    assert refs(register, "--sort", "soonest") == "CBAD"
    assert refs(register, "--open", "--sort", "newest") == "ABC"


def test_what_a_draft_has_not_got_yet_is_blank(register: Terminal) -> None:
    row, *_ = csv.DictReader(StringIO(register.did("list", "--csv").out))
    assert (row["REF"], row["STATE"], row["KIND"]) == ("D", "draft", "key")
    blank = ("LAST MOMENT", "MADE ON", "PUBLISHED", "LAST DAY", "REQUESTS END")
    assert [row[each] for each in blank] == [""] * len(blank)


def test_a_limit_leaves_out_what_comes_last(register: Terminal) -> None:
    assert refs(register, "--open", "--limit", "1") == "C"
    said = register.did("list", "--open", "--limit", "1").err
    assert "There are more than 1: give a larger --limit" in said
    assert "These are the soonest." in said
    assert refs(register, "--limit", "2") == "DA"


def test_this_week_ends_on_sunday_and_its_days_are_said(register: Terminal) -> None:
    """On Friday nothing is due until Sunday; on the Monday after, all is."""
    assert refs(register, "--due-this-week") == ""
    said = register.did("list", "--due-this-week").err
    assert "ends by the end of Sun 6 Dec 2026" in said
    assert "None of that sort is open for call-in." in said
    register.now = "2026-12-07 09:00:00"
    assert refs(register, "--due-this-week") == "CBA"
    said = register.did("list", "--due-this-week").err
    assert "ends by the end of Sun 13 Dec 2026" in said
    assert "For those too: decisions today --days 7" in said
    register.did("today", "--days", "7")
    then = register.did("list", "--due-this-week", "--as-of", "2026-12-04T09:00").err
    assert "ends by the end of Sun 6 Dec 2026" in then
    assert "For those too" not in then, "today is never of the past"


@pytest.mark.parametrize(
    ("by", "rest"),
    [
        ("2026-12-04", "decisions today --days 1"),
        ("2027-12-04", "decisions today --days 366"),
        ("2027-12-05", "decisions today"),
        ("2026-12-03", "decisions today"),
    ],
)
def test_where_the_rest_is_can_be_asked(register: Terminal, by: str, rest: str) -> None:
    said = register.did("list", "--due-by", by).err.splitlines()
    assert any(line.endswith(f"For those too: {rest}") for line in said)
    register.did(*rest.split()[1:])


def test_by_a_day_or_an_hour_likewise(register: Terminal) -> None:
    assert refs(register, "--due-by", "monday") == "C"
    assert refs(register, "--due-by", "2026-12-08T15:59") == "C"
    assert refs(register, "--due-by", "2026-12-08T16:00") == "CB"
    said = register.did("list", "--due-by", "2026-12-08T16:00").err
    assert "ends by 16:00 on Tue 8 Dec 2026, or has ended" in said


def test_by_kind_and_by_the_day_made(register: Terminal) -> None:
    assert refs(register, "--kind", "key") == "D"
    assert refs(register, "--kind", "not key") == "ABC"
    assert refs(register, "--since", "2026-12-01") == "AB"
    assert refs(register, "--until", "2026-12-01") == "BC"
    assert refs(register, "--since", "2026-12-01", "--until", "2026-12-01") == "B"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["--open", "--state", "draft"], "--open and --state do not go together"),
        (["--due-by", "friday", "--due-this-week"], "do not go together"),
        (["--since", "2026-12-02", "--until", "2026-12-01"], "is before"),
        (["--sort", "size"], "--sort takes reference, soonest or newest"),
        (["--kind", "big"], "--kind takes"),
    ],
)
def test_what_cannot_be_meant_is_said(register: Terminal, asked: list[str], says: str) -> None:
    said = register("list", *asked)
    assert said.code == 2
    assert says in " ".join(said.err.split())
