"""A printed window on file comes out by the rule that it stands beside, and its days can be."""

import pytest

from support.one_period_council import FIVE, NO_OTHER, SAME_DAY, TELLING, UNSURE, told, windows
from workflow.files.toml_table import MOST_COMPLAINTS


def of_windows(*each: str) -> list[str]:
    return told(UNSURE, NO_OTHER, windows(*each))


def of_irregular(*each: str) -> list[str]:
    return told(UNSURE, NO_OTHER, windows(*each, key="irregular"))


def window(**said: str) -> str:
    given = {"reference": '"7"', **{key.replace("_", "-"): text for key, text in said.items()}}
    return "{ " + ", ".join(f"{key} = {text}" for key, text in given.items()) + " }"


WRONG = window(published="2024-05-14", effective_from="2024-05-21")
ODD = '"The days of the fair."'


def test_windows_that_the_rule_gives_are_passed() -> None:
    assert of_windows(SAME_DAY, TELLING) == []


def test_one_that_the_rule_does_not_give_is_told_with_the_day_that_it_does() -> None:
    assert of_windows(SAME_DAY, WRONG) == [
        (
            "a.toml: call-in-period[1].windows[2].effective-from: The rule gives Sat 18 May 2024. "
            "Mend the day, or list it under irregular, with why."
        )
    ]
    last = window(published="2024-05-14", last_day="2024-05-20")
    assert of_windows(last) == [
        (
            "a.toml: call-in-period[1].windows[1].last-day: The rule gives Fri 17 May 2024. "
            "Mend the day, or list it under irregular, with why."
        )
    ]


def test_bank_holidays_are_not_counted() -> None:
    assert of_windows(window(published="2024-05-02", last_day="2024-05-08")) == []


def test_a_window_from_before_the_calendar_begins_is_not_counted() -> None:
    assert of_windows(window(published="2010-05-13", last_day="2010-05-13")) == []
    assert len(of_windows(window(published="2011-05-13", last_day="2011-05-13"))) == 1


def test_one_without_the_day_that_is_counted_from_shows_nothing() -> None:
    assert of_windows(window(made="2024-05-14", last_day="2024-05-17")) == [
        (
            "a.toml: call-in-period[1].windows[1].published: It is missing, and the rule counts "
            "from publication. Give it; or leave the window out."
        )
    ]


def test_a_readings_windows_come_out_by_that_reading() -> None:
    def of_reading(*each: str, keys: str = "days = 5") -> list[str]:
        return told(UNSURE, f"could-be = [{{ {keys}, {windows(*each)} }}]")

    assert of_reading(*FIVE) == []
    wrong = window(made="2023-06-12", published="2023-06-13", effective_from="2023-06-22")
    assert of_reading(*FIVE, wrong) == [
        (
            "a.toml: call-in-period[1].could-be[1].windows[3].effective-from: This reading gives "
            "Wed 21 Jun 2023. Mend the day, or leave the window out."
        )
    ]
    without = window(published="2023-06-13", effective_from="2023-06-22")
    assert of_reading(*FIVE, without, keys='days = 6, counted-from = "decision"')[0] == (
        "a.toml: call-in-period[1].could-be[1].windows[3].made: It is missing, and this reading "
        "counts from the decision. Give it; or leave the window out."
    )


def test_an_irregular_window_is_one_that_the_rule_does_not_give() -> None:
    assert of_irregular(WRONG.replace(" }", f", why = {ODD} }}")) == []
    assert of_irregular(SAME_DAY.replace(" }", f", why = {ODD} }}")) == [
        ("a.toml: call-in-period[1].irregular[1]: The rule gives its date. List it under windows.")
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"made": "2024-05-14", "published": "2024-05-13", "last_day": "2024-05-16"},
            (
                "published: Mon 13 May 2024 is before it was made. Mend the day; or list it under "
                "irregular, with why."
            ),
        ),
        (
            {"made": "2024-05-13", "published": "2024-05-14", "last_day": "2024-05-12"},
            "last-day: Sun 12 May 2024 is before every other day of it. Mend the day.",
        ),
        (
            {"published": "2024-05-14", "effective_from": "2023-05-18"},
            "effective-from: Thu 18 May 2023 is before every other day of it. Mend the day.",
        ),
        (
            {"made": "2026-11-27", "published": "2026-12-01", "last_day": "2026-12-04"},
            "published: Tue 1 Dec 2026 is to come. Give the day that is printed.",
        ),
        (
            {"published": "2026-11-25", "last_day": "2026-11-30"},
            (
                "published: Wed 25 Nov 2026 is after the source was read, on Tue 24 Nov 2026. "
                "Mend one of the two days."
            ),
        ),
    ],
)
def test_days_that_cannot_be_are_told(given: dict[str, str], said: str) -> None:
    first, *others = of_windows(window(**given))
    assert first == f"a.toml: call-in-period[1].windows[1].{said}" or others[0].endswith(said)


def test_its_end_may_be_to_come() -> None:
    """A list is read while the periods in it run."""
    assert of_windows(window(published="2026-11-24", effective_from="2026-11-28")) == []


def test_one_that_is_irregular_may_be_published_before_it_was_made() -> None:
    """Lambeth printed one so: made on 28 April 2021, and published on the 20th."""
    odd = window(made="2024-05-14", published="2024-05-13", last_day="2024-05-16", why=ODD)
    assert of_irregular(odd) == []
    assert of_irregular(odd.replace("2024-05-16", "2024-05-12")) != []


def test_the_same_window_twice_is_told_once() -> None:
    again = SAME_DAY.replace(" }", ', link = "https://borsetshire.example/1" }')
    assert of_windows(SAME_DAY, TELLING, again) == [
        "a.toml: call-in-period[1].windows[3].reference: It is there twice. Leave one out."
    ]


def test_one_reference_may_have_two_windows() -> None:
    """A decision that is published again has another window."""
    again = window(published="2024-06-03", effective_from="2024-06-07")
    assert of_windows(SAME_DAY, again.replace('"7"', '"1"')) == []


def test_a_file_of_thousands_of_windows_is_told_no_more_of_than_is_of_use() -> None:
    many = [WRONG.replace('"7"', f'"{number}"') for number in range(4_000)]
    assert len(of_windows(*many)) == MOST_COMPLAINTS
