"""A variable that makes a command other than what was typed is named first, on standard error."""

import pytest

from support.terminal import Terminal


def test_a_close_that_is_a_rehearsal_by_a_variable_says_so_first(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = terminal.staffed().published()
    monkeypatch.setenv("DECISIONS_CLOSE_DRY_RUN", "1")
    said = terminal.did("close", at="2018-10-27 09:00:00")
    first = said.err.splitlines()[0]
    assert first == "DECISIONS_CLOSE_DRY_RUN is set: this is a rehearsal, and nothing is kept."
    assert "DECISIONS_CLOSE_DRY_RUN" in terminal.did("close", "--json").err
    monkeypatch.setenv("DECISIONS_CLOSE_DRY_RUN", "0")
    assert f"closed  {ref}" in terminal.did("close").out


def test_what_was_typed_is_not_said_aloud(terminal: Terminal) -> None:
    terminal.staffed().published()
    assert terminal.did("close", "--dry-run", "--accept-gap").err == ""


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("DECISIONS_CLOSE_COUNCIL", "salford", "is set, to salford: it is gone by."),
        ("DECISIONS_CLOSE_LIMIT", "5", "is set, to 5: it is gone by."),
        ("DECISIONS_CLOSE_ACCEPT_GAP", "1", "is set: it is gone by."),
    ],
)
def test_so_is_whatever_else_a_variable_makes_of_the_close(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, told: str
) -> None:
    terminal.staffed()
    monkeypatch.setenv(variable, value)
    assert terminal.did("close").err == f"{variable} {told}\n"


def test_a_step_that_is_a_rehearsal_by_a_variable_says_so_first(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = terminal.staffed().drafted()
    monkeypatch.setenv("DECISIONS_SIGN_DRY_RUN", "true")
    said = terminal.did("sign", ref, "--signatory", "The Leader")
    assert said.err.startswith("DECISIONS_SIGN_DRY_RUN is set: this is a rehearsal")
