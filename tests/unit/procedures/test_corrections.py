"""What is put right: text corrected, publications that were none, and decisions superseded."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from support.drafts import AUTHOR
from support.inputs import DETAILS
from support.requests import (
    AFTER,
    DEADLINE,
    GULL,
    MONITORING,
    OFFICER,
    ON_CALL_IN,
    OPENED,
    accepted,
    called_in,
    closed,
    did,
    lodged,
    not_closed,
    not_done,
    on,
    rules,
)
from support.statements import REF, STATEMENT, URGENT
from support.states import EVERY_STATE, case, codes, refused, taken
from workflow.model.decision import Decision
from workflow.model.inputs import Because
from workflow.model.kind import Kind
from workflow.model.proceedings import NONE_YET, RequestStatus
from workflow.model.state import State
from workflow.procedures.attempt import Refused, attempt
from workflow.procedures.corrections.inputs import Correct, Supersede

EFFECTIVE = closed(OPENED, DEADLINE + timedelta(days=1))


def reading(**changes: Any) -> Correct:
    """Give the statement as it is to read, with the ruling on the slip."""
    return Correct(statement=replace(STATEMENT, **changes), ruling="As I rule")


# -- clerical -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "decision", [OPENED, called_in(), EFFECTIVE, EVERY_STATE[State.IMPLEMENTED]]
)
def test_a_clerical_slip_is_a_new_version_and_no_date_moves(decision: Decision) -> None:
    after = did("correct", decision, details=reading(title="Ofsted: the plan"))
    assert after.title == "Ofsted: the plan"
    assert after.statement_version == after.version == decision.version + 1
    same = replace(decision, title=after.title, version=after.version, last_at=after.last_at)
    assert replace(after, statement_version=decision.statement_version) == same


def test_a_slip_is_corrected_while_a_request_awaits_a_ruling() -> None:
    assert did("correct", lodged(), ON_CALL_IN, reading(title="Other"))


@pytest.mark.parametrize("verb", ["correct", "correct-materially"])
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "nothing-corrected"),
        ({"made_on": date(2018, 10, 17)}, "not-a-correction"),
        ({"made_on": None}, "not-a-correction"),
        ({"kind": Kind.KEY}, "not-a-correction"),
        ({"urgency": URGENT}, "not-a-correction"),
    ],
)
def test_what_is_no_correction_is_refused(verb: str, changes: dict[str, Any], code: str) -> None:
    """Its kind, its urgency and the day it was made stand as they were signed."""
    assert not_done(verb, OPENED, details=reading(**changes)) == [code]


def test_another_day_and_another_kind_are_two_reasons() -> None:
    both = reading(made_on=None, kind=Kind.KEY, reasons="Other.")
    assert not_done("correct", OPENED, details=both) == ["not-a-correction", "not-a-correction"]


@pytest.mark.parametrize("state", [State.DRAFT, State.SIGNED, State.WITHDRAWN, State.SUPERSEDED])
def test_text_that_is_not_published_or_is_done_with_is_not_corrected(state: State) -> None:
    told = not_done("correct", EVERY_STATE[state], details=reading(title="Other"))
    assert told == [f"is-{state.label}"]


def test_an_author_corrects_nothing_that_is_published() -> None:
    given = reading(title="Other")
    assert not_done("correct", OPENED, details=given, actor=AUTHOR) == ["not-authorised"]


# -- material, and publications that were none --------------------------------------------------

MATERIAL = reading(decision="That half of it be approved.")
VOID = Because(reason="The page could not be reached.")
ANEW = [("correct-materially", MATERIAL), ("publication-void", VOID)]


@pytest.mark.parametrize("decision", [OPENED, EFFECTIVE], ids=["open", "effective"])
@pytest.mark.parametrize(("verb", "details"), ANEW)
def test_it_is_published_again_and_its_period_begins_anew(
    verb: str, details: Any, decision: Decision
) -> None:
    back = did(verb, decision, details=details)
    assert back.state is State.SIGNED
    assert (back.window, back.published_at, back.edition) == (None, None, None)
    assert back.effective_at is None
    assert back.signed_at is not None
    later = on(29)
    again = did("publish", back, later, DETAILS["publish"], actor=OFFICER)
    assert again.window is not None
    assert (again.window.counted_from, again.window.last_day) == (later.date(), date(2018, 11, 5))
    asked = lodged(again, on(30), received_at=on(30))
    assert asked.proceedings.pending()


def test_only_a_material_correction_makes_a_new_version_of_the_text() -> None:
    corrected, voided = (did(verb, OPENED, details=details) for verb, details in ANEW)
    assert corrected.statement_version == corrected.version
    assert voided.statement_version == OPENED.statement_version


@pytest.mark.parametrize(("verb", "details"), ANEW)
def test_not_while_a_request_awaits_a_ruling_nor_once_it_is_called_in(
    verb: str, details: Any
) -> None:
    assert not_done(verb, lodged(), ON_CALL_IN, details) == ["request-pending"]
    assert not_done(verb, called_in(), ON_CALL_IN, details) == ["is-called-in"]
    assert not_done(verb, EVERY_STATE[State.IMPLEMENTED], details=details) == ["is-implemented"]


@pytest.mark.parametrize(("verb", "details"), ANEW)
def test_what_was_put_back_while_held_is_not_published_while_held(verb: str, details: Any) -> None:
    held = did("hold", OPENED, ON_CALL_IN, DETAILS["hold"])
    back = did(verb, held, details=details)
    assert back.is_held
    assert not_done("publish", back, details=DETAILS["publish"], actor=OFFICER) == ["held"]


def test_the_time_that_a_void_publication_took_is_no_time() -> None:
    """A period published anew is not closed at the end of the first."""
    back = did("publication-void", OPENED, ON_CALL_IN, VOID)
    again = did("publish", back, ON_CALL_IN, DETAILS["publish"], actor=OFFICER)
    assert codes(not_closed(again, DEADLINE + timedelta(hours=1))) == ["call-in-open"]


# -- superseded ---------------------------------------------------------------------------------


def instead(ref: str = "HFD-2018-043") -> Supersede:
    """Give which decision stands in its place."""
    return Supersede(superseded_by=ref, reason="Made anew")


@pytest.mark.parametrize("decision", [EVERY_STATE[State.SIGNED], OPENED, called_in(), EFFECTIVE])
def test_another_decision_stands_in_its_place_and_that_is_its_end(decision: Decision) -> None:
    done = did("supersede", decision, ON_CALL_IN if decision is OPENED else AFTER, instead(),
               actor=OFFICER)  # fmt: skip
    assert done.state is State.SUPERSEDED
    assert done.proceedings.superseded_by == "HFD-2018-043"
    assert done.proceedings.limit is None
    assert not done.proceedings.accepted()


def test_what_awaited_a_ruling_is_overtaken_and_a_hold_is_over() -> None:
    held = did("hold", lodged(), ON_CALL_IN, DETAILS["hold"])
    done = did("supersede", held, ON_CALL_IN, instead(), actor=OFFICER)
    assert [each.status for each in done.proceedings.requests] == [RequestStatus.OVERTAKEN]
    assert not done.is_held


@pytest.mark.parametrize("ref", ["NONE", "HFD-2018-042"], ids=["unknown", "itself"])
def test_it_is_superseded_only_by_another_on_record(ref: str) -> None:
    assert not_done("supersede", OPENED, ON_CALL_IN, instead(ref), actor=OFFICER) == [
        "no-such-decision"
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": State.DRAFT}, "cannot-supersede"),
        ({"state": State.WITHDRAWN}, "cannot-supersede"),
        ({"state": State.SUPERSEDED}, "cannot-supersede"),
        ({"council": "salford"}, "no-such-decision"),
    ],
    ids=["a draft", "one withdrawn", "one superseded", "another council's"],
)
def test_what_supersedes_is_made_and_stands_and_is_the_same_councils(
    changes: dict[str, Any], said: str
) -> None:
    """A draft takes nobody's place; nor do two decisions each take the other's."""
    by = rules()
    other = replace(OPENED, ref="HFD-2018-043", **changes)
    by.decision = {other.ref: other}.get  # type: ignore[method-assign,assignment]
    given = {"rules": by, "actor": OFFICER}
    assert codes(refused("supersede", OPENED, ON_CALL_IN, instead(), **given)) == [said]


def test_what_was_carried_out_or_never_made_is_not_superseded() -> None:
    for state in (State.DRAFT, State.IMPLEMENTED):
        told = not_done("supersede", EVERY_STATE[state], details=instead(), actor=OFFICER)
        assert told == [f"is-{state.label}"]


@pytest.mark.parametrize("changes", [{"private_meeting": True}, {"wards": ("X",)}])
def test_what_decides_who_may_ask_or_what_notice_was_wanted_is_no_slip(
    changes: dict[str, Any],
) -> None:
    """A public meeting that was private had no notice; other wards have other members."""
    given = {"rules": GULL, "actor": MONITORING}
    asked_of = case(OPENED, ON_CALL_IN, reading(**changes), **given)
    assert isinstance(attempt("correct", asked_of, REF), Refused)


@pytest.mark.parametrize("verb", ["correct-materially", "publication-void"])
def test_what_is_published_again_has_nothing_of_its_first_call_in(verb: str) -> None:
    """A clock that ran out, advice, an opinion and a meeting bear on no later period."""
    lapsed = closed(called_in(), on(20, month=11))
    assert lapsed.proceedings.lapsed is not None
    done = replace(lapsed.proceedings, contrary=True, opinion_at=ON_CALL_IN, met_at=ON_CALL_IN)
    before = replace(lapsed, proceedings=done)
    given = {"rules": GULL, "actor": MONITORING}
    again = taken(verb, before, on(21, month=11), DETAILS[verb], **given)
    left = again.proceedings
    assert replace(left, requests=()) == NONE_YET


def test_a_correction_leaves_a_statement_that_says_all_it_must() -> None:
    """The decision's own words are not corrected away."""
    emptied = Correct(statement=replace(STATEMENT, decision=None), ruling="Clerical")
    outcome = refused("correct", OPENED, OPENED.last_at, emptied, rules=GULL)
    assert codes(outcome) == ["decision-missing"]
    assert accepted(lodged(), on(23)).state is State.CALLED_IN
