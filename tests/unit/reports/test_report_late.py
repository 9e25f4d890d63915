"""A report on late publication points to what was noted as late, and is not counted."""

from datetime import date
from typing import Any

import pytest

from support.councils import GULLSHIRE
from support.lives.one_year import DUTIES, at, engine_of, report, today
from support.people import OFFICER
from support.steps import must, published, signed
from workflow import Engine
from workflow.answers.as_markdown import as_markdown
from workflow.reports.contents import ReportSubject

NOTED: dict[str, Any] = {"kind": "published-late", "rule": "Rule 15", "what": "It lay in a tray."}
SEE = "decisions irregular list --all"


def note_late(engine: Engine, ref: str, **given: Any) -> None:
    must(engine.take(ref, "irregular-note", by=OFFICER, **(NOTED | given)))


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 irregularity is"), (2, "2 irregularities are")]
)
def test_what_was_noted_as_late_is_counted_where_no_target_is_on_file(
    count: int, words: str
) -> None:
    gull = engine_of()
    at(gull, 30)
    for _ in range(count):
        ref = published(gull, GULLSHIRE, made_on=date(2018, 7, 2))
        note_late(gull, ref, happened_on=date(2018, 10, 30))
    found = report(gull, "late")
    assert (found.now.number, found.lines) == (0, ())
    assert f"none is counted as late here. {words} on record as “published late”" in found.note
    assert found.note.endswith(SEE)


def test_another_irregularity_is_not_one_of_lateness() -> None:
    gull = engine_of()
    at(gull, 30)
    ref = published(gull, GULLSHIRE, made_on=date(2018, 7, 2))
    note_late(gull, ref, happened_on=date(2018, 10, 30), kind="other")
    assert SEE not in report(gull, "late").note


def test_what_the_target_shows_to_be_late_is_not_counted_twice() -> None:
    gull = engine_of(("[[direction]]", DUTIES))
    at(gull, 18)
    late, early = (signed(gull, GULLSHIRE, made_on=today(gull)) for _ in range(2))
    must(gull.take(early, "publish", by=OFFICER, where="website"))
    at(gull, 24, 0)
    must(gull.take(late, "publish", by=OFFICER, where="website"))
    assert report(gull, "late").note == ""
    note_late(gull, early, happened_on=today(gull))
    assert report(gull, "late").note.endswith(SEE)


@pytest.mark.parametrize("subject", ReportSubject)
def test_a_report_that_counts_days_before_the_register_says_when_it_begins(
    subject: ReportSubject,
) -> None:
    """Quarters of which it knows nothing are not quarters in which nothing was done."""
    gull = engine_of()
    before = report(gull, subject.value, date(2018, 7, 1), date(2018, 9, 30))
    assert before.register_begins == date(2018, 7, 2)
    assert "The register begins Mon 2 Jul 2018: of the days before, it has only" in as_markdown(
        before
    )
    since = report(gull, subject.value, date(2018, 11, 2), date(2018, 11, 3))
    assert since.register_begins is None
    assert "The register begins" not in as_markdown(since)
