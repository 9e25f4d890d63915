"""What the terminal writes as Markdown or as a calendar's file, a host has of the same answer."""

from datetime import date
from pathlib import Path

import pytest

from support.councils import COUNCILS, HEREFORDSHIRE
from support.steps import opened, published
from support.terminal import Terminal
from workflow import Engine, Kind, ManualClock, as_ics, as_markdown
from workflow.clock import in_utc


@pytest.fixture
def terminal(
    sqlite_address: str, clock: ManualClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Terminal:
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(COUNCILS))
    monkeypatch.setenv("DECISIONS_DB", sqlite_address)
    monkeypatch.setenv("DECISIONS_COUNCIL", HEREFORDSHIRE)
    monkeypatch.chdir(tmp_path)
    return Terminal(sqlite_address, f"{in_utc(clock.now()):%Y-%m-%d %H:%M:%S}")


@pytest.fixture
def engine(sqlite_address: str, clock: ManualClock) -> Engine:
    return opened(sqlite_address, clock)


def test_a_report_in_markdown(engine: Engine, terminal: Terminal) -> None:
    published(engine)
    found = engine.reports.make("late", HEREFORDSHIRE, date(2018, 10, 1), date(2018, 10, 31))
    days = ("--since", "2018-10-01", "--until", "2018-10-31")
    assert as_markdown(found) == terminal.did("report", "late", *days, "--markdown").out


def test_an_explanation_in_markdown_and_its_days(engine: Engine, terminal: Terminal) -> None:
    ref = published(engine)
    explained, dates = engine.explain(ref), engine.calendars.dates(ref)
    assert explained
    assert dates
    assert as_markdown(explained) == terminal.did("explain", ref, "--markdown").out
    assert as_ics(dates) == terminal.did("explain", ref, "--ics").out


def test_a_deadline_that_is_in_no_register(engine: Engine, terminal: Terminal) -> None:
    found = engine.calendars.deadline(start=date(2018, 10, 18), days=4, nation="england")
    numbers = ("--from", "2018-10-18", "--days", "4", "--nation", "england")
    assert as_markdown(found) == terminal.did("explain", *numbers, "--markdown").out
    assert as_ics(found) == terminal.did("explain", *numbers, "--ics").out


def test_a_plan_for_a_calendar(engine: Engine, terminal: Terminal, clock: ManualClock) -> None:
    found = engine.plans.make(HEREFORDSHIRE, Kind.KEY, decide_on=date(2019, 1, 16))
    asked = ("plan", "--kind", "key", "--decide-on", "2019-01-16", "--ics")
    assert as_ics(found, made_at=clock.now()) == terminal.did(*asked).out
