"""The kind is asked where a paper does not say it, and is never set against what the paper says."""

from pathlib import Path

import pytest

from support.terminal import Terminal

PAPER = """Record of decision
Title: Bus lanes
Decision maker: The bursar
Date of decision: 12 October 2018
Decision: That it be so.
"""


@pytest.fixture
def desk(terminal: Terminal, tmp_path: Path) -> Terminal:
    """The officers' desk, with a paper that does not say what kind of decision it records."""
    (tmp_path / "p.txt").write_text(PAPER, "utf-8")
    terminal.now = "2018-10-19 08:00:00"
    return terminal.staffed()


def test_a_draft_is_asked_its_kind_and_takes_it(desk: Terminal) -> None:
    read = ("statement", "read", "p.txt", "--draft")
    refused = desk(*read)
    assert refused.code == 2
    assert "what kind it is" in refused.err
    assert "--kind key, non-key, officer-key or officer-non-key" in " ".join(refused.err.split())
    assert desk.did(*read, "--kind", "key", "--json").plain["decision"]["kind"] == "key"
    assert "goes with --draft" in desk("statement", "read", "p.txt", "--kind", "key").err


@pytest.mark.parametrize(
    ("line", "kind", "fits"),
    [
        ("Key decision: No", "non-key", True),
        ("Key decision: No", "officer-non-key", True),
        ("Key decision: No", "key", False),
        ("Key decision: Yes", "officer-non-key", False),
        ("Key decision: Yes / No", "key", True),
    ],
)
def test_what_the_paper_says_is_not_gone_against(
    desk: Terminal, tmp_path: Path, line: str, kind: str, fits: bool
) -> None:
    (tmp_path / "p.txt").write_text(PAPER + line + "\n", "utf-8")
    said = desk("statement", "read", "p.txt", "--draft", "--kind", kind)
    assert (said.code == 0) is fits
    assert ("The statement says that it is" in said.err) is not fits


def test_a_paper_that_says_it_all_is_not_gone_against(desk: Terminal, tmp_path: Path) -> None:
    full = PAPER.replace("Record of", "Record of officer key")
    (tmp_path / "p.txt").write_text(full, "utf-8")
    read = ("statement", "read", "p.txt", "--draft", "--kind")
    assert "says that it is officer-key, and --kind key" in " ".join(desk(*read, "key").err.split())
    assert desk.did(*read, "officer-key").code == 0


def test_a_paper_of_the_past_may_be_given_its_kind_too(desk: Terminal, tmp_path: Path) -> None:
    taking = ("import", "statement", "p.txt", "--published-on", "2018-10-12")
    assert "--kind key, non-key" in " ".join(desk(*taking).err.split())
    taken = desk(*taking, "--kind", "non-key", "--adopt", "--json")
    assert taken.plain["imported"] == 1, taken
    ref = taken.plain["decisions"][0]["ref"]
    assert desk.did("show", ref, "--json").plain["kind"] == "non-key"
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "p.txt").write_text(PAPER, "utf-8")
    several = desk("import", "statement", "papers", "--kind", "key")
    assert "One kind is given, for a folder" in several.err
