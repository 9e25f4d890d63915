"""Who acts, as the terminal establishes it: in the transaction that writes, and by no variable."""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from support.councils import plain_file
from support.terminal import Terminal

ENDED = date(2018, 10, 18)

ACTS: dict[str, tuple[str, Sequence[str]]] = {
    "a step": ("Engine.take", ("withdraw", "T-1", "--reason", "r")),
    "an amendment": ("Engine.take", ("amend", "T-1", "--title", "Another")),
    "a hold": ("Engine.take", ("sign", "T-1", "--signatory", "The Leader")),
    "the close of one": ("Engine.take", ("close", "P-1")),
    "a correction": ("Engine.take", ("correct", "P-1", "--title", "Anew", "--ruling", "clerical")),
    "a draft": ("Engine.draft", ("new", "--title", "A", "--body", "Cabinet", "--kind", "key")),
    "an appointment": ("Appointments.appoint", ("people", "add", "x", "--role", "member")),
    "the end of one": ("Appointments.end", ("people", "end", "1", "--reason", "r")),
    "a day": (
        "Calendars.enter_day",
        ("calendar", "add", "--date", "2018-12-27", "--title", "Shut", "--reason", "r",
         "--source", "s"),
    ),
    "an erasure": (
        "Journal.erase",
        ("journal", "erase", "T-1", "--entry", "1", "--part", "by", "--reason", "r"),
    ),
    "an edition": (
        "Constitutions.adopt",
        ("constitution", "adopt", "own.toml", "--approved-by", "a", "--approved-on", "2018-01-01",
         "--reason", "r"),
    ),
    "what another register holds": (
        "Imports.write", ("import", "csv", "r.csv", "--mapping", "m.toml", "--adopt"),
    ),
}  # fmt: skip


@pytest.fixture
def staffed(terminal: Terminal, tmp_path: Path) -> Terminal:
    terminal.staffed()
    terminal.did("people", "add", "another", "--role", "monitoring-officer")
    terminal.drafted("--ref", "T-1")
    terminal.published("--ref", "P-1")
    (tmp_path / "own.toml").write_text(plain_file("herefordshire"))
    (tmp_path / "r.csv").write_text("Ref,Title,Made,Published\nX1,A,01/10/2018,01/10/2018\n")
    (tmp_path / "m.toml").write_text(
        'register = "A sheet"\nday-first = true\n'
        '[columns]\nidentity = "Ref"\ntitle = "Title"\nmade-on = "Made"\n'
        'published-on = "Published"\n'
        '[always]\nkey = false\nsubject-to-call-in = true\ndecided-by = "Cabinet"\n'
    )
    return terminal


@pytest.mark.parametrize("act", ACTS)
def test_an_appointment_that_ends_as_a_command_runs_is_of_no_use_to_it(
    staffed: Terminal, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    """Roles are read in the transaction that writes: nothing is done in a role that was given up
    between the asking and the writing."""
    place, command = ACTS[act]
    kind, name = place.split(".")
    part = getattr(import_module(f"workflow.engine.{kind.lower()}"), kind)
    usual = getattr(part, name)
    ended = []

    def late(part: Any, *given: Any, **more: Any) -> Any:
        register = getattr(part, "_register", part)
        with register.transactions.writing() as work:
            for each in work.appointments.of("herefordshire"):
                if each.person != "another":
                    work.appointments.end(each.number, ENDED)
                    ended.append(each.number)
        return usual(part, *given, **more)

    monkeypatch.setattr(part, name, late)
    said = staffed(*command, at="2018-10-19 09:00:00")
    assert ended, said
    assert said.code == 4, said
    assert "not-authorised" in said.err


@pytest.mark.parametrize("act", [each for each in ACTS if each != "the close of one"])
def test_whoever_may_not_is_told_at_which_council(staffed: Terminal, act: str) -> None:
    """The sentence names it, and so does the remedy: the setting may be for another council."""
    said = staffed(*ACTS[act][1], "--as", "a.stranger", "--json", at="2018-10-19 09:00:00")
    assert said.code == 4, said
    (reason, *_) = said.error["reasons"]
    assert "at herefordshire" in reason["because"]
    assert "--council herefordshire" in reason["remedy"]


def test_whoami_names_the_council_in_what_it_says_to_do(staffed: Terminal) -> None:
    said = staffed.did("whoami", "--as", "a.stranger", "--council", "herefordshire").err
    told = " ".join(said.split())
    assert "holds no role at herefordshire today" in told
    assert "decisions people list --council herefordshire" in told


def test_an_appointment_without_a_first_day_says_that_it_is_from_today(terminal: Terminal) -> None:
    terminal.begun()
    said = terminal.did("people", "add", "jo", "--role", "member")
    assert "That is from today. If they held it before: --since DATE\n" in said.err
    again = terminal.did("people", "add", "jo", "--role", "member", "--since", "2018-05-21")
    assert "from today" not in again.err
    told = " ".join(again.err.split())
    assert "Mind: appointment 1 says the same from Thu 18 Oct 2018." in told
    before = ("--since", "2017-05-21", "--until", "2018-05-20")
    assert terminal.did("people", "add", "jo", "--role", "member", *before).err == ""


def test_who_was_in_office_on_a_day_is_listed_in_words_and_as_data(terminal: Terminal) -> None:
    terminal.begun()
    held = ("--role", "member", "--since", "2018-05-21", "--until", "2018-09-30")
    terminal.did("people", "add", "jo", *held)
    row = "1\tmember\t\tjo\tjo\tMon 21 May 2018\tSun 30 Sep 2018\n"
    assert terminal.did("people", "list", "--on", "30/9/2018").out == row
    assert terminal.did("people", "list", "--on", "1/10/2018").out == ""
    csv = terminal.did("people", "list", "--on", "30/9/2018", "--csv").out
    assert '"2018-05-21","2018-09-30"' in csv
    (plain,) = terminal.did("people", "list", "--all", "--json").plain
    assert (plain["since"], plain["entered_by"]) == ("2018-05-21", terminal.me())
    both = terminal("people", "list", "--all", "--on", "today")
    assert (both.code, "Give --all or --on DATE." in both.err) == (2, True)
