"""A call-in period that says more than its printed windows can bear is complained of."""

import pytest

from support.one_period_council import (
    ACROSS,
    FILE,
    FIVE,
    NO_OTHER,
    OTHER,
    SAME_DAY,
    TELLING,
    TODAY,
    UNSURE,
    read,
    told,
    windows,
)
from workflow.constitution.checks.every_check import complaints_of, remarks_of
from workflow.constitution.reading import parse


def test_three_windows_of_which_one_tells_the_start_are_enough() -> None:
    assert told(windows(SAME_DAY, TELLING, OTHER)) == []


def test_fewer_than_three_windows_are_not_and_another_reading_is_wanted() -> None:
    assert told(windows(SAME_DAY, TELLING)) == [
        (
            "a.toml: call-in-period[1].confidence: It is inferred from 2 printed windows that the "
            'rule gives, and takes 3 to be sure. Write "unsure"; or give windows that show it.'
        ),
        (
            "a.toml: call-in-period[1].could-be: It is unsure, and does not say how else it could "
            "be read. Give the other readings, each with two printed windows; or could-be = [], "
            "and could-be-why."
        ),
    ]


def test_windows_that_no_count_can_tell_apart_are_not_enough_however_many() -> None:
    """Across a weekend a count from the decision gives the same day as one from publication."""
    confidence, could_be = told(windows(SAME_DAY, ACROSS, OTHER))
    assert confidence == (
        "a.toml: call-in-period[1].confidence: No printed window tells a count from publication "
        'from one from the decision. Write "unsure"; or give windows that show it.'
    )
    assert could_be.startswith("a.toml: call-in-period[1].could-be: ")


def test_a_window_that_the_calendar_does_not_reach_shows_nothing() -> None:
    old = '{ reference = "0", made = 2010-05-13, published = 2010-05-14, last-day = 2010-05-31 }'
    first, _ = told(windows(SAME_DAY, TELLING, old))
    assert "2 printed windows that the rule gives" in first


def test_none_is_said_to_be_none() -> None:
    confidence, could_be = told()
    assert "It is inferred from no printed windows" in confidence
    assert "call-in-period[1].could-be: " in could_be


def test_one_is_said_in_the_singular() -> None:
    assert "It is inferred from 1 printed window that the rule gives" in told(windows(TELLING))[0]


def test_an_unsure_period_says_how_else_it_could_be_read_or_that_nothing_else_is_on_file() -> None:
    only = [each.split(": ")[1] for each in told(UNSURE, windows(SAME_DAY))]
    assert only == ["call-in-period[1].could-be"]
    assert told(UNSURE, windows(SAME_DAY), NO_OTHER) == []
    reading = f"could-be = [{{ days = 5, {windows(*FIVE)} }}]"
    assert told(UNSURE, windows(SAME_DAY), reading) == []


def test_so_does_one_that_was_read_in_words_and_is_unsure() -> None:
    text = FILE.format(keys=UNSURE).replace("inferred from notices", "council page")
    found, _ = parse(text, "a.toml")
    assert found is not None
    (given,) = complaints_of(found, TODAY)
    assert given.key == "call-in-period[1].could-be"


def test_one_that_was_read_in_words_needs_no_window() -> None:
    found, _ = parse(FILE.format(keys="").replace("inferred from notices", "council page"), "a")
    assert found is not None
    assert complaints_of(found, TODAY) == ()


def test_a_reading_that_is_shorter_on_every_window_is_told_though_it_may_be_longer() -> None:
    """Four calendar days are longer than three working days on a Monday; on these they are not."""
    shorter = (
        '{ reference = "5", published = 2024-05-16, last-day = 2024-05-20 }',
        '{ reference = "6", published = 2024-05-23, last-day = 2024-05-27 }',
    )
    thursdays = '{ reference = "7", published = 2024-05-09, last-day = 2024-05-14 }'
    reading = f'could-be = [{{ days = 4, unit = "calendar", {windows(*shorter)} }}]'
    assert told(UNSURE, windows(thursdays), reading) == [
        (
            "a.toml: call-in-period[1].could-be[1]: It is shorter on every window on file, or as "
            "long. Leave it out; or give it as the rule, and the longer here."
        )
    ]
    assert told(UNSURE, windows(thursdays, SAME_DAY), reading) == [], "on a Monday it is longer"
    monday = windows(
        '{ reference = "8", published = 2024-06-03, last-day = 2024-06-07, why = "odd" }',
        key="irregular",
    )
    assert told(UNSURE, windows(thursdays), monday, reading) == []


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ((UNSURE, NO_OTHER), "It is unsure, and not-found and settled-by are not given"),
        ((UNSURE, NO_OTHER, 'not-found = "The hour."'), "It is unsure, and settled-by is not"),
        ((), "It is inferred from notices, and not-found and settled-by are not given"),
    ],
)
def test_what_does_not_say_what_would_settle_it_is_remarked(
    keys: tuple[str, ...], said: str
) -> None:
    (given,) = remarks_of(read(*keys))
    assert given.startswith(f"call-in-period[1]: {said}")
    assert given.endswith("say what was looked for, and what would settle it.")


def test_nothing_is_remarked_of_one_that_says_both() -> None:
    both = ('not-found = "The hour."', 'settled-by = "The call-in rules."')
    assert list(remarks_of(read(UNSURE, NO_OTHER, *both))) == []
    sure = FILE.format(keys="").replace("inferred from notices", "council page")
    found, _ = parse(sure, "a.toml")
    assert found is not None
    assert list(remarks_of(found)) == []


def test_nothing_is_remarked_of_a_repeal() -> None:
    repeal = """
[[call-in-period]]
from = 2025-01-01
repealed = true
basis = "inferred from notices"
rule = "published lists"
words = "It was done away with."
"""
    both = ('not-found = "The hour."', 'settled-by = "The call-in rules."')
    assert list(remarks_of(read(*both, repeal))) == []
