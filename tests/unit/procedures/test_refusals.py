"""Each thing that can stand in the way of a step, alone and together with others."""

from dataclasses import replace
from datetime import timedelta

import pytest

from support.inputs import DETAILS
from support.statements import MADE_ON, SIGNED_AT, STATEMENT, URGENT
from support.states import EVERY_STATE, codes, refused, someone, taken
from workflow.clock import start_of_day
from workflow.model.people import Role
from workflow.model.state import State
from workflow.model.statement import ConflictOfInterest, Urgency

DRAFT, SIGNED = EVERY_STATE[State.DRAFT], EVERY_STATE[State.SIGNED]
OPEN, CALLED_IN = EVERY_STATE[State.CALL_IN_OPEN], EVERY_STATE[State.CALLED_IN]
EFFECTIVE = EVERY_STATE[State.EFFECTIVE]


@pytest.mark.parametrize(
    ("left_out", "code"),
    [
        ({"decision": None}, "decision-missing"),
        ({"made_on": None}, "date-made-missing"),
        ({"reasons": None}, "reasons-missing"),
        ({"alternatives": None}, "alternatives-missing"),
        ({"conflicts": None}, "conflicts-missing"),
    ],
)
def test_each_thing_a_statement_must_say_is_required_before_signing(
    left_out: dict[str, None], code: str
) -> None:
    """Regulations 12 and 13: five things, each missed by name."""
    outcome = refused(
        "sign", DRAFT, SIGNED_AT, DETAILS["sign"], text=replace(STATEMENT, **left_out)
    )
    assert codes(outcome) == [code]
    assert "regulations 12 and 13" in str(outcome.refusals[0].authority)


def test_every_reason_is_given_and_not_only_the_first() -> None:
    """A bare draft, signed by the wrong person, held and out of order, says all of it."""
    bare = replace(
        STATEMENT, decision=None, made_on=None, reasons=None, alternatives=None, conflicts=None
    )
    held = taken("hold", DRAFT, SIGNED_AT, DETAILS["hold"])
    outcome = refused(
        "sign",
        held,
        SIGNED_AT - timedelta(days=1),
        DETAILS["sign"],
        text=bare,
        actor=someone(Role.AUTHOR),
        now=SIGNED_AT,
    )
    assert set(codes(outcome)) == {
        "not-authorised",
        "held",
        "out-of-order",
        "late-entry-needs-reason",
        "decision-missing",
        "date-made-missing",
        "reasons-missing",
        "alternatives-missing",
        "conflicts-missing",
    }


def test_none_said_expressly_is_enough() -> None:
    """An empty list says "none", and can be signed; a list not given cannot."""
    none = replace(STATEMENT, alternatives=(), conflicts=())
    assert taken("sign", DRAFT, SIGNED_AT, DETAILS["sign"], text=none).state is State.SIGNED


def test_each_conflict_needs_its_note_of_dispensation() -> None:
    bare = ConflictOfInterest(member="Cllr D", interest="Owns the land", dispensation="")
    statement = replace(STATEMENT, conflicts=(*(STATEMENT.conflicts or ()), bare))
    outcome = refused("sign", DRAFT, SIGNED_AT, DETAILS["sign"], text=statement)
    assert codes(outcome) == ["dispensation-missing"]
    assert "Cllr D" in outcome.refusals[0].because


def test_a_decision_is_not_signed_before_it_is_made() -> None:
    later = replace(STATEMENT, made_on=MADE_ON + timedelta(days=1))
    outcome = refused("sign", DRAFT, SIGNED_AT, DETAILS["sign"], text=later)
    assert codes(outcome) == ["signed-before-made"]


def test_the_day_a_decision_is_made_is_a_day_in_london() -> None:
    """At 23:30 UTC on 17 October London is at 00:30 on the 18th: it may be signed then."""
    at = start_of_day(MADE_ON) + timedelta(minutes=30)
    assert at.day == 17
    early = replace(DRAFT, last_at=at, drafted_at=at)
    assert taken("sign", early, at, DETAILS["sign"]).state is State.SIGNED


@pytest.mark.parametrize(
    ("urgency", "code"),
    [
        (replace(URGENT, reason=None), "urgency-without-reason"),
        (replace(URGENT, agreed_by=None), "urgency-without-consent"),
        (replace(URGENT, capacity=None), "urgency-without-consent"),
        (replace(URGENT, agreed_on=None), "urgency-without-consent"),
        (replace(URGENT, agreed_on=MADE_ON + timedelta(days=1)), "urgency-agreed-late"),
    ],
)
def test_special_urgency_needs_a_reason_and_agreement_before_the_decision(
    urgency: Urgency, code: str
) -> None:
    """Regulation 11: without both, or with agreement afterwards, it is refused."""
    outcome = refused(
        "sign", DRAFT, SIGNED_AT, DETAILS["sign"], text=replace(STATEMENT, urgency=urgency)
    )
    assert codes(outcome) == [code]
    assert outcome.refusals[0].authority.rule == "regulation 11"


@pytest.mark.parametrize("verb", ["publish", "minutes-publish"])
@pytest.mark.parametrize(
    "state",
    [each for each in State if each not in (State.DRAFT, State.SIGNED, State.PUBLISHED)],
)
def test_what_was_published_says_when_and_how_it_stands_since(verb: str, state: State) -> None:
    decision = EVERY_STATE[state]
    outcome = refused(verb, decision, decision.last_at, DETAILS[verb])
    said = outcome.refusals[0].because
    assert said.startswith(f"{decision.ref} was published at 15:00 on Thu 18 Oct 2018. ")
    assert said.count(decision.ref) == 1


@pytest.mark.parametrize("state", [State.SIGNED, State.CALL_IN_OPEN, State.IMPLEMENTED])
def test_what_was_signed_says_when_and_how_it_stands_since(state: State) -> None:
    decision = EVERY_STATE[state]
    outcome = refused("sign", decision, decision.last_at, DETAILS["sign"])
    said = outcome.refusals[0].because
    assert said.startswith(f"{decision.ref} was signed at 15:00 on Thu 18 Oct 2018. ")
    assert ("It is not published yet." in said) is (state is State.SIGNED)


def test_what_was_never_published_only_says_where_it_stands() -> None:
    outcome = refused("publish", DRAFT, SIGNED_AT, DETAILS["publish"])
    assert outcome.refusals[0].because == f"{DRAFT.ref} is still a draft."
