"""What time has brought about comes first, whether or not the nightly close has recorded it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from support.councils import constitution
from support.inputs import DETAILS
from support.statements import BEFORE_THE_END, ENDS_AT, SIGNED_AT
from support.states import EVERY_STATE, OPEN_BY_RULE, Rules, case, codes, recording, refused, taken
from workflow.constitution.reading import parse
from workflow.model.decision import Decision
from workflow.model.state import State
from workflow.procedures.attempt import Taken, attempt
from workflow.procedures.expiry.guards import period_has_run_out, the_time_limit_has_run_out
from workflow.procedures.expiry.steps import BESIDES_TIME
from workflow.procedures.table import BY_NAME

OPEN = EVERY_STATE[State.CALL_IN_OPEN]
LATER = ENDS_AT + timedelta(hours=9)
FOUND = {"late_reason": "Found in the post"}
RULED = DETAILS["request-accept"]


def test_a_withdrawal_after_effect_is_no_withdrawal_of_an_open_decision() -> None:
    """The period ran out at midnight; at nine the decision is in force, recorded or not."""
    outcome = refused("withdraw", OPEN_BY_RULE, LATER, DETAILS["withdraw"])
    assert codes(outcome) == ["is-implemented"]
    gone = taken("withdraw", OPEN, LATER, DETAILS["withdraw"])
    assert gone.effective_at == ENDS_AT
    assert gone.withdrawn_at == LATER


def test_the_close_that_was_due_is_recorded_with_the_step_that_follows_it() -> None:
    outcome = attempt("hold", case(OPEN, LATER, DETAILS["hold"]), OPEN.ref)
    assert isinstance(outcome, Taken)
    assert [(e.event.name, e.event.at) for e in outcome.entries] == [
        ("call-in-closed", ENDS_AT),
        ("held", LATER),
    ]
    assert outcome.entries[0].role.value == "system"
    assert outcome.decision.state is State.EFFECTIVE


def test_a_step_that_happened_before_the_end_is_not_put_after_it() -> None:
    """A hold of the day before, entered late, stops the effect as it did."""
    held = taken("hold", OPEN, BEFORE_THE_END, DETAILS["hold"], now=LATER, **FOUND)
    assert held.state is State.CALL_IN_OPEN
    assert codes(refused("close", held, LATER, DETAILS["close"])) == ["held"]


def test_what_stops_a_due_close_is_the_reason_given() -> None:
    """Held past the end: implementing is refused because it is held, not because of the close."""
    held = taken("hold", OPEN, BEFORE_THE_END, DETAILS["hold"])
    assert codes(refused("implement", held, LATER, DETAILS["implement"])) == ["held"]


def test_a_request_in_time_is_never_lost_to_the_close() -> None:
    """Recorded before the close, after it, or after implementation: it is on the record."""
    before = taken("call-in", OPEN_BY_RULE, LATER, DETAILS["call-in"], **FOUND)
    assert before.state is State.CALL_IN_OPEN
    assert len(before.proceedings.pending()) == 1
    assert codes(refused("close", before, LATER, DETAILS["close"])) == ["request-pending"]
    assert taken("request-accept", before, LATER, RULED).state is State.CALLED_IN
    effective = taken("close", OPEN, ENDS_AT, DETAILS["close"])
    after = taken("call-in", effective, LATER, DETAILS["call-in"], **FOUND)
    assert (after.state, after.effective_at) == (State.CALL_IN_OPEN, None)
    assert taken("request-accept", after, LATER, RULED).called_in_at == BEFORE_THE_END
    done = taken("close", OPEN_BY_RULE, ENDS_AT, DETAILS["close"])
    by_rule = taken("call-in", done, LATER, DETAILS["call-in"], **FOUND)
    assert (by_rule.state, by_rule.implemented_at) == (State.CALL_IN_OPEN, None)
    outcome = refused("request-record-late", done, LATER, DETAILS["request-record-late"], **FOUND)
    assert codes(outcome) == ["goes-on-as-call-in"]
    done = taken("implement", effective, LATER, DETAILS["implement"])
    outcome = refused("call-in", done, LATER, DETAILS["call-in"], **FOUND)
    assert codes(outcome) == ["in-time-but-implemented"]
    assert "request record-late" in outcome.refusals[0].remedy
    noted = taken("request-record-late", done, LATER, DETAILS["request-record-late"], **FOUND)
    assert (noted.state, noted.disputed_at) == (State.IMPLEMENTED, BEFORE_THE_END)
    again = taken("request-record-late", noted, LATER, DETAILS["request-record-late"], **FOUND)
    assert (again.state, again.disputed_at) == (State.IMPLEMENTED, BEFORE_THE_END)


def test_a_request_out_of_time_is_out_of_time_everywhere() -> None:
    late = replace(DETAILS["call-in"], received_at=ENDS_AT)
    effective = taken("close", OPEN, ENDS_AT, DETAILS["close"])
    done = taken("implement", effective, LATER, DETAILS["implement"])
    assert codes(refused("call-in", effective, LATER, late, **FOUND)) == ["out-of-time"]
    assert codes(refused("request-record-late", done, LATER, late, **FOUND)) == ["out-of-time"]


def called_in() -> Decision:
    asked = replace(DETAILS["call-in"], received_at=SIGNED_AT + timedelta(hours=1))
    lodged = taken("call-in", OPEN, SIGNED_AT + timedelta(hours=1), asked)
    return taken("request-accept", lodged, SIGNED_AT + timedelta(hours=1), RULED)


def test_scrutinys_outcome_does_not_cut_the_period_short_for_others() -> None:
    """Resolved on the first day: the others' days still run, and effect waits for their end."""
    soon = SIGNED_AT + timedelta(hours=2)
    outcome = refused("scrutiny-resolve", called_in(), soon, DETAILS["scrutiny-resolve"])
    assert codes(outcome) == ["call-in-open"]
    given = {"now": LATER, "late_reason": "The period had to end first"}
    resolved = taken(
        "scrutiny-resolve",
        called_in(),
        soon,
        DETAILS["scrutiny-resolve"],
        rules=recording(),
        **given,
    )
    assert resolved.effective_at == ENDS_AT
    later = taken(
        "scrutiny-resolve", called_in(), LATER, DETAILS["scrutiny-resolve"], rules=recording()
    )
    assert later.effective_at == LATER


def test_the_rule_on_implementation_is_the_one_of_the_day_of_publication() -> None:
    """A file changed afterwards does not reach back: the decision keeps what it was judged by."""
    closed = taken("close", OPEN_BY_RULE, ENDS_AT, DETAILS["close"], rules=recording())
    assert closed.state is State.IMPLEMENTED
    closed = taken("close", OPEN, ENDS_AT, DETAILS["close"])
    assert closed.state is State.EFFECTIVE


def test_publication_between_the_deadline_and_the_effect_is_refused() -> None:
    """From the decision, by 17:00, in force the next working day: at 18:00 nobody could ask."""
    toml = Path(constitution().source).read_text(encoding="utf-8")
    toml = toml.replace('counted-from = "publication"', 'counted-from = "decision"')
    toml = toml.replace('request-by = "end of day"', "request-by = 17:00:00")
    toml = toml.replace('"at the end of the period"', '"next working day"')
    found, complaints = parse(toml, "own.toml")
    assert found is not None, complaints
    signed = EVERY_STATE[State.SIGNED]
    at = ENDS_AT - timedelta(hours=6)
    outcome = refused("publish", signed, at, DETAILS["publish"], rules=Rules(found))
    assert codes(outcome) == ["period-already-over"]
    opened = taken(
        "publish", signed, at - timedelta(hours=1), DETAILS["publish"], rules=Rules(found)
    )
    assert opened.state is State.CALL_IN_OPEN


def test_a_withdrawn_decision_is_held_no_longer() -> None:
    held = taken("hold", OPEN, BEFORE_THE_END, DETAILS["hold"])
    gone = taken("withdraw", held, BEFORE_THE_END, DETAILS["withdraw"])
    assert not gone.is_held


def test_but_for_its_time_what_the_close_needs_is_what_implementation_is_judged_by() -> None:
    """In whatever order the conditions stand: a question of a later day leaves out time alone."""
    of_time = {"close": period_has_run_out, "lapse": the_time_limit_has_run_out}
    assert BESIDES_TIME.keys() == of_time.keys()
    for name, condition in of_time.items():
        assert {*BY_NAME[name].needs} - {*BESIDES_TIME[name]} == {condition}
        assert {*BESIDES_TIME[name]} < {*BY_NAME[name].needs}
