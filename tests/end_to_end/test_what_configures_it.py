"""What configures it: settings files and folders of constitutions, taken only where nobody else can
have written them."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support.terminal import Said, Terminal
from support.timing import at_once
from workflow.constitution.shipped import shipped
from workflow.errors import BadConstitution, Invalid
from workflow.files import trusted
from workflow.register.councils import load_councils

IN_FOLDER = "council-decisions.toml"


def _world(path: Path) -> None:
    path.chmod(0o666)


def _group(path: Path) -> None:
    path.chmod(0o664)


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _link_out(path: Path) -> None:
    away = path.parent.parent / "away"
    away.mkdir(exist_ok=True)
    path.symlink_to(shutil.move(path, away / path.name))


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _long(path: Path) -> None:
    with path.open("a") as file:
        file.write("#" * 1_000_001)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _dotted(path: Path) -> None:
    path.write_text(".".join(["a"] * 200_000) + " = 1\n")


def _digits(path: Path) -> None:
    path.write_text(f"a = {'9' * 900_000}\n")


def _deep(path: Path) -> None:
    path.write_text(f"a = {'[' * 100_000}\n")


def _half(path: Path) -> None:
    path.write_bytes(b"council = '\xff'\n")


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "written by all": (_world, "may be written by others"),
    "written by a group": (_group, "may be written by others"),
    "a pipe": (_pipe, "is not an ordinary file"),
    "a link out": (_link_out, "a link that leads out of its folder"),
    "a link to itself": (_loop, "cannot be read"),
    "a link to a device": (_device, "a link that leads out of its folder"),
    "too long": (_long, "is longer than 1,000,000 bytes"),
    "a folder": (_folder, "is a folder"),
    "a dotted key": (_dotted, "more than 20 parts"),
    "many digits": (_digits, "more than 100 digits"),
    "deep": (_deep, "more than 20 deep"),
    "not UTF-8": (_half, "is not text in UTF-8"),
}


def another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whoever runs this be somebody to whom these files do not belong."""
    own = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    monkeypatch.setattr(trusted, "ROOT", -1)


def settings_in(place: str, folder: Path) -> Path:
    path = (
        folder / IN_FOLDER if place == "here" else folder / "config/council-decisions/config.toml"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('council = "salford"\n')
    return path


def refused_for(said: Said, path: Path, words: str) -> None:
    assert said.code == 2, said
    assert str(path) in said.err
    assert words in " ".join(said.err.split())
    assert "Do: " in said.err


@pytest.mark.parametrize("place", ["here", "home"])
@pytest.mark.parametrize("what", BAD)
def test_a_settings_file_that_another_could_have_written_is_refused(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, what: str
) -> None:
    path = settings_in(place, tmp_path / "in")
    monkeypatch.chdir(tmp_path / "in")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "in/config"))
    terminal.did("config", "show")
    spoil, words = BAD[what]
    spoil(path)
    with at_once():
        refused_for(terminal("list"), path, words)


@pytest.mark.parametrize("place", ["here", "home"])
def test_a_settings_file_of_another_user_is_refused(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    path = settings_in(place, tmp_path)
    another(monkeypatch)
    refused_for(terminal("list"), path, "belongs to user number")


def test_a_link_within_its_own_folder_is_taken(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real.toml").write_text('council = "salford"\n')
    (tmp_path / IN_FOLDER).symlink_to("real.toml")
    monkeypatch.delenv("DECISIONS_COUNCIL")
    assert terminal.did("config", "show", "--json").plain[1]["value"] == "salford"


def test_a_link_to_nothing_is_not_passed_over(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / IN_FOLDER).symlink_to("none.toml")
    refused_for(terminal("list"), tmp_path / IN_FOLDER, "There is no file")


def test_what_is_opened_is_what_is_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is put in the place of another after it was looked at is judged itself."""
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text("")
    bad.write_text("")
    bad.chmod(0o666)
    usual = os.open

    def swapped(path: object, *given: int) -> int:
        return usual(bad if str(path) == str(good) else path, *given)  # type: ignore[arg-type,call-overload]

    monkeypatch.setattr(os, "open", swapped)
    with pytest.raises(Invalid, match="may be written by others"):
        trusted.trusted_text(good)


# -- folders of constitutions -------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "in" / "rules"
    folder.mkdir(parents=True)
    shutil.copy(shipped()["salford"], folder / "salford.toml")
    return folder


@pytest.mark.parametrize("way", ["option", "variable", "settings"])
@pytest.mark.parametrize("what", BAD)
def test_a_constitution_that_another_could_have_written_is_refused(
    terminal: Terminal, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str,
    way: str,
) -> None:  # fmt: skip
    spoil, words = BAD[what]
    spoil(own / "salford.toml")
    asked: tuple[str, ...] = ("constitution", "list")
    if way == "option":
        asked = ("--constitutions", str(own), *asked)
    elif way == "variable":
        monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(own))
    else:
        (tmp_path / IN_FOLDER).write_text(f'constitutions = "{own}"\n')
    refused_for(terminal(*asked), own / "salford.toml", words)


@pytest.mark.parametrize("mode", [0o777, 0o775, 0o2770, 0o1777])
def test_a_folder_of_constitutions_that_others_may_write_is_refused(own: Path, mode: int) -> None:
    own.chmod(mode)
    with pytest.raises(Invalid, match="may be written by others") as said:
        load_councils([own])
    assert str(own) in str(said.value)
    assert f"chmod go-w {own}" in said.value.cure


def test_a_folder_of_constitutions_that_is_a_link_out_is_refused(own: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "rules"
    link.parent.mkdir()
    link.symlink_to(own)
    with pytest.raises(Invalid, match="a link that leads out"):
        load_councils([link])


def test_a_folder_of_constitutions_that_is_a_link_to_itself_is_none(
    terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    said = terminal("--constitutions", str(tmp_path / "loop"), "constitution", "list")
    refused_for(said, tmp_path / "loop", "There is no folder")


def test_a_folder_of_constitutions_of_another_user_is_refused(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    another(monkeypatch)
    with pytest.raises(Invalid, match="belongs to user number"):
        load_councils([own])


def test_a_constitution_of_another_user_is_refused(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workflow.register.councils.must_be_trusted", lambda _: None)
    another(monkeypatch)
    with pytest.raises(BadConstitution, match="belongs to user number"):
        load_councils([own])
