"""Reviews after implementation, duties kept apart, and a hold with its days."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from support.drafts import AUTHOR
from support.inputs import DETAILS
from support.requests import (
    DEADLINE,
    GULL,
    MONITORING,
    OFFICER,
    ON_CALL_IN,
    OPENED,
    called_in,
    closed,
    rules,
)
from support.statements import ENDS_AT, REF, SIGNED_AT
from support.states import EVERY_STATE, case, codes, refused, taken
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.model.decision import Decision
from workflow.model.people import Actor, Role, pseudonym
from workflow.model.state import State
from workflow.procedures.attempt import Taken, attempt
from workflow.procedures.holds.inputs import Hold
from workflow.procedures.making.inputs import Sign
from workflow.procedures.table import TABLE

AFTER = DEADLINE + timedelta(days=1)
EFFECTIVE = closed(OPENED, AFTER)
HOUR = timedelta(hours=1)


# -- reviews ------------------------------------------------------------------------------------


def reviewed(verb: str, decision: Decision, at: Any) -> Decision:
    return taken(verb, decision, at, DETAILS[verb], rules=GULL, actor=OFFICER)


def not_reviewed(verb: str, decision: Decision, at: Any, **more: Any) -> list[str]:
    given = {"rules": GULL, "actor": OFFICER, **more}
    return codes(refused(verb, decision, at, DETAILS[verb], **given))


@pytest.mark.parametrize("decision", [EFFECTIVE, EVERY_STATE[State.IMPLEMENTED]])
def test_a_review_is_asked_concluded_and_asked_again_and_the_decision_stands(
    decision: Decision,
) -> None:
    assert not_reviewed("review-conclude", decision, AFTER) == ["no-review-open"]
    asked = reviewed("review-ask", decision, AFTER)
    assert not_reviewed("review-ask", asked, AFTER + HOUR) == ["review-open-already"]
    done = reviewed("review-conclude", asked, AFTER + HOUR)
    assert not_reviewed("review-conclude", done, AFTER + HOUR) == ["no-review-open"]
    again = reviewed("review-ask", done, AFTER + 2 * HOUR)
    over = reviewed("review-conclude", again, AFTER + 3 * HOUR)
    for each in (asked, done, again, over):
        assert (each.state, each.effective_at) == (decision.state, decision.effective_at)


def test_what_has_not_taken_effect_is_called_in_and_not_reviewed() -> None:
    assert not_reviewed("review-ask", OPENED, ON_CALL_IN) == ["call-in-open"]
    assert not_reviewed("review-ask", called_in(), ON_CALL_IN) == ["is-called-in"]
    assert not_reviewed("review-ask", EFFECTIVE, AFTER, actor=AUTHOR) == ["not-authorised"]


def test_a_review_stops_nothing() -> None:
    """It may be carried out meanwhile, and the review goes on."""
    asked = reviewed("review-ask", EFFECTIVE, AFTER)
    done = taken("implement", asked, AFTER, DETAILS["implement"], rules=GULL, actor=OFFICER)
    assert reviewed("review-conclude", done, AFTER + HOUR).state is State.IMPLEMENTED


# -- duties kept apart --------------------------------------------------------------------------

_SEPARATION = """
[[separation]]
from = 2010-01-01
signer-and-publisher-differ = {differ}
basis = "constitution"
rule = "Part 5, rule 30"
words = "Whoever records a signature does not publish."

[[direction]]"""
ONE = Actor(person="one.officer", roles=frozenset({Role.PROPER_OFFICER}), established="a test")
ANOTHER = replace(ONE, person="another.officer")


@pytest.mark.parametrize(
    ("differ", "publisher", "told"),
    [
        ("true", ONE, ["signer-publishes"]),
        ("true", ANOTHER, []),
        ("true", replace(ONE, person="ONE.Officer"), ["signer-publishes"]),
        ("false", ONE, []),
        (None, ONE, []),
    ],
)
def test_whoever_recorded_the_signature_does_not_publish_where_the_council_asks_it(
    differ: str | None, publisher: Actor, told: list[str]
) -> None:
    """Where its own rule says so; where none does, one officer may do both."""
    by = GULL
    if differ is not None:
        by = rules("gullshire", ("[[direction]]", _SEPARATION.format(differ=differ)))
    draft = EVERY_STATE[State.DRAFT]
    made = taken("sign", draft, SIGNED_AT, DETAILS["sign"], rules=by, actor=ONE)
    assert made.signer == pseudonym("herefordshire", "one.officer")
    publishing = case(made, SIGNED_AT, DETAILS["publish"], rules=by, actor=publisher)
    outcome = attempt("publish", publishing, REF)
    assert (codes(outcome) if not isinstance(outcome, Taken) else []) == told


APART = [step.name for step in TABLE if step.bars_maker]


def test_the_steps_that_a_maker_takes_no_part_in() -> None:
    """Ruling, certifying, consenting, putting right, and accepting what was irregular."""
    assert set(APART) == {
        "request-accept",
        "request-reject",
        "request-certify",
        "consent-give",
        "consent-refuse",
        "consent-skip",
        "irregular-resolve",
        "request-withdraw",
        "sever",
        "found-late-settle-dispute",
        "correct-materially",
        "publication-void",
    }


@pytest.mark.parametrize("verb", APART)
@pytest.mark.parametrize("named", ["someone", "SOMEONE "])
def test_who_made_it_takes_no_part_whatever_roles_they_hold(verb: str, named: str) -> None:
    """Known by their mark, however the name is written."""
    stands = State.DRAFT if "consent" in verb else State.CALL_IN_OPEN
    stands = State.IMPLEMENTED if verb == "found-late-settle-dispute" else stands
    made = replace(EVERY_STATE[stands], makers=(pseudonym("herefordshire", named.strip()),))
    outcome = refused(verb, made, SIGNED_AT + HOUR, DETAILS[verb], rules=GULL)
    assert "own-decision" in codes(outcome)
    others = replace(made, makers=(pseudonym("herefordshire", "another"),))
    again = attempt(verb, case(others, SIGNED_AT + HOUR, DETAILS[verb], rules=GULL), REF)
    assert isinstance(again, Taken) or "own-decision" not in codes(again)


def test_those_whom_the_signature_names_are_its_makers_too() -> None:
    given = Sign(signatory="The Leader", made_by=("Cllr B", "the.leader"))
    actor = Actor(person="the.leader", roles=frozenset({Role.DECISION_MAKER}), established="a test")
    made = taken("sign", EVERY_STATE[State.DRAFT], SIGNED_AT, given, actor=actor)
    assert set(made.makers) == {
        pseudonym("herefordshire", name) for name in ("Cllr B", "the.leader")
    }
    by_officer = taken("sign", EVERY_STATE[State.DRAFT], SIGNED_AT, given, actor=ONE)
    assert pseudonym("herefordshire", "one.officer") not in by_officer.makers


# -- a hold, with its 21 days -------------------------------------------------------------------


def held(of: str, at: Any = SIGNED_AT, decision: Decision = OPENED, **more: Any) -> Decision:
    given = Hold(on_account_of=of, under="LGHA 1989 s.5A", reason="A report")  # type: ignore[arg-type]
    return taken("hold", decision, at, given, **{"rules": GULL, "actor": MONITORING, **more})


@pytest.mark.parametrize("of", ["monitoring-officer", "finance-officer"])
def test_an_officers_report_is_considered_within_21_days_beginning_with_that_day(of: str) -> None:
    """Thursday 18 October is the first of them; Wednesday 7 November the last."""
    assert held(of).proceedings.consider_by == date(2018, 11, 7)
    assert held(of, ENDS_AT).proceedings.consider_by == date(2018, 11, 14)


def test_a_court_is_given_no_days_nor_is_a_nation_without_the_rule() -> None:
    assert held("court").proceedings.consider_by is None
    wales = rules("gullshire", ('nation = "england"', 'nation = "wales"'))
    assert held("monitoring-officer", rules=wales).proceedings.consider_by is None


def test_when_the_days_are_over_it_is_held_still() -> None:
    """Only a release lets it go: by when a report is considered is a duty, and no clock."""
    long_after = SIGNED_AT + timedelta(days=60)
    kept = held("monitoring-officer")
    told = refused("close", kept, long_after, DETAILS["close"], rules=GULL, actor=OFFICER)
    assert codes(told) == ["held"]
    free = taken("release", kept, long_after, DETAILS["release"], rules=GULL, actor=MONITORING)
    assert not free.is_held
    assert closed(free, long_after).effective_at == long_after


def test_days_past_the_calendar_are_refused_with_the_cure() -> None:
    late = SIGNED_AT.replace(year=2028, month=12, day=20)
    far = replace(EVERY_STATE[State.DRAFT], last_at=late)
    by = {"rules": GULL, "actor": MONITORING}
    assert codes(refused("hold", far, late, DETAILS["hold"], **by)) == ["beyond-calendar"]
    assert calendar_for(Nation.ENGLAND).covers(date(2028, 12, 31))
    given = Hold(on_account_of="court", under="An order", reason="r")  # type: ignore[arg-type]
    assert taken("hold", far, late, given, **by).is_held


def test_once_released_nothing_is_to_be_considered_more() -> None:
    free = taken(
        "release",
        held("monitoring-officer"),
        ON_CALL_IN,
        DETAILS["release"],
        rules=GULL,
        actor=MONITORING,
    )
    assert free.proceedings.consider_by is None
    assert held("court", ON_CALL_IN, free).proceedings.consider_by is None
