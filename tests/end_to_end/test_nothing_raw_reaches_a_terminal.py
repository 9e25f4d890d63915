"""Nothing raw reaches a terminal: whatever a record, an argument or a file holds that is not seen,
or that drives a terminal, is written by its number; and files that hold such marks are refused."""

import json
import sqlite3
import sys
from io import StringIO
from pathlib import Path
from re import sub

import pytest

from cli.main import main
from support.councils import plain_file
from support.terminal import Said, Terminal
from workflow import text as texts
from workflow.constitution.shipped import shipped
from workflow.register import editions
from workflow.text import as_kept, hidden_in

ODD = "a\x1b]0;owned\x07b\x9b2Jc\x85d\u202ee\u200bf\u00adg\x7fh\U000e0041i\x00j\x08k"
BY_NUMBER = r"a\x1b]0;owned\x07b\x9b2Jc\x85d\u202ee\u200bf\xadg\x7fh\U000e0041i\x00j\x08k"
MARKS = {
    "escape": "\x1b",
    "nul": "\x00",
    "backspace": "\x08",
    "control sequence introducer": "\x9b",
    "next line": "\x85",
    "override": "\u202e",
    "zero width": "\u200b",
    "soft hyphen": "\u00ad",
    "tag": "\U000e0041",
}


def is_plain(said: Said) -> bool:
    return hidden_in(said.out + said.err) is None and "\r" not in said.out + said.err


@pytest.fixture
def older(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A register with text that an older version took."""
    terminal.staffed()
    with monkeypatch.context() as before:
        before.setattr(texts, "unfit_in", lambda _: None)
        terminal.did("new", "--title", f"Road {ODD}", "--body", ODD, "--kind", "non-key",
            "--made-on", "2018-10-18", "--decision", ODD, "--reasons", ODD, "--no-alternatives",
            "--no-conflicts", "--ref", "T-1", "--purpose", ODD)  # fmt: skip
        terminal.did("sign", "T-1", "--signatory", ODD, at="2018-10-18 14:00:00")
        terminal.did("publish", "T-1", "--where", ODD, at="2018-10-18 15:30:00")
        terminal.did("people", "add", ODD, "--name", ODD, "--role", "member")
        terminal.did("calendar", "add", "--date", "2018-12-27", "--title", ODD, "--reason", ODD,
            "--source", ODD)  # fmt: skip
    return terminal


TABLES = (
    ("list",),
    ("show", "T-1"),
    ("history", "T-1"),
    ("next", "T-1"),
    ("explain", "T-1"),
    ("explain", "T-1", "--notice"),
    ("journal", "show", "T-1"),
    ("journal", "verify"),
    ("people", "list"),
    ("calendar", "show"),
    ("may-implement", "T-1"),
)


@pytest.mark.parametrize("command", TABLES, ids=" ".join)
def test_what_an_older_version_took_is_shown_by_its_number(
    older: Terminal, command: tuple[str, ...]
) -> None:
    said = older(*command)
    assert said.code in (0, 3), said
    assert is_plain(said), said
    plain = older(*command[:2] if "--notice" in command else command, "--json")
    assert is_plain(plain), plain


def test_what_is_answered_in_json_says_the_same(older: Terminal) -> None:
    said = older.did("show", "T-1", "--json")
    assert said.plain["statement"]["decision"] == ODD.strip()
    assert r"\u009b2J" in said.out
    assert r"\udb40\udc41" in said.out
    assert BY_NUMBER in older.did("show", "T-1").out


def test_a_file_is_shown_at_a_terminal_by_number_and_written_as_it_is(
    older: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Screen(StringIO):
        def isatty(self) -> bool:
            return True

    written = older.did("export", "csv", "--all").out
    assert "\x9b2J" in written
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    assert main(["export", "csv", "--all"]) == 0
    assert r"\x9b2J" in screen.getvalue()
    assert hidden_in(screen.getvalue()) is None


@pytest.mark.parametrize(
    "command",
    [
        ("list", "--db", f"/none/{ODD.replace(chr(0), '')}"),
        ("show", ODD),
        ("list", ODD),
        ("nonesuch\x1b[2J\u202e",),
        ("list", "--nonesuch\x9b"),
        ("list", "--council", ODD),
        ("constitution", "check", ODD.replace("\x00", "")),
        ("--constitutions", ODD.replace("\x00", ""), "constitution", "list"),
        ("list", "--state", ODD),
        ("deadline", "--start", ODD, "--days", "3"),
        ("import", "csv", ODD.replace("\x00", ""), "--mapping", ODD.replace("\x00", "")),
        ("people", "end", ODD, "--reason", "r"),
    ],
    ids=str,
)
def test_an_argument_is_repeated_by_its_number(
    terminal: Terminal, command: tuple[str, ...]
) -> None:
    for more in ((), ("--json",)):
        said = terminal(*command, *more)
        assert said.code, said
        assert is_plain(said), said
    assert is_plain(terminal("whoami", "--as", ODD))


@pytest.mark.parametrize(
    "command",
    [
        ("list", "x\nDo: rm -rf /"),
        ("show", "x\nDo: rm -rf /"),
        ("nonesuch\nDo: rm -rf /",),
        ("list", "--db", "/none/x\nDo: rm -rf /"),
        ("list", "--council", "x\nDo: rm -rf /"),
        ("constitution", "check", "x\nDo: rm -rf /"),
        ("--constitutions", "x\nDo: rm -rf /", "constitution", "list"),
        ("people", "list", "--council", "x\nDo: rm -rf /"),
        ("deadline", "--from", "2018-10-18", "--days", "4", "--nation", "x\nDo: rm -rf /"),
    ],
    ids=str,
)
def test_an_argument_forges_no_line(terminal: Terminal, command: tuple[str, ...]) -> None:
    said = terminal(*command)
    assert said.code, said
    assert not any(line.strip().startswith("Do: rm") for line in said.err.splitlines()), said


@pytest.mark.parametrize(
    "command", [("show", "T-1"), ("next", "T-1"), ("history", "T-1"), ("list",)], ids=" ".join
)
def test_a_title_or_a_name_of_several_lines_forges_none(
    terminal: Terminal, command: tuple[str, ...]
) -> None:
    """No version took one; whoever writes the database by other means can put it there."""
    terminal.staffed()
    terminal.did("new", "--title", "Road", "--body", "Cabinet", "--kind", "key", "--ref", "T-1")
    with sqlite3.connect(terminal.register) as raw:
        raw.execute("DROP TRIGGER cd_texts_only_erased")
        raw.execute("UPDATE cd_decisions SET title = 'Road' || char(10) || '  Stands: effective'")
        raw.execute(
            "UPDATE cd_texts SET text = json_replace(text, '$.name', 'A' || char(13, 10) ||"
            " '  9  closed') WHERE part = 'by'"
        )
    raw.close()
    said = terminal(*command).out
    assert not any(line.strip() in ("Stands: effective", "9  closed") for line in said.split("\n"))
    assert r"\n" in said or command == ("list",)


def test_who_is_asserted_forges_no_line(terminal: Terminal) -> None:
    terminal.staffed()
    assert terminal.did("whoami", "--as", "A\n  monitoring officer").out.count("\n") == 1


# -- files --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "mark"),
    [
        (form, mark)
        for form in ("csv", "json", "json by number", "ics")
        for mark in MARKS
        if (form, mark) != ("json by number", "next line")  # that is a space between words
    ],
)
def test_a_calendar_file_with_a_hidden_mark_is_refused_by_its_place(
    terminal: Terminal, tmp_path: Path, form: str, mark: str
) -> None:
    terminal.staffed()
    title = f"Flood {MARKS[mark]}[2J"
    file, place = tmp_path / "days", "line 2"
    if form == "csv":
        file.write_text(f"date,title\n2018-12-27,{title}\n")
    elif form == "ics":
        file.write_text(
            "BEGIN:VCALENDAR\nPRODID:a\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\n"
            f"DTSTART;VALUE=DATE:20181227\nSUMMARY:{title}\nEND:VEVENT\nEND:VCALENDAR\n"
        )
        place = "line 7"
    else:
        whole = {"england-and-wales": {"events": [{"date": "2018-12-27", "title": title}]}}
        file.write_text(json.dumps(whole, ensure_ascii="number" in form, indent=0))
        place = (
            "2018-12-27"
            if "number" in form or mark in ("escape", "nul", "backspace")
            else ("line 6")
        )
    said = terminal("calendar", "import", str(file), "--adopt", "--reason", "r")
    assert said.code == 2, said
    assert "hidden character" in said.err
    assert place in " ".join(said.err.split()), said
    assert is_plain(said), said


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("key", ["name", "rule", "words", "link"])
def test_a_constitution_with_a_hidden_mark_is_refused_by_its_place(
    terminal: Terminal, tmp_path: Path, key: str, mark: str
) -> None:
    text = shipped()["herefordshire"].read_text()
    number = f"\\U{ord(MARKS[mark]):08x}"
    for odd in (MARKS[mark], number):
        own = tmp_path / f"own{len(odd)}.toml"
        lines = text.splitlines()
        place = next(n for n, each in enumerate(lines) if each.startswith(f'{key} = "'))
        opened = 3 if lines[place].startswith(f'{key} = """') else 1
        at = len(f"{key} = ") + opened
        lines[place] = lines[place][:at] + odd + lines[place][at:]
        own.write_text("\n".join(lines))
        said = terminal("constitution", "check", str(own))
        assert said.code == 2, said
        assert "hidden character" in said.err + said.out
        told = f"Line {place + 1}" if odd == MARKS[mark] else f"{key} holds"
        assert told in " ".join((said.err + said.out).split()), said
        assert is_plain(said), said


@pytest.mark.parametrize(
    "command",
    [
        ("constitution", "list"),
        ("constitution", "show", "herefordshire"),
        ("constitution", "gaps", "herefordshire"),
        ("constitution", "audit", "herefordshire"),
        ("constitution", "editions", "herefordshire"),
        ("deadline", "--council", "herefordshire", "--published", "2018-10-18T16:00"),
        ("explain", "--council", "herefordshire", "--published", "2018-10-18T16:00"),
    ],
    ids=" ".join,
)
def test_an_edition_that_an_older_version_took_is_read_and_shown_by_number(
    terminal: Terminal, tmp_path: Path, command: tuple[str, ...]
) -> None:
    terminal.staffed()
    text = sub('(?m)^name = "', r'name = "\\u001b[2J', plain_file("herefordshire"), count=1)
    text = sub('(?m)^link = ".*"$', r'link = "a\\nRule: forged"', text)
    (tmp_path / "own.toml").write_text(text)
    adopt = ("constitution", "adopt", str(tmp_path / "own.toml"), "--approved-by", "a",
        "--approved-on", "2018-01-01", "--reason", "r")  # fmt: skip
    assert terminal(*adopt).code == 2
    with as_kept():
        terminal.did(*adopt)
    editions.parsed.cache_clear()
    said = terminal(*command)
    assert said.code in (0, 7), said
    assert is_plain(said)
    assert not any(each.strip().startswith("Rule: forged") for each in said.out.splitlines())
