"""All that a command lacks is said at once, with what it means."""

import pytest

from cli.application import _loaded
from cli.command_list import COMMANDS
from cli.typed.metavars import called_by
from support.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("DECISIONS_DB", f"{tmp_path}/register.db")
    monkeypatch.setenv("DECISIONS_COUNCIL", "herefordshire")
    return Terminal(f"{tmp_path}/register.db").staffed()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_names_all_that_it_cannot_do_without(terminal: Terminal, name: str) -> None:
    lacks = [called_by(each) for each in _loaded(name).params if each.required]
    if not lacks:
        return
    said = terminal(*name.split())
    words = " ".join(said.err.split())
    assert (said.code, "Error: Missing: " in words) == (2, True), said
    for each in lacks:
        assert f"{each} (" in words, words


def test_what_is_given_is_not_missing(terminal: Terminal) -> None:
    said = " ".join(terminal("journal", "erase", "HFD-1", "--reason", "x").err.split())
    assert "--part (the part" in said
    assert "--entry" not in said
    assert "--reason" not in said
    assert "HFD-1" not in said


def test_a_lone_reference_that_is_missing_says_where_they_are(terminal: Terminal) -> None:
    assert "decisions list" in terminal("next").err


def test_a_lone_argument_of_a_new_draft_is_its_title(terminal: Terminal) -> None:
    terminal.did("new", "Award of a contract", "--body", "Cabinet", "--kind", "Key")
    assert "Award of a contract" in terminal.did("list").out
    assert "The title is given twice." in terminal("new", "A", "--title", "B").err


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ((), "The draft lacks --title (what the decision is called), --body (who decides) and"),
        (("T", "--kind", "key"), "The draft lacks --body (who decides)."),
    ],
)
def test_a_draft_says_all_that_it_lacks_with_an_example(
    terminal: Terminal, given: tuple[str, ...], lacks: str
) -> None:
    error = terminal("new", *given, "--json").error["error"]
    assert error["because"].startswith(lacks)
    assert "--body 'City Mayor'" in error["remedy"]


def test_a_call_in_by_nobody_says_which_option_names_them(terminal: Terminal) -> None:
    ref = terminal.published()
    given = ("--grounds", "G", "--received-at", "2018-10-18T17:30")
    error = terminal("call-in", ref, *given, "--json", at="2018-10-18 17:00:00").error["error"]
    assert "--requested-by NAME" in error["remedy"]
