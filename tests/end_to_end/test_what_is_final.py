"""What the machine's own settings file says is final, and who has no home."""

import os
import shutil
from pathlib import Path

import pytest

from support.terminal import Said, Terminal
from workflow import config
from workflow.constitution.shipped import shipped
from workflow.files import trusted

PLACES = {
    "here": "council-decisions.toml",
    "home": "config/council-decisions/config.toml",
}


def settings_in(place: str, folder: Path) -> Path:
    path = folder / PLACES[place]
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def refused_for(said: Said, path: Path, words: str) -> None:
    assert said.code == 2, said
    assert str(path) in said.err
    assert words in " ".join(said.err.split())
    assert "Do: " in said.err


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    shutil.copy(shipped()["salford"], folder / "salford.toml")
    return folder


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine's settings file, and whose it must be."""
    path = tmp_path / "etc" / "config.toml"
    path.parent.mkdir()
    path.write_text("")
    monkeypatch.setattr(config, "MACHINE", path)
    monkeypatch.setattr(config, "OWNER_OF_MACHINES", os.geteuid())
    return path


@pytest.mark.parametrize("way", ["option", "variable"])
def test_who_acts_can_be_made_final(
    terminal: Terminal, machine: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    terminal.staffed()
    machine.write_text('final = ["as"]\n')
    asked: tuple[str, ...] = ("people", "add", "x", "--role", "member")
    if way == "option":
        asked = (*asked, "--as", terminal.me())
    else:
        monkeypatch.setenv("DECISIONS_AS", "m.officer")
    said = terminal(*asked)
    assert said.code == 4, said
    assert "final-setting" in said.err
    assert str(machine) in said.err
    monkeypatch.delenv("DECISIONS_AS", raising=False)
    terminal.did("people", "add", "y", "--role", "member")
    assert [each["person"] for each in terminal.did("people", "list", "--json").plain][-1] == "y"


@pytest.mark.parametrize("setting", ["database", "council", "constitutions"])
@pytest.mark.parametrize("way", ["option", "variable", "here", "home"])
def test_any_setting_can_be_made_final(
    terminal: Terminal, machine: Path, tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch,
    setting: str, way: str,
) -> None:  # fmt: skip
    terminal.staffed()
    values = {"database": str(tmp_path / "register.db"), "council": "herefordshire"}
    held, other = values.get(setting), str(own) if setting == "constitutions" else "another"
    machine.write_text((f'{setting} = "{held}"\n' if held else "") + f'final = ["{setting}"]\n')
    for name in ("DECISIONS_DB", "DECISIONS_COUNCIL"):
        monkeypatch.delenv(name)
    asked: tuple[str, ...] = ("people", "list")
    if setting != "database":
        monkeypatch.setenv("DECISIONS_DB", values["database"])
    if setting != "council":
        asked = (*asked, "--council", "herefordshire")
    terminal.did(*asked)
    if way == "option":
        flag = {"database": "--db", "council": "--council", "constitutions": "--constitutions"}[
            setting
        ]
        asked = (flag, other, *asked) if setting == "constitutions" else (*asked, flag, other)
    elif way == "variable":
        variable = {known.name: known.variable for known in config.KNOWN}[setting]
        monkeypatch.setenv(variable, other)
    else:
        settings_in(way, tmp_path).write_text(f'{setting} = "{other}"\n')
    said = terminal(*asked)
    assert said.code == 4, said
    assert f'"{setting}" is final' in " ".join(said.err.split())


def test_what_is_final_is_shown(terminal: Terminal, machine: Path) -> None:
    machine.write_text('final = ["as", "constitutions"]\n')
    shown = terminal.did("config", "show", "--origin")
    finals = [
        line.split("\t")[0]
        for line in shown.out.splitlines()
        if line.endswith("; final on this machine")
    ]
    assert finals == ["constitutions", "as"]
    assert "Final on this machine: constitutions, as." in terminal.did("config", "show").err
    plain = terminal.did("config", "show", "--json").plain
    assert [each["name"] for each in plain if each["final"]] == ["constitutions", "as"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('final = "as"', "is a list of settings"),
        ('final = ["who"]', "is a list of settings"),
        ("final = [1]", "is a list of settings"),
        ('as = "m.officer"', "no file may set as"),
    ],
)
def test_what_is_final_is_said_in_settings_that_there_are(
    terminal: Terminal, machine: Path, words: str, said: str
) -> None:
    machine.write_text(f"{words}\n")
    refused_for(terminal("list"), machine, said)


@pytest.mark.parametrize("place", ["here", "home"])
def test_only_the_machines_file_says_what_is_final(
    terminal: Terminal, machine: Path, tmp_path: Path, place: str
) -> None:
    path = settings_in(place, tmp_path)
    path.write_text('final = ["as"]\n')
    refused_for(terminal("list"), path, f"is said in {machine} alone")


def test_the_machines_file_must_belong_to_root(
    terminal: Terminal, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config, "OWNER_OF_MACHINES", os.geteuid() + 1)
    refused_for(terminal("list"), machine.parent, "belongs to user number")
    monkeypatch.setattr(config, "must_be_trusted", lambda *_, **__: None)
    refused_for(terminal("list"), machine, "belongs to user number")
    assert (str(config.MACHINE), trusted.ROOT) == (str(machine), 0)


def test_a_home_that_one_may_not_enter_holds_nothing_of_ones_own(
    terminal: Terminal, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a service is run with the home of another still set. The machine's file is read."""
    usual = Path.lstat

    def barred(path: Path) -> os.stat_result:
        if "config" in path.parts:
            raise PermissionError(13, "Permission denied")
        return usual(path)

    monkeypatch.setattr(Path, "lstat", barred)
    terminal.begun().did("list")
    monkeypatch.setattr(config, "MACHINE", machine.parent / "config" / "config.toml")
    said = terminal("list")
    refused_for(said, config.MACHINE, "cannot be read: Permission denied")
    leave = f"chmod 755 {config.MACHINE.parent}; chmod 644 {config.MACHINE}"
    assert leave in " ".join(said.err.split())
    assert "move the file away" not in said.err


def test_a_machines_file_that_may_not_be_read_is_for_root_to_open(
    terminal: Terminal, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def barred(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("workflow.files.opening._found", barred)
    said = terminal("list")
    refused_for(said, machine, "may not be read by this account")
    assert f"chmod 644 {machine}" in " ".join(said.err.split())
    assert "move the file away" not in said.err


def test_a_user_without_a_home_is_told_to_say_where_the_register_is(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "DECISIONS_DB"):
        monkeypatch.delenv(name)
    said = terminal("list")
    assert said.code == 2, said
    assert "--db FILE" in said.err


def test_an_empty_home_is_none(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the root of the file system, where a job's account may not write."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "DECISIONS_DB"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", "")
    said = terminal("list")
    assert said.code == 2, said
    assert "--db FILE" in said.err


def test_who_acts_is_set_by_no_file(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "council-decisions.toml").write_text('as = "mo"\n', encoding="utf-8")
    said = terminal("list")
    assert said.code == 2, said
    assert "no file may set as." in " ".join(said.err.split())


def test_where_the_register_is_final_no_remedy_names_another(
    terminal: Terminal, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.begun()
    monkeypatch.delenv("DECISIONS_DB")
    machine.write_text(f'database = "{terminal.register}"\n')

    def barred(*_: object) -> bool:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("cli.context.Context.has_register", barred)
        assert "Or name another: --db FILE" in " ".join(terminal("list").err.split())
        machine.write_text(f'{machine.read_text()}final = ["database"]\n')
        said = " ".join(terminal("list").err.split())
    assert "put you in the folder's group" in said
    assert "--db" not in said
    backup = terminal("db", "check", "--db", "backup.db")
    assert backup.code == 4
    assert "Check a backup on another machine." in " ".join(backup.err.split())
