"""Colour and the pager: only at a terminal, told in words too, never at the cost of the answer."""

import os
import re
import stat
from pathlib import Path

import pytest

from support.pseudo_terminal import at_terminal
from support.terminal import Terminal

COLOURED = {"TERM": "xterm"}
NOW = "2018-10-18 16:00:00"
CODES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def ref(terminal: Terminal) -> str:
    return terminal.staffed().published()


COMMANDS = (
    ("show", "HFD-2018-001"),
    ("next", "HFD-2018-001", "--all"),
    ("list",),
    ("publish", "HFD-2018-001", "--where", "web"),
    ("show", "HFD-1"),
    ("no-such-command",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_colour_is_added_at_a_terminal_and_every_word_is_there_without_it(
    ref: str, command: tuple[str, ...]
) -> None:
    seen = at_terminal(80, *command, now=NOW, **COLOURED)
    assert CODES.search(seen), seen
    assert CODES.sub("", seen) == at_terminal(80, *command, now=NOW)


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": ""}])
def test_there_is_none_where_it_is_not_wanted_or_cannot_be_shown(
    ref: str, environment: dict[str, str]
) -> None:
    for command in COMMANDS:
        assert "\x1b" not in at_terminal(80, *command, now=NOW, **{**COLOURED, **environment})


def test_an_empty_no_color_is_none(ref: str) -> None:
    assert "\x1b" in at_terminal(80, "show", ref, now=NOW, NO_COLOR="", **COLOURED)


def test_a_pipe_has_neither_colour_nor_pager(
    terminal: Terminal, ref: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PAGER", "false")
    for command in COMMANDS:
        said = terminal(*command, at=NOW)
        assert "\x1b" not in said.out + said.err


def test_json_and_what_is_copied_have_no_colour(ref: str) -> None:
    seen = at_terminal(80, "show", ref, "--json", now=NOW, **COLOURED)
    assert "\x1b" not in seen[: seen.rindex("}")]


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager that marks each line."""
    script = tmp_path / "marking pager"
    script.write_text("#!/bin/sh\nsed 's/^/| /'\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return f"'{script}'"


def test_what_is_longer_than_the_screen_is_shown_in_the_pager(ref: str, pager: str) -> None:
    seen = at_terminal(80, "next", ref, "--all", now=NOW, PAGER=pager)
    plain = at_terminal(80, "next", ref, "--all", now=NOW)
    assert len(plain.splitlines()) > 24
    assert seen == "".join(f"| {line}\n" for line in plain.splitlines())


def test_what_fits_is_shown_as_it_is(ref: str, pager: str) -> None:
    for command in (("list",), ("show", ref)):
        assert at_terminal(80, *command, now=NOW, PAGER=pager, rows=40) == at_terminal(
            80, *command, now=NOW
        )


def test_the_edge_is_the_screen_less_one_line(ref: str, pager: str) -> None:
    """Of which a line that is wrapped by the terminal takes two."""
    height = len(at_terminal(200, "show", ref, now=NOW).splitlines())
    assert "|" not in at_terminal(200, "show", ref, now=NOW, PAGER=pager, rows=height + 1)
    assert "|" in at_terminal(200, "show", ref, now=NOW, PAGER=pager, rows=height)


@pytest.mark.parametrize("off", ["option", "variable", "empty"])
def test_it_can_be_left_out(ref: str, pager: str, off: str) -> None:
    more = ("--no-pager",) if off == "option" else ()
    environment = {"PAGER": "" if off == "empty" else pager}
    if off == "variable":
        environment["DECISIONS_NO_PAGER"] = "1"
    seen = at_terminal(80, "next", ref, "--all", *more, now=NOW, **environment)
    assert seen == at_terminal(80, "next", ref, "--all", now=NOW)


FAILING = (
    "false",
    "no-such-pager",
    "'",
    "sh -c 'kill -9 $$'",
    "sh -c 'exit 3'",
    "/",
    "  ",
)


@pytest.mark.parametrize("wrong", FAILING)
def test_a_pager_that_fails_loses_nothing(ref: str, wrong: str) -> None:
    seen = at_terminal(80, "next", ref, "--all", now=NOW, PAGER=wrong)
    whole = at_terminal(80, "next", ref, "--all", now=NOW)
    assert seen.endswith(whole), seen


def test_one_that_is_left_early_is_no_fault(ref: str) -> None:
    seen = at_terminal(80, "next", ref, "--all", now=NOW, PAGER="head -2")
    assert len(seen.splitlines()) == 2


def test_what_is_said_beside_the_answer_stands_where_it_would(
    terminal: Terminal, ref: str, pager: str
) -> None:
    """After the answer, in the pager too."""
    for number in range(30):
        terminal.published_on(f"R-{number}", "2018-10-18")
    seen = at_terminal(80, "list", "--limit", "25", now=NOW, PAGER=pager)
    assert seen.splitlines()[0].startswith("| REF")
    assert seen.splitlines()[-1].startswith("| ")
    assert "There are more than 25" in " ".join(seen.replace("| ", "").split())


def test_a_refusal_of_one_that_is_paged_is_seen(terminal: Terminal, pager: str) -> None:
    assert "There is no register" in at_terminal(80, "show", "HFD-9", now=NOW, PAGER=pager)
    terminal.begun()
    assert "There is no decision HFD-9" in at_terminal(80, "show", "HFD-9", now=NOW, PAGER=pager)


def test_a_question_is_seen_before_it_is_answered() -> None:
    """What is flushed is not held."""
    from io import StringIO

    from cli.shown.streams import HeldOutput, Stream

    under = StringIO()
    stream = Stream(under)
    HeldOutput(stream)
    stream.write("Council: ")
    assert under.getvalue() == ""
    stream.flush()
    assert under.getvalue() == "Council: "
    stream.write("more")
    assert under.getvalue() == "Council: more"


def test_the_pager_is_less_that_keeps_colour_unless_less_is_told_otherwise(
    ref: str, tmp_path: Path
) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    less = folder / "less"
    less.write_text('#!/bin/sh\necho "LESS is $LESS"; cat >/dev/null\n')
    less.chmod(0o755)
    path = f"{folder}:{os.environ['PATH']}"
    environment = {"PATH": path, "PAGER": "less", **COLOURED}
    assert at_terminal(80, "next", ref, "--all", now=NOW, **environment) == "LESS is FRX\n"
    mine = at_terminal(80, "next", ref, "--all", now=NOW, LESS="i", **environment)
    assert mine == "LESS is i\n"
