"""A rule that is not known to have held on the day: each answer that rests on it says so."""

from pathlib import Path

import pytest

from support.terminal import Terminal

FILE = """
[council]
id = "borsetshire"
name = "Borsetshire Council"
nation = "england"
prefix = "BOR"

[[call-in-period]]
from = 2024-01-01
{before}
days = 5
unit = "working"
counted-from = "publication"
start-day-counts = false
request-by = "end of day"
takes-effect = "at the end of the period"
basis = "inferred from notices"
rule = "published lists"
confidence = "unsure"
could-be = []
could-be-why = "None was found."
words = "Five working days."

[[subject-to-call-in]]
from = 2024-01-01
{before}
subject = ["key", "non-key"]
not-subject = ["officer-non-key"]
basis = "council page"
rule = "a page"
words = "Decisions of the executive may be called in."
"""
NOT_KNOWN = "The council's rule is not known to have held on that day. It is assumed to have."
UNSURE = "The call-in period rests on a rule whose reading is unsure: Borsetshire Council"
IN_SHORT = "The rule for the period is unsure"
IMPLEMENTED = """
[[implementation]]
from = 2024-01-01
recorded = false
basis = "inferred from notices"
rule = "published lists"
words = "Nothing is recorded after a decision takes effect."
"""
SHEET = """Ref;Title;Decision maker;Date of decision;Publication date;Call-in expiry;Key decision
1;Over;Cabinet;10 October 2018;10 October 2018;17 October 2018;No
"""


@pytest.fixture
def borsetshire(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    folder = tmp_path / "councils"
    folder.mkdir()
    given = FILE.format(before='before = "assumed"')
    (folder / "borsetshire.toml").write_text(given, encoding="utf-8")
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(folder))
    monkeypatch.setenv("DECISIONS_COUNCIL", "borsetshire")
    return terminal


def begun(terminal: Terminal, day: str) -> Terminal:
    terminal.now = f"{day} 08:00:00"
    return terminal.staffed()


def words(text: str) -> str:
    return " ".join(text.split())


def published(terminal: Terminal, kind: str) -> str:
    """Publish a decision of a kind, and give what is said beside it."""
    day = terminal.now[:10]
    ref = terminal.drafted("--made-on", day, "--kind", kind, "--ref", "BOR-1")
    terminal.did("sign", ref, "--signatory", "The Leader")
    return words(terminal.did("publish", ref, "--where", "the website").err)


def test_what_takes_effect_at_once_by_an_assumed_rule_is_told_of(borsetshire: Terminal) -> None:
    """An officer may act on it at once: that the kind was not subject then is only assumed."""
    said = published(begun(borsetshire, "2018-10-18"), "officer-non-key")
    assert "Mind: It took effect by a rule that is unsure: Borsetshire Council" in said
    assert "known to hold from Mon 1 Jan 2024; on this day it is assumed to." in said
    assert NOT_KNOWN in words(borsetshire.did("history", "BOR-1").out)


def test_what_counts_as_implemented_by_a_rule_inferred_from_notices_is_told_of(
    borsetshire: Terminal, tmp_path: Path
) -> None:
    """It has gone as far as it goes, by a rule whose words nobody found."""
    path = tmp_path / "councils" / "borsetshire.toml"
    path.write_text(FILE.format(before="") + IMPLEMENTED, encoding="utf-8")
    said = published(begun(borsetshire, "2024-10-18"), "officer-non-key")
    assert (
        "Mind: It counts as implemented by a rule whose wording was not found: Borsetshire "
        "Council, inferred from published notices, published lists." in said
    )


def test_on_a_day_on_which_it_is_known_nothing_is_said_of_it(borsetshire: Terminal) -> None:
    assert "unsure" not in published(begun(borsetshire, "2024-10-18"), "officer-non-key")
    assert NOT_KNOWN not in words(borsetshire.did("history", "BOR-1").out)


def test_a_period_by_an_assumed_rule_is_told_of_while_it_runs_and_after(
    borsetshire: Terminal,
) -> None:
    said = published(begun(borsetshire, "2018-10-18"), "non-key")
    assert said.count(NOT_KNOWN) == 1
    assert UNSURE not in said
    notice = borsetshire.did("explain", "BOR-1", "--notice")
    assert NOT_KNOWN in words(notice.err)
    assert NOT_KNOWN not in words(notice.out)
    plan = ("plan", "--kind", "non-key", "--implement-by", "2018-11-30")
    assert NOT_KNOWN in words(borsetshire.did(*plan).out)
    borsetshire.did("close", at="2018-10-29 09:00:00")
    assert NOT_KNOWN in words(borsetshire.did("show", "BOR-1").err)
    assert NOT_KNOWN in words(borsetshire.did("may-implement", "BOR-1").err)


def test_a_period_that_is_unsure_and_binds_alone_says_so(borsetshire: Terminal) -> None:
    assert UNSURE in published(begun(borsetshire, "2024-10-18"), "non-key")
    shown = words(borsetshire.did("show", "BOR-1").err)
    assert shown == f"Mind: {IN_SHORT}: decisions constitution show borsetshire"


def test_a_step_that_does_not_rest_on_the_period_does_not_repeat_it(borsetshire: Terminal) -> None:
    published(begun(borsetshire, "2024-10-18"), "non-key")
    held = ("hold", "BOR-1", "--on-account-of", "court", "--under", "An order", "--reason", "R")
    assert UNSURE not in words(borsetshire.did(*held).err)
    asked = ("call-in", "BOR-1", "--requested-by", "A", "--grounds", "G", "--received-at", "today")
    said = words(borsetshire.did(*asked, "--dry-run", at="2024-10-19 09:00:00").err)
    assert IN_SHORT in said
    assert UNSURE not in said


def test_what_comes_from_another_register_is_shown_with_what_its_period_rests_on(
    borsetshire: Terminal, tmp_path: Path
) -> None:
    begun(borsetshire, "2026-10-19")
    path, mapping = tmp_path / "decisions.csv", tmp_path / "map.toml"
    path.write_text(SHEET, encoding="utf-8")
    drawn = borsetshire.did("import", "mapping", str(path)).out
    mapping.write_text(drawn.replace('register = ""', 'register = "Our sheet"'), encoding="utf-8")
    shown = ("import", "csv", str(path), "--mapping", str(mapping))
    assert NOT_KNOWN in words(borsetshire.did(*shown).out)
    (plain,) = borsetshire.did(*shown, "--json").plain["decisions"]
    assert (plain["outcome"], plain["rule_assumed"], plain["other_readings"]) == ("ended", True, [])


def test_what_is_assumed_on_a_day_is_listed_with_what_is_wanting(borsetshire: Terminal) -> None:
    asked = ("constitution", "gaps", "borsetshire", "--on")
    said = words(borsetshire.did(*asked, "2018-10-18").out)
    assert "Not known to hold on that day, and assumed to: call-in-period, subject-to-call" in said
    assert borsetshire.did(*asked, "2024-10-18", "--json").plain["assumed"] == []
