"""Only `people add`, `db upgrade` and `demo` begin a register; a slip elsewhere leaves nothing."""

import stat
from pathlib import Path

import pytest

import workflow.constitution
from support.terminal import Terminal

TABLES = (
    ["list"],
    ["show", "HFD-1"],
    ["next", "HFD-1"],
    ["history", "HFD-1"],
    ["explain", "HFD-1"],
    ["may-implement", "HFD-1"],
    ["runs"],
    ["close"],
    ["close", "--dry-run"],
    ["report", "call-ins", "--since", "2018-01-01", "--until", "2018-12-31"],
    ["irregular", "list"],
    ["people", "list"],
    ["people", "end", "1", "--reason", "r"],
    ["people", "add", "x", "--role", "author", "--dry-run"],
    ["calendar", "show"],
    ["calendar", "add", "--date", "2018-12-27", "--kind", "closure", "--title", "t",
     "--reason", "r", "--source", "s"],
    ["journal", "show", "HFD-1"],
    ["journal", "verify"],
    ["db", "check"],
    ["db", "current"],
    ["export", "csv"],
    ["export", "jsonl", "--all"],
    ["new", "--title", "t", "--body", "Cabinet", "--kind", "non-key"],
    ["sign", "HFD-1", "--signatory", "x"],
    ["constitution", "adopt", "h.toml", "--approved-by", "x", "--approved-on", "2018-01-01",
     "--reason", "r"],
    ["import", "csv", "s.csv", "--mapping", "m.toml", "--adopt"],
)  # fmt: skip


@pytest.mark.parametrize(
    "named", ["typo.db", "sqlite:///typo.db", "sqlite:///file:typo.db?uri=true"]
)
def test_nothing_else_begins_one_by_path_or_by_address(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    councils = Path(workflow.constitution.__file__).with_name("councils")
    shipped = (councils / "herefordshire.toml").read_text("utf-8")
    (tmp_path / "h.toml").write_text(shipped, "utf-8")
    (tmp_path / "s.csv").write_text("Reference\nHFD-1\n", "utf-8")
    made = terminal("import", "mapping", "s.csv", "--out", "m.toml")
    (tmp_path / "m.toml").write_text(made.out or 'council = "herefordshire"\n', "utf-8")
    before = sorted(each.name for each in tmp_path.iterdir())
    monkeypatch.setenv("DECISIONS_DB", named)
    for command in TABLES:
        said = terminal(*command)
        assert said.code in (1, 2), (command, said)
        if command[0] != "import":
            assert said.code == 1, (command, said)
            assert "There is no register at" in said.err, (command, said)
            assert "typo.db" in said.err
            assert "decisions init" in said.err
    assert sorted(each.name for each in tmp_path.iterdir()) == before


@pytest.mark.parametrize("named", [" ", "\t"])
def test_a_blank_name_is_no_register(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("DECISIONS_DB", named)
    for command in (["list"], ["people", "add", "x", "--role", "author"], ["db", "upgrade"]):
        assert "is blank" in terminal(*command).err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_register(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "register.db").touch()
    said = terminal("journal", "verify")
    assert (said.code, "it is empty" in " ".join(said.err.split())) == (1, True)
    assert "Beginning a new register in" in terminal.did("db", "upgrade").err


@pytest.mark.parametrize(
    "command", [["people", "add", "x", "--role", "author"], ["db", "upgrade"], ["demo"]]
)
@pytest.mark.parametrize("named", ["new.db", "sqlite:///new.db"])
def test_those_that_begin_one_say_where(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str],
    named: str,
) -> None:  # fmt: skip
    monkeypatch.setenv("DECISIONS_DB", named)
    if command == ["demo"]:
        command = ["demo", "--keep", "new.db"]
    assert "Beginning a new register in" in terminal.did(*command).err
    new = tmp_path / "new.db"
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    terminal.did("db", "check", "--db", "new.db")


def test_a_slip_in_an_appointment_begins_none(terminal: Terminal, tmp_path: Path) -> None:
    for slip in (["--role", "autor"], ["--role", "author", "--council", "nowhere"]):
        assert terminal("people", "add", "x", *slip).code != 0
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_begun_leaves_no_file(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("workflow.store.schema.upgrade", full)
    assert terminal("db", "upgrade").code != 0
    assert list(tmp_path.iterdir()) == []


def test_the_group_may_have_it_where_its_folder_hands_the_group_on_or_it_is_asked_for(
    terminal: Terminal, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o2770)
    terminal.did("db", "upgrade", "--db", "shared/r.db")
    terminal.did("db", "upgrade", "--db", "asked.db", "--group")
    for file in (shared / "r.db", tmp_path / "asked.db"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o660


@pytest.mark.parametrize("command", [("list",), ("db", "check"), ("db", "upgrade")], ids=" ".join)
def test_a_link_to_itself_is_no_register(
    terminal: Terminal, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "loop.db").symlink_to("loop.db")
    said = terminal(*command, "--db", str(tmp_path / "loop.db"))
    assert said.code == 1, said
    assert "[not-set-up]" in said.err
