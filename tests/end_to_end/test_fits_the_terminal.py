"""Text and tables fit the terminal: no word is broken, and what is to be copied can be."""

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from support.pseudo_terminal import at_terminal
from support.terminal import Terminal

PROSE = (
    ("demo",),
    ("explain", "HFD-2018-001"),
    ("show", "HFD-2018-001"),
    ("history", "HFD-2018-001"),
    ("next", "HFD-2018-001", "--all"),
    ("publish", "HFD-2018-001", "--where", "the website"),
    ("constitution", "show", "salford"),
    ("constitution", "compare", "salford", "hackney"),
    ("plan", "--council", "salford", "--kind", "key", "--implement-by", "2018-12-20"),
    ("list", "--due-by", "never"),
    ("close", "--council", "nowhere"),
    ("no-such-command",),
    ("next", "HFD-2018-001", "--why", "sign"),
    ("next", "HFD-2018-001"),
)
TABLES = (
    ("list",),
    ("runs",),
    ("people", "list"),
    ("constitution", "list"),
    ("config", "show", "--origin"),
    ("calendar", "show"),
    ("report", "call-ins", "--since", "2018-10-01", "--until", "2018-10-31"),
)
RECEIVED = ("--received-at", "2018-10-18T16:30")
LONG = "A title that is a good deal longer than any terminal has columns, so that it is wrapped at "


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A register with some decisions, one with a long title, and a run; and when that was."""
    with pytest.MonkeyPatch.context() as setting:
        setting.setenv("DECISIONS_COUNCIL", "herefordshire")
        setting.setenv("DECISIONS_DB", str(tmp_path_factory.mktemp("used") / "used.db"))
        terminal = Terminal(os.environ["DECISIONS_DB"])
        _fill(terminal)
        return Path(terminal.register), terminal.now


@pytest.fixture
def used(terminal: Terminal, filled: tuple[Path, str]) -> Terminal:
    """A terminal at a copy of it."""
    shutil.copy(filled[0], terminal.register)
    terminal.now = filled[1]
    return terminal


def _fill(terminal: Terminal) -> None:
    terminal.staffed()
    terminal.published()
    terminal.did("new", "--title", f"{LONG}whole-words", "--body", "Cabinet", "--kind", "key")
    terminal.did(
        "call-in", "HFD-2018-001", "--requested-by", "Cllr Elm", "--grounds", LONG, *RECEIVED
    )
    closure = ("--date", "2018-12-27", "--kind", "closure", "--title", "Offices shut")
    terminal.did("calendar", "add", *closure, "--reason", LONG, "--source", "Cabinet")
    terminal.did("close")


def words(said: str) -> list[str]:
    return said.replace(" \\\n", " ").split()


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("command", PROSE, ids=" ".join)
def test_prose_fits_and_has_the_words_of_a_wide_terminal(
    used: Terminal, command: tuple[str, ...], columns: int
) -> None:
    """No line is longer, unless one word of it is; and every word is whole, as it is anywhere."""
    said = at_terminal(columns, *command, now=used.now)
    too_long = [line for line in said.splitlines() if len(line) > columns]
    assert [line for line in too_long if not _is_one_word(line, columns)] == []
    # The demo's rules are as long as the terminal is wide; next shows what a screen has room for.
    if command != ("demo",) and command[1:] != ("HFD-2018-001",):
        assert words(said) == words(at_terminal(400, *command, now=used.now))


def _is_one_word(line: str, columns: int) -> bool:
    """Say whether a line is long for an address or a path in it, which goes in no other."""
    return any(len(word) > columns - 16 for word in line.split())


@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("command", TABLES, ids=" ".join)
def test_tables_fit_by_whole_words(used: Terminal, command: tuple[str, ...], columns: int) -> None:
    """Every word of every cell is there and whole, in lines that are no longer than the terminal;
    a path alone, which no line can hold, may be."""
    said = at_terminal(columns, *command, now=used.now)
    for line in said.splitlines():
        assert len(line) <= columns or _is_one_word(line, columns), line
    assert set(words(said)) == set(words(at_terminal(400, *command, now=used.now)))


def test_a_title_is_wrapped_within_its_column(used: Terminal) -> None:
    """The rest of a title stands under its beginning."""
    said = at_terminal(80, "list", now=used.now).splitlines()
    column = said[0].index("TITLE")
    (first,) = (n for n, line in enumerate(said) if line.startswith("HFD-2018-002"))
    whole = said[first][column:]
    for line in said[first + 1 :]:
        if line[:column].strip() and not line.startswith(" "):
            break
        whole += f" {line[column:]}"
    assert " ".join(whole.split()) == f"{LONG}whole-words"


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_a_command_that_is_shown_can_be_copied(used: Terminal, columns: int) -> None:
    """A shell reads each command of `next` as one, on however many lines it stands."""
    said = at_terminal(columns, "next", "HFD-2018-001", "--all", now=used.now)
    said = said[: said.index("Not now")]
    shown = re.findall(r"^ *(decisions (?:.*\\\n)*.*)$", said, re.MULTILINE)
    plain = at_terminal(400, "next", "HFD-2018-001", "--all", now=used.now)
    wide = re.findall(r"^ *(decisions .*)$", plain[: plain.index("Not now")], re.MULTILINE)
    assert len(wide) > 5
    shown = [each.replace("\\\n", "") for each in shown]  # as a shell reads it
    assert [shlex.split(each) for each in shown] == [shlex.split(each) for each in wide]


def test_a_command_in_a_sentence_is_kept_whole_or_goes_on(used: Terminal) -> None:
    said = at_terminal(60, "sign", "HFD-2018-002", "--signatory", "x", now=used.now)
    line = "decisions amend HFD-2018-002"
    assert any(line in each for each in said.splitlines()), said


def test_where_there_is_no_terminal_it_is_80_and_what_is_for_programs_is_whole(
    used: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COLUMNS wins; a pipe has tables a row to a line, and JSON as it is, whatever the width."""
    monkeypatch.delenv("COLUMNS", raising=False)
    explained = used.did("explain", "HFD-2018-001").out
    assert 70 < max(len(line) for line in explained.splitlines() if "://" not in line) <= 80
    monkeypatch.setenv("COLUMNS", "50")
    narrow = used.did("explain", "HFD-2018-001").out
    assert max(len(line) for line in narrow.splitlines() if "://" not in line) <= 50
    assert len(used.did("list").out.splitlines()) == 2
    assert used.did("history", "HFD-2018-001", "--json").plain
    assert used("explain", "HFD-2018-002", "--json").error["reasons"]


@pytest.mark.parametrize("command", [*PROSE[:2], *PROSE[5:9]], ids=" ".join)
def test_prose_in_a_pipe_fits_80(
    used: Terminal, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """All but a command to be copied, which stays on its line, and an address."""
    monkeypatch.delenv("COLUMNS", raising=False)
    said = used(*command)
    too_long = [line for line in (said.out + said.err).splitlines() if len(line) > 80]
    assert [
        line
        for line in too_long
        if not _is_one_word(line, 80) and not line.strip().startswith("decisions ")
    ] == []


@pytest.mark.parametrize("odd", ["0", "-5", "wide", "", "９０"])
def test_columns_that_are_no_number_are_passed_over(
    used: Terminal, monkeypatch: pytest.MonkeyPatch, odd: str
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    as_usual = used.did("explain", "HFD-2018-001").out
    monkeypatch.setenv("COLUMNS", odd)
    assert used.did("explain", "HFD-2018-001").out == as_usual


def test_a_file_for_other_programs_is_whole_at_a_terminal_too(
    used: Terminal, tmp_path: Path
) -> None:
    """Markdown, a mapping and JSON stand as they would in a file."""
    matter = ("report", "call-ins", "--since", "2018-10-01", "--until", "2018-10-31")
    for form in ("--markdown", "--json"):
        assert at_terminal(40, *matter, form, now=used.now) == used.did(*matter, form).out
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("Ref,Title,A column nobody has ever heard of before and never will\n1,x,y\n")
    mapping = ("import", "mapping", str(sheet))
    assert at_terminal(40, *mapping, now=used.now) == used.did(*mapping).out
