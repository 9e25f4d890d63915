"""What has no way back is asked about first at a terminal, and nowhere else."""

import pytest

from cli.typed.asking import CONFIRMED_STEPS
from support.pseudo_terminal import at_terminal
from support.terminal import Terminal
from workflow.procedures.table import BY_NAME

LATER = "2018-10-19 09:00:00"
MO = ("--as", "mo")
ERASE = (
    "journal", "erase", "HFD-2018-001", "--entry", "5", "--part", "what", "--reason", "R", *MO,
)  # fmt: skip
END = ("people", "end", "1", "--reason", "Left", *MO)
NOTED = (
    "irregular", "note", "HFD-2018-001", "--kind", "other", "--happened-on", "2018-10-18",
    "--rule", "Rule 15", "--what", "W",
)  # fmt: skip
RESOLVE = (
    "irregular", "resolve", "HFD-2018-001", "--number", "1", "--accepted-by", "the MO",
    "--reason", "R", *MO,
)  # fmt: skip
VOID = ("publication", "void", "HFD-2018-001", "--reason", "Down", *MO)
COMMANDS = (
    (ERASE, "what of HFD-2018-001, entry 5, will be erased for good."),
    (END, "Appointment 1 at herefordshire, of Clerk of Works, will be ended."),
    (RESOLVE, "Irregularity 1 of HFD-2018-001 will be settled for good."),
    (VOID, "The record will say that HFD-2018-001 was not really published."),
)


@pytest.fixture
def ready(terminal: Terminal) -> Terminal:
    terminal.staffed().published()
    terminal.did("people", "add", "mo", "--role", "monitoring-officer")
    terminal.did(*NOTED, at=LATER)
    return terminal


def entries(terminal: Terminal) -> str:
    return terminal.did("journal", "verify").out.splitlines()[0]


def test_the_steps_that_ask_are_steps() -> None:
    assert set(CONFIRMED_STEPS) <= set(BY_NAME)


@pytest.mark.parametrize(("command", "what"), COMMANDS)
@pytest.mark.parametrize("answer", ["no\n", "\n", "maybe\n", "\x04"])
def test_anything_but_yes_does_nothing(
    ready: Terminal, command: tuple[str, ...], what: str, answer: str
) -> None:
    before = entries(ready)
    seen = at_terminal(200, *command, now=LATER, typed=answer)
    assert what in seen
    assert "Go on? yes or no [no]: " in seen
    assert seen.endswith("Nothing is done.\n")
    assert entries(ready) == before


@pytest.mark.parametrize(("command", "what"), COMMANDS)
def test_yes_goes_on(ready: Terminal, command: tuple[str, ...], what: str) -> None:
    before = entries(ready)
    assert what in at_terminal(200, *command, now=LATER, typed="Yes\n")
    assert entries(ready) != before


@pytest.mark.parametrize(("command", "what"), COMMANDS)
def test_nothing_is_asked_in_a_script_or_of_a_rehearsal(
    ready: Terminal, command: tuple[str, ...], what: str
) -> None:
    """Without a terminal it goes on as ever; at one, --yes says so beforehand."""
    seen = at_terminal(200, *command, "--dry-run", now=LATER, typed="")
    assert "This was a rehearsal" in seen
    assert what not in seen
    before = entries(ready)
    assert what not in at_terminal(200, *command, "--yes", now=LATER, typed="")
    assert entries(ready) != before


@pytest.mark.parametrize(("command", "what"), COMMANDS)
def test_without_a_terminal_it_goes_on(
    ready: Terminal, command: tuple[str, ...], what: str
) -> None:
    said = ready.did(*command)
    assert what not in said.err


@pytest.mark.parametrize(("command", "what"), COMMANDS)
def test_what_would_be_refused_is_refused_and_not_asked_about(
    ready: Terminal, command: tuple[str, ...], what: str
) -> None:
    seen = at_terminal(200, *command[:-1], "nobody", now=LATER, typed="")
    assert "Refused:" in seen
    assert what not in seen


def test_no_other_step_asks(ready: Terminal) -> None:
    seen = at_terminal(200, "withdraw", "HFD-2018-001", "--reason", "R", now=LATER, typed="")
    assert "Go on?" not in seen
