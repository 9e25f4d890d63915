"""A date that two sources claim: the government's list and the council, or one list and another."""

from pathlib import Path

import pytest

from support.bank_holidays import the_list
from support.terminal import Terminal

SUMMER = "2027-08-02"
"""The first Monday of August, Scotland's summer bank holiday (Banking and Financial Dealings Act
1971, Schedule 1)."""
IN_ERROR = "2027-08-30"
"""The last Monday, which the government's list had for Scotland until January 2025."""
ADD = ("calendar", "add", "--title", "Offices closed", "--reason", "R", "--source", "S", "--date")


@pytest.fixture
def fife(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A council in Scotland, while the list was wrong."""
    monkeypatch.setenv("DECISIONS_COUNCIL", "fife")
    terminal.now = "2024-12-02 09:00:00"
    return terminal.staffed()


@pytest.fixture
def wrong(fife: Terminal, tmp_path: Path) -> str:
    return the_list(tmp_path, without=(SUMMER,), scotland={IN_ERROR: "Summer bank holiday"})


def last_day(terminal: Terminal, published: str, days: str = "5") -> str:
    """Count working days by the numbers alone, in Scotland."""
    asked = ("deadline", "--from", published, "--days", days, "--nation", "scotland", "--json")
    return str(terminal.did(*asked).plain["last_day"])


def off(terminal: Terminal) -> dict[str, str]:
    """Give the days that were entered for the council, with their titles."""
    days = terminal.did("calendar", "show", "--json").plain["entered"]
    return {each["date"]: each["title"] for each in days}


def test_a_list_that_disagrees_is_shown_and_moves_nothing(fife: Terminal, wrong: str) -> None:
    """As it really was: both days are named, and each counts as it did until a person adopts."""
    shown = fife.did("calendar", "import", wrong, "--json").plain
    assert [each["date"] for each in shown["new"]] == [IN_ERROR]
    assert [each["date"] for each in shown["gone"]] == [SUMMER]
    assert fife("calendar", "check", wrong).code == 7
    assert off(fife) == {}
    assert last_day(fife, "2027-07-30") == "2027-08-09", "Monday 2 August is not counted"
    assert last_day(fife, "2027-08-27") == "2027-09-03", "Monday 30 August is day 1"


def test_a_day_that_the_council_closed_is_not_entered_again_from_a_list(
    fife: Terminal, wrong: str
) -> None:
    """Both claim it, and it is left out once; if the council opens it, the list has it still."""
    fife.did(*ADD, IN_ERROR)
    shown = fife.did("calendar", "import", wrong, "--json").plain
    assert shown["new"] == []
    assert shown["claimed"] == [{"date": IN_ERROR, "title": "Summer bank holiday"}]
    assert (
        "A day off here already, of the council's own:" in fife.did("calendar", "import", wrong).out
    )
    word = ("--adopt", "--reason", "The list", "--source", "gov.uk")
    fife.did("calendar", "import", wrong, *word)
    assert off(fife) == {IN_ERROR: "Offices closed"}
    fife.did(*ADD, IN_ERROR, "--kind", "reopened")
    again = fife.did("calendar", "import", wrong, "--json").plain
    assert [each["date"] for each in again["new"]] == [IN_ERROR]


def test_a_bank_holiday_is_not_closed_besides(fife: Terminal) -> None:
    """There is nothing to enter; asked about all the same, it is left out once, and named so."""
    refused = fife(*ADD, SUMMER)
    assert refused.code == 2
    assert "Mon 2 Aug 2027 is no working day as it is: Summer Bank Holiday." in refused.err
    counted = ("deadline", "--from", "2027-07-30", "--days", "1", "--nation", "scotland")
    told = fife.did(*counted, "--closed", SUMMER).out
    assert "Mon 2 Aug 2027 is not counted: Summer Bank Holiday." in told
    assert "Last day: Tue 3 Aug 2027." in told


def test_a_day_has_one_row_of_its_own(fife: Terminal) -> None:
    """What was closed and is then proclaimed is opened first, and entered as what it now is."""
    fife.did(*ADD, IN_ERROR)
    twice = fife(*ADD, IN_ERROR, "--kind", "holiday")
    assert twice.code == 2
    assert "Mon 30 Aug 2027 is on file already: Offices closed." in twice.err
    assert "--kind reopened" in twice.err


def test_a_council_stays_closed_on_a_bank_holiday_that_is_withdrawn(fife: Terminal) -> None:
    """The list says that it is worked, and the council that it is not: the council's word holds."""
    fife.did(*ADD, SUMMER, "--kind", "withdrawn")
    fife.did(*ADD, SUMMER)
    closures = fife.did("calendar", "show", "--json").plain["closures"]
    assert closures == [{"date": SUMMER, "title": "Offices closed"}]
    fife.did(*ADD, SUMMER, "--kind", "reopened")
    assert fife.did("calendar", "show", "--json").plain["closures"] == []
    bank_holiday = fife(*ADD, SUMMER, "--kind", "withdrawn")
    assert "is no bank holiday of Scotland" in bank_holiday.err, "it is withdrawn still"
