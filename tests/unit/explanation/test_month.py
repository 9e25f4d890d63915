"""The small calendar names the month of each day that it shows."""

from datetime import date

import pytest

from workflow.calendars.counting import count
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.explanation.renderers.month import month_lines

ENGLAND = calendar_for(Nation.ENGLAND)


@pytest.mark.parametrize(
    ("start", "days", "months"),
    [
        (date(2026, 11, 24), 5, ["Nov 2026", "Nov–Dec 2026"]),
        (date(2026, 12, 1), 3, ["Dec 2026"]),
        (date(2026, 12, 29), 4, ["Dec–Jan 2027", "Jan 2027"]),
        (date(2027, 2, 26), 1, ["Feb 2027", "Mar 2027"]),
        (date(2026, 10, 19), 5, ["Oct 2026", "Oct 2026"]),
    ],
)
def test_a_row_in_which_a_month_begins_names_both(
    start: date, days: int, months: list[str]
) -> None:
    lines = list(month_lines(count(ENGLAND, start, days)))
    assert [line[:12].strip() for line in lines[3 : lines.index("", 3)]] == months


def test_the_rows_stand_under_their_weekdays() -> None:
    lines = list(month_lines(count(ENGLAND, date(2026, 11, 24), 5)))
    assert lines[2:5] == [
        "              Mon   Tue   Wed   Thu   Fri   Sat   Sun",
        "    Nov 2026        24*   25[1] 26[2] 27[3] 28-   29-",
        "Nov–Dec 2026  30[4]  1[5]",
    ]
