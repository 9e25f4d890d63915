"""A draft from a paper that does not say all that a draft needs: what lacks is given, and what was
taken is said."""

from pathlib import Path

import pytest

from support.terminal import Terminal

PAPER = """Decision: That the plan be approved.
The Reasons are: It is needed.
Options considered and rejected were: None.
"""


@pytest.fixture
def paper(tmp_path: Path) -> str:
    file = tmp_path / "paper.txt"
    file.write_text(PAPER)
    return str(file)


def test_all_that_it_does_not_say_is_asked_for_at_once(terminal: Terminal, paper: str) -> None:
    terminal.staffed()
    said = " ".join(terminal("statement", "read", paper).err.split())
    assert "Before a draft can be made of it, say --title, --body and --kind." in said
    error = terminal("statement", "read", paper, "--draft", "--json").error["error"]
    assert "its title, who decided and what kind it is" in error["because"]
    assert "--title TEXT --body TEXT --kind KIND" in error["remedy"]


def test_what_it_does_not_say_can_be_given_and_what_was_taken_is_said(
    terminal: Terminal, paper: str
) -> None:
    given = ("--draft", "--title", "The plan", "--body", "Cabinet", "--kind", "Non key")
    said = terminal.staffed().did("statement", "read", paper, *given)
    words = " ".join(said.err.split())
    assert "Taken from it: decision (line 1), reasons (line 2), options (line 3)." in words
    assert "Mind:" not in words
    again = " ".join(terminal.did("statement", "read", paper, *given).err.split())
    assert "has this title already. If this is the same, withdraw one: decisions withdraw" in again


def test_what_it_says_is_not_said_otherwise(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "said.txt"
    file.write_text("Title: The plan\nDecision Maker: City Mayor\nIs Key decision?: No\n" + PAPER)
    terminal.staffed()
    read = ("statement", "read", str(file), "--draft")
    error = terminal(*read, "--title", "Another", "--json").error["error"]
    assert "The statement says its title, 'The plan'" in error["because"]
    ref = terminal.did(*read, "--json").plain["ref"]
    assert terminal.did("show", ref, "--json").plain["kind"] == "non-key"


def test_a_paper_is_entered_at_its_own_time(terminal: Terminal, tmp_path: Path) -> None:
    """The paper is what is entered late: later steps may then be dated as they happened."""
    (tmp_path / "old.txt").write_text("Title: A\nDate of decision: 1 March 2018\n" + PAPER)
    terminal.staffed()
    read = ("statement", "read", "old.txt", "--draft", "--body", "Cabinet", "--kind", "key")
    said = " ".join(terminal.did(*read).err.split())
    assert "decisions statement read old.txt --draft … --at WHEN --late-reason TEXT" in said
    late = ("--at", "2018-03-01T10:00", "--late-reason", "From the paper file")
    own = terminal.did(*read, *late, "--json")
    assert "dated before now" not in own.err
    assert own.plain["decision"]["state"] == "draft"
    later = ("--at", "2018-03-02T10:00", "--late-reason", "From the paper file")
    terminal.did("withdraw", own.plain["ref"], "--reason", "By the maker", *later)
    alone = terminal("statement", "read", "old.txt", "--at", "2018-03-01T10:00")
    assert "--at goes with --draft" in alone.err
