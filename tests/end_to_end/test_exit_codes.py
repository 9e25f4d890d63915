"""Each exit code, met one by one, in text and in JSON."""

import sqlite3
from pathlib import Path

import pytest

from cli import exits
from support.terminal import Terminal
from workflow.store import sqlite


def test_0_is_done_or_nothing_to_do(terminal: Terminal) -> None:
    assert terminal.begun()("list").code == exits.DONE
    assert terminal("close").code == exits.DONE


def test_1_is_that_there_is_no_register_to_close(terminal: Terminal) -> None:
    """A mistyped address is no empty register in which all is well."""
    said = terminal("close", "--db", "mistyped.db")
    assert (said.code, "There is no register at mistyped.db" in said.err) == (exits.FAULT, True)
    assert not Path("mistyped.db").exists()


def test_1_is_a_fault_in_one_line(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash is one line, and the traceback is there for the asking."""

    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("the sky fell")

    terminal.staffed()
    monkeypatch.setattr("workflow.register.lookup.Lookup.list", crash)
    said = terminal("list")
    assert said.code == exits.FAULT
    assert "RuntimeError: the sky fell [crash]" in said.err
    assert "Traceback" not in said.err
    with pytest.raises(RuntimeError, match="the sky fell"):
        terminal("list", "--traceback")


def test_2_is_usage(terminal: Terminal) -> None:
    terminal.begun()
    for wrong in (["nosuch"], ["list", "--nosuch"], ["sign"], ["new"], ["show", "a b"]):
        assert terminal(*wrong).code == exits.USAGE


def test_2_is_said_in_json_where_json_is_asked_for(terminal: Terminal) -> None:
    terminal.begun()
    for wrong in (["list", "--limit", "0"], ["sign"], ["list", "--nosuch"], ["show", "a b"]):
        said = terminal(*wrong, "--json")
        assert (said.code, said.out) == (exits.USAGE, "")
        assert said.error["error"]["code"] == "invalid"
        assert said.error["error"]["remedy"]


def test_3_is_refused_by_a_rule_with_rule_and_remedy(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    said = terminal("implement", ref, "--evidence", "e", "--json")
    assert said.code == exits.REFUSED
    (reason,) = said.error["reasons"]
    assert reason["code"] == "call-in-open"
    assert reason["authority"]["words"]
    assert reason["remedy"]


def test_4_is_not_authorised(terminal: Terminal) -> None:
    ref = terminal.staffed().drafted()
    said = terminal("sign", ref, "--signatory", "x", "--as", "nobody")
    assert said.code == exits.NOT_AUTHORISED
    assert "[not-authorised]" in said.err
    assert terminal("people", "add", "x", "--role", "author", "--as", "nobody").code == 4


def test_5_is_not_found(terminal: Terminal) -> None:
    said = terminal.begun()("show", "HFD-2018-999", "--json")
    assert said.code == exits.NOT_FOUND
    assert said.error["error"]["code"] == "not-found"
    assert said.error["error"]["remedy"]
    said = terminal("constitution", "show", "herefordshir")
    assert (said.code, "Did you mean herefordshire?" in said.err) == (exits.NOT_FOUND, True)


def test_6_is_changed_by_another(terminal: Terminal) -> None:
    ref = terminal.staffed().drafted()
    said = terminal("sign", ref, "--signatory", "x", "--expect-version", "7")
    assert said.code == exits.CHANGED
    assert terminal.did("show", ref, "--json").plain["version"] == 1


def test_7_is_not_verified(terminal: Terminal) -> None:
    """A row changed behind the journal's back is found and named."""
    ref = terminal.staffed().published()
    with sqlite3.connect(terminal.register) as raw:
        raw.execute("UPDATE cd_decisions SET title = 'Another' WHERE ref = ?", [ref])
    raw.close()
    said = terminal("journal", "verify")
    assert said.code == exits.NOT_VERIFIED
    assert f"decision/{ref}" in said.err
    assert terminal("journal", "verify", ref, "--json").plain["verified"] is False


def test_8_is_that_some_need_a_person(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    terminal.did("hold", ref, "--on-account-of", "court", "--under", "An order", "--reason", "r")
    said = terminal("close", at="2018-10-25 01:00:00")
    assert said.code == exits.NEEDS_A_PERSON
    assert f"left    {ref}" in said.out


def test_75_is_try_again(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A register that another program is writing to is left alone, and nothing is half written."""
    ref = terminal.staffed().drafted()
    monkeypatch.setattr(sqlite, "_SETTINGS", ("foreign_keys=ON", "busy_timeout=50"))
    monkeypatch.setattr(sqlite, "WAIT_MS", 50)
    other = sqlite3.connect(terminal.register, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    said = terminal("sign", ref, "--signatory", "x")
    closing = terminal("close", "--json")
    other.execute("ROLLBACK")
    other.close()
    assert (said.code, closing.code) == (exits.TRY_AGAIN, exits.TRY_AGAIN)
    assert "[busy]" in said.err
    assert terminal.did("show", ref, "--json").plain["version"] == 1


def test_130_is_interrupted(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("workflow.register.lookup.Lookup.list", interrupt)
    assert terminal("list").code == exits.INTERRUPTED


def test_every_code_has_a_meaning_in_the_help(terminal: Terminal) -> None:
    said = " ".join(terminal.did("help", "exit-codes").out.split())
    for code, meaning in exits.MEANINGS.items():
        assert f"{code} {meaning}" in said


def test_a_missing_folder_is_said_so(terminal: Terminal, tmp_path: Path) -> None:
    nowhere = str(tmp_path / "no" / "such" / "r.db")
    said = terminal("people", "add", "x", "--role", "author", "--db", nowhere)
    assert said.code == exits.FAULT
    assert "cannot be opened" in said.err


def test_a_register_that_is_only_read_is_not_begun(terminal: Terminal, tmp_path: Path) -> None:
    """A slip in its name leaves no new one behind."""
    slip = tmp_path / "slip.db"
    said = terminal("list", "--db", str(slip))
    assert said.code == exits.FAULT
    assert "There is no register at" in said.err
    assert not slip.exists()
