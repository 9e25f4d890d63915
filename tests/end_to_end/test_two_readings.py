"""A council whose rule can be read in two ways, at the terminal: what each answer says of it.

Published on Monday 30 November 2026: requests by 16:00 on Thursday 3 December, or on Monday 7.
"""

from pathlib import Path

import pytest

from support.terminal import Terminal

PERIOD = """
[council]
id = "borsetshire"
name = "Borsetshire Council"
nation = "england"
prefix = "BOR"

[[call-in-period]]
from = 2024-01-01
days = 3
unit = "working"
counted-from = "publication"
start-day-counts = false
request-by = 16:00:00
takes-effect = "at the end of the period"
basis = "inferred from notices"
rule = "published lists"
confidence = "unsure"
could-be = [
  { days = 5, windows = [
    { reference = "88", made = 2023-05-15, published = 2023-05-16, effective-from = 2023-05-24 },
    { reference = "93", made = 2023-06-12, published = 2023-06-13, effective-from = 2023-06-21 },
  ] },
]
words = "Three working days."

[[subject-to-call-in]]
from = 2024-01-01
subject = ["key", "non-key"]
not-subject = []
basis = "council page"
rule = "a page"
words = "Decisions of the executive may be called in."
"""
REF, PUBLISHED, BETWEEN = "BOR-1", "2026-11-30", "2026-12-04"
LATE = ("--late-reason", "Read on Friday.")
CALL_IN = ("call-in", REF, "--requested-by", "Cllr Ash", "--grounds", "Cost", *LATE)


@pytest.fixture
def borsetshire(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A decision published at 10:00 on 30 November."""
    folder = tmp_path / "councils"
    folder.mkdir()
    (folder / "borsetshire.toml").write_text(PERIOD, encoding="utf-8")
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(folder))
    monkeypatch.setenv("DECISIONS_COUNCIL", "borsetshire")
    terminal.now = f"{PUBLISHED} 08:00:00"
    terminal.staffed()
    terminal.published_on(REF, PUBLISHED)
    return terminal


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_deadline_says_how_else_the_rule_can_be_read(borsetshire: Terminal) -> None:
    for more in ((), ("--db", "none.db")):
        said = borsetshire.did(
            "deadline", "--council", "borsetshire", "--published", PUBLISHED, *more
        )
        assert "The last moment for a request: 16:00 on Mon 7 Dec 2026." in words(said.out)
        assert words(said.out).count("By another reading: requests until 16:00 on Thu 3 Dec") == 1


def test_the_hour_is_asked_for_on_the_last_day_of_either_reading(borsetshire: Terminal) -> None:
    said = borsetshire(*CALL_IN, "--received-at", "2026-12-03", at=f"{BETWEEN} 09:00:00")
    assert said.code == 2
    assert (
        "Thu 3 Dec 2026 alone does not tell: the time for a call-in ends, by another reading of "
        "the council's rule, at 16:00 that day." in words(said.err)
    )
    said = borsetshire(*CALL_IN, "--received-at", BETWEEN, at=f"{BETWEEN} 18:00:00")
    assert said.code == 0, said
    assert "Request 1 is in time by one reading and late by another" in words(said.err)


def test_those_who_join_between_the_ends_are_told_of(borsetshire: Terminal) -> None:
    borsetshire.did(*CALL_IN, "--received-at", "2026-12-02", at=f"{BETWEEN} 09:00:00")
    said = borsetshire.did(
        "request", "support", REF, "--requested-by", "Cllr Beech", "--received-at", BETWEEN, *LATE,
        at=f"{BETWEEN} 18:00:00",
    )  # fmt: skip
    assert "Some joined request 1 in time by one reading and late by another" in words(said.err)


def test_a_deadline_that_is_kept_is_told_of_with_its_readings(borsetshire: Terminal) -> None:
    borsetshire.did(
        "calendar", "add", "--date", "2026-12-07", "--council", "borsetshire", "--title", "Closed",
        "--reason", "Flood", "--source", "A notice", at="2026-12-05 09:00:00",
    )  # fmt: skip
    for outcome, until in (("keep", "Mon 7 Dec 2026"), ("revise", "Tue 8 Dec 2026")):
        said = borsetshire.did(
            "deadline-review", REF, "--outcome", outcome, "--reason", "Flood", "--dry-run"
        )
        assert f"until 16:00 on {until}" in words(said.out)
        assert "By another reading: requests until 16:00 on Thu 3 Dec 2026" in words(said.err)


def changed(tmp_path: Path, was: str, now: str) -> str:
    """Give the council's file with words of it changed."""
    assert was in PERIOD
    path = tmp_path / "borsetshire.toml"
    path.write_text(PERIOD.replace(was, now, 1), encoding="utf-8")
    return str(path)


KNOWN = "from = 2024-01-01\ndays = 3"


def test_a_difference_between_two_files_is_told_where_the_rule_itself_is_the_same(
    borsetshire: Terminal, tmp_path: Path
) -> None:
    for was, now, told in (
        ("days = 5, windows", "days = 6, windows", "could be: 6 working days after publication"),
        (KNOWN, KNOWN.replace("\n", "\nknown-to = 2026-10-01\n"), "; known to Thu 1 Oct 2026"),
        (KNOWN, KNOWN.replace("\n", '\nbefore = "assumed"\n'), "; assumed before"),
    ):
        said = borsetshire.did("constitution", "diff", "borsetshire", changed(tmp_path, was, now))
        before, after = words(said.out).split(" is: ")
        assert told in after, now
        assert told not in before


def test_an_impact_tells_what_another_reading_would_move(
    borsetshire: Terminal, tmp_path: Path
) -> None:
    """The end on record stands, and the sooner is a day later; or the later is a day later; or it
    is only assumed that the rule held, and no date moves."""
    for was, now, moved in (
        (
            "days = 3",
            "days = 4",
            ["by another reading of the rule it would end at another time, or no more"],
        ),
        ("days = 5, windows", "days = 6, windows", [None]),
        ("from = 2024-01-01\ndays", 'from = 2026-12-02\nbefore = "assumed"\ndays', []),
    ):
        file = changed(tmp_path, was, now)
        plain = borsetshire.did("constitution", "impact", file, "--json").plain
        assert [each["note"] for each in plain["moved"]] == moved, now


def test_side_by_side_a_rule_is_shown_with_how_else_it_could_be_read(
    borsetshire: Terminal, tmp_path: Path
) -> None:
    compared = ("constitution", "compare", "borsetshire", "salford")
    assert "could be: 5 working days after publication" in words(borsetshire.did(*compared).out)
    (plain,) = [
        each["borsetshire"]
        for name, each in borsetshire.did(*compared, "--json").plain["rules"].items()
        if name == "call-in-period"
    ]
    assert [each["days"] for each in plain["could_be"]] == [5]
    assert plain["assumed"] is False


SHEET = """Ref;Title;Decision maker;Date of decision;Publication date;Call-in expiry;Key decision
1;Over;Cabinet;23 November 2026;23 November 2026;26 November 2026;No
2;Between;Cabinet;30 November 2026;30 November 2026;3 December 2026;No
"""


def test_what_was_printed_by_the_sooner_reading_stays_open_until_the_later(
    borsetshire: Terminal, tmp_path: Path
) -> None:
    """On the Friday: what is printed as over on Thursday may be called in until Monday. What had
    taken effect before stands as it was printed, and no hold is spoken of."""
    path, mapping = tmp_path / "decisions.csv", tmp_path / "map.toml"
    path.write_text(SHEET, encoding="utf-8")
    drawn = borsetshire.did("import", "mapping", str(path), at=f"{BETWEEN} 09:00:00").out
    mapping.write_text(drawn.replace('register = ""', 'register = "Our sheet"'), encoding="utf-8")
    taken = ("import", "csv", str(path), "--mapping", str(mapping), "--adopt")
    said = words(borsetshire.did(*taken).out)
    assert "BOR-SH-2 open until Mon 7 Dec 2026" in said
    assert said.count("it can be called in until 16:00 on Thu 3 Dec 2026; the later end") == 1
    over = words(borsetshire.did("explain", "BOR-SH-1").out)
    assert "By the register it was imported from, it took effect at 16:00 on Thu 26 Nov" in over
    assert "hold" not in over
    borsetshire.did("close", at="2026-12-05 09:00:00")
    assert borsetshire.did("show", "BOR-SH-2", "--json").plain["state"] == "call_in_open"
