"""A written statement is imported as a register's pages are, and is closed by the rule."""

from pathlib import Path

import pytest

from support.terminal import Terminal

PAPER = """Issue reference: I50027300

Written statement of a non-key decision

Title: Action plan
Decision maker: Cabinet
Date of decision: 18 October 2018
Decision: That the plan be approved.
Reason for the decision: As set out in the report.
Options considered: None.
Declarations of interest: None declared.
Call-in expiry date: 24 October 2018
"""


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """The officers' desk on Friday 19 October 2018."""
    terminal.now = "2018-10-19 08:00:00"
    return terminal.staffed()


def test_a_written_statement_comes_in_and_is_closed_by_the_rule(
    desk: Terminal, tmp_path: Path
) -> None:
    """The statement that this began from: its expiry, 24 October 2018, is the rule's."""
    paper = tmp_path / "notice.txt"
    paper.write_text(PAPER, encoding="utf-8")
    unpublished = desk("import", "statement", str(paper))
    assert unpublished.code == 8
    assert "no day of publication is printed" in unpublished.out
    told = ("import", "statement", str(paper), "--published-on", "2018-10-18", "--adopt", "--json")
    done = desk.did(*told).plain
    assert done["imported"] == 1
    assert done["decisions"][0]["irregular"] == []
    ref = "HFD-WS-I50027300-2018-10-18"
    assert desk.did(*told).plain["there_already"] == 1
    shown = desk.did("show", ref, "--json").plain
    assert shown["call_in"]["last_day"] == "2018-10-24"
    (entry,) = desk.did("history", ref, "--json").plain
    assert entry["data"]["statement"]["reasons"] == "As set out in the report."
    desk.did("close", at="2018-10-25 02:00:00")
    assert desk.did("show", ref, "--json").plain["state"] == "implemented"
    bad = desk("import", "statement", str(paper), "--published-on", "18/10/18")
    assert bad.code == 2


@pytest.mark.parametrize("line", ["Called in: Yes", "Status: Called in on 12 October 2018"])
def test_a_statement_that_tells_of_a_call_in_is_left(
    desk: Terminal, tmp_path: Path, line: str
) -> None:
    paper = tmp_path / "notice.txt"
    paper.write_text(PAPER.replace("18 October", "8 October").replace("24 O", "12 O") + line + "\n")
    said = desk("import", "statement", str(paper), "--adopt", "--json").plain
    ((comes, why),) = [(each["outcome"], each["why"]) for each in said["decisions"]]
    assert (comes, said["imported"]) == ("needs_person", 0)
    assert "“Called in” is printed" in why
