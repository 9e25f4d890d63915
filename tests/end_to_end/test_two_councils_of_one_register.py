"""Where two councils share a register, what is of one of them says so."""

from pathlib import Path

import pytest

from support.bank_holidays import the_list
from support.terminal import Terminal


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    """An administrator's desk on Tuesday 30 June 2026: Herefordshire's, and a draft of Kent's."""
    terminal.now = "2026-06-30 08:00:00"
    terminal.staffed()
    given = ("new", "--title", "A", "--body", "Leader", "--kind", "key")
    terminal.did(*given)
    terminal.did("people", "add", "root", "--role", "author", "--council", "kent")
    terminal.did(*given, "--council", "kent")
    return terminal


def test_the_horizon_names_the_other_council(desk: Terminal) -> None:
    said = " ".join(desk.did("calendar", "horizon").out.split())
    assert said.startswith("herefordshire: the bank holidays of England are published to")
    assert "This is of herefordshire alone. Ask for each other council too: --council kent." in said
    assert "The close runs until the last calendar of the register ends" in said
    assert "the close does not run" not in said


def test_a_list_that_is_adopted_says_what_was_entered_and_for_whom(
    desk: Terminal, tmp_path: Path
) -> None:
    later = {
        "2029-01-01": "New Year", "2029-03-30": "Good Friday", "2029-04-02": "Easter Monday",
        "2029-05-07": "May", "2029-05-28": "Spring", "2029-08-27": "Summer",
        "2029-12-25": "Christmas Day", "2029-12-26": "Boxing Day", "2026-07-08": "National day",
    }  # fmt: skip
    changed = the_list(tmp_path, england_and_wales=later)
    given = ("--adopt", "--reason", "The new list", "--source", "gov.uk")
    said = " ".join(desk.did("calendar", "import", changed, *given).out.split())
    assert (
        "Entered for herefordshire: 1 bank holiday; bank holidays published to Mon 31 Dec 2029."
        in said
    )
    assert "A list is entered for one council. Others here: kent." in said
    again = desk.did("calendar", "import", changed, *given).out
    assert "There is nothing to adopt for herefordshire." in again


def test_beyond_the_calendar_the_register_is_named_where_it_would_help(desk: Terminal) -> None:
    given = ("deadline", "--council", "kent", "--published", "2031-01-06")
    said = " ".join(desk(*given).err.split())
    assert "decisions calendar import FILE --adopt --council kent" in said
    numbers = ("deadline", "--from", "2031-01-06", "--days", "5", "--nation", "england")
    assert "calendar import" not in desk(*numbers).err
    assert "calendar import" not in desk(*given, "--db", "none.db").err


@pytest.fixture
def elsewhere(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """An officer of Salford, in a register where Herefordshire is set."""
    terminal.staffed()
    add = ("people", "add", "p.patel", "--role", "proper-officer", "--council", "salford")
    terminal.did(*add)
    return terminal


def test_an_officer_of_another_council_is_told_where_they_hold_office(elsewhere: Terminal) -> None:
    told = "p.patel holds an appointment at salford: --council salford. To set it: decisions config"
    asked = ("new", "--title", "A", "--body", "Leader", "--kind", "key", "--as", "p.patel")
    said = elsewhere(*asked)
    assert (said.code, told in " ".join(said.err.split())) == (4, True), said
    whoami = elsewhere.did("whoami", "--as", "p.patel")
    assert told in " ".join(whoami.err.split())
    assert "no appointment at herefordshire)" in " ".join(whoami.out.split())
    stranger = elsewhere(*asked[:-1], "stranger")
    assert "holds an appointment" not in stranger.err
    assert "salford" not in elsewhere.did("whoami").err


def test_appointments_of_one_council_say_so(elsewhere: Terminal) -> None:
    only = "Only appointments at herefordshire. Of another: --council salford"
    assert only in elsewhere.did("people", "list").out
    assert only.split(". ")[0] in elsewhere.did("people", "list", "--council", "herefordshire").out
    assert elsewhere.did("people", "list", "--csv").out.startswith('"NUMBER"')
