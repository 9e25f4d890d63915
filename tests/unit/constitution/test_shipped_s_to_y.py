"""What the shipped files of councils from Salford to York say."""

from datetime import date, datetime, time

import pytest

from support.councils import constitution
from workflow.calendars.nations import Nation
from workflow.clock import LONDON, london_day
from workflow.constitution.compare_readings import end_by_rule, gives
from workflow.constitution.provisions.period import CALL_IN_PERIOD, SUBJECT_TO_CALL_IN
from workflow.constitution.provisions.provision import Provision
from workflow.constitution.provisions.request import CALL_IN_REQUEST, Alternative, Who
from workflow.model.call_in_period import CountedFrom, PeriodRule
from workflow.model.kind import Kind


def period(council: str, on: date) -> Provision[PeriodRule] | None:
    return constitution(council).in_force_on(on)[CALL_IN_PERIOD]


def rule(council: str, on: date) -> PeriodRule:
    found = period(council, on)
    assert found is not None
    assert found.value is not None
    return found.value


def test_salfords_hour_changed_between_two_pages_and_in_between_nothing_was_read() -> None:
    assert rule("salford", date(2014, 3, 12)).request_by is None
    assert period("salford", date(2016, 5, 4)) is None
    assert rule("salford", date(2019, 1, 9)).request_by == time(16)


def test_yorks_decisions_are_in_effect_on_the_day_after_the_last() -> None:
    found = period("york", date(2024, 4, 25))
    assert found is not None
    assert found.value is not None
    register = next(each for each in found.evidence.windows if each.reference == "7120")
    end = end_by_rule(found.value, register, Nation.ENGLAND)
    assert end is not None
    assert end.request_deadline == datetime(2024, 5, 2, 16, tzinfo=LONDON)
    assert end.effective_from == datetime(2024, 5, 3, tzinfo=LONDON)


def test_york_had_two_days_since_2011_and_when_they_became_five_is_not_known() -> None:
    assert rule("york", date(2015, 6, 1)).days == 2
    assert period("york", date(2023, 9, 15)) is None
    assert period("york", date(2024, 2, 26)) is None
    assert rule("york", date(2024, 2, 27)).days == 5


def test_surreys_days_run_from_the_decision_and_both_other_readings_are_longer() -> None:
    found = period("surrey", date(2024, 9, 30))
    assert found is not None
    assert found.authority.unsure
    assert found.value is not None
    assert found.value.counted_from is CountedFrom.DECISION
    late = found.evidence.windows[-1]
    assert (late.made, late.published) == (date(2024, 9, 24), date(2024, 9, 30))
    ends = [end_by_rule(each, late, Nation.ENGLAND) for each in (found.value, *found.other_rules)]
    assert [each.last_day for each in ends if each] == [
        date(2024, 10, 1),
        date(2024, 10, 2),
        date(2024, 10, 7),
    ]


@pytest.mark.parametrize("council", ["sefton", "winchester", "wokingham"])
def test_where_some_windows_have_a_sixth_day_it_is_the_other_reading(council: str) -> None:
    (found,) = constitution(council).on("call_in_period")
    assert isinstance(found.value, PeriodRule)
    assert found.evidence.could_be is not None
    (other,) = found.evidence.could_be
    assert (found.value.days, other.rule.days) == (5, 6)
    assert all(gives(found.value, each, Nation.ENGLAND) for each in found.evidence.windows)
    assert all(gives(other.rule, each, Nation.ENGLAND) for each in other.windows)
    assert not any(gives(found.value, each, Nation.ENGLAND) for each in other.windows)


@pytest.mark.parametrize("council", ["southwark", "tendring", "west-yorkshire"])
def test_officers_key_decisions_may_be_called_in(council: str) -> None:
    found = constitution(council).in_force_on(date(2024, 6, 3))[SUBJECT_TO_CALL_IN]
    assert found is not None
    assert found.value is not None
    assert Kind.OFFICER_KEY in found.value.subject
    assert found.authority.unsure


@pytest.mark.parametrize("council", ["south-holland", "tonbridge-and-malling", "thurrock"])
def test_where_only_cases_were_read_no_number_is_asked_for(council: str) -> None:
    found = constitution(council).in_force_on(date(2024, 6, 3))[CALL_IN_REQUEST]
    assert found is not None
    assert found.value is not None
    assert found.value.may_ask == ()


def test_at_southwark_education_representatives_may_be_among_the_five() -> None:
    found = constitution("southwark").in_force_on(date(2024, 6, 3))[CALL_IN_REQUEST]
    assert found is not None
    assert found.value is not None

    def counts(way: Alternative) -> dict[Who, int]:
        return {need.who: need.number for need in way.needs}

    ordinary = [counts(way) for way in found.value.may_ask if not way.education_only]
    education = [counts(way) for way in found.value.may_ask if way.education_only]
    assert ordinary == [{Who.MEMBERS: 5}]
    assert {Who.MEMBERS: 4, Who.CO_OPTEES: 1} in education
    assert all(sum(way.values()) == 5 for way in education)


def test_an_undated_page_answers_for_the_days_before_it_as_an_assumption() -> None:
    before = period("west-somerset", date(2015, 6, 1))
    assert before is not None
    assert before.assumed
    gone = period("west-somerset", date(2019, 4, 1))
    assert gone is None or gone.value is None


def test_that_wiltshires_fridays_end_on_the_monday_is_read_off_one_notice() -> None:
    found = period("wiltshire", date(2021, 7, 30))
    assert found is not None
    assert found.value is not None
    assert found.authority.unsure
    notice = next(each for each in found.evidence.windows if each.reference == "1784")
    end = end_by_rule(found.value, notice, Nation.ENGLAND)
    assert end is not None
    assert (end.last_day, london_day(end.effective_from)) == (date(2021, 8, 6), date(2021, 8, 9))


def test_salfords_hour_for_a_request_is_taken_from_the_hour_of_effect_and_so_unsure() -> None:
    found = period("salford", date(2022, 9, 16))
    assert found is not None
    assert found.authority.unsure
    assert found.evidence.could_be == ()
