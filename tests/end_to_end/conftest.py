"""A terminal at a fresh register, with nothing of this machine's settings."""

from pathlib import Path

import pytest
from terminal import Terminal


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
