"""A machine that is not as it should be is told of in one clear sentence, and nothing crashes."""

import errno
import os
import pwd
import tempfile
from pathlib import Path

import pytest

from cli import exits
from support.terminal import Terminal
from workflow import Engine, Invalid, Role, open_engine

HALF = "a\udcff"
"""What an argument in bytes that are not UTF-8 comes to."""


def _is_clear(said: str) -> None:
    assert "crash" not in said
    assert "Traceback" not in said
    assert "Errno" not in said
    assert said.startswith("Error: ")
    assert said.count("Do: ") == 1


@pytest.mark.parametrize(
    "command",
    [
        ["list", "--council", HALF],
        ["show", HALF],
        ["whoami", "--as", HALF],
        ["people", "add", HALF, "--role", "member"],
        ["people", "list", "--council", HALF],
        ["calendar", "show", "--council", HALF],
        ["constitution", "show", HALF],
        ["close", "--council", HALF],
        ["list", "--db", f"postgresql://u@{HALF}:1/x"],
        ["new", "--title", HALF],
        ["list", "--as-of", HALF],
        ["constitution", "check", HALF],
        [HALF],
    ],
    ids=lambda command: " ".join(command).replace("\udcff", "?"),
)
def test_bytes_that_are_not_utf_8_are_refused_in_words(
    terminal: Terminal, command: list[str]
) -> None:
    terminal.staffed()
    said = terminal(*command)
    assert said.code in (exits.USAGE, exits.NOT_FOUND)
    assert "crash" not in said.err
    assert "Error: " in said.err
    assert terminal(*command, "--json").error["error"]["code"] in ("invalid", "not-found")


@pytest.mark.parametrize("variable", ["DECISIONS_AS", "DECISIONS_COUNCIL"])
def test_so_they_are_in_a_variable(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    terminal.staffed()
    monkeypatch.setenv(variable, HALF)
    said = terminal("whoami")
    assert said.code == exits.USAGE
    _is_clear(said.err)


def test_the_library_refuses_them_too(any_engine: Engine) -> None:
    for ask in (
        lambda: any_engine.appointments.list(HALF),
        lambda: list(any_engine.reports.facts(HALF)),
        lambda: any_engine.close_due(council=HALF),
        lambda: any_engine.appointments.appoint("herefordshire", HALF, Role.MEMBER, by="m"),
    ):
        with pytest.raises(exits.WorkflowError):
            ask()


def test_a_character_that_the_database_has_not_is_invalid(postgres_engine: Engine) -> None:
    with pytest.raises(Invalid, match="no such character"):
        postgres_engine.appointments.list("a\0b")


@pytest.fixture
def homeless(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of a user with a number and neither a name nor a home."""

    def nobody(number: int) -> None:
        raise KeyError(f"getpwuid(): uid not found: {number}")

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOGNAME", "USER"):
        monkeypatch.delenv(name, raising=False)
    return terminal


def test_a_user_without_a_home_names_the_register(
    homeless: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    homeless.did("db", "upgrade")
    assert homeless.me() == f"uid {os.geteuid()}"
    monkeypatch.delenv("DECISIONS_DB")
    _is_clear(homeless("list").err)
    assert homeless("list").code == exits.USAGE


@pytest.mark.parametrize("place", ["~/r.db", "~nobody-of-this-name/r.db"])
@pytest.mark.parametrize("command", ["list", "whoami", "db check", "people add x --role member"])
def test_a_tilde_that_is_nobodys_home_is_refused(
    homeless: Terminal, place: str, command: str
) -> None:
    said = homeless(*command.split(), "--db", place)
    assert said.code == exits.USAGE
    told = f"There is no home folder to put in place of the ~ in {place}."
    assert told in " ".join(said.err.split())
    _is_clear(said.err)
    with pytest.raises(Invalid, match="no home folder"):
        open_engine(place).list()


@pytest.mark.parametrize(
    "command", ["list", "config show", "db check", "whoami", "export csv --all --out {}/o.csv"]
)
def test_a_folder_that_is_gone_is_said_to_be(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    terminal.staffed()
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    said = terminal(*command.format(tmp_path).split())
    assert said.code == exits.FAULT
    assert "The folder that this was started in is not there any more. [system]" in said.err
    _is_clear(said.err)
    assert terminal("--version").code == 0


def test_no_folder_for_temporary_files_is_said(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_get_default_tempdir", none)
    said = terminal("demo")
    assert said.code == exits.FAULT
    assert "There is no folder for temporary files. [system]" in said.err
    assert "export TMPDIR=FOLDER" in said.err
    _is_clear(said.err)


def test_what_the_machine_says_is_told_without_its_numbers() -> None:
    denied = exits.machine_fault(PermissionError(errno.EACCES, "Permission denied", "/x\x1b"))
    assert str(denied) == "Permission denied: /x\\x1b."
    for full in (errno.ENOSPC, errno.EDQUOT):
        said = exits.machine_fault(OSError(full, "No room"))
        assert (exits.code_for_fault(said), said.code) == (exits.TRY_AGAIN, "no-room")


def test_a_folder_that_cannot_be_made_is_named(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("not a folder")
    monkeypatch.delenv("DECISIONS_DB")
    said = terminal("people", "add", "x", "--role", "member")
    assert said.code == exits.USAGE
    assert "council-decisions: Not a directory." in " ".join(said.err.split())
    _is_clear(said.err)
