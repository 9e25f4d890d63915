"""What is asked for under another name is answered with its own, and never with what was typed."""

import pytest

from cli.application import _loaded
from cli.catalogue import GROUPS
from cli.command_list import COMMANDS
from cli.names import TOP, names_in, nearest_names, option_meant
from cli.other_names import COMMANDS_CALLED, OPTIONS_CALLED, TOO_MUCH
from support.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("DECISIONS_DB", f"{tmp_path}/register.db")
    monkeypatch.setenv("DECISIONS_COUNCIL", "herefordshire")
    return Terminal(f"{tmp_path}/register.db")


def _err(said: object) -> str:
    return " ".join(said.err.split())  # type: ignore[attr-defined]


def test_what_a_table_names_is_there_and_what_it_is_typed_for_is_not() -> None:
    for group, words in COMMANDS_CALLED.items():
        assert not group or group in GROUPS
        for typed, named in words.items():
            assert typed not in names_in(group)
            for each in named:
                words = each.split()
                found = (" ".join(words[:2]), words[0])
                assert each == "--version" or {*found} & {*TOP, *COMMANDS}, each
    assert set(TOO_MUCH) <= set(COMMANDS)
    options = {flag for name in COMMANDS for each in _loaded(name).params for flag in each.opts}
    for named in OPTIONS_CALLED.values():
        assert {each.partition(" ")[0] for each in named} <= options


@pytest.mark.parametrize("group", GROUPS)
def test_the_very_word_that_was_typed_is_never_named(group: str) -> None:
    for typed in {name.rpartition(" ")[2] for name in (*TOP, *COMMANDS)} - set(names_in(group)):
        assert typed not in [each.removeprefix(f"{group} ") for each in nearest_names(typed, group)]


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("request refuse X", "'request reject'"),
        ("irregular close", "'irregular resolve'"),
        ("consent list X", "'show REF'"),
        ("advance-notice correct", "'advance-notice give'"),
        ("erase", "'journal erase'"),
        ("people erase x", "'journal erase'"),
        ("help urgency", "'consent ask'"),
        ("request suport X", "'request support'"),
    ],
)
def test_a_command_sought_by_an_officers_word_is_named(
    terminal: Terminal, typed: str, named: str
) -> None:
    said = terminal(*typed.split())
    assert (said.code, "Did you mean " in said.err, named in _err(said)) == (2, True, True), said


def test_one_that_is_in_no_way_meant_is_not_guessed(terminal: Terminal) -> None:
    assert "Did you mean" not in terminal("consent", "withdraw").err


def test_a_reference_in_the_place_of_a_command_is_told_where_it_goes(terminal: Terminal) -> None:
    assert "decisions show HFD-1" in _err(terminal("consent", "HFD-1"))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("list --due", "No such option: --due. Did you mean '--due-this-week', '--due-by'?"),
        ("new T --maker M --kind key", "Did you mean '--body'?"),
        ("history X --person x", "No such option: --person."),
        ("show X --jsn", "Did you mean '--json'?"),
        ("call-in X --requested W", "Did you mean '--requested-by'?"),
    ],
)
def test_an_option_is_met_with_the_one_that_is_near_or_with_none(
    terminal: Terminal, typed: str, words: str
) -> None:
    said = terminal(*typed.split())
    assert (said.code, words in _err(said)) == (2, True), said
    assert "Possible options" not in said.err


def test_an_option_is_named_only_where_the_command_has_it() -> None:
    assert option_meant("--open", ["--json", "--db"]) == []
    assert option_meant("--maker", ["--title"]) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("list call-in", "decisions list --find TEXT"),
        ("plan HFD-1", "decisions explain REF"),
        ("new Award of a contract", "is written in quotes"),
        ("show X Y", "'Y' is more than this command takes."),
    ],
)
def test_a_word_too_many_is_told_what_else_to_do(
    terminal: Terminal, typed: str, words: str
) -> None:
    said = terminal(*typed.split())
    assert (said.code, words in _err(said)) == (2, True), said
