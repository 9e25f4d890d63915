"""Days are read day first, exactly, or not at all."""

from datetime import date

import pytest

from workflow.importing.statements import read_statement
from workflow.importing.statements.dates import read_day

DAY = date(2018, 10, 18)


@pytest.mark.parametrize(
    "text",
    [
        "18 October 2018",
        "18th October 2018",
        "18th of October, 2018",
        "18 Oct 2018",
        "18 OCTOBER 2018.",
        "18/10/2018",
        "18.10.2018",
        "18-10-2018",
        "2018-10-18",
        "Thursday 18 October 2018",
        "Thursday, 18 October 2018",
        "Thu 18/10/2018",
    ],
)
def test_a_day_is_read_in_each_form_councils_print(text: str) -> None:
    assert read_day(text) == (DAY, "")


def test_the_day_comes_before_the_month() -> None:
    assert read_day("04/10/2018") == (date(2018, 10, 4), "")


@pytest.mark.parametrize(
    "text",
    [
        "5pm on 18 October 2018",
        "18 October 2018 at 5.00 pm",
        "by 17:00, 18 October 2018",
        "18 October 2018, noon",
    ],
)
def test_an_hour_beside_the_day_is_remarked_upon(text: str) -> None:
    day, remark = read_day(text)
    assert day == DAY
    assert "hour" in remark


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("30 February 2018", "there is no such day"),
        ("29/02/2018", "there is no such day"),
        ("10/18/2018", "there is no such day"),
        ("0 May 2018", "there is no such day"),
        ("18/10/18", "the year has two digits, so the century is not printed"),
        ("18 October '18", "the year has two digits, so the century is not printed"),
        ("18 October 0218", "the year 0218 cannot be right"),
        ("Friday 18 October 2018", "that day was a Thursday"),
        ("18st October 2018", "18st is not how that day is written"),
        ("18 October 2018 19 October 2018", "two dates"),
        ("18 and 19 October 2018", "it is not one date in a form this reader knows"),
        ("18 Octember 2018", "it is not one date in a form this reader knows"),
        ("18/10-2018", "it is not one date in a form this reader knows"),
        ("١٨/١٠/٢٠١٨", "it is not one date in a form this reader knows"),
        ("October 2018", "it is not one date in a form this reader knows"),
        ("TBC", "it is not one date in a form this reader knows"),
        ("1 " * 100, "it is too long to be a date"),
    ],
)
def test_what_is_not_one_sound_day_is_missing_and_the_remark_says_why(text: str, why: str) -> None:
    assert read_day(text) == (None, why)


def test_an_unsound_date_on_a_statement_is_missing_with_its_line_and_reason() -> None:
    reading = read_statement("Title: A flag\nDate of decision: 30 February 2018\n")
    assert "made_on" in reading.missing
    assert reading.remarks == (
        "“Date of decision” on line 2, “30 February 2018”: there is no such day.",
    )
