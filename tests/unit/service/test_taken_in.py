"""What a decision of another register comes to here, and that it is written down once."""

from datetime import UTC, date, datetime

import pytest
from building import OFFICER
from cells import constitution
from taken import a_listed, take_in

from workflow import Engine, ManualClock, Role
from workflow.calendars.days import calendar_for
from workflow.lifecycle.attempt import Refused
from workflow.listings import Standing
from workflow.model.decision import replay
from workflow.model.people import Actor
from workflow.model.state import State
from workflow.service.taken_in.assessing import Assessed, Comes, assess
from workflow.service.taken_in.writing import reference_of

NOW = datetime(2018, 10, 19, 8, tzinfo=UTC)
OPEN = {
    "identity": "9002",
    "made_on": date(2018, 10, 18),
    "published_on": date(2018, 10, 18),
    "effective_from": date(2018, 10, 25),
}


def comes(council: str = "herefordshire", now: datetime = NOW, **more: object) -> Assessed:
    found = constitution(council)
    return assess(a_listed(**more), found, calendar_for(found.nation), now)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"identity": ""}, "nothing that it could be known by"),
        ({"standing": Standing.FORTHCOMING}, "still to be made"),
        ({"made_on": None}, "no day of decision"),
        ({"call_ins": 1}, "a call-in is printed"),
        ({"made_on": date(2018, 10, 20), "published_on": None}, "dated later than today"),
        ({"made_on": date(2018, 3, 7)}, "published before it was made"),
        ({**OPEN, "published_on": None}, "no day of publication is printed"),
        ({"published_on": None, "effective_from": None}, "no day of publication is printed"),
        # The rule gives 24 October, and the register prints a later day: neither is chosen here.
        (
            {
                "made_on": date(2018, 10, 11),
                "published_on": date(2018, 10, 11),
                "effective_from": date(2018, 10, 20),
            },
            "its period is over by the rule on file, and Sat 20 Oct 2018 is printed",
        ),
    ],
)
def test_what_is_not_certain_is_left_for_a_person(more: dict[str, object], why: str) -> None:
    found = comes(**more)
    assert found.comes is Comes.LEFT
    assert why in found.why


def test_where_the_rule_tells_key_from_non_key_the_register_must_say_which() -> None:
    """Manchester's file says that key decisions may be called in, and of others nothing."""
    day, later = date(2021, 7, 29), datetime(2022, 1, 4, tzinfo=UTC)
    given = {"is_key": None, "is_subject_to_call_in": None, "made_on": day, "published_on": day}
    assert "whether it is key" in comes("manchester", later, **given).why
    assert comes("herefordshire", later, **given).comes is Comes.ENDED


@pytest.mark.parametrize(
    ("more", "effect"),
    [
        ({}, datetime(2018, 3, 13, tzinfo=UTC)),
        ({"effective_from": None}, datetime(2018, 3, 13, tzinfo=UTC)),
        (
            {"is_subject_to_call_in": False, "effective_from": None},
            datetime(2018, 3, 6, tzinfo=UTC),
        ),
        # In summer the day begins an hour before UTC's.
        (
            {
                "made_on": date(2018, 6, 4),
                "published_on": date(2018, 6, 4),
                "effective_from": date(2018, 6, 9),
            },
            datetime(2018, 6, 8, 23, tzinfo=UTC),
        ),
    ],
)
def test_what_is_over_comes_in_ended_as_printed_or_as_counted(
    more: dict[str, object], effect: datetime
) -> None:
    found = comes(**more)
    assert found.comes is Comes.ENDED
    assert found.effective_at == effect
    assert found.implemented, "at Herefordshire taking effect counts as implementation"


def test_a_period_that_runs_is_open_by_the_rule_whatever_is_printed() -> None:
    for printed in (date(2018, 10, 25), date(2018, 10, 18), date(2018, 11, 5), None):
        found = comes(**{**OPEN, "effective_from": printed})
        assert found.comes is Comes.OPEN
        assert found.window is not None
        assert found.window.last_day == date(2018, 10, 24)
        assert bool(found.irregular) is (printed not in (date(2018, 10, 25), None))


def test_a_bank_holiday_missed_is_named() -> None:
    found = comes(
        made_on=date(2018, 5, 3), published_on=date(2018, 5, 3), effective_from=date(2018, 5, 10)
    )
    (said,) = found.irregular
    assert "effective from Thu 10 May 2018 is printed, 1 day earlier than the rule gives" in said
    assert "Mon 7 May 2018, May Day (bank holiday), counted as a working day" in said


@pytest.mark.parametrize(
    ("identity", "ref"),
    [
        ("13567", "HFD-MG-13567"),
        ("ID=13567", "HFD-MG-13567"),
        ("AIId=26804", "HFD-MG-AIId-26804"),
        ("../../x; DROP", "HFD-MG-x-DROP"),
        ("9" * 90, "HFD-MG-" + "9" * 33),
    ],
)
def test_a_reference_is_the_same_for_the_same_decision(identity: str, ref: str) -> None:
    assert reference_of("HFD", a_listed(identity=identity)) == ref


def test_it_is_written_once_and_never_over(any_engine: Engine, clock: ManualClock) -> None:
    clock.move_to(NOW)
    first = take_in(any_engine, OFFICER, a_listed(), a_listed(**OPEN))
    assert first == (["HFD-MG-5038", "HFD-MG-9002"], [])
    again = take_in(any_engine, OFFICER, a_listed(title="Another"), a_listed(title="Another"))
    assert again == ([], ["HFD-MG-5038"])
    held = any_engine.get("HFD-MG-5038")
    assert (held.title, held.state) == ("Ofsted action plan", State.IMPLEMENTED)
    for ref in ("HFD-MG-5038", "HFD-MG-9002"):
        events = [each.event for each in any_engine.history(ref)]
        assert replay(ref, events) == any_engine.get(ref)
    assert any_engine.verify() == (2, ())
    clock.move_to(datetime(2018, 10, 24, 23, tzinfo=UTC))
    any_engine.close()
    assert any_engine.get("HFD-MG-9002").effective_at == datetime(2018, 10, 24, 23, tzinfo=UTC)
    assert any_engine.get("HFD-MG-9002").state is State.IMPLEMENTED
    assert any_engine.verify()[1] == ()


def test_only_an_officer_takes_in_and_nothing_is_kept_of_a_refusal(any_engine: Engine) -> None:
    author = Actor(person="a", name="A", roles=frozenset({Role.AUTHOR}), established="test")
    refused = take_in(any_engine, author, a_listed())
    assert isinstance(refused, Refused)
    assert not any_engine.list()
