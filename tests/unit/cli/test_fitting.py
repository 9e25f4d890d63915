"""How text is set to a width: commands are known from prose, and what it costs is bounded."""

import pytest

from cli.shown import fitting
from cli.shown.fitting import table, within, wrapped
from support.timing import at_once


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "_is_terminal", lambda _: True)


def test_a_command_in_prose_stands_on_one_line() -> None:
    """From its name to where the sentence goes on; a quoted sentence within it does not end it."""
    said = wrapped("Ask for it first, and then: decisions show SAL-1; or ask another person.")
    assert "decisions show SAL-1;" in said.splitlines()[1]
    said = wrapped("Do: decisions hold SAL-1 --reason 'So it is. And so on' (or not).")
    assert "decisions hold SAL-1 --reason 'So it is. And so on'" in said.splitlines()


def test_the_noun_is_no_command() -> None:
    """Decisions that show something, and those that are listed, are prose like any other."""
    said = wrapped("There are many decisions show they were made in the proper way and so on.")
    assert all(len(line) <= 40 for line in said.splitlines())
    assert "decisions show they" in said


def test_a_command_that_is_whole_only_further_to_the_left_stands_there() -> None:
    command = "decisions show SAL-2026-001 --json"
    assert wrapped(f"Do: {command}", " " * 12).splitlines()[1] == command.rjust(40)


@pytest.mark.usefixtures("at_terminal")
def test_a_long_command_goes_on_after_a_backslash_but_not_within_quotes() -> None:
    told = "decisions correct SAL-2026-001 --title 'A title that is long' --ruling 'why'"
    lines = wrapped(told, "  ").splitlines()
    assert [line.endswith(" \\") for line in lines] == [True, True, False]
    assert "--title 'A title that is long'" in lines[1]
    assert [within(line) for line in lines] == lines  # it is not broken again


def test_a_word_that_no_line_can_hold_stays_where_it_stands() -> None:
    path = "/a/path/that/is/a/good/deal/longer/than/any/line.toml"
    assert wrapped(f"File: {path} and so on") == f"File: {path}\nand so on"


def test_a_line_is_wrapped_under_its_label() -> None:
    said = within("  Stands:      call-in is open until the end of Wednesday")
    assert said.splitlines()[1].startswith(" " * 15 + "end of")
    assert within("  short") == "  short"


def test_a_column_whose_words_leave_no_room_stands_below() -> None:
    path = "/a/path/that/is/longer/than/the/rest.toml"
    lines = list(table(("NAME", "FILE"), [("Salford", path), ("Kent", "x.toml")]))
    assert lines == ["NAME", "    FILE", "Salford", f"    {path}", "Kent", "    x.toml"]


@pytest.mark.usefixtures("at_terminal")
def test_much_text_costs_little() -> None:
    """Commands by the thousand, and a cell with a hundred thousand words."""
    with at_once():
        wrapped("See: decisions show X " * 20_000)
        list(table(("A", "B"), [("x", "word " * 100_000)]))
