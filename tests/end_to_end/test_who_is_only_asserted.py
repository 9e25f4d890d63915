"""What is told in words of who acted says where that was only asserted, as its JSON does."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from support.councils import plain_file
from support.terminal import Terminal
from workflow.model.people import Role
from workflow.procedures.expiry.events import CallInClosed
from workflow.register.journal import ReadEntry

AS_MAYOR = ("--as", "mayor")


def asserted(terminal: Terminal) -> str:
    return f"asserted by operating-system user {terminal.me()}; appointment"


@pytest.fixture
def mayor(terminal: Terminal) -> Terminal:
    """A terminal where someone else, the mayor, holds every office too."""
    terminal.staffed()
    for role in ("author", "decision-maker", "proper-officer", "monitoring-officer"):
        terminal.did("people", "add", "mayor", "--role", role, "--name", "City Mayor")
    return terminal


def test_the_history_says_which_steps_were_asserted(mayor: Terminal) -> None:
    """One line more for the step that another took in the mayor's name, and none for their own."""
    ref = mayor.drafted()
    mayor.did("sign", ref, "--signatory", "The Mayor", *AS_MAYOR, at="2018-10-18 14:00:00")
    out = mayor.did("history", ref).out
    assert out.count("asserted") == 1
    assert f"signed  (City Mayor, decision maker)\n     {asserted(mayor)}" in out
    plain = mayor.did("history", ref, "--json").plain
    assert [each["established"].startswith("asserted") for each in plain] == [False, True]


def test_so_does_what_compares_versions(mayor: Terminal) -> None:
    """The versions of a statement are by whoever wrote them, and asserted where they were."""
    ref = mayor.drafted()
    mayor.did("amend", ref, "--reasons", "As in the later report.", *AS_MAYOR)
    said = " ".join(mayor.did("diff", ref).out.split())
    assert f"City Mayor ({asserted(mayor)}" in said
    assert said.count("asserted") == 1
    plain = mayor.did("diff", ref, "--json").plain["versions"]
    assert ["asserted" in each["established"] for each in plain] == [False, True]


def test_so_do_the_editions_of_a_constitution(mayor: Terminal) -> None:
    """Who adopted an edition is told in the list, on a terminal and in JSON."""
    own = Path("herefordshire.toml")
    own.write_text(plain_file("herefordshire"), encoding="utf-8")
    mayor.did(
        "constitution", "adopt", str(own), "--approved-by", "Council", "--approved-on",
        "2018-05-16", "--reason", "As amended", *AS_MAYOR, at="2026-12-01 09:00:00",
    )  # fmt: skip
    assert (
        f"City Mayor ({asserted(mayor)}"
        in mayor.did("constitution", "editions", "herefordshire").out
    )
    plain = mayor.did("constitution", "editions", "herefordshire", "--json").plain
    assert "asserted" in plain[0]["established"]


def test_it_is_told_of_nobody_for_whom_it_says_nothing() -> None:
    """What was recorded by the engine, erased, or by whoever was logged in or known to a host, is
    told as it is; not where the host bound them to no council, or a file gave the rules."""
    assert read("operating-system user jo; appointment 3").by_whom == "Jo"
    assert read("the engine itself", Role.SYSTEM).by_whom == "Jo"
    resting = "operating-system user jo; appointment 3; rules from elm.toml"
    assert read(resting).by_whom == f"Jo ({resting})"
    assert read("named by the host; appointment 3").by_whom == "Jo"
    assert read("[erased]").by_whom == "Jo"
    assert read("single sign-on; bound to no council").by_whom == (
        "Jo (single sign-on; bound to no council)"
    )


def read(established: str, role: Role = Role.AUTHOR) -> ReadEntry:
    now = datetime(2018, 10, 18, tzinfo=UTC)
    return ReadEntry(
        stream="elm/1", seq=1, event=CallInClosed(at=now), recorded_at=now, role=role, by="Jo",
        established=established, late_reason=None, erased=(),
    )  # fmt: skip
