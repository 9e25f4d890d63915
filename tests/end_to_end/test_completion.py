"""What a shell completes: commands, references, councils, states and roles, at once and harming
nothing."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from typer.main import get_command

from cli.application import app
from cli.command_list import COMMANDS
from cli.completion import OF_COMMANDS, OF_OPTIONS, SEVERAL, answer, completed
from cli.known_references import MOST, references
from support.steps import drafted
from support.terminal import Terminal
from workflow import Engine

BIN = Path(sys.executable).parent
IN_BASH = """
eval "$(decisions --show-completion bash)"
COMP_WORDS=({words}); COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
_decisions_completion decisions
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.fixture
def used(terminal: Terminal) -> Terminal:
    terminal.staffed()
    for ref in ("HFD-1", "HFD-2", "OLD-1", "H_1"):
        terminal.did("new", "--title", "T", "--body", "B", "--kind", "key", "--ref", ref)
    return terminal


def in_bash(words: str, folder: Path) -> list[str]:
    """Give what bash itself would offer for the last of these words."""
    ran = subprocess.run(
        ["bash", "--norc", "-c", IN_BASH.format(words=words)],
        env={**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    assert ran.stderr == ""
    return ran.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("decisions whoa", ["whoami"]),
        ("decisions request re", ["record-late", "reject", "record-opinion"]),
        ("decisions help request acc", ["accept"]),
        ("decisions show hfd", ["HFD-1", "HFD-2"]),
        ("decisions request accept --json ol", ["OLD-1"]),
        ("decisions show --db register.db HFD-2", ["HFD-2"]),
        ("decisions supersede HFD-1 --superseded-by OLD", ["OLD-1"]),
        ("decisions list --council salf", ["salford"]),
        ("decisions list --council = salf", ["salford"]),
        ("decisions constitution compare salford hackn", ["hackney"]),
        ("decisions list --state call", ["call-in-open", "called-in"]),
        ("decisions people add x --role mon", ["monitoring-officer"]),
        ("decisions sign HFD-1 --sig", ["--signatory"]),
        ("decisions plan --kind off", ["officer-key", "officer-non-key"]),
    ],
)
def test_bash_offers_what_fits(
    used: Terminal, tmp_path: Path, words: str, offered: list[str]
) -> None:
    assert sorted(in_bash(words, tmp_path)) == sorted(offered)


def test_zsh_is_told_in_its_own_way(used: Terminal) -> None:
    asked = {"_DECISIONS_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "decisions show HF"}
    assert answer(asked) == ('_arguments \'*: :(("HFD-1"\n"HFD-2"))\'', 0)
    assert answer({**asked, "_TYPER_COMPLETE_ARGS": "decisions show X"}) == ("_files", 0)


def test_fish_asks_whether_there_is_anything_and_then_what(used: Terminal) -> None:
    asked = {"_DECISIONS_COMPLETE": "complete_fish", "_TYPER_COMPLETE_ARGS": "decisions show HF"}
    first = {**asked, "_TYPER_COMPLETE_FISH_ACTION": "is-args"}
    assert answer(first) == ("", 0)
    assert answer({**first, "_TYPER_COMPLETE_ARGS": "decisions show X"}) == ("", 1)
    then = {**asked, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    assert answer(then) == ("HFD-1\nHFD-2", 0)


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish on this machine")
def test_fish_itself_offers_references(used: Terminal, tmp_path: Path) -> None:
    asks = "decisions --show-completion fish | source; complete -C 'decisions show hf'"
    ran = subprocess.run(
        ["fish", "--no-config", "-c", asks],
        env={**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert (ran.stdout.split(), ran.stderr) == (["HFD-1", "HFD-2"], "")


@pytest.mark.parametrize("shell", ["powershell", "pwsh"])
def test_powershell_gives_the_word_apart_from_the_line(used: Terminal, shell: str) -> None:
    asked = {
        "_DECISIONS_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": "decisions show HF",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "HF",
    }
    assert answer(asked) == ("HFD-1::: \nHFD-2::: ", 0)
    empty = {"_TYPER_COMPLETE_ARGS": "decisions show", "_TYPER_COMPLETE_WORD_TO_COMPLETE": ""}
    assert "OLD-1::: " in answer({**asked, **empty}).text.splitlines()


def test_a_second_word_is_no_reference(used: Terminal) -> None:
    assert completed(["show", "HFD-1"], "") is None
    assert completed(["show", "--as-of"], "") is None
    assert completed(["show", "--json"], "HFD-1") == ["HFD-1"]
    assert completed(["no-such"], "") is None


def a_register_of(file: Path, refs: Iterable[str]) -> str:
    """Make the one table that is read, with references as only another program could write them."""
    with sqlite3.connect(file) as register:
        register.execute("CREATE TABLE cd_decisions (ref TEXT PRIMARY KEY)")
        register.executemany("INSERT INTO cd_decisions VALUES (?)", [(ref,) for ref in refs])
    register.close()
    return str(file)


def test_what_a_shell_would_not_take_for_a_word_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Zsh reads what it is told again: nothing in a register may be run by it."""
    wrong = ("$(reboot)", "a b", "x;y", "`id`", "-x", 'q"', "a\nb")
    register = a_register_of(tmp_path / "odd.db", (*wrong, "HFD-1"))
    monkeypatch.setenv("DECISIONS_DB", register)
    assert set(wrong) < set(references(register, ""))
    asked = {"_DECISIONS_COMPLETE": "complete_bash", "COMP_WORDS": "decisions\nshow"}
    assert answer({**asked, "COMP_CWORD": "2"}) == ("HFD-1", 0)


def test_a_mark_of_the_database_is_an_ordinary_letter(used: Terminal, tmp_path: Path) -> None:
    assert references(used.register, "h_") == ["H_1"]
    register = a_register_of(tmp_path / "odd.db", ("A%B", "AXB", "A\\B"))
    assert references(register, "A%") == ["A%B"]
    assert references(register, "A\\") == ["A\\B"]


def test_every_command_that_takes_a_reference_or_a_council_is_known() -> None:
    """The table is held to what the commands themselves take first."""
    root = get_command(app)
    first = {}
    for name in COMMANDS:
        command = root
        for word in name.split():
            command = command.get_command(None, word)  # type: ignore[attr-defined]
        taken = [each for each in command.params if each.param_type_name == "argument"]
        first[name] = str(taken[0].metavar).strip("[]") if taken else None
    of = {name: kind for name, kind in OF_COMMANDS.items() if kind == "reference"}
    assert set(of) == {name for name, metavar in first.items() if metavar == "REF"}
    councils = {name for name, kind in OF_COMMANDS.items() if kind == "council"}
    names = {name for name, metavar in first.items() if metavar in ("NAME", "NAME...")}
    assert councils <= names
    assert set(SEVERAL) <= set(COMMANDS)
    assert set(OF_OPTIONS) == {"--council", "--state", "--role", "--superseded-by"}


@pytest.mark.parametrize(
    "address", ["", "none.db", "/", "mysql://x/y", "sqlite://", "sqlite:///none.db"]
)
def test_where_there_is_no_register_there_is_nothing_and_none_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert references(address, "") == []
    assert list(tmp_path.iterdir()) == []


def test_reading_leaves_nothing_and_needs_no_leave_to_write(used: Terminal, tmp_path: Path) -> None:
    """Not even where the register has no log beside it, and a reader would make one."""
    before = sorted(tmp_path.iterdir())
    assert references(used.register, "HFD") == ["HFD-1", "HFD-2"]
    assert sorted(tmp_path.iterdir()) == before
    with sqlite3.connect(used.register) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("BEGIN IMMEDIATE")
        assert references(used.register, "HFD") == ["HFD-1", "HFD-2"]
    writer.close()
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert references(str(damaged), "") == []


def test_of_very_many_the_last_is_given_too(tmp_path: Path) -> None:
    """So that what all of them begin with is not taken to be longer than it is."""
    many = a_register_of(tmp_path / "m.db", (f"HFD-2018-{number:05}" for number in range(100_000)))
    found = references(many, "hfd")
    assert len(found) == MOST + 1
    assert (found[0], found[-1]) == ("HFD-2018-00000", "HFD-2018-99999")


def test_postgresql_is_asked_too_and_not_waited_for(
    postgres_address: str, open_register: Callable[[str], Engine]
) -> None:
    drafted(open_register(postgres_address), ref="HFD-1")
    assert references(postgres_address, "hfd") == ["HFD-1"]
    began = time.perf_counter()
    assert references("postgresql://nobody@10.255.255.1:9/none", "") == []
    assert time.perf_counter() - began < 3


def test_it_loads_neither_typer_nor_sqlalchemy(used: Terminal) -> None:
    script = (
        "import os, sys\nfrom cli.completion import answer\n"
        "assert answer(os.environ).text == 'HFD-1\\nHFD-2'\n"
        "for name in ('typer', 'sqlalchemy', 'pydantic', 'cli.application'):\n"
        "    assert name not in sys.modules, name\n"
    )
    asked = {"COMP_WORDS": "decisions\nshow\nHFD", "COMP_CWORD": "2"}
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, **asked, "_DECISIONS_COMPLETE": "complete_bash"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
