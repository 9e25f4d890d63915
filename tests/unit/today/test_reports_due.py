"""Reports to council: what was made is recorded, and the next is due by the council's own rule."""

from datetime import date

import pytest

from support.councils import GULLSHIRE
from support.lives.one_year import DUTIES, at, engine_of
from support.people import AUTHOR, OFFICER
from workflow import Engine, Invalid, MatterKind, Refused, Role, TodayMatter


@pytest.fixture
def engine() -> Engine:
    """A council that reports requests twice a year; its register was begun on 2 July 2018."""
    return engine_of(("[[direction]]", DUTIES))


def due(engine: Engine, subject: str = "call-ins") -> list[TodayMatter]:
    found = engine.today(GULLSHIRE).matters
    return [
        each
        for each in found
        if each.kind is MatterKind.COUNCIL_REPORT and each.id.endswith(subject)
    ]


def made(engine: Engine, since: date, until: date, made_on: date) -> None:
    outcome = engine.reports.record(
        "call-ins", GULLSHIRE, since, until, made_on=made_on, by=OFFICER
    )
    assert outcome, outcome


def test_with_none_on_record_it_is_due_so_long_after_the_register_began(engine: Engine) -> None:
    at(engine, 26, month=12)
    assert due(engine) == [], "it is due on 2 January, more than seven days on"
    at(engine, 27, month=12)
    (found,) = due(engine)
    assert (found.day, found.overdue) == (date(2019, 1, 2), False)
    assert found.says == (
        "Requests to call in: no report of this is on record here. By the rule it is reported "
        "every 6 months."
    )
    assert found.by == (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)


def test_the_next_is_due_so_long_after_the_period_of_the_last(engine: Engine) -> None:
    at(engine, 10, month=9)
    made(engine, date(2018, 4, 1), date(2018, 6, 30), date(2018, 9, 6))
    at(engine, 27, month=12)
    (found,) = due(engine)
    assert found.day == date(2018, 12, 30)
    assert "it was last reported for the days to Sat 30 Jun 2018." in found.says
    report = "decisions report call-ins --council gullshire --since 2018-07-01"
    assert found.commands == (
        f"{report} --markdown",
        f"{report} --until 2018-12-27 --made-on DATE",
    )
    made(engine, date(2018, 7, 1), date(2018, 12, 20), date(2018, 12, 27))
    assert due(engine) == []


def test_it_is_in_the_journal_which_verifies(engine: Engine) -> None:
    at(engine, 10, month=9)
    for _ in range(2):
        made(engine, date(2018, 4, 1), date(2018, 6, 30), date(2018, 9, 6))
    entries = [each for each in engine.journal.streams() if each.stream == "reports/gullshire"]
    assert [(each.entries, each.holds) for each in entries] == [(1, "reports made to council")]
    assert engine.journal.verify().breaks == ()
    (kept,) = engine.reports.recorded(GULLSHIRE)
    assert (kept.subject, kept.made_on) == ("call-ins", date(2018, 9, 6))


@pytest.mark.parametrize(
    ("since", "until", "made_on", "why"),
    [
        (date(2018, 7, 1), date(2018, 6, 30), date(2018, 9, 6), "before it begins"),
        (date(2018, 4, 1), date(2018, 6, 30), date(2018, 9, 11), "has not come yet"),
        (date(2018, 4, 1), date(2018, 6, 30), date(2018, 6, 29), "before its period ended"),
    ],
)
def test_days_that_cannot_be(
    engine: Engine, since: date, until: date, made_on: date, why: str
) -> None:
    at(engine, 10, month=9)
    with pytest.raises(Invalid, match=why):
        made(engine, since, until, made_on)
    assert engine.reports.recorded(GULLSHIRE) == ()


def test_only_an_officer_for_the_register_records_it(engine: Engine) -> None:
    at(engine, 10, month=9)
    outcome = engine.reports.record(
        "call-ins", GULLSHIRE, date(2018, 4, 1), date(2018, 6, 30), made_on=date(2018, 9, 6),
        by=AUTHOR,
    )  # fmt: skip
    assert isinstance(outcome, Refused)
    assert engine.reports.recorded(GULLSHIRE) == ()
