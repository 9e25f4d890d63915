"""What is typed again is refused as what stands already, in words and in JSON; the remedy works."""

import pytest

from support.refusals.remedies import commands_in, does_not_work
from support.terminal import Terminal

ASKS = (
    *("call-in", "P-1", "--requested-by", "Cllr A", "--grounds", "Cost"),
    *("--received-at", "2018-10-19T09:30"),
)


@pytest.fixture
def staffed(terminal: Terminal) -> Terminal:
    terminal.staffed()
    terminal.published("--ref", "P-1")
    terminal.now = "2018-10-19 10:00:00"
    return terminal


def test_a_call_in_that_is_typed_again(staffed: Terminal) -> None:
    staffed.did(*ASKS, "--expect-version", "4")
    said = staffed(*ASKS)
    assert said.code == 3
    assert "Request 1 on P-1" in said.err
    (reason,) = staffed(*ASKS, "--json").error["reasons"]
    assert reason["code"] == "already-recorded"
    assert does_not_work(staffed, reason["remedy"], "already-recorded") == []
    assert staffed(*ASKS, "--expect-version", "4").code == 6
    assert len(staffed.did("show", "P-1", "--json").plain["requests"]) == 1


def test_an_appointment_that_is_typed_again(staffed: Terminal) -> None:
    """The number to end is named, and ending that one ends it all."""
    adds = ("people", "add", "jsmith", "--role", "scrutiny-chair")
    made = staffed.did(*adds, "--json").plain["number"]
    for more in ((), ("--name", "J Smith"), ("--since", "2018-10-19"), ("--until", "2019-01-01")):
        said = staffed(*adds, *more)
        assert said.code == 3
        assert f"by appointment {made}" in " ".join(said.err.split())
    (reason,) = staffed(*adds, "--json").error["reasons"]
    assert reason["code"] == "already-recorded"
    assert does_not_work(staffed, reason["remedy"], "already-recorded") == []
    assert [words[:2] for words in commands_in(reason["remedy"])] == [
        ["people", "list"],
        ["people", "end"],
    ]
    staffed.did("people", "end", str(made), "--reason", "A slip")
    staffed.now = "2018-10-20 10:00:00"
    listed = staffed.did("people", "list", "--json").plain
    assert "jsmith" not in [each["person"] for each in listed]
