"""Reports to council: the period, the trend before it, and when the next is due."""

from datetime import date, timedelta

import pytest

from support.lives.one_year import DUTIES, OCTOBER, at, engine_of, ordinary, refs, report, urgent
from workflow import Engine
from workflow.errors import Invalid, NotFound
from workflow.reports.contents import Report, ReportSubject


@pytest.fixture
def gull() -> Engine:
    return engine_of()


# -- figures, and the trend ---------------------------------------------------------------------


def test_a_period_is_of_whole_days_in_london(gull: Engine) -> None:
    at(gull, 30, 23, 59, month=9)
    ordinary(gull)
    at(gull, 1, 0)
    first = urgent(gull)
    at(gull, 31, 23, 59)
    last = urgent(gull)
    at(gull, 1, 0, month=11)
    urgent(gull)
    found = report(gull, "special-urgency")
    assert refs(found) == [first, last]
    assert found.now.of_all == 2


def spans(found: Report) -> list[tuple[str, str]]:
    return [(each.since.isoformat(), each.until.isoformat()) for each in found.before]


@pytest.mark.parametrize(
    ("since", "until", "before"),
    [
        (*OCTOBER, [("2018-09-01", "2018-09-30"), ("2018-08-01", "2018-08-31"),
                    ("2018-07-01", "2018-07-31")]),
        (date(2018, 10, 1), date(2018, 12, 31),
         [("2018-07-01", "2018-09-30"), ("2018-04-01", "2018-06-30"),
          ("2018-01-01", "2018-03-31")]),
        (date(2019, 2, 1), date(2019, 2, 28), [("2019-01-01", "2019-01-31"),
         ("2018-12-01", "2018-12-31"), ("2018-11-01", "2018-11-30")]),
        (date(2018, 10, 10), date(2018, 10, 16), [("2018-10-03", "2018-10-09"),
         ("2018-09-26", "2018-10-02"), ("2018-09-19", "2018-09-25")]),
        (date(2018, 10, 18), date(2018, 10, 18), [("2018-10-17", "2018-10-17"),
         ("2018-10-16", "2018-10-16"), ("2018-10-15", "2018-10-15")]),
    ],
)  # fmt: skip
def test_the_trend_goes_by_whole_months_or_by_as_many_days(
    gull: Engine, since: date, until: date, before: list[tuple[str, str]]
) -> None:
    assert spans(report(gull, "special-urgency", since, until)) == before


def test_the_trend_counts_each_period_for_itself(gull: Engine) -> None:
    for month, number in ((7, 1), (8, 0), (9, 2), (10, 1)):
        at(gull, 18, month=month)
        ordinary(gull)
        for _ in range(number):
            urgent(gull)
    found = report(gull, "special-urgency")
    shares = [(each.number, each.of_all) for each in (found.now, *found.before)]
    assert shares == [(1, 2), (2, 3), (0, 1), (1, 2)]
    assert found.before[0].share == "66.7 %"


@pytest.mark.parametrize(
    ("until", "due"),
    [(date(2019, 8, 31), date(2020, 2, 29)), (date(2019, 1, 31), date(2019, 7, 31))],
)
def test_the_next_is_due_so_many_months_on_or_on_the_last_of_that_month(
    until: date, due: date
) -> None:
    gull = engine_of(("[[direction]]", DUTIES))
    assert report(gull, "call-ins", date(2019, 1, 1), until).next_due == due


# -- nothing, and what cannot be asked ----------------------------------------------------------


@pytest.mark.parametrize("subject", ReportSubject)
def test_nothing_on_record_is_reported_as_nothing(gull: Engine, subject: ReportSubject) -> None:
    found = report(gull, subject.value)
    assert (found.lines, found.now.share, len(found.before)) == ((), "none", 3)


def test_a_period_that_ends_before_it_begins_is_refused(gull: Engine) -> None:
    with pytest.raises(Invalid, match="before it begins"):
        report(gull, "late", OCTOBER[0], OCTOBER[0] - timedelta(days=1))
    with pytest.raises(Invalid, match="no report subject called"):
        report(gull, "everything")
    with pytest.raises(NotFound):
        gull.reports.make("late", "nowhere", *OCTOBER)
