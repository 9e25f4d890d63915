"""The four nations, by name, and the door to their bank holidays."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import pytest

from workflow.calendars import nations
from workflow.calendars.nations import Nation, bank_holidays
from workflow.errors import BeyondCalendar, Invalid


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("england", Nation.ENGLAND),
        ("Wales", Nation.WALES),
        ("  SCOTLAND ", Nation.SCOTLAND),
        ("Northern Ireland", Nation.NORTHERN_IRELAND),
        ("northern-ireland", Nation.NORTHERN_IRELAND),
        ("NORTHERN_IRELAND", Nation.NORTHERN_IRELAND),
    ],
)
def test_a_nation_is_known_by_its_name(text: str, nation: Nation) -> None:
    """Capitals, spaces and hyphens make no difference."""
    assert Nation.named(text) is nation


def test_each_label_reads_as_a_name() -> None:
    """The label is the nation's name as a sentence has it, and leads back to the nation."""
    labels = [nation.label for nation in Nation]
    assert labels == ["England", "Wales", "Scotland", "Northern Ireland"]
    assert [Nation.named(label) for label in labels] == list(Nation)


def test_a_misspelt_nation_is_guessed_at() -> None:
    """The refusal names all four, and the nearest."""
    with pytest.raises(Invalid, match=r"no nation named “Scotlnd” here\. Did you mean scotland\?"):
        Nation.named("Scotlnd")
    with pytest.raises(Invalid) as refused:
        Nation.named("atlantis")
    assert "Did you mean" not in str(refused.value)
    assert refused.value.cure == "Give one of: england, wales, scotland or northern-ireland."


@pytest.mark.parametrize("text", ["", "  ", "gb", "england-and-wales", "GB-ENG"])
def test_what_is_not_a_nation_is_refused(text: str) -> None:
    """The United Kingdom as a whole has no list of its own."""
    with pytest.raises(Invalid):
        Nation.named(text)


def test_only_the_days_asked_for_are_given() -> None:
    """From the first day to the last, both included, in order."""
    found = bank_holidays(Nation.ENGLAND, date(2026, 4, 3), date(2026, 4, 6))
    assert dict(found) == {date(2026, 4, 3): "Good Friday", date(2026, 4, 6): "Easter Monday"}
    assert list(found) == sorted(found)
    assert not bank_holidays(Nation.ENGLAND, date(2026, 4, 4), date(2026, 4, 5))


def test_a_holiday_on_a_weekend_is_left_out() -> None:
    """Christmas Day 2027 is a Saturday: only its substitute is listed."""
    found = bank_holidays(Nation.WALES, date(2027, 12, 1), date(2027, 12, 31))
    assert [day.day for day in found] == [27, 28]


def test_two_holidays_on_one_day_are_both_named() -> None:
    """In Scotland Mon 2 Jan 2023 was both."""
    found = bank_holidays(Nation.SCOTLAND, date(2023, 1, 2), date(2023, 1, 2))
    title = found[date(2023, 1, 2)]
    assert title == "New Year Holiday and New Year's Day, substitute day"


def test_the_bank_holidays_cannot_be_altered() -> None:
    """What is shared cannot be written to."""
    found = bank_holidays(Nation.ENGLAND, date(2026, 1, 1), date(2026, 12, 31))
    with pytest.raises(TypeError):
        found[date(2026, 1, 5)] = "A day off"  # type: ignore[index]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2010, 12, 31), date(2011, 1, 5)),
        (date(2099, 1, 1), date(2100, 1, 1)),
        (date.min, date(2026, 1, 1)),
        (date(2026, 1, 1), date.max),
    ],
)
def test_years_that_are_not_known_are_refused(first: date, last: date) -> None:
    """An unknown year is never answered with no holidays."""
    with pytest.raises(BeyondCalendar, match="Bank holidays are not known here for"):
        bank_holidays(Nation.ENGLAND, first, last)


def test_bank_holidays_are_asked_for_by_day_and_in_order() -> None:
    """An instant, or the later day first, is refused."""
    with pytest.raises(Invalid, match="by day, not by instant"):
        bank_holidays(Nation.ENGLAND, datetime(2026, 1, 1), date(2026, 2, 1))
    with pytest.raises(Invalid, match="Thu 1 Jan 2026 comes before Sun 1 Feb 2026"):
        bank_holidays(Nation.ENGLAND, date(2026, 2, 1), date(2026, 1, 1))


def test_threads_that_ask_at_once_all_get_the_whole_list() -> None:
    """Nothing half filled is ever shared."""
    first, last = date(2011, 1, 1), date(2028, 12, 31)
    whole = dict(bank_holidays(Nation.SCOTLAND, first, last))

    def ask(_: int) -> dict[date, str]:
        nations._bank_holidays.cache_clear()
        return dict(bank_holidays(Nation.SCOTLAND, first, last))

    with ThreadPoolExecutor(8) as threads:
        assert all(found == whole for found in threads.map(ask, range(40)))


def test_importing_the_calendars_does_not_load_holidays() -> None:
    """It is slow to load, and is loaded only when a calendar is first built."""
    program = (
        "import sys, workflow.calendars, workflow.calendars.instants as i\n"
        "import workflow.calendars.counting, workflow.calendars.council\n"
        "assert 'holidays' not in sys.modules\n"
        "import workflow.calendars.days as d, workflow.calendars.nations as n\n"
        "assert 'holidays' not in sys.modules\n"
        "d.calendar_for(n.Nation.ENGLAND)\n"
        "assert 'holidays' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
