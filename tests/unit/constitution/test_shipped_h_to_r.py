"""What the shipped files of councils from Havering to Rochdale say."""

from datetime import date, datetime, time

import pytest

from support.councils import constitution
from workflow.constitution.compare_readings import end_by_rule
from workflow.constitution.constitution import InForce
from workflow.constitution.provisions.consent import EXEMPTION_CONSENT
from workflow.constitution.provisions.evidence import PrintedWindow
from workflow.constitution.provisions.grounds import CALL_IN_GROUNDS
from workflow.constitution.provisions.period import CALL_IN_PERIOD, SUBJECT_TO_CALL_IN
from workflow.constitution.provisions.request import CALL_IN_REQUEST
from workflow.constitution.provisions.scrutiny import SCRUTINY_OUTCOMES, MayDo
from workflow.model.kind import Kind

TODAY = date(2026, 11, 30)


def on(council: str, day: date = TODAY) -> InForce:
    return constitution(council).in_force_on(day)


def ends(council: str, made: date, published: date) -> list[tuple[date, datetime]]:
    """Give the last day and the effect by the rule and by each other reading, the effect in UTC."""
    provision = on(council, published)[CALL_IN_PERIOD]
    assert provision is not None
    assert provision.value is not None
    window = PrintedWindow(reference="made up", made=made, published=published)
    readings = (provision.value, *provision.other_rules)
    found = [end_by_rule(rule, window, constitution(council).nation) for rule in readings]
    return [(each.last_day, each.effective_from.replace(tzinfo=None)) for each in found if each]


def test_a_request_at_havering_is_in_time_until_the_next_wednesday() -> None:
    """By the one decision of the leader it would have been refused from the Saturday."""
    thursday = date(2019, 6, 20)
    assert [day for day, _ in ends("havering", date(2019, 6, 19), thursday)] == [date(2019, 6, 26)]


@pytest.mark.parametrize(
    ("made", "last", "effect"),
    [
        (date(2024, 2, 9), date(2024, 2, 13), date(2024, 2, 14)),
        (date(2022, 1, 12), date(2022, 1, 16), date(2022, 1, 17)),
        (date(2022, 1, 18), date(2022, 1, 22), date(2022, 1, 24)),
    ],
)
def test_at_neath_port_talbot_days_are_of_the_calendar_from_2022(
    made: date, last: date, effect: date
) -> None:
    """A Friday ends on the Tuesday; a Sunday's end, and a Saturday's, take effect on the Monday."""
    assert ends("neath-port-talbot", made, made) == [(last, datetime.combine(effect, time()))]


def test_between_the_two_rules_of_neath_port_talbot_both_are_on_file() -> None:
    tuesday = date(2020, 11, 10)
    days = [day for day, _ in ends("neath-port-talbot", tuesday, tuesday)]
    assert days == [date(2020, 11, 14), date(2020, 11, 13)]


@pytest.mark.parametrize(
    ("council", "kind"),
    [
        ("havering", Kind.OFFICER_KEY),
        ("merton", Kind.OFFICER_KEY),
        ("merton", Kind.OFFICER_NON_KEY),
        ("rochdale", Kind.NON_KEY),
        ("lancaster", Kind.KEY),
    ],
)
def test_what_may_be_called_in(council: str, kind: Kind) -> None:
    subject = on(council)[SUBJECT_TO_CALL_IN]
    assert subject is not None
    assert subject.value is not None
    assert kind in subject.value.subject


@pytest.mark.parametrize("council", ["havering", "isle-of-wight", "merton"])
def test_scrutiny_may_refer_to_full_council(council: str) -> None:
    outcomes = on(council)[SCRUTINY_OUTCOMES]
    assert outcomes is not None
    assert outcomes.value is not None
    assert MayDo.REFER_TO_COUNCIL in outcomes.value.may


def test_at_kingston_nine_members_may_ask_or_a_hundred_people() -> None:
    request = on("kingston")[CALL_IN_REQUEST]
    assert request is not None
    assert request.value is not None
    ways = [{each.who.value: each.number for each in way.needs} for way in request.value.may_ask]
    assert ways == [{"members": 9}, {"electors": 100}]
    assert on("kingston", date(2018, 1, 10))[CALL_IN_PERIOD] is None


def test_lancasters_chief_executive_waives_call_in() -> None:
    consent = on("lancaster")[EXEMPTION_CONSENT]
    assert consent is not None
    assert consent.value is not None
    assert [[role.value for role in ladder] for ladder in consent.value.orders] == [
        ["head-of-paid-service"]
    ]


def test_at_merton_nothing_takes_effect_at_the_noon_that_ends_the_period() -> None:
    """The lists print the day after; the noon before it would be twelve hours early."""
    wednesday = date(2020, 3, 4)
    assert ends("merton", wednesday, wednesday) == [(date(2020, 3, 9), datetime(2020, 3, 10))]


def test_rochdale_has_a_period() -> None:
    assert [day for day, _ in ends("rochdale", date(2023, 12, 4), date(2023, 12, 5))] == [
        date(2023, 12, 12)
    ]


def test_at_kingston_a_community_call_in_has_five_grounds_and_no_other() -> None:
    grounds = on("kingston", date(2021, 7, 27))[CALL_IN_GROUNDS]
    assert grounds is not None
    assert grounds.value is not None
    assert grounds.value.closed
    assert len(grounds.value.grounds) == 5
    assert on("kingston", date(2021, 7, 26))[CALL_IN_GROUNDS] is None


@pytest.mark.parametrize("council", ["kent", "leeds"])
def test_where_nothing_shows_another_rule_it_is_assumed_of_the_years_before(council: str) -> None:
    period = on(council, date(2014, 10, 17))[CALL_IN_PERIOD]
    assert period is not None
    assert period.assumed
    assert period.authority.unsure


def test_lambeths_rule_is_not_assumed_of_the_autumn_when_one_decision_had_longer() -> None:
    assert on("lambeth", date(2019, 10, 14))[CALL_IN_PERIOD] is None
    assert [day for day, _ in ends("lambeth", date(2019, 12, 13), date(2019, 12, 5))] == [
        date(2019, 12, 20)
    ]


def test_one_shorter_window_of_2026_does_not_shorten_oxfordshires_five_days() -> None:
    made, published = date(2026, 3, 17), date(2026, 3, 18)
    assert [day for day, _ in ends("oxfordshire", made, published)] == [date(2026, 3, 25)]
    period = on("oxfordshire", published)[CALL_IN_PERIOD]
    assert period is not None
    assert date(2026, 3, 23) in [each.last_day for each in period.evidence.irregular]
