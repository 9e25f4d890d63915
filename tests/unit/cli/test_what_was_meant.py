"""A slip on the command line is answered in our words, with what may have been meant."""

import pytest

from cli.names import TOP
from support.terminal import Terminal
from workflow.text import written_otherwise


@pytest.fixture
def terminal(tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("DECISIONS_DB", f"{tmp_path}/register.db")
    monkeypatch.setenv("DECISIONS_COUNCIL", "herefordshire")
    return Terminal(f"{tmp_path}/register.db")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("shw", "show"),
        ("callin", "call-in"),
        ("pubish", "publish"),
        ("irregualr", "irregular"),
        ("version", "--version"),
        ("status", "show"),
        ("log", "history"),
        ("search", "list --find"),
        ("draft", "new"),
        ("policy", "constitution"),
        ("rules", "constitution"),
        ("accept-request", "request accept"),
        ("withdraw-request", "request withdraw"),
        ("request-accept", "request accept"),
        ("council-objects", "council object"),
        ("give-notice", "advance-notice give"),
        ("can-implement", "may-implement"),
        ("accept", "request accept"),
        ("adjourn", "scrutiny adjourn"),
        ("scutiny", "scrutiny"),
    ],
)
def test_a_command_that_there_is_not_names_the_nearest(
    terminal: Terminal, typed: str, meant: str
) -> None:
    said = terminal(typed)
    assert (said.code, f"Did you mean '{meant}'" in " ".join(said.err.split())) == (2, True), said
    assert f"Did you mean '{meant}'" in terminal(typed, "--json").error["error"]["because"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("request", "acept"), "request accept"),
        (("scrutiny", "refer-bck"), "scrutiny refer-back"),
        (("consent", "witdraw"), "withdraw"),
        (("help", "requst"), "request"),
        (("help", "request", "acept"), "request accept"),
    ],
)
def test_one_within_a_group_names_the_nearest_there_and_then_anywhere(
    terminal: Terminal, typed: tuple[str, ...], meant: str
) -> None:
    said = terminal(*typed)
    assert (said.code, f"Did you mean '{meant}'" in " ".join(said.err.split())) == (2, True), said


@pytest.mark.parametrize(
    ("command", "meant"),
    [
        (("list", "--council", "salfrd"), "salford"),
        (("list", "--state", "Singed"), "signed"),
        (("list", "--state", "Call-in opn"), "call-in-open"),
        (("people", "add", "x", "--role", "Proper Ofice"), "proper-officer"),
    ],
)
def test_a_slip_in_a_council_a_state_or_a_role_names_the_nearest(
    terminal: Terminal, command: tuple[str, ...], meant: str
) -> None:
    terminal.staffed()
    assert f"Did you mean {meant}?" in terminal(*command, "--json").error["error"]["remedy"]


def test_one_that_is_like_none_names_none(terminal: Terminal) -> None:
    assert "Did you mean" not in terminal("xyzzy").err


@pytest.mark.parametrize("path", [[name] for name in TOP] + [[]], ids=" ".join)
def test_every_command_answers_to_a_short_help(terminal: Terminal, path: list[str]) -> None:
    assert terminal.did(*path, "-h").out == terminal.did(*path, "--help").out


def test_so_do_those_within_groups_and_a_reason_may_be_that(terminal: Terminal) -> None:
    assert terminal.did("constitution", "show", "-h").out.startswith(
        "Usage: decisions constitution show"
    )
    assert "There is no" in terminal("withdraw", "X-1", "--reason", "-h").err


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("new", "--kind", "nonkee"), "'nonkee' will not do for --kind."),
        (("list", "--limit", "abc"), "'abc' is not a whole number."),
        (("list", "--limit=1.5"), "'1.5' is not a whole number."),
        (("list", "--limit", "0"), "'0' is too small: give 1 or more."),
        (("list", "--limit", "5000000"), "'5000000' is too large: give 100000 or less."),
        (
            ("scrutiny", "direct", "X", "--days", "a few", "--reason", "r"),
            "'a few' is not a whole number.",
        ),
        (("report", "colins"), "'colins' will not do for MATTER."),
    ],
)
def test_an_answer_that_will_not_do_is_told_in_our_words(
    terminal: Terminal, command: tuple[str, ...], words: str
) -> None:
    for said in (
        " ".join(terminal(*command).err.split()),
        terminal(*command, "--json").error["error"]["because"],
    ):
        assert words in said
        assert "Value error" not in said
        assert "Input should" not in said


def test_one_from_the_environment_too(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DECISIONS_LIST_LIMIT", "many")
    assert "'many' is not a whole number." in " ".join(terminal("list").err.split())


def test_a_reference_written_otherwise_names_the_one_there_is(terminal: Terminal) -> None:
    """It is named, and not taken: what is typed is what is meant, or nothing is done."""
    terminal.staffed()
    ref = terminal.drafted()
    assert ref == "HFD-2018-001"
    for typed in ("hfd-2018-001", "HFD-2018-1", "hfd-2018-1", "HFD-2018-0001", "Hfd-2018-01"):
        for command in (("show", typed), ("withdraw", typed, "--reason", "r")):
            said = terminal(*command, "--json")
            assert said.code == 5
            assert said.error["error"]["remedy"].startswith(f"Did you mean {ref}? ")
    assert "Did you mean" not in terminal("show", "HFD-2018-2").err
    assert terminal.did("show", ref, "--json").plain["state"] == "draft"


def test_what_is_no_reference_is_shown_as_it_was_typed(terminal: Terminal) -> None:
    terminal.begun()
    assert "'日本' is not a reference." in terminal("show", "日本").err
    said = " ".join(terminal("history", "people/salford").err.split())
    assert "decisions journal show STREAM" in said


def test_the_forms_of_a_reference_are_few() -> None:
    assert "SAL-2026-001" in written_otherwise("sal-2026-1")
    assert len(written_otherwise("sal-2026-1")) <= 12
    assert written_otherwise("9" * 40) == ()


@pytest.mark.parametrize(
    "command",
    [
        ("constitution", "new", "testshire", "--rule", "Rule 1"),
        ("import", "mapping", "map.toml", "--encoding", "nonesuch"),
        ("export", "csv", "--council", "nonesuch"),
        ("demo", "--council", "nonesuch"),
    ],
    ids=" ".join,
)
def test_what_goes_wrong_is_told_in_json_where_the_environment_asks_for_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """Also by a command whose answer has no such form, and before its options are read."""
    monkeypatch.setenv("DECISIONS_JSON", "1")
    assert terminal(*command).error["error"]["code"] in ("invalid", "not-found", "not-set-up")


def test_a_rule_that_lacks_its_instant_says_how_to_give_it(terminal: Terminal) -> None:
    said = terminal("deadline", "--council", "herefordshire", "--json")
    assert "--published '18 Oct 3pm'" in said.error["error"]["remedy"]
