"""Who takes no part in what is done about a decision: its makers, however the register names them,
and, where it names none, whoever makes decisions."""

from dataclasses import replace
from datetime import date

import pytest

from support.requests import (
    GULL,
    MONITORING,
    OFFICER,
    ON_CALL_IN,
    OPENED,
    Asked,
    lodged,
    request,
    rules,
)
from support.statements import SIGNED_AT
from support.states import EVERY_STATE, SEATS, codes, refused, seat, taken
from workflow.calendars.nations import Nation
from workflow.constitution.provisions.request import CALL_IN_REQUEST
from workflow.constitution.reading import national
from workflow.model.people import Actor, Role, pseudonym
from workflow.model.state import State
from workflow.procedures.making.inputs import Sign
from workflow.procedures.requests.inputs import RuleOnRequest, SupportRequest

COUNCIL = OPENED.council
DECIDES = Role.DECISION_MAKER


def with_seats(*more: object) -> Asked:
    by = rules()
    by.appointments = (*SEATS, *more)  # type: ignore[assignment]
    return by


def ruler(person: str, *more: Role) -> Actor:
    roles = frozenset({Role.MONITORING_OFFICER, *more})
    return Actor(person=person, roles=roles, established="a test")


def not_ruled(by: Asked, actor: Actor, makers: tuple[str, ...] = ()) -> list[str]:
    asked = replace(lodged(), makers=tuple(pseudonym(COUNCIL, each) for each in makers))
    ruling = RuleOnRequest(reason="In time")
    return codes(refused("request-accept", asked, ON_CALL_IN, ruling, rules=by, actor=actor))


def test_where_nobody_is_on_record_as_maker_no_decision_maker_rules() -> None:
    """A signature that an officer records may leave out who made it: that is no way round."""
    asked, ruling = replace(lodged(), makers=()), RuleOnRequest(reason="In time")
    unknown = ruler("the.chief", DECIDES)
    assert not_ruled(rules(), unknown) == ["own-decision"]
    appointed = with_seats(seat("the.chief", DECIDES))
    assert not_ruled(appointed, ruler("the.chief")) == ["own-decision"]
    given = {"rules": rules(), "actor": MONITORING}
    assert taken("request-accept", asked, ON_CALL_IN, ruling, **given)


def test_one_who_made_no_decisions_on_the_day_it_was_made_may_rule() -> None:
    since = seat("the.chief", DECIDES, since=date(2018, 10, 19))
    given = {"rules": with_seats(since), "actor": ruler("the.chief")}
    asked, ruling = replace(lodged(), makers=()), RuleOnRequest(reason="In time")
    assert taken("request-accept", asked, ON_CALL_IN, ruling, **given)


def test_where_its_makers_are_on_record_another_decision_maker_rules() -> None:
    asked = replace(lodged(), makers=(pseudonym(COUNCIL, "the.leader"),))
    given = {"rules": rules(), "actor": ruler("the.chief", DECIDES)}
    assert taken("request-accept", asked, ON_CALL_IN, RuleOnRequest(reason="Yes"), **given)


def test_nor_does_one_who_may_have_made_it_ask_for_it_to_be_called_in() -> None:
    nobody = replace(OPENED, makers=())
    given = {"rules": with_seats(seat("ash", DECIDES)), "actor": OFFICER}
    assert codes(refused("call-in", nobody, ON_CALL_IN, request(), **given)) == [
        "signatory-made-it"
    ]


@pytest.mark.parametrize("login", ["THE.CHIEF", "the.chief", "chief.2"])
def test_a_maker_is_known_by_every_login_of_that_name(login: str) -> None:
    """Whatever its letters' case, and under a second login of the same name."""
    both = with_seats(
        seat("the.chief", Role.AUTHOR), replace(seat("chief.2", DECIDES), name="Cllr the.chief")
    )
    assert not_ruled(both, ruler(login), ("the.chief",)) == ["own-decision"]


def test_two_logins_of_one_name_are_counted_once() -> None:
    """Else one member could make up the number alone."""
    twice = with_seats(
        replace(seat("ash.2", Role.SCRUTINY_MEMBER), name="Cllr ash"),
        replace(seat("ash.2", Role.MEMBER), name="Cllr ash"),
    )
    given = {"rules": twice, "actor": OFFICER}
    asked = request(requested_by=("chair", "ash", "ash.2"))
    assert codes(refused("call-in", OPENED, ON_CALL_IN, asked, **given)) == ["signed-twice"]
    joined = SupportRequest(requested_by=("ash.2",), received_at=ON_CALL_IN)
    again = refused("request-support", lodged(), ON_CALL_IN, joined, **given)
    assert codes(again) == ["signed-twice"]


def test_two_people_whose_names_are_told_apart_are_two() -> None:
    two = with_seats(replace(seat("ash.2", Role.MEMBER), name="Cllr ash (Ross East)"))
    given = {"rules": two, "actor": OFFICER}
    asked = request(requested_by=("chair", "ash", "ash.2"))
    assert taken("call-in", OPENED, ON_CALL_IN, asked, **given)


def test_a_login_is_one_whatever_the_case_of_its_letters() -> None:
    """Appointed twice, once in capitals: that is one person, of whom nobody is in doubt."""
    given = {"rules": with_seats(seat("ASH", Role.MEMBER)), "actor": OFFICER}
    asked = request(requested_by=("chair", "Cllr ash", "beech"))
    assert taken("call-in", OPENED, ON_CALL_IN, asked, **given)


def test_who_made_it_is_known_by_the_name_they_are_appointed_under() -> None:
    """Named as the register shows them, they are the person who logs in."""
    given = Sign(signatory="The Leader", made_by=("Cllr elm",))
    made = taken("sign", EVERY_STATE[State.DRAFT], SIGNED_AT, given, rules=GULL)
    assert pseudonym("herefordshire", "elm") in made.makers


def test_those_who_decided_may_ask_where_the_rule_lets_them() -> None:
    """As in Northern Ireland, whose law leaves no member of the council out."""
    made = replace(OPENED, makers=(pseudonym("herefordshire", "ash"),))
    asking = request(requested_by=("ash", "beech", "cedar"))
    once = 'once = "per ground"'
    by = rules("gullshire", (once, f"{once}\nmakers-may-ask = true"))
    given = {"actor": OFFICER, "late_reason": "L"}
    outcome = refused("call-in", made, ON_CALL_IN, asking, rules=GULL, **given)
    assert "signatory-made-it" in codes(outcome)
    assert taken("call-in", made, ON_CALL_IN, asking, rules=by, **given).proceedings.pending()
    law = national(Nation.NORTHERN_IRELAND)
    assert law is not None
    asked_by = law.in_force_on(date(2020, 1, 1))[CALL_IN_REQUEST]
    assert asked_by is not None
    assert asked_by.value is not None
    assert asked_by.value.makers_may_ask
