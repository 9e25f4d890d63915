"""Checks name the register, what it holds and its newest entry; of an empty one they say so."""

import sqlite3
from contextlib import closing

from cli import exits
from support.terminal import Terminal


def test_checks_name_the_register_and_its_newest_entry(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    for command in (["journal", "verify"], ["db", "check"]):
        said = terminal.did(*command).out
        assert f"Register: {terminal.register}" in said
        assert "Identity: " in said
        assert "Decisions: 1. Entries in the journal: " in said
        assert f"Newest entry: decision/{ref}, entry " in said
        assert "only a seal kept outside it can tell" in " ".join(said.split())
        held = terminal.did(*command, "--json").plain["register"]
        assert held["address"] == str(terminal.register)
        assert held["identity"] in said
        assert held["begun_at"] is not None
        assert held["newest"]["stream"] == f"decision/{ref}"


def test_an_empty_register_does_not_verify_as_whole(terminal: Terminal) -> None:
    terminal.did("db", "upgrade")
    said = terminal("journal", "verify")
    assert said.code == exits.NOT_VERIFIED
    assert "It holds no entry" in said.err
    assert "The register is empty." in said.out
    assert terminal("journal", "verify", "--json").plain["verified"] is False
    checked = terminal.did("db", "check").out
    assert "Its tables are whole, and hold nothing." in checked
    assert "and whole." not in checked
    assert "The register is empty." in checked
    assert terminal.did("db", "check", "--json").plain["register"]["entries"] == 0


def test_a_guard_that_was_taken_away_is_named(terminal: Terminal) -> None:
    """It ends as damage does."""
    terminal.staffed()
    with closing(sqlite3.connect(terminal.register)) as owner:
        owner.execute("DROP TRIGGER cd_journal_no_update").close()
    said = terminal("db", "check")
    assert said.code == exits.NOT_VERIFIED
    assert "The trigger cd_journal_no_update on cd_journal is missing." in said.err
    assert terminal("db", "check", "--json").plain["whole"] is False
