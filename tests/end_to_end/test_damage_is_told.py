"""What is damaged is named, the rest is answered, and no waiting is advised."""

import json
import sqlite3

import pytest

from support.terminal import Terminal


def _damage(terminal: Terminal, change: str) -> None:
    owner = sqlite3.connect(terminal.register)
    owner.execute(change)
    owner.commit()
    owner.close()


def _two(terminal: Terminal) -> list[str]:
    terminal.staffed()
    for ref in ("HFD-1", "HFD-2"):
        terminal.published_on(ref, f"2018-10-{17 + int(ref[-1])}")
    return ["HFD-1", "HFD-2"]


@pytest.mark.parametrize("value", ["'yesterday'", "CAST(x'7bff' AS TEXT)"])
def test_a_damaged_row_is_left_out_of_a_list_and_named(terminal: Terminal, value: str) -> None:
    refs = _two(terminal)
    _damage(terminal, f"UPDATE cd_decisions SET last_at = {value} WHERE ref = '{refs[0]}'")
    for command in (["list"], ["export", "csv"], ["list", "--json"]):
        said = terminal(*command)
        assert said.code == 1, said
        assert refs[1] in said.out
        assert refs[0] not in said.out
        assert f"{refs[0]} cannot be read: last_at" in said.err
        assert "yesterday" not in said.err
    said = terminal("close", at="2018-11-30 09:00:00")
    assert (said.code, f"closed  {refs[1]}" in said.out) == (8, True)
    assert terminal("journal", "verify").code == 7
    assert terminal("db", "check").code != 75


def test_a_run_with_broken_words_is_named(terminal: Terminal) -> None:
    terminal.staffed().did("close")
    terminal.did("close")
    _damage(terminal, "UPDATE cd_runs SET left_over = '{' WHERE number = 1")
    said = terminal("runs", "--json")
    assert (said.code, [run["run"] for run in json.loads(said.out)]) == (1, [2])
    assert "with number 1 cannot be read: left_over" in said.err
    assert "damaged" in json.loads(said.err)["error"]["code"]


def test_the_last_due_whose_state_was_changed_by_hand_stops_no_close(terminal: Terminal) -> None:
    refs = _two(terminal)
    _damage(terminal, f"UPDATE cd_decisions SET state = 'withdrawn' WHERE ref = '{refs[1]}'")
    said = terminal("close", at="2018-11-30 09:00:00")
    assert (said.code, f"closed  {refs[0]}" in said.out) == (8, True)
    assert refs[1] in said.out
