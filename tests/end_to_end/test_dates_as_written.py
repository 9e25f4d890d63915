"""Dates at the terminal: each option reads them its own way, says back what it understood, and the
environment takes ISO alone."""

import pytest

from support.pseudo_terminal import at_terminal
from support.terminal import Terminal

MONDAY = "2018-10-22 09:00:00"
DRAFT = ("new", "--title", "T", "--body", "Cabinet", "--kind", "key")


def test_a_decision_is_drafted_with_its_day_as_an_officer_writes_it(terminal: Terminal) -> None:
    terminal.staffed()
    said = terminal.did(*DRAFT, "--made-on", "18/10/2018", at=MONDAY)
    assert said.err.splitlines()[0] == "--made-on: Thursday 18 October 2018."
    ref = said.out.partition(":")[0]
    shown = terminal.did("show", ref, "--json").plain
    assert shown["statement"]["made_on"] == "2018-10-18"


@pytest.mark.parametrize(
    ("command", "said_back"),
    [
        (("new", "--title", "T", "--made-on", "friday"), "--made-on: Friday 19 October 2018."),
        (("list", "--as-of", "fri 4pm"), "--as-of: Friday 26 October 2018, 16:00."),
        (("list", "--due-by", "26 Oct"), "--due-by: Friday 26 October 2018."),
        (("plan", "--implement-by", "1 March"), "--implement-by: Friday 1 March 2019."),
        (
            ("calendar", "impact", "--closed", "24 Dec", "--closed", "27 Dec"),
            "--closed: Monday 24 December 2018.\n--closed: Thursday 27 December 2018.",
        ),
    ],
)
def test_each_option_takes_the_nearest_of_its_own_kind(
    terminal: Terminal, command: tuple[str, ...], said_back: str
) -> None:
    """On Monday 22 October, Friday has been for what was made, and comes for what is asked."""
    terminal.staffed()
    assert said_back in terminal(*command, at=MONDAY).err


STEPS = (
    ("advance-notice give", ("--kind", "key-decision", "--published-at", "1 Oct", "--where", "web",
                              "--decide-from", "1 Nov"),
     ("--published-at: Monday 1 October 2018.", "--decide-from: Thursday 1 November 2018.")),
    ("key-report require", ("--opinion", "Key", "--report-by", "friday"),
     ("--report-by: Friday 26 October 2018.",)),
    ("scrutiny adjourn", ("--until", "9/11", "--consent", "the Leader", "--reason", "Ill"),
     ("--until: Friday 9 November 2018.",)),
    ("call-in", ("--requested-by", "A", "--grounds", "G", "--received-at", "friday 4pm"),
     ("--received-at: Friday 19 October 2018, 16:00.",)),
)  # fmt: skip
"""A step, what it is given, and what is said back."""


@pytest.mark.parametrize(("step", "given", "said_back"), STEPS, ids=lambda each: str(each)[:14])
def test_a_step_sets_a_day_to_come_and_records_one_that_has_been(
    terminal: Terminal, step: str, given: tuple[str, ...], said_back: tuple[str, ...]
) -> None:
    ref = terminal.staffed().published()
    said = terminal(*step.split(), ref, *given, "--dry-run", at=MONDAY)
    for each in said_back:
        assert each in said.err.splitlines(), said


def test_iso_is_not_said_back_and_nothing_is_with_json(terminal: Terminal) -> None:
    terminal.staffed()
    assert "--as-of" not in terminal.did("list", "--as-of", "2018-10-24T16:00").err
    assert "--as-of" in terminal.did("list", "--as-of", "tomorrow").err
    assert "--as-of" not in terminal.did("list", "--as-of", "tomorrow", "--json").err


@pytest.mark.parametrize("given", ["30/11/2026", "today", "4pm", "30 Nov"])
def test_the_environment_takes_iso_alone(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    """A variable stands for longer than a day: what it means is not to change overnight."""
    monkeypatch.setenv("DECISIONS_LIST_AS_OF", given)
    said = terminal("list")
    assert said.code == 2
    assert f"DECISIONS_LIST_AS_OF is a date in ISO form alone: '{given}' is none." in said.err
    monkeypatch.setenv("DECISIONS_LIST_AS_OF", "2018-10-24T16:00")
    assert "ISO" not in terminal("list").err
    monkeypatch.setenv("DECISIONS_LIST_AS_OF", "2018-02-30")
    assert "There is no such day as 2018-02-30." in terminal("list").err


def test_what_is_typed_wins_over_a_variable_that_is_not_iso(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECISIONS_NEW_MADE_ON", "friday")
    said = terminal.staffed().did(*DRAFT, "--made-on", "18 Oct")
    assert "--made-on: Thursday 18 October 2018." in said.err


def test_a_year_of_two_digits_is_refused_with_the_year_in_full(terminal: Terminal) -> None:
    said = terminal("list", "--as-of", "30/11/26")
    assert said.code == 2
    assert "'30/11/26' has a year of two digits." in said.err
    assert "Do:    Write the year in full: 30/11/2026." in said.err


def test_it_is_said_at_a_terminal_too() -> None:
    seen = at_terminal(80, "deadline", "--from", "today", "--days", "4", "--nation", "england")
    assert "--from: Thursday 18 October 2018.\n" in seen


@pytest.mark.parametrize(
    ("given", "because"),
    [
        ("28 Oct 2018 1.30am", "London's clocks show 2018-10-28T01:30:00 twice"),
        ("25 Mar 2018 1.30am", "London's clocks skip 2018-03-25T01:30:00"),
    ],
)
def test_an_hour_that_comes_twice_or_never_is_refused_as_ever(
    terminal: Terminal, given: str, because: str
) -> None:
    said = terminal("list", "--as-of", given)
    assert (said.code, because in said.err) == (2, True), said
