"""Whoever may not come in is told whom to ask, and whoever only reads needs no name."""

from errno import EACCES
from pathlib import Path

import pytest

from support.registers import Postgres
from support.terminal import Terminal


def test_an_outsider_of_the_folder_is_told_whom_to_ask(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def barred(path: Path) -> bool:
        raise PermissionError(EACCES, "Permission denied", str(path))

    with monkeypatch.context() as outside:
        outside.setattr(Path, "exists", barred)
        said = " ".join(terminal("list").err.split())
    assert "Permission denied:" in said
    assert "Ask whoever keeps it to put you in the folder's group" in said


@pytest.mark.parametrize("command", [("list",), ("show", "X"), ("db", "check"), ("runs",)])
def test_reading_needs_nobody_s_name(terminal: Terminal, command: tuple[str, ...]) -> None:
    said = " ".join(terminal(*command, "--as", "nobody").err.split())
    assert "This command takes no --as" in said
    assert "--as-of" not in said


def test_only_a_file_has_copies_that_may_lack_something(
    terminal: Terminal, postgres: Postgres
) -> None:
    terminal.staffed()
    assert "A copy made while the register was in use" in terminal.did("db", "check").out
    postgres.empty("checked")
    address = postgres.address("checked")
    terminal.did("db", "upgrade", "--db", address)
    said = terminal.did("db", "check", "--db", address).out
    postgres.drop("checked")
    assert "Identity:" in said
    assert "A copy made" not in said
