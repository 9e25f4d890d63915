"""Every command that `today` prints runs as it is printed, its blanks filled in."""

import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from support.councils import COUNCILS
from support.lives.every_state import LIVES
from support.registers import copied, let_go
from support.steps import MORNING, opened
from support.terminal import Terminal
from workflow import ManualClock

NOT_UNDERSTOOD: Final = 2
BLANKS: Final = {"TEXT": "x", "DATE": "2018-12-14", "WHEN": "2018-10-18T08:00", "NUMBER": "1"}
KIND: Final = "key-decision"
CHANGES_NOTHING: Final = ("next", "show", "runs", "calendar import")


def _filled(command: str) -> list[str]:
    """Fill in what stands in capitals, and of choices take the first."""
    words = shlex.split(command)
    assert words[0] == "decisions"
    told = [BLANKS.get(word, KIND if word == "KIND" else word) for word in words[1:]]
    return [re.sub(r"^([a-z-]+)\|[a-z|-]+$", r"\1", word) for word in told]


@pytest.mark.parametrize("name", LIVES)
def test_each_command_runs_as_it_is_printed(
    name: str, ready_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(COUNCILS))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    address = copied(ready_file, tmp_path / "register.db")
    monkeypatch.setenv("DECISIONS_DB", address)
    clock = ManualClock(MORNING)
    engine = opened(address, clock)
    council = engine.get(LIVES[name](engine, clock)).council
    let_go(engine)
    terminal = Terminal(address, f"{clock.now().replace(tzinfo=None)}")
    found = terminal.did("today", "--council", council, "--days", "366", "--json").plain
    printed = terminal.did("today", "--council", council, "--days", "366").out
    for command in {each for matter in found["matters"] for each in matter["commands"]}:
        assert command in " ".join(printed.replace("\\\n", " ").split()), command
        words = _filled(command)
        rehearsed = not command.removeprefix("decisions ").startswith(CHANGES_NOTHING)
        said = terminal(*words, *(["--dry-run"] if rehearsed else []))
        assert said.code != NOT_UNDERSTOOD, (command, said)
        assert "crash" not in said.err, (command, said)
        assert terminal(*shlex.split(command)[1:], "--help").code == 0, command
