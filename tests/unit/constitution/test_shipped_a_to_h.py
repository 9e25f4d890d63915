"""What the shipped files of councils from A to H say: of whom, by whom, how long."""

from datetime import date

import pytest

from support.councils import constitution
from workflow.constitution.compare_readings import end_by_rule
from workflow.constitution.constitution import InForce
from workflow.constitution.provisions.evidence import PrintedWindow
from workflow.constitution.provisions.period import CALL_IN_PERIOD, SUBJECT_TO_CALL_IN
from workflow.constitution.provisions.request import CALL_IN_REQUEST
from workflow.model.call_in_period import PeriodRule
from workflow.model.kind import Kind


def on(council: str, day: date) -> InForce:
    return constitution(council).in_force_on(day)


def ends(council: str, made: date, published: date) -> list[date]:
    """Give the last days for a request by the rule and by each other reading of it."""
    provision = on(council, published)[CALL_IN_PERIOD]
    assert provision is not None
    assert provision.value is not None
    readings: list[PeriodRule] = [provision.value, *provision.other_rules]
    window = PrintedWindow(reference="made up", made=made, published=published)
    found = [end_by_rule(rule, window, constitution(council).nation) for rule in readings]
    return [each.last_day for each in found if each is not None]


@pytest.mark.parametrize(
    ("council", "kind"),
    [
        ("bath-and-north-east-somerset", Kind.OFFICER_KEY),
        ("brent", Kind.OFFICER_KEY),
        ("cardiff", Kind.OFFICER_KEY),
        ("central-bedfordshire", Kind.OFFICER_KEY),
        ("harrow", Kind.OFFICER_NON_KEY),
    ],
)
def test_decisions_of_officers_may_be_called_in(council: str, kind: Kind) -> None:
    subject = on(council, date(2026, 11, 30))[SUBJECT_TO_CALL_IN]
    assert subject is not None
    assert subject.value is not None
    assert kind in subject.value.subject


@pytest.mark.parametrize("council", ["bath-and-north-east-somerset", "harrow"])
def test_co_opted_members_count_among_those_who_ask(council: str) -> None:
    """Ten at Bath and North East Somerset and six at Harrow, one of them co-opted."""
    request = on(council, date(2026, 11, 30))[CALL_IN_REQUEST]
    assert request is not None
    assert request.value is not None
    ways = [{each.who.value: each.number for each in way.needs} for way in request.value.may_ask]
    whole = ways[0]["members"]
    assert {"members": whole - 1, "co-optees": 1} in ways
    assert all(sum(way.values()) == whole for way in ways if "co-optees" in way)


def test_an_officers_decision_at_brent_has_its_time_from_publication() -> None:
    """By the rule for members its five days would have ended on the day it was published."""
    assert ends("brent", date(2020, 1, 9), date(2020, 1, 16)) == [
        date(2020, 1, 16),
        date(2020, 1, 23),
    ]


def test_at_hammersmith_and_fulham_a_day_more_may_be_meant_and_since_2023_is() -> None:
    friday = date(2022, 7, 1)
    assert ends("hammersmith-and-fulham", friday, friday) == [date(2022, 7, 5), date(2022, 7, 6)]
    friday = date(2022, 12, 2)
    assert ends("hammersmith-and-fulham", friday, friday) == [date(2022, 12, 6), date(2022, 12, 7)]
    friday = date(2026, 11, 27)
    assert ends("hammersmith-and-fulham", friday, friday) == [date(2026, 12, 2)]


def test_at_central_bedfordshire_midday_on_the_eighth_day_is_not_refused() -> None:
    made, published = date(2026, 12, 1), date(2026, 12, 3)
    assert ends("central-bedfordshire", made, published)[1] == date(2026, 12, 11)


@pytest.mark.parametrize(
    ("council", "day", "days"),
    [
        ("buckinghamshire", date(2021, 9, 28), [5]),
        ("buckinghamshire", date(2022, 6, 7), [3, 5]),
        ("buckinghamshire", date(2026, 11, 30), [3, 5]),
        ("chorley", date(2023, 10, 2), [5]),
        ("chorley", date(2024, 4, 16), [5, 6]),
        ("chorley", date(2026, 11, 30), [6]),
        ("hammersmith-and-fulham", date(2019, 11, 11), [3, 3]),
        ("hammersmith-and-fulham", date(2022, 12, 1), [3, 3]),
        ("hammersmith-and-fulham", date(2026, 11, 30), [3]),
        ("bracknell-forest", date(2020, 2, 4), [5, 6]),
        ("bracknell-forest", date(2026, 11, 30), [5]),
        ("east-sussex", date(2020, 3, 16), [5, 5]),
        ("east-sussex", date(2022, 6, 21), [4]),
        ("isle-of-wight", date(2022, 7, 21), [5]),
    ],
)
def test_where_a_period_is_read_two_ways_both_are_on_file(
    council: str, day: date, days: list[int]
) -> None:
    provision = on(council, day)[CALL_IN_PERIOD]
    assert provision is not None
    assert provision.value is not None
    assert provision.authority.unsure
    assert [provision.value.days, *(each.days for each in provision.other_rules)] == days


@pytest.mark.parametrize("council", ["cambridgeshire-and-peterborough", "greater-manchester"])
def test_where_no_rule_gives_the_windows_none_is_made_up(council: str) -> None:
    assert on(council, date(2025, 1, 22))[CALL_IN_PERIOD] is None
