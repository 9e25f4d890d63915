"""No password is shown, however an address is written; and no user without a name is another."""

import os
import pwd
from pathlib import Path

import pytest

from cli.application import _trace
from cli.context import os_user
from support.terminal import Terminal
from workflow.config import settings
from workflow.errors import WorkflowError
from workflow.store.database import make_engine

CANARY = "hunter2"
ADDRESSES = (
    "postgresql://u:hunter2@127.0.0.1:1/db",
    "postgresql://u:x@hunter2@127.0.0.1:1/db",
    "postgresql://u:hunter2@x@127.0.0.1:1/db",
    "postgresql://u@127.0.0.1:1/db?password=hunter2",
    "postgresql://u@127.0.0.1:1/db?connect_timeout=1&sslpassword=hunter2",
    "postgresql://u@127.0.0.1:1/db?pass%77ord=hunter2",
    "mysql://u:hunter2@h/db",
    "host=127.0.0.1 password=hunter2",
    "password='hunter2' host=127.0.0.1",
    "postgresql:u:hunter2@h",
    "//u:hunter2@h/d",
    "postgresql://u@127.0.0.1:1/db?options=-c%20password%3Dhunter2",
    "Server=127.0.0.1;Port=1;Username=u;Password=hunter2;Database=db",
    "Data Source=h;Initial Catalog=db;pwd=hunter2",
    "PGPASSWORD=hunter2",
    "PGHOST=h PGPASSWORD=hunter2",
    "register.db;Password=hunter2",
    "file:register.db?password=hunter2",
    "sqlite:///register.db?password=hunter2",
    "sqlite://u:hunter2@h/register.db",
)
COMMANDS = (
    ("config", "show"),
    ("config", "show", "--json"),
    ("config", "show", "--origin"),
    ("list",),
    ("list", "--json"),
    ("show", "T-1"),
    ("journal", "verify"),
    ("close",),
    ("db", "check"),
    ("db", "upgrade"),
    ("people", "add", "x", "--role", "member", "--council", "herefordshire"),
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_command_shows_a_password(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DECISIONS_DB", address)
    terminal = Terminal(tmp_path / "unused.db")
    for command in COMMANDS:
        said = terminal(*command)
        assert CANARY not in said.out + said.err, command
        assert said.code != 0 or command[0] == "config", command
    assert not list(tmp_path.iterdir())
    for command in (("list", address), ("list", address, "--json")):
        said = terminal(*command)
        assert said.code == 2
        assert CANARY not in said.out + said.err


def test_no_trace_shows_a_password(capsys: pytest.CaptureFixture[str]) -> None:
    for address in ADDRESSES:
        _trace(ValueError, ValueError(f"no {address}"), None)
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert CANARY not in told


def test_what_is_no_password_stays_as_it_is() -> None:
    for plain in ("/srv/a@b=c.db", "postgresql://u@h/db?sslmode=require"):
        assert settings({"database": plain}, {}, Path("/nowhere"))["database"].masked == plain


def test_a_number_without_a_name_is_no_name_the_environment_gives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nobody(number: int) -> None:
        raise KeyError(number)

    monkeypatch.setattr(pwd, "getpwuid", nobody)
    monkeypatch.setenv("LOGNAME", "m.officer")
    assert os_user() == f"uid {os.geteuid()}"


@pytest.mark.parametrize(
    "address",
    [
        "sqlite://h/x.db",
        "sqlite://u:hunter2@h/x.db",
        "sqlite:///x.db?password=a",
        "sqlite:///x?m=1",
    ],
)
def test_an_address_of_a_file_that_says_more_than_a_file_is_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no crash, and nothing that is said in it is left out without a word."""
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path / "unused.db")
    for command in (("list",), ("db", "upgrade"), ("people", "add", "x", "--role", "member")):
        said = terminal(*command, "--db", address, "--json", "--council", "herefordshire")
        if command[0] == "db":
            said = terminal(*command, "--db", address, "--json")
        assert (said.code, said.error["error"]["code"]) == (2, "invalid"), said
    assert not list(tmp_path.iterdir())


def test_a_driver_that_is_not_there_is_not_cured_by_another() -> None:
    """What is named in the address is not what the package brings."""
    for address in (
        "postgresql+nodriver://h/x",
        "postgresql+pg8000://h/x",
        "sqlite+aiosqlite:///x",
    ):
        with pytest.raises(WorkflowError) as found:
            make_engine(address)
        assert "pip install" not in found.value.cure
