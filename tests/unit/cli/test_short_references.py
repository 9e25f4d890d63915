"""A reference is understood by its end, where one decision alone can be meant, and said back."""

import pytest

from support.terminal import Terminal
from workflow.text import stands_for

NEW = ("new", "--body", "Cabinet", "--kind", "key", "--title")


@pytest.fixture
def terminal(tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("DECISIONS_DB", f"{tmp_path}/register.db")
    monkeypatch.setenv("DECISIONS_COUNCIL", "herefordshire")
    terminal = Terminal(f"{tmp_path}/register.db").staffed()
    for ref in ("HFD-2018-001", "HFD-2018-012"):
        terminal.did(*NEW, "T", "--ref", ref)
    return terminal


def test_a_unique_end_is_understood_and_said_back(terminal: Terminal) -> None:
    for typed in ("001", "1", "2018-1", "HFD-001", "hfd-2018-1", "2018-0001"):
        said = terminal.did("show", typed)
        assert said.err.startswith(f"{typed} is HFD-2018-001.\n")
        assert "HFD-2018-001" in said.out


@pytest.mark.parametrize(
    ("command", "also"),
    [
        ("next", ()),
        ("history", ()),
        ("journal show", ()),
        ("journal verify", ()),
        ("withdraw", ("--reason", "r")),
        ("amend", ("--title", "New")),
    ],
)
def test_so_it_is_by_every_command_that_takes_one(
    terminal: Terminal, command: str, also: tuple[str, ...]
) -> None:
    assert terminal.did(*command.split(), "1", *also).err.startswith("1 is HFD-2018-001.")


def test_where_two_match_both_are_named_and_nothing_is_done(terminal: Terminal) -> None:
    terminal.did(*NEW, "T", "--ref", "HFD-2017-001")
    for command in (("show", "001"), ("withdraw", "1", "--reason", "r")):
        said = terminal(*command)
        assert (said.code, said.out) == (5, "")
        words = " ".join(said.err.split())
        assert "Did you mean HFD-2017-001 or HFD-2018-001?" in words
    assert terminal.did("show", "2018-1").err.startswith("2018-1 is HFD-2018-001.")


def test_of_many_a_few_are_named(terminal: Terminal) -> None:
    for year in range(2001, 2009):
        terminal.did(*NEW, "T", "--ref", f"HFD-{year}-001")
    words = " ".join(terminal("show", "1").err.split())
    assert "HFD-2005-001 or 4 more?" in words


def test_the_reference_that_there_is_goes_before_any_that_ends_so(terminal: Terminal) -> None:
    terminal.did(*NEW, "Short", "--ref", "001")
    said = terminal.did("show", "001")
    assert ("Short" in said.out, "is HFD" in said.err) == (True, False)


def test_a_program_gives_it_whole(terminal: Terminal) -> None:
    """Nothing is said back beside JSON, so nothing is understood but what is typed."""
    said = terminal("show", "012", "--json")
    assert said.code == 5
    assert said.error["error"]["remedy"].startswith("Did you mean HFD-2018-012?")


@pytest.mark.parametrize(
    ("short", "ref", "stands"),
    [
        ("26-1", "SAL-2026-001", False),
        ("2", "SAL-2026-012", False),
        ("SAL", "SAL-2026-001", False),
        ("HFD-1", "SAL-2026-001", False),
        ("SAL-1", "SAL-EX-001", False),
        ("SAL-2026-2", "SAL-2026-EX-002", False),
        ("sal_2026_1", "SAL-2026-001", True),
        ("", "SAL-2026-001", False),
    ],
)
def test_what_stands_for_a_reference(short: str, ref: str, *, stands: bool) -> None:
    assert stands_for(short, ref) is stands


def test_a_stream_is_known_by_what_it_holds(terminal: Terminal) -> None:
    said = terminal.did("journal", "show", "appointments")
    assert "appointments is people/herefordshire." in said.err


def test_a_part_that_there_is_not_names_where_its_parts_are(terminal: Terminal) -> None:
    given = ("journal", "erase", "012", "--entry", "1", "--part", "x", "--reason", "r")
    assert "decisions journal show HFD-2018-012" in " ".join(terminal(*given).err.split())
