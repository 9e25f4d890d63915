"""Printed windows and other readings of a call-in period, as a council's file gives them."""

from datetime import date

import pytest

from support.one_period_council import FILE, UNSURE
from workflow.calendars.nations import Nation
from workflow.constitution.compare_readings import gives, may_be_later
from workflow.constitution.provisions.evidence import PrintedWindow
from workflow.constitution.provisions.provision import Provision
from workflow.constitution.reading import parse
from workflow.model.call_in_period import CountedFrom, PeriodRule, TakesEffect, Unit

ONE = '{ reference = "1", made = 2023-05-15, published = 2023-05-16, effective-from = 2023-05-24 }'
TWO = '{ reference = "2", published = 2023-06-13, last-day = 2023-06-20 }'


def period(keys: str) -> Provision[object]:
    found, complaints = parse(FILE.format(keys=f"{UNSURE}\n{keys}"), "a.toml")
    assert found is not None, complaints
    return found.on("call_in_period")[0]


def complaints_of(keys: str, was: str = "", now: str = "") -> list[str]:
    found, complaints = parse(FILE.format(keys=f"{UNSURE}\n{keys}").replace(was, now, 1), "a.toml")
    assert found is None
    return [str(each) for each in complaints]


def test_a_reading_says_only_what_differs_and_what_supports_it() -> None:
    given = period(f"could-be = [{{ days = 5, windows = [{ONE}, {TWO}] }}]")
    (other,) = given.evidence.could_be or ()
    assert isinstance(given.value, PeriodRule)
    assert other.rule.days == 5
    assert other.rule.unit is given.value.unit
    assert other.windows == (
        PrintedWindow(
            reference="1",
            made=date(2023, 5, 15),
            published=date(2023, 5, 16),
            effective_from=date(2023, 5, 24),
        ),
        PrintedWindow(reference="2", published=date(2023, 6, 13), last_day=date(2023, 6, 20)),
    )
    assert given.other_rules == (other.rule,)


def test_no_other_reading_is_said_with_why() -> None:
    given = period('could-be = []\ncould-be-why = "Every window agrees."')
    assert given.evidence.could_be == ()
    assert given.evidence.could_be_why == "Every window agrees."


def test_nothing_said_is_not_the_same_as_none() -> None:
    assert period("").evidence.could_be is None


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (
            f"could-be = [{{ days = 3, windows = [{ONE}, {TWO}] }}]",
            (
                "a.toml: call-in-period[1].could-be[1].days: It is the rule itself. Give what "
                "differs, or leave it out."
            ),
        ),
        (
            f"could-be = [{{ days = 2, windows = [{ONE}, {TWO}] }}]",
            (
                "a.toml: call-in-period[1].could-be[1]: It never gives more time than the "
                "rule, so it would change nothing. Leave it out; or give the shorter as the rule, "
                "and the longer here."
            ),
        ),
        (
            f'could-be = [{{ counted-from = "decision", windows = [{ONE}, {TWO}] }}]',
            "a.toml: call-in-period[1].could-be[1]: It never gives more time",
        ),
        (
            "could-be = [{ days = 5 }]",
            (
                "a.toml: call-in-period[1].could-be[1].windows: No printed windows speak for it. "
                "Give at least two; one alone is an irregularity: list it under irregular."
            ),
        ),
        (
            f"could-be = [{{ days = 5, windows = [{ONE}] }}]",
            "a.toml: call-in-period[1].could-be[1].windows: 1 printed window speaks for it.",
        ),
        ("could-be = []", "a.toml: call-in-period[1].could-be-why: It is missing."),
        (
            'could-be-why = "None found."',
            "a.toml: call-in-period[1].could-be-why: It says why there is no other reading.",
        ),
        (
            f"irregular = [{ONE}]",
            "a.toml: call-in-period[1].irregular[1].why: It is missing.",
        ),
        (
            'windows = [{ reference = "1", effective-from = 2023-05-24 }]',
            "a.toml: call-in-period[1].windows[1].published: No day is given to count from.",
        ),
        (
            'windows = [{ reference = "1", made = 2023-05-24 }]',
            "a.toml: call-in-period[1].windows[1].effective-from: One end is wanted, and one only.",
        ),
        ('could-be = "no"', "a.toml: call-in-period[1].could-be: 'no' does not fit."),
        (
            "could-be = { days = 5 }",
            "a.toml: call-in-period[1].could-be: {'days': 5} does not fit.",
        ),
        (
            f"could-be = [{', '.join([f'{{ days = 5, windows = [{ONE}, {TWO}] }}'] * 2)}]",
            "a.toml: call-in-period[1].could-be[2].days: It is there twice.",
        ),
        (
            f"could-be = [{{ dayz = 5, windows = [{ONE}, {TWO}] }}]",
            "a.toml: call-in-period[1].could-be[1].days: It is the rule itself.",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_key_and_cure(keys: str, wanted: str) -> None:
    assert complaints_of(keys)[0].startswith(wanted)


def test_clear_days_have_no_first_day_that_counts_in_another_reading_either() -> None:
    keys = f'could-be = [{{ days = 9, unit = "clear-working", windows = [{ONE}, {TWO}] }}]'
    (given,) = complaints_of(keys, "start-day-counts = false", "start-day-counts = true")
    assert given.startswith("a.toml: call-in-period[1].could-be[1].start-day-counts: Of clear days")


def test_no_more_is_said_of_what_is_no_list() -> None:
    assert len(complaints_of("could-be = { days = 5 }")) == 1


def test_a_period_with_another_reading_is_unsure() -> None:
    keys = f"could-be = [{{ days = 5, windows = [{ONE}, {TWO}] }}]"
    (given,) = complaints_of(keys, 'confidence = "unsure"', 'confidence = "sure"')
    assert given == (
        'a.toml: call-in-period[1].confidence: It has another reading on file. Write "unsure".'
    )


def rule(days: int = 5, *, starts: bool = False, **said: object) -> PeriodRule:
    plain = {
        "unit": Unit.WORKING,
        "counted_from": CountedFrom.PUBLICATION,
        "request_by": None,
        "takes_effect": TakesEffect.AT_THE_END,
        **said,
    }
    return PeriodRule(days=days, start_day_counts=starts, **plain)  # type: ignore[arg-type]


def test_a_reading_that_differs_at_weekends_alone_may_be_later() -> None:
    """Two days after, and three with the day of publication: alike, but for a weekend."""
    assert may_be_later(rule(3, starts=True), rule(2))
    assert not may_be_later(rule(2), rule(3, starts=True))


def test_calendar_days_and_working_days_may_each_be_later() -> None:
    calendar = rule(8, unit=Unit.CALENDAR)
    assert may_be_later(calendar, rule())
    assert may_be_later(rule(6), calendar)
    assert not may_be_later(rule(), rule(14, unit=Unit.CALENDAR))


def test_working_days_that_are_later_only_about_christmas_may_be_later() -> None:
    """Five working days are never later than seven of any sort, but where bank holidays fall."""
    week = rule(7, unit=Unit.CALENDAR)
    assert may_be_later(rule(), week)
    assert may_be_later(rule(4), week)
    assert not may_be_later(rule(2), week)


def test_a_later_effect_counts_as_later() -> None:
    assert may_be_later(rule(takes_effect=TakesEffect.NEXT_WORKING_DAY), rule())


def test_a_printed_window_is_counted_on_its_nations_holidays() -> None:
    """St Andrew's Day, 30 November 2021, is a working day in England and none in Scotland."""
    window = PrintedWindow(
        reference="1", published=date(2021, 11, 26), effective_from=date(2021, 12, 4)
    )
    assert gives(rule(), window, Nation.ENGLAND) is True
    assert gives(rule(), window, Nation.SCOTLAND) is False


def test_a_window_without_the_day_it_counts_from_says_nothing() -> None:
    window = PrintedWindow(
        reference="1", published=date(2021, 11, 26), effective_from=date(2021, 12, 4)
    )
    by_decision = rule(counted_from=CountedFrom.DECISION)
    assert gives(by_decision, window, Nation.ENGLAND) is None
