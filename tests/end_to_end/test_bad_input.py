"""What should not be typed, and files that should not be given: one clear error, nothing kept."""

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from support.terminal import Terminal


@pytest.mark.parametrize(
    "options",
    [
        ["--title", "a\x00b"],
        ["--title", "a\u202eb"],
        ["--title", "x" * 301],
        ["--title", "   "],
        ["--kind", "secret"],
        ["--made-on", "2018-02-30"],
        ["--no-conflicts", "--conflict", "A; B; C"],
        ["--no-alternatives", "--alternative", "x"],
        ["--conflict", "no parts"],
        ["--alternative", " "],
        ["--decision", "@no-such-file"],
        ["--decision", "@/dev/zero"],
        ["--decision", "@."],
        ["--ref", "a b"],
        ["--ref", "../../etc"],
        ["--council", "nowhere"],
        ["--at", "2018-10-18T25:00"],
        ["--at", "2018-03-25T01:30"],
        ["--at", "2018-10-28T01:30"],
    ],
)
def test_a_draft_that_cannot_be_is_refused_whole(terminal: Terminal, options: list[str]) -> None:
    base = {"--title": "T", "--body": "Cabinet", "--kind": "key"}
    given = [part for flag, value in base.items() if flag not in options for part in (flag, value)]
    terminal.staffed()
    said = terminal("new", *given, *options)
    assert said.code in (2, 5), said
    assert said.out == ""
    assert said.err
    assert "Traceback" not in said.err
    assert terminal.did("list", "--json").plain == []


def test_an_hour_that_the_clocks_show_twice_is_asked_about(terminal: Terminal) -> None:
    """01:30 on 28 October 2018 comes twice; 01:30 on 25 March 2018 not at all."""
    ref = terminal.staffed().drafted()
    twice = terminal("withdraw", ref, "--reason", "r", "--at", "2018-10-28T01:30")
    assert "show 2018-10-28T01:30 twice" in twice.err
    never = terminal("withdraw", ref, "--reason", "r", "--at", "2018-03-25T01:30")
    assert "skip 2018-03-25T01:30" in never.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "HFD-2018-001\x00"],
        ["show", "é"],
        ["list", "--state", "opened"],
        ["list", "--due-by", "soon"],
        ["list", "--limit", "0"],
        ["people", "add", "x", "--role", "king"],
        ["people", "end", "99", "--reason", "r"],
        ["calendar", "add", "--date", "2029-01-02", "--title", "t", "--reason", "r",
         "--source", "s"],
        ["calendar", "add", "--date", "2018-10-24", "--kind", "reopened", "--title", "t",
         "--reason", "r", "--source", "s"],
        ["constitution", "check", "no-such-file.toml"],
        ["constitution", "check", "/dev/zero"],
        ["constitution", "check", "."],
        ["constitution", "show", "nowhere"],
        ["journal", "verify", "HFD-2018-777"],
        ["journal", "show", "HFD-2018-777"],
        ["close", "HFD-2018-777"],
        ["explain", "HFD-2018-777"],
    ],
)  # fmt: skip
def test_each_is_one_error_with_what_to_do(terminal: Terminal, arguments: list[str]) -> None:
    terminal.staffed()
    said = terminal(*arguments)
    assert said.code in (2, 5), said
    assert said.out == ""
    assert "Traceback" not in said.err
    assert "Do:" in said.err or "Usage:" in said.err


def test_cells_of_a_table_are_made_harmless(terminal: Terminal) -> None:
    """A title that a spreadsheet would run as a formula is quoted, in CSV."""
    terminal.staffed()
    for first in ("=", "+", "-", "@", "＝"):
        terminal.did("new", f"--title={first}cmd|' /C calc'!A0", "--body", "B", "--kind", "key")
    out = terminal.did("list", "--csv").out
    titles = [row["TITLE"] for row in csv.DictReader(out.splitlines())]
    assert len(titles) == 5
    assert all(title.startswith("'") for title in titles)


def test_another_programs_file_is_left_alone(terminal: Terminal, tmp_path: Path) -> None:
    """A database of something else, a text file, and a damaged register are each said so."""
    other = tmp_path / "other.db"
    raw = sqlite3.connect(other)
    raw.execute("CREATE TABLE theirs (x)")
    raw.commit()
    raw.close()
    before = other.read_bytes()
    said = terminal("list", "--db", str(other))
    assert (said.code, "db upgrade" in said.err) == (1, True)
    assert other.read_bytes() == before
    text = tmp_path / "notes.txt"
    text.write_text("Not a database at all, but a note of some length. " * 40, encoding="utf-8")
    said = terminal("list", "--db", str(text))
    assert (said.code, "[not-a-database]" in said.err) == (1, True)


def test_a_newer_and_an_older_register_are_refused_with_the_cure(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.staffed()
    with sqlite3.connect(terminal.register) as raw:
        raw.execute("UPDATE cd_alembic_version SET version_num = '9999'")
    raw.close()
    said = terminal("list")
    assert (said.code, "made by a newer one" in said.err) == (1, True)
    with sqlite3.connect(terminal.register) as raw:
        raw.execute("UPDATE cd_alembic_version SET version_num = '0001'")
    raw.close()
    monkeypatch.setattr("workflow.store.schema.REVISIONS", ("0001", "0002"))
    monkeypatch.setattr("workflow.store.schema.HEAD", "0002")
    said = terminal("list")
    assert (said.code, "decisions db upgrade" in said.err) == (1, True)


@pytest.mark.parametrize(
    ("slip", "meant"), [("databse", "database"), ("constitution", "constitutions")]
)
def test_a_settings_file_with_a_slip_names_the_nearest(
    terminal: Terminal, tmp_path: Path, slip: str, meant: str
) -> None:
    settings = tmp_path / "council-decisions.toml"
    settings.write_text(f'{slip} = "x"\n', encoding="utf-8")
    said = terminal("config", "show")
    assert (said.code, f"Did you mean {meant}?" in said.err) == (2, True)
    settings.write_text('council = "salford"\n', encoding="utf-8")
    shown = {row["name"]: row for row in terminal.did("config", "show", "--json").plain}
    assert shown["council"]["origin"] == "environment, DECISIONS_COUNCIL"
    assert shown["database"]["origin"] == "environment, DECISIONS_DB"
    given = terminal.did("config", "show", "--council", "own", "--json").plain
    assert {row["name"]: row["origin"] for row in given}["council"] == "command line"


def test_a_password_is_never_shown(terminal: Terminal) -> None:
    out = terminal.did(
        "config", "show", "--json", "--db", "postgresql://clerk:s3cret@localhost/decisions"
    ).out
    assert "s3cret" not in out
    assert "clerk:***@localhost" in out


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"Dear all,\nno labels here.\n"])
def test_a_statement_that_is_none_is_refused(
    terminal: Terminal, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "notice.txt"
    path.write_bytes(content)
    for command in (["statement", "read"], ["demo", "--statement"]):
        said = terminal(*command, str(path))
        assert said.code == 2, said
        assert said.out == ""


def test_a_draft_is_made_from_a_statement_and_says_what_is_lacking(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(
        "Written statement of a key decision\n"
        "Title: Market hall\nDecision maker: Cabinet\nDate of decision: 17 October 2018\n"
        "Decision: That it be let.\nDeclarations of interest: Cllr A, a trader\n",
        encoding="utf-8",
    )
    reading = json.loads(terminal.staffed().did("statement", "read", str(path), "--json").out)
    assert reading["found"]["made_on"] == {"value": "2018-10-17", "line": 4}
    assert "reasons" in reading["missing"]
    said = terminal.did("statement", "read", str(path), "--draft", "--json")
    assert "someone must still say: reasons, options, conflicts" in said.err
    assert "The conflicts were found, but they say more than None" in said.err
    refused = terminal("sign", said.plain["ref"], "--signatory", "x", "--json")
    codes = [reason["code"] for reason in refused.error["reasons"]]
    lacking = ["reasons-missing", "alternatives-missing", "conflicts-missing"]
    assert codes == [*lacking, "no-notice"]
