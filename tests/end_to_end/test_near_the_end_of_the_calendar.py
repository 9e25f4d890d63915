"""The warning beside `list` and `show`, where a date comes near the end of the calendar."""

from datetime import date

import pytest

from support.terminal import Said, Terminal
from workflow.register.lookup import Lookup

GLOUCESTERSHIRE = (
    "Mind: Mon 11 Sep 2028 is 111 days before the end of the published bank holidays, "
    "Sun 31 Dec 2028: those of later years are not known yet."
)
"""Five working days from Monday 4 September 2028."""
YEAR_OF_2029 = ("--title", "The list for 2029", "--reason", "It is out", "--source", "gov.uk")


@pytest.fixture
def council(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A council of five working days, in 2026, and one decision whose date comes near nothing."""
    monkeypatch.setenv("DECISIONS_COUNCIL", "gloucestershire")
    terminal.now = "2026-06-30 08:00:00"
    terminal.staffed().published_on("FAR", "2026-07-06")
    return terminal


def beside(said: Said) -> str:
    """Give what was said beside an answer, on one line."""
    return " ".join(said.err.split())


def test_show_gives_the_warning_and_so_does_its_json(council: Terminal) -> None:
    council.published_on("NEAR", "2028-09-04")
    assert beside(council.did("show", "NEAR")) == GLOUCESTERSHIRE
    told = council.did("show", "NEAR", "--json")
    assert (told.plain["ref"], beside(told)) == ("NEAR", GLOUCESTERSHIRE)
    assert council.did("show", "FAR").err == ""


@pytest.mark.parametrize("form", [(), ("--json",), ("--csv",)], ids=["words", "json", "csv"])
def test_a_list_gives_the_warning_once_and_names_whose_date_it_is(
    council: Terminal, form: tuple[str, ...]
) -> None:
    council.published_on("NEAR", "2028-09-04")
    told = council.did("list", *form)
    assert beside(told) == f"{GLOUCESTERSHIRE} It is a date of NEAR."
    assert "FAR" in told.out


def test_of_many_the_latest_is_told_first_and_not_all_are_named(council: Terminal) -> None:
    """By their dates, and of one date by reference; five besides the first, and how many more."""
    council.published_on("B", "2028-08-07")
    council.published_on("A", "2028-08-08")
    council.published_on("LAST", "2028-09-04")
    said = beside(council.did("list"))
    assert said == (
        f"{GLOUCESTERSHIRE} It is a date of LAST; dates of A and B come near that end too."
    )
    for ref in ("E", "F", "G", "D"):
        council.published_on(ref, "2028-09-01")
    said = beside(council.did("list"))
    assert said.endswith(
        "It is a date of LAST; dates of D, E, F, G, A and 1 more come near that end too."
    )
    assert said.count("Mind:") == 1


def test_it_is_given_180_days_before_the_end_and_not_181(council: Terminal) -> None:
    council.published_on("MON", "2028-06-26")  # to Monday 3 July
    assert council.did("list").err == ""
    assert council.did("show", "MON").err == ""
    council.published_on("TUE", "2028-06-27")  # to Tuesday 4 July
    assert beside(council.did("list")).startswith("Mind: Tue 4 Jul 2028 is 180 days before")
    assert beside(council.did("list")).endswith("It is a date of TUE.")
    assert beside(council.did("show", "TUE")).startswith("Mind: Tue 4 Jul 2028 is 180 days")


def test_a_clock_counts_though_its_period_is_well_within(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Scrutiny at Hackney has ten working days from Friday 23 June 2028: to Friday 7 July."""
    monkeypatch.setenv("DECISIONS_COUNCIL", "hackney")
    terminal.now = "2028-06-19 08:00:00"
    terminal.staffed()
    names = [f"Cllr {tree}" for tree in ("Ash", "Beech", "Cedar", "Dogwood", "Elm")]
    for name in names:
        terminal.did("people", "add", name, "--role", "member", "--name", name)
    terminal.did("people", "add", "m.officer", "--role", "monitoring-officer", "--name", "M")
    terminal.published_on("CLOCK", "2028-06-20")
    assert terminal.did("list").err == ""
    asked = [word for name in names for word in ("--requested-by", name)]
    given = ("--grounds", "budget", "--received-at", "2028-06-23T09:00")
    terminal.did("call-in", "CLOCK", *asked, *given, at="2028-06-23 10:00:00")
    terminal.did("request", "accept", "CLOCK", "--reason", "Five", "--as", "m.officer")
    for said in (terminal.did("list"), terminal.did("show", "CLOCK")):
        assert beside(said).startswith("Mind: Fri 7 Jul 2028 is 177 days before the end")


def test_each_council_has_its_own_end(council: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gloucestershire has entered the list for 2029; Herefordshire has not, four days and all."""
    council.published_on("G-2028", "2028-09-04")
    until = ("calendar", "add", "--kind", "published", "--date", "2029-12-31")
    council.did(*until, *YEAR_OF_2029)
    assert council.did("list").err == "", "its calendar now reaches a year further"
    assert council.did("show", "G-2028").err == ""
    monkeypatch.setenv("DECISIONS_COUNCIL", "herefordshire")
    council.staffed().published_on("H-2028", "2028-09-04")
    assert beside(council.did("list")).endswith("It is a date of H-2028.")
    monkeypatch.setenv("DECISIONS_COUNCIL", "gloucestershire")
    council.published_on("G-2029", "2029-09-03")
    monkeypatch.delenv("DECISIONS_COUNCIL")
    assert beside(council.did("list")) == (
        "Mind: Fri 8 Sep 2028 is 114 days before the end of the published bank holidays, "
        "Sun 31 Dec 2028: those of later years are not known yet. It is a date of H-2028. "
        "Mind: Mon 10 Sep 2029 is 112 days before the end of the published bank holidays, "
        "Mon 31 Dec 2029: those of later years are not known yet. It is a date of G-2029."
    )


def test_a_list_reads_nothing_more_unless_a_date_is_within_reach(
    council: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How far a council's calendar reaches is asked once for each council, and only then."""
    asked = []

    def known_through(self: Lookup, council: str) -> date:
        asked.append(council)
        return date(2028, 12, 31)

    monkeypatch.setattr(Lookup, "known_through", known_through)
    council.did("list")
    assert asked == []
    council.published_on("NEAR", "2028-09-04")
    council.published_on("OTHER", "2028-09-05")
    asked.clear()
    council.did("list")
    assert asked == ["gloucestershire"]


def test_a_list_passes_over_what_has_ended(council: Terminal) -> None:
    council.published_on("NEAR", "2028-09-04")
    council.did("close", at="2028-09-20 02:00:00")
    assert council.did("show", "NEAR", "--json").plain["state"] != "call_in_open"
    assert beside(council.did("list")) == ""


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["words", "json"])
def test_a_count_and_a_plan_give_it_too(council: Terminal, form: tuple[str, ...]) -> None:
    counted = ("deadline", "--days", "5", "--nation", "england", "--from")
    assert beside(council.did(*counted, "2028-09-04", *form)) == GLOUCESTERSHIRE
    assert council.did(*counted, "2026-09-07", *form).err == ""
    planned = ("plan", "--kind", "key", "--decide-on")
    said = beside(council.did(*planned, "2028-09-04", *form))
    assert said.startswith("Mind: Tue 12 Sep 2028 is 110 days before the end of the published")
    assert council.did(*planned, "2026-09-07", *form).err == ""
