"""Whoever erases text is shown what goes and what still runs; the record shows that it went."""

import pytest

from support.pseudo_terminal import at_terminal
from support.terminal import Terminal

LATER = "2018-10-19 09:00:00"
REF = "HFD-2018-001"
NAMES = ("--part", "requested_by", "--reason", "Retention ended")


@pytest.fixture
def called_in(terminal: Terminal) -> Terminal:
    terminal.staffed()
    terminal.did("people", "add", "mo", "--role", "monitoring-officer", "--name", "Mo Elm")
    terminal.published()
    asked = ("--requested-by", "Cllr Ash", "--requested-by", "Cllr Elm", "--grounds", "G")
    terminal.did("call-in", REF, *asked, "--received-at", "2018-10-18T16:30")
    return terminal


def test_the_question_shows_the_text_whose_it_is_and_what_still_runs(called_in: Terminal) -> None:
    command = ("journal", "erase", REF, *NAMES, "--as", "mo")
    seen = " ".join(at_terminal(200, *command, now=LATER, typed="no\n").split())
    assert "The text: Cllr Ash; Cllr Elm These 2 go together" in seen
    assert f"Mind: {REF} is still running" in seen
    assert called_in.did("journal", "show", REF, "--json").plain[4]["erased"] == []


def test_a_rehearsal_shows_the_same_and_a_script_never_does(called_in: Terminal) -> None:
    """What a script says may be kept in a log, where the text would live on."""
    rehearsed = called_in.did("journal", "erase", REF, *NAMES, "--dry-run")
    assert "The text: Cllr Ash; Cllr Elm" in rehearsed.err
    assert "would be erased" in rehearsed.out
    done = called_in.did("journal", "erase", REF, *NAMES, "--yes")
    assert "Cllr" not in done.err + done.out
    assert f"Mind: {REF} is still running" in done.err


def test_nobody_else_is_shown_the_text(called_in: Terminal) -> None:
    refused = called_in("journal", "erase", REF, *NAMES, "--dry-run", "--as", "nobody")
    assert refused.code == 4
    assert "Cllr" not in refused.err + refused.out


def test_a_decision_whose_life_has_ended_is_not_still_running(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    terminal.did("withdraw", ref, "--reason", "Not wanted")
    gone = ("--part", "statement", "--reason", "Asked for", "--dry-run")
    said = terminal.did("journal", "erase", ref, *gone).err
    assert "title: " in said
    assert "still running" not in said


def test_the_entry_is_found_where_it_alone_has_the_part(called_in: Terminal) -> None:
    called_in.did("journal", "erase", REF, *NAMES)
    assert called_in.did("journal", "show", REF, "--json").plain[4]["erased"] == ["requested_by"]
    again = called_in("journal", "erase", REF, *NAMES)
    assert (again.code, "or it was erased before" in " ".join(again.err.split())) == (5, True)


def test_where_several_entries_have_it_they_are_named(called_in: Terminal) -> None:
    said = called_in("journal", "erase", REF, "--part", "by", "--reason", "R")
    assert said.code == 2
    words = " ".join(said.err.split())
    assert "4 entries of HFD-2018-001 have text called by: 1 (drafted), 2 (signed)" in words
    assert "--entry 1" in words


def test_the_registers_own_streams_are_not_erased_and_that_is_said(called_in: Terminal) -> None:
    people = "people/herefordshire"
    said = called_in("journal", "erase", people, "--part", "by", "--reason", "R")
    assert said.code == 2
    assert f"Text of {people} (appointments) is not erased" in " ".join(said.err.split())
    shown = {each: called_in.did("journal", "show", each).out.split() for each in (people, REF)}
    assert "(this version does not erase them)" in " ".join(shown[people])
    assert "does not erase" not in " ".join(shown[REF])


def test_history_says_who_erased_what_when_and_why(called_in: Terminal) -> None:
    assert "erased" not in called_in.did("history", REF).out
    called_in.did("journal", "erase", REF, *NAMES)
    said = " ".join(called_in.did("history", REF).out.split())
    assert "by: [erased] (2 people)" in said
    assert "erased: requested_by, by Clerk of Works" in said
    assert "monitoring officer, Thu 18 Oct 2018 16:30: Retention ended" in said


def test_how_many_asked_stays_known(called_in: Terminal) -> None:
    called_in.did("journal", "erase", REF, *NAMES)
    assert "from [erased] (2 people)" in called_in.did("show", REF).out


def test_it_says_that_appointments_stay_only_where_the_name_could_be_there(
    called_in: Terminal,
) -> None:
    """Cllr Elm holds no office; whoever acted does. Nobody is named, as a log may keep it."""
    assert "Appointments" not in called_in.did("journal", "erase", REF, *NAMES).err
    by = ("--part", "by", "--entry", "1", "--reason", "Left", "--yes")
    said = called_in.did("journal", "erase", REF, *by).err
    assert "Appointments are not erased, and someone in this text is among them" in said
    assert "Clerk" not in said


def test_a_statement_still_needed_can_be_changed_and_the_version_before_erased(
    called_in: Terminal,
) -> None:
    gone = ("--part", "statement", "--entry", "1", "--reason", "Asked for", "--yes")
    refused = called_in("journal", "erase", REF, *gone)
    assert refused.code == 3
    assert f"decisions correct {REF} --help" in " ".join(refused.err.split())
    called_in.did("correct", REF, "--decision", "That it be approved.", "--ruling", "Clerical")
    called_in.did("journal", "erase", REF, *gone)
