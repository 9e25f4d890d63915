"""A terminal at a fresh register, with nothing of this machine's settings."""

import os
from pathlib import Path

import pytest

from support.terminal import Terminal
from workflow import config


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    for name in ("DECISIONS_AS", "DECISIONS_JSON", "DECISIONS_DRY_RUN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DECISIONS_DB", str(tmp_path / "register.db"))
    monkeypatch.setenv("DECISIONS_COUNCIL", "herefordshire")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path / "register.db")


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with a home of their own, in a folder, and nothing set."""
    for name in ("DECISIONS_DB", "DECISIONS_COUNCIL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


@pytest.fixture
def fresh_desk(fresh: Path) -> Terminal:
    return Terminal(fresh / "data" / "council-decisions" / "decisions.db")


@pytest.fixture
def own(fresh: Path) -> Path:
    """Where their own settings file is, once there is one."""
    return fresh / "config" / "council-decisions" / "config.toml"


@pytest.fixture
def fresh_machine(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = fresh / "etc" / "council-decisions" / "config.toml"
    monkeypatch.setattr(config, "MACHINE", path)
    monkeypatch.setattr(config, "OWNER_OF_MACHINES", os.geteuid())
    return path
