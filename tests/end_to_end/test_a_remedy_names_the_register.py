"""What a refusal says to do is done at the register that was named, and not at another."""

from pathlib import Path

from cli import exits
from support.terminal import Terminal

HINT = "Add to that command: --db"


def test_a_register_that_was_typed_is_said_again_with_the_remedy(
    terminal: Terminal, tmp_path: Path
) -> None:
    ref = terminal.staffed().drafted()
    other = tmp_path / "another register.db"
    other.write_bytes(Path(terminal.register).read_bytes())
    refused = terminal("publish", ref, "--where", "the website", "--db", str(other))
    assert refused.code == exits.REFUSED
    assert f"{HINT} '{other}'" in " ".join(refused.err.split())
    missing = terminal("show", "HFD-9", "--db", str(other))
    assert missing.code == exits.NOT_FOUND
    assert HINT in missing.err


def test_one_that_is_set_is_not(terminal: Terminal) -> None:
    ref = terminal.staffed().drafted()
    refused = terminal("publish", ref, "--where", "the website")
    assert refused.code == exits.REFUSED
    assert HINT not in refused.err


def test_no_password_is_said_with_it(terminal: Terminal) -> None:
    address = "postgresql://u:hunter2@127.0.0.1:1/none"
    assert "hunter2" not in terminal("list", "--db", address).err
