"""A provision from the future: a rule that is agreed is minded; what nobody can know is refused."""

from datetime import date

import pytest

from workflow.constitution.checks.future_dates import known_too_soon, to_come
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions.period import CALL_IN_PERIOD
from workflow.constitution.reading import parse
from workflow.constitution.shipped import shipped

TEXT = """
[council]
id = "salford"
name = "Salford City Council"
nation = "england"
prefix = "SAL"

[[call-in-period]]
from = 2022-09-16
days = 5
unit = "working"
counted-from = "publication"
start-day-counts = false
request-by = 16:00:00
takes-effect = "at the end of the period"
basis = "council page"
rule = "decisions"
read = 2026-11-24
words = "Five working days."
"""


def read(text: str) -> Constitution:
    found, complaints = parse(text, "salford.toml")
    assert found is not None, complaints
    return found


def test_a_source_read_on_a_day_to_come_is_refused_with_its_place() -> None:
    found = read(TEXT)
    assert list(known_too_soon(found, date(2026, 11, 24))) == []
    first = next(known_too_soon(found, date(2026, 11, 23)))
    assert str(first) == (
        "salford.toml: call-in-period[1].read: Tue 24 Nov 2026 is to come, so nobody has read it "
        "then. Give the day on which it was read."
    )


@pytest.mark.parametrize(("today", "comes"), [("2026-11-30", True), ("2026-12-01", False)])
def test_a_rule_that_is_agreed_and_begins_later_is_minded(today: str, comes: bool) -> None:
    found = read(TEXT.replace("from = 2022-09-16", "from = 2026-12-01", 1))
    day = date.fromisoformat(today)
    assert list(known_too_soon(found, day)) == []
    said = (
        "call-in-period[1].from: Tue 1 Dec 2026 is to come. Until that day the entry before it "
        "holds, or none."
    )
    assert list(to_come(found, day)) == ([said] if comes else [])


def test_a_rule_to_come_after_one_that_is_known_to_a_day_leaves_the_days_between_unknown() -> None:
    """To enter what is agreed for December must not stop November unseen."""
    first = TEXT.replace("from = 2022-09-16", "from = 2022-09-16\nknown-to = 2026-06-30", 1)
    table = TEXT[TEXT.index("[[call-in-period]]") :].replace("days = 5", "days = 3")
    found = read(first + table.replace("from = 2022-09-16", "from = 2026-12-01"))
    assert found.in_force_on(date(2026, 11, 30))[CALL_IN_PERIOD] is None
    assert list(to_come(found, date(2026, 11, 30))) == [
        (
            "call-in-period[2].from: Tue 1 Dec 2026 is to come. Until that day no rule is known to "
            "hold: the entry before it has known-to = 2026-06-30."
        )
    ]


def test_a_rule_to_come_is_not_assumed_of_the_days_before() -> None:
    """Agreed for 1 December, it is not what held in November."""
    told = TEXT.replace("from = 2022-09-16", 'from = 2026-12-01\nbefore = "assumed"', 1)
    assert list(known_too_soon(read(told), date(2026, 12, 1))) == []
    (said,) = known_too_soon(read(told), date(2026, 11, 30))
    assert str(said) == (
        "salford.toml: call-in-period[1].before: The rule begins on Tue 1 Dec 2026, which is to "
        "come: it does not hold before. Leave it out."
    )


def test_a_rule_inferred_from_notices_cannot_begin_on_a_day_to_come() -> None:
    text = TEXT.replace("from = 2022-09-16", "from = 2026-12-01", 1)
    found = read(text.replace('basis = "council page"', 'basis = "inferred from notices"', 1))
    (complaint,) = known_too_soon(found, date(2026, 11, 30))
    assert complaint.key == "call-in-period[1].from"
    assert "no notice of that day can have shown it" in complaint.problem
    assert list(to_come(found, date(2026, 11, 30))) == []


@pytest.mark.parametrize("council", shipped())
def test_nothing_that_is_shipped_is_from_the_future(council: str) -> None:
    found = read(shipped()[council].read_text(encoding="utf-8"))
    assert list(known_too_soon(found, date(2026, 12, 1))) == []
