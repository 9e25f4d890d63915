"""A cell of a sheet is read only where it can mean one thing."""

from datetime import date

import pytest

from workflow.files.cells import BadCell, a_day, a_number, one_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-10-18", date(2018, 10, 18)),
        ("2018-10-18 00:00:00", date(2018, 10, 18)),
        ("2018-10-18T00:00", date(2018, 10, 18)),
        ("18/10/2018", date(2018, 10, 18)),
        ("18.10.2018", date(2018, 10, 18)),
        ("18-10-2018 00:00", date(2018, 10, 18)),
        ("4/4/2018", date(2018, 4, 4)),
    ],
)
def test_a_day_that_can_be_nothing_else_is_read(text: str, day: date) -> None:
    assert a_day(text) == day


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("3/4/2018", "may be 3 April 2018 or 4 March 2018: it is not guessed."),
        ("10/18/2018", "seems to give the month first"),
        ("18/10/18", "has a year of two digits"),
        ("43391", "a spreadsheet's day number, which is 2018-10-18 in one system of counting and"),
        ("2018-02-30", "There is no such day as 2018-02-30."),
        ("31/9/2018", "There is no such day"),
        ("2018-10-18 09:30", "is not a date that can be read for certain."),
        ("١٨/١٠/٢٠١٨", "is not a date that can be read for certain."),
        ("soon\x00", r"'soon\x00' is not a date"),
        ("", "It is empty."),
    ],
)
def test_anything_else_is_refused_with_a_cure(text: str, problem: str) -> None:
    with pytest.raises(BadCell) as refused:
        a_day(text)
    assert problem in refused.value.problem
    assert refused.value.cure


def test_both_systems_of_day_numbers_are_named() -> None:
    """18 October 2018 is 43391 from 1900 and 41929 from 1904, by the programs' own tables."""
    with pytest.raises(BadCell, match="2018-10-18 in one system"):
        a_day("43391")
    with pytest.raises(BadCell, match="2018-10-18 in another"):
        a_day("41929")


def test_where_days_are_said_to_come_first_they_do() -> None:
    assert a_day("3/4/2018", day_first=True) == date(2018, 4, 3)
    with pytest.raises(BadCell, match="no such day"):
        a_day("10/18/2018", day_first=True)


def test_numbers_and_words_have_bounds() -> None:
    assert a_number("5", 1, 366) == 5
    assert one_of("Yes", ("yes", "no")) == "yes"
    for text in ("0", "367", "-1", "5.0", "five", "", "٥", "9" * 5000):
        with pytest.raises(BadCell, match="from 1 to 366"):
            a_number(text, 1, 366)
    for text in ("y", "", "TRUE"):
        with pytest.raises(BadCell, match="Give yes or no"):
            one_of(text, ("yes", "no"))
