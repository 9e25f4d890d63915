"""A settings file or a folder of constitutions that a write rests on is named as it is done, and on
the record: nothing is sent elsewhere, and no period shortened, in silence."""

import sqlite3
from pathlib import Path

import pytest

from support.councils import plain_file
from support.terminal import Terminal
from workflow.constitution.shipped import shipped

IN_FOLDER = "council-decisions.toml"


@pytest.fixture
def evil(terminal: Terminal, tmp_path: Path) -> Path:
    """A folder with rules by which a period is of one day."""
    terminal.staffed()
    folder = tmp_path / "evil"
    folder.mkdir()
    words = shipped()["herefordshire"].read_text().replace("days = 4", "days = 1")
    (folder / "herefordshire.toml").write_text(words)
    return folder


def one_line(words: str) -> str:
    return " ".join(words.split())


def test_a_register_named_by_a_file_in_the_folder_is_named_in_every_write(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DECISIONS_DB")
    other = tmp_path / "x.db"
    (tmp_path / IN_FOLDER).write_text(f'database = "{other}"\n')
    said = terminal.did("people", "add", "x", "--role", "member")
    wanted = f"This rests on {tmp_path / IN_FOLDER}, in the folder you are in: database {other}."
    assert wanted in one_line(said.err)
    assert wanted in one_line(terminal.did("close", "--json").err)
    assert wanted in one_line(terminal.did("close", "--dry-run").err)
    assert wanted not in one_line(terminal.did("list").err)
    monkeypatch.setenv("DECISIONS_DB", str(other))
    assert "rests on" not in terminal.did("people", "add", "y", "--role", "member").err


def test_a_password_in_such_a_file_is_not_shown(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workflow.config import set_in_folder, settings

    (tmp_path / IN_FOLDER).write_text('database = "postgresql://u:hunter2@h/d"\n')
    said = set_in_folder(settings({}, {}, tmp_path), tmp_path)
    assert "database postgresql://u:***@h/d" in said[0]


WAYS = ("settings", "variable", "option", "settings, from here")


@pytest.mark.parametrize("way", WAYS)
def test_rules_of_ones_own_are_named_in_a_write_and_on_its_record(
    terminal: Terminal, evil: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    file, before = evil / "herefordshire.toml", ()
    terminal.drafted("--ref", "T-1")
    terminal.did("sign", "T-1", "--signatory", "The Leader", at="2018-10-18 14:00:00")
    if way == "option":
        before = ("--constitutions", str(evil))
    elif way == "variable":
        monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(evil))
    else:
        named = evil if way == "settings" else "evil"
        (tmp_path / IN_FOLDER).write_text(f'constitutions = "{named}"\n')
        file = file if way == "settings" else Path("evil/herefordshire.toml")
    said = terminal.did(*before, "publish", "T-1", "--where", "w", at="2018-10-18 15:30:00")
    assert f"{evil if way != 'settings, from here' else 'evil'}" in one_line(said.err)
    assert "constitutions" in said.err
    (tmp_path / IN_FOLDER).unlink(missing_ok=True)
    monkeypatch.delenv("DECISIONS_CONSTITUTIONS", raising=False)
    last = terminal.did("history", "T-1", "--json").plain
    assert [str(each["rules"]).split(" (")[0] for each in last] == [
        "the shipped rules", "the shipped rules", str(file), str(file),
    ]  # fmt: skip
    assert "(SHA-256 " in last[-1]["rules"]
    for command in ("show", "explain", "history"):
        assert str(file) in one_line(terminal.did(command, "T-1").out), command
    assert terminal.did("show", "T-1", "--json").plain["own_rules"] == [last[-1]["rules"]]
    assert str(file) in terminal.did("explain", "T-1", "--json").out
    assert str(file) in terminal.did("explain", "T-1", "--markdown").out.replace("\\", "")
    terminal.did("journal", "verify")


@pytest.mark.parametrize("command", ["deadline", "explain"])
@pytest.mark.parametrize("register", [True, False])
def test_a_date_counted_for_nobody_names_rules_of_ones_own(
    terminal: Terminal, evil: Path, tmp_path: Path, command: str, register: bool
) -> None:
    asked = (command, "--council", "herefordshire", "--published", "2018-10-18T16:00")
    asked = asked if register else (*asked, "--db", str(tmp_path / "none.db"))
    said = terminal.did("--constitutions", str(evil), *asked)
    assert f"by the rules of {evil / 'herefordshire.toml'}" in one_line(said.err)
    assert "Mind: by the rules" not in terminal.did(*asked).err
    assert terminal.did("--constitutions", str(evil), *asked, "--json").err == ""


def test_a_refused_write_names_what_it_rests_on(
    terminal: Terminal, evil: Path, tmp_path: Path
) -> None:
    (tmp_path / IN_FOLDER).write_text(f'constitutions = "{evil}"\n')
    terminal.drafted("--ref", "T-1")
    said = terminal("publish", "T-1", "--where", "w")
    assert said.code == 3, said
    assert str(evil) in one_line(said.err)
    terminal("publish", "T-1", "--where", "w", "--json").error  # noqa: B018 - it is JSON alone


def test_the_shipped_rules_are_on_the_record_and_need_no_warning(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    said = terminal.did("history", ref, "--json").plain
    assert {each["rules"].split(" (")[0] for each in said} == {"the shipped rules"}
    assert "rules" not in terminal.did("history", ref).out
    assert "Mind" not in terminal.did("show", ref).out
    assert terminal.did("show", ref, "--json").plain["own_rules"] == []


def test_an_adopted_edition_is_on_the_record_and_beats_the_folder(
    terminal: Terminal, evil: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(plain_file("herefordshire"))
    terminal.did("constitution", "adopt", str(own), "--approved-by", "a",
        "--approved-on", "2018-01-01", "--reason", "r")  # fmt: skip
    (tmp_path / IN_FOLDER).write_text(f'constitutions = "{evil}"\n')
    ref = terminal.published()
    rules = {each["rules"] for each in terminal.did("history", ref, "--json").plain}
    assert len(rules) == 1
    assert rules.pop().startswith("the edition adopted on Thu 18 Oct 2018 (SHA-256 ")
    assert terminal.did("show", ref, "--json").plain["own_rules"] == []


def test_the_close_says_by_which_rules_it_was(terminal: Terminal, evil: Path) -> None:
    ref = terminal.published()
    terminal.did("--constitutions", str(evil), "close", at="2018-10-25 09:00:00")
    entries = terminal.did("history", ref, "--json").plain
    assert entries[-1]["role"] == "system"
    assert str(evil) in entries[-1]["rules"]


def test_a_path_on_the_record_can_be_erased_and_is_checked_until_then(
    terminal: Terminal, evil: Path
) -> None:
    for ref in ("T-1", "T-2"):
        terminal.did("--constitutions", str(evil), "new", "--title", "A", "--body", "C", "--kind",
            "key", "--ref", ref)  # fmt: skip
    with sqlite3.connect(terminal.register) as register:
        found = register.execute("SELECT body FROM cd_journal WHERE stream LIKE 'decision/%'")
        assert str(evil) not in "".join(body for (body,) in found)
    terminal.did("journal", "erase", "T-1", "--entry", "1", "--part", "rules", "--reason", "r")
    terminal.did("journal", "verify")
    assert terminal.did("history", "T-1", "--json").plain[0]["rules"] == "[erased]"
    with sqlite3.connect(terminal.register) as register:
        register.execute("UPDATE cd_texts SET salt = NULL, text = NULL WHERE part = 'rules'")
    said = terminal("journal", "verify")
    assert said.code == 7, said
    assert "T-2, entry 1: Its rules is gone, and no erasure is on record." in one_line(said.err)
    assert "T-1" not in said.err
