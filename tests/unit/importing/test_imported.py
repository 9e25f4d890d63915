"""What a decision of another register comes to here, and that it is written down once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from support.councils import constitution
from support.people import OFFICER
from support.register_pages import a_listed, import_listed
from workflow import Engine, ManualClock, Role
from workflow.calendars.days import calendar_for
from workflow.importing import HeadingStanding, Register
from workflow.importing.assess import ImportAssessment, ImportOutcome, assess
from workflow.importing.records import Instants
from workflow.importing.references import reference_of
from workflow.model.evolve import replay
from workflow.model.kind import Kind
from workflow.model.people import Actor
from workflow.model.state import State
from workflow.procedures.attempt import Refused

NOW = datetime(2018, 10, 19, 8, tzinfo=UTC)
OPEN = {
    "identity": "9002",
    "made_on": date(2018, 10, 18),
    "published_on": date(2018, 10, 18),
    "effective_from": date(2018, 10, 25),
}


def comes(council: str = "herefordshire", now: datetime = NOW, **more: object) -> ImportAssessment:
    found = constitution(council)
    return assess(a_listed(**more), found, calendar_for(found.nation), now)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"identity": ""}, "no ID stands in the address it was saved from"),
        ({"standing": HeadingStanding.FORTHCOMING}, "still to be made"),
        ({"made_on": None}, "no day of decision"),
        ({"call_ins": 1}, "a call-in is printed"),
        ({"made_on": date(2018, 10, 20), "published_on": None}, "dated later than today"),
        ({"made_on": date(2018, 3, 7)}, "published before it was made"),
        ({**OPEN, "published_on": None}, "no day of publication is printed"),
        ({"published_on": None, "effective_from": None}, "no day of publication is printed"),
        ({"effective_from": date(2018, 3, 5)}, "before it was made"),
        ({"status": "Withdrawn"}, 'its status is printed as "Withdrawn"'),
        ({**OPEN, "status": "Called in"}, 'its status is printed as "Called in"'),
        ({"status": "Awaiting call-in meeting"}, "its status is printed"),
        ({"doubts": ("Effective from: there is no such day.",)}, "cannot be read for certain"),
        ({"doubts": ("Is Key decision?: it is neither.",)}, "cannot be read for certain"),
        (
            {"standing": HeadingStanding.SUBJECT_TO_CALL_IN},
            "still open to call-in, and that is over",
        ),
        ({"status": "Recommendations approved (subject to call-in)"}, "read it again"),
        # No close may put into effect what is printed as open for longer than the rule gives.
        ({**OPEN, "effective_from": date(2018, 11, 30)}, "the rule on file gives Thu 25 Oct 2018"),
        # The rule gives 24 October, and the register prints a later day: neither is chosen here.
        (
            {
                "made_on": date(2018, 10, 11),
                "published_on": date(2018, 10, 11),
                "effective_from": date(2018, 10, 20),
            },
            "Sat 20 Oct 2018 is printed as its day of effect, and the rule on file gives",
        ),
    ],
)
def test_what_is_not_certain_is_left_for_a_person(more: dict[str, object], why: str) -> None:
    found = comes(**more)
    assert found.outcome is ImportOutcome.NEEDS_PERSON
    assert why in found.why


def test_a_printed_last_day_is_compared_with_the_rules_own() -> None:
    """Herefordshire's statement of 18 October 2018 prints the 24th; a day early, and a day late."""
    for last, irregular in ((24, 0), (23, 1)):
        found = comes(**{**OPEN, "effective_from": None, "last_day": date(2018, 10, last)})
        assert (found.outcome, len(found.irregular)) == (ImportOutcome.OPEN, irregular)
    assert "is printed as the last day for call-in, 1 day earlier" in found.irregular[0]
    late = comes(**{**OPEN, "effective_from": None, "last_day": date(2018, 10, 25)})
    assert late.outcome is ImportOutcome.NEEDS_PERSON, (
        "no close may put into effect what is printed as open"
    )
    ended = comes(effective_from=None, last_day=date(2018, 3, 13))
    assert ended.effective_at == datetime(2018, 3, 14, tzinfo=UTC), "the day after, as printed"


@pytest.mark.parametrize("apart", [timedelta(hours=-7), timedelta(days=2)])
def test_an_instant_that_is_not_the_rules_is_not_chosen_between(apart: timedelta) -> None:
    rules = datetime(2018, 10, 24, 23, tzinfo=UTC)
    for ends, stands in ((rules, ImportOutcome.OPEN), (rules + apart, ImportOutcome.NEEDS_PERSON)):
        found = comes(
            **{**OPEN, "effective_from": None, "last_day": date(2018, 10, 24)},
            instants=Instants(period_ends=ends),
        )
        assert found.outcome is stands
    assert "by the register it comes from, and at 00:00 on Thu 25 Oct 2018 by the rule" in found.why
    over = comes(
        instants=Instants(period_ends=rules, effective_at=datetime(2018, 3, 20, 15, tzinfo=UTC)),
        effective_from=None,
        last_day=date(2018, 3, 12),
    )
    assert over.outcome is ImportOutcome.ENDED
    assert over.effective_at == datetime(2018, 3, 20, 15, tzinfo=UTC)
    assert "by the register it comes from" in over.irregular[0]


def test_where_the_rule_tells_key_from_non_key_the_register_must_say_which() -> None:
    """Manchester's file says that key decisions may be called in, and of others nothing."""
    day, later = date(2021, 7, 29), datetime(2022, 1, 4, tzinfo=UTC)
    given: dict[str, object] = {
        "is_key": None,
        "is_subject_to_call_in": None,
        "made_on": day,
        "published_on": day,
    }
    given["effective_from"] = date(2021, 8, 6)
    assert "whether it is key" in comes("manchester", later, **given).why
    assert comes("herefordshire", later, **given).outcome is ImportOutcome.ENDED


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
    assert found.outcome is ImportOutcome.ENDED
    assert found.effective_at == effect
    assert found.implemented, "at Herefordshire taking effect counts as implementation"


def test_a_period_that_runs_is_open_by_the_rule_whatever_is_printed() -> None:
    for printed in (date(2018, 10, 25), date(2018, 10, 18), date(2018, 10, 24), None):
        found = comes(**{**OPEN, "effective_from": printed})
        assert found.outcome is ImportOutcome.OPEN
        assert found.window is not None
        assert found.window.last_day == date(2018, 10, 24)
        assert bool(found.irregular) is (printed not in (date(2018, 10, 25), None))


def test_without_a_day_of_publication_it_has_not_ended_while_a_period_could_run() -> None:
    """Made on 18 October 2018, it was not published before, and did not end before the 25th."""
    told = {**OPEN, "published_on": None, "effective_from": date(2018, 10, 19)}
    for hour, stands in ((8, ImportOutcome.NEEDS_PERSON), (24 * 6, ImportOutcome.ENDED)):
        found = comes(now=NOW + timedelta(hours=hour), **told)
        assert found.outcome is stands
    assert "its period may still run" in comes(now=NOW + timedelta(hours=8), **told).why


def test_a_settled_status_and_a_doubt_of_a_document_keep_nothing_out() -> None:
    assert comes(status="Recommendations Approved").outcome is ImportOutcome.ENDED
    assert comes(doubts=("Documents: the address is none.",)).outcome is ImportOutcome.ENDED
    assert comes(**OPEN, status="Subject to call-in").outcome is ImportOutcome.OPEN
    hour = "Effective from: an hour is printed with the date (4pm), and only the date is read."
    assert comes(doubts=(hour,)).outcome is ImportOutcome.ENDED


def test_where_the_rule_has_an_hour_effect_is_at_that_hour_on_the_printed_day() -> None:
    """Salford: 4pm on the fifth working day, which its register prints as that day or the next."""
    later = datetime(2023, 6, 1, tzinfo=UTC)
    made = date(2023, 3, 1)
    for printed in (date(2023, 3, 8), date(2023, 3, 9)):
        found = comes("salford", later, made_on=made, published_on=made, effective_from=printed)
        assert found.effective_at == datetime(2023, 3, 8, 16, tzinfo=UTC)
        assert found.irregular == ()


@pytest.mark.parametrize(
    "maker", ["Director of Adults", "Chief executive", "EXECUTIVE DIRECTOR of Place"]
)
def test_an_officers_decision_is_no_executive_members(maker: str) -> None:
    """The file says nothing on officers': open, it is left; ended, it is imported as theirs."""
    told = {"is_key": None, "is_subject_to_call_in": None}
    found = comes(**OPEN, **told, decided_by=maker)
    assert found.outcome is ImportOutcome.NEEDS_PERSON
    assert "whether its kind may be called in" in found.why
    assert comes(**told, decided_by=maker).kind is Kind.OFFICER_NON_KEY


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
        ("../../x; DROP", "HFD-MG-x-DROP-a4a35c31"),
        ("9" * 90, "HFD-MG-" + "9" * 24 + "-5a599553"),
    ],
)
def test_a_reference_is_the_same_for_the_same_decision(identity: str, ref: str) -> None:
    assert reference_of("HFD", a_listed(identity=identity)) == ref


@pytest.mark.parametrize(
    ("register", "identity", "ref"),
    [
        (Register.SHEET, "2018/23", "HFD-SH-2018.23"),
        (Register.SHEET, "2018-23", "HFD-SH-2018-23"),
        (Register.SHEET, "2018.23", "HFD-SH-2018-23-92342889"),
        (Register.SHEET, "ID=5", "HFD-SH-ID-5-e5d5e22b"),
        (Register.STATEMENT, "I50027300-2018-10-18", "HFD-WS-I50027300-2018-10-18"),
        (Register.EXPORT, "HFD-2018-001", "HFD-EX-HFD-2018-001"),
    ],
)
def test_no_two_decisions_have_one_reference(register: Register, identity: str, ref: str) -> None:
    assert reference_of("HFD", a_listed(register=register, identity=identity)) == ref


def test_it_is_written_once_and_never_over(any_engine: Engine, clock: ManualClock) -> None:
    clock.move_to(NOW)
    first = import_listed(any_engine, OFFICER, a_listed(), a_listed(**OPEN))
    assert (first.written, first.there) == (("HFD-MG-5038", "HFD-MG-9002"), ())
    again = import_listed(any_engine, OFFICER, a_listed(title="Another"), a_listed(title="Another"))
    assert (again.written, again.there) == ((), ("HFD-MG-5038",))
    assert again.odd == (
        "HFD-MG-5038 is on the register with another title: Ofsted action plan, and now Another.",
    )
    held = any_engine.get("HFD-MG-5038")
    assert (held.title, held.state) == ("Ofsted action plan", State.IMPLEMENTED)
    for ref in ("HFD-MG-5038", "HFD-MG-9002"):
        events = [each.event for each in any_engine.history(ref)]
        assert replay(ref, events) == any_engine.get(ref)
    verified = any_engine.journal.verify()
    assert (verified.checked, verified.breaks) == (2, ())
    clock.move_to(datetime(2018, 10, 24, 23, tzinfo=UTC))
    any_engine.close_due()
    assert any_engine.get("HFD-MG-9002").effective_at == datetime(2018, 10, 24, 23, tzinfo=UTC)
    assert any_engine.get("HFD-MG-9002").state is State.IMPLEMENTED
    assert any_engine.journal.verify().breaks == ()


def test_another_registers_number_is_not_taken_for_ours(any_engine: Engine) -> None:
    import_listed(any_engine, OFFICER, a_listed(site="https://a.example"))
    done = import_listed(any_engine, OFFICER, a_listed(site="https://b.example", title="Other"))
    assert done.written == ()
    assert "with another register: https://a.example, and now https://b.example" in done.odd[0]


def test_what_is_irregular_stands_until_it_is_accepted(
    any_engine: Engine, clock: ManualClock
) -> None:
    clock.move_to(NOW)
    import_listed(any_engine, OFFICER, a_listed(**{**OPEN, "effective_from": date(2018, 10, 24)}))
    (noted,) = any_engine.get("HFD-MG-9002").proceedings.irregularities
    assert (noted.kind.value, noted.resolved_at) == ("other", None)


def test_only_an_officer_imports_and_nothing_is_kept_of_a_refusal(any_engine: Engine) -> None:
    author = Actor(person="a", name="A", roles=frozenset({Role.AUTHOR}), established="test")
    refused = import_listed(any_engine, author, a_listed())
    assert isinstance(refused, Refused)
    assert not any_engine.list()
