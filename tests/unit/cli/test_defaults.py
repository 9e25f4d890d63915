"""What may be left out has a default that is said back."""

from datetime import date
from pathlib import Path

import pytest

from cli.commands.report import _year_before
from support.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("DECISIONS_DB", f"{tmp_path}/register.db")
    monkeypatch.setenv("DECISIONS_COUNCIL", "herefordshire")
    return Terminal(f"{tmp_path}/register.db").staffed()


def test_a_report_without_its_days_is_of_the_year_to_today_and_says_so(terminal: Terminal) -> None:
    said = terminal.did("report", "urgency")
    assert "From Thu 19 Oct 2017 to Thu 18 Oct 2018: other days by" in " ".join(said.err.split())
    days = terminal.did("report", "late", "--until", "2018-03-31", "--json").plain
    assert (days["since"], days["until"]) == ("2017-04-01", "2018-03-31")
    given = ("--since", "2018-01-01", "--until", "2018-02-01")
    assert "other days by" not in terminal.did("report", "late", *given).err


def test_a_year_before_a_leap_day_is_a_year() -> None:
    assert _year_before(date(2024, 2, 29)) == date(2023, 3, 1)
    assert _year_before(date(2025, 2, 28)) == date(2024, 2, 29)


def test_only_an_empty_register_says_how_to_begin_a_decision(terminal: Terminal) -> None:
    assert "There are no decisions yet. To begin one" in terminal.did("list").err
    terminal.drafted()
    said = terminal.did("list", "--due-by", "friday").err
    assert "None of that sort is open for call-in. All decisions: decisions list" in said
    assert "To begin one" not in said


def test_a_list_of_a_council_without_decisions_says_that_others_have_some(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = terminal.drafted()
    monkeypatch.setenv("DECISIONS_COUNCIL", "kent")
    said = terminal.did("list")
    assert "kent has no decisions here; other councils have: decisions list --all" in said.err
    assert ref in terminal.did("list", "--all").out


def test_an_export_says_how_much_it_wrote_and_of_which_council(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    terminal.drafted()
    monkeypatch.chdir(tmp_path)
    said = terminal.did("export", "csv", "--all", "--out", "all.csv").err
    assert "all.csv is written: 1 decision of every council." in said
    monkeypatch.setenv("DECISIONS_COUNCIL", "kent")
    said = terminal.did("export", "jsonl", "--out", "kent.jsonl").err
    assert "kent.jsonl is written: 0 decisions of kent. Of every council: --all" in said
