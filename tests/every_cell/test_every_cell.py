"""Each state, each step, each role: what may be done, and a reason with rule and remedy where not.

The matrix below is written by hand, as the law and the design have it. It is not made from the
table: changing any cell of the table fails a test here.
"""

from itertools import product

import pytest
from cells import DETAILS, EVERY_STATE, EVERYONE, REF, case, instant_in, recording, someone

from workflow.lifecycle.attempt import Refused, Taken, attempt
from workflow.lifecycle.machine import MACHINE, NOTHING
from workflow.lifecycle.table import BY_VERB, TABLE
from workflow.model.people import Role
from workflow.model.state import State

A, M, P = Role.AUTHOR, Role.DECISION_MAKER, Role.PROPER_OFFICER
MO, FO, S = Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.SYSTEM

# State, step: who may take it, and where it leads when nothing else stands in the way.
MAY: dict[tuple[State | None, str], tuple[set[Role], State]] = {
    (None, "draft"): ({A, M, P}, State.DRAFT),
    (State.DRAFT, "amend"): ({A, M, P}, State.DRAFT),
    (State.DRAFT, "sign"): ({M, P}, State.SIGNED),
    (State.DRAFT, "withdraw"): ({M, P}, State.WITHDRAWN),
    (State.DRAFT, "hold"): ({MO, FO, P}, State.DRAFT),
    (State.SIGNED, "publish"): ({P}, State.CALL_IN_OPEN),
    (State.SIGNED, "withdraw"): ({M, P}, State.WITHDRAWN),
    (State.SIGNED, "hold"): ({MO, FO, P}, State.SIGNED),
    (State.CALL_IN_OPEN, "call-in"): ({P, MO}, State.CALLED_IN),
    (State.CALL_IN_OPEN, "withdraw"): ({M, P}, State.WITHDRAWN),
    (State.CALL_IN_OPEN, "hold"): ({MO, FO, P}, State.CALL_IN_OPEN),
    (State.CALLED_IN, "resolve"): ({P, MO}, State.EFFECTIVE),
    (State.CALLED_IN, "withdraw"): ({M, P}, State.WITHDRAWN),
    (State.CALLED_IN, "hold"): ({MO, FO, P}, State.CALLED_IN),
    (State.EFFECTIVE, "call-in"): ({P, MO}, State.CALLED_IN),
    (State.EFFECTIVE, "implement"): ({A, P}, State.IMPLEMENTED),
    (State.EFFECTIVE, "withdraw"): ({M, P}, State.WITHDRAWN),
    (State.EFFECTIVE, "hold"): ({MO, FO, P}, State.EFFECTIVE),
    (State.IMPLEMENTED, "note-request"): ({P, MO}, State.IMPLEMENTED),
}
# In the table, but something of the decision stands in the way as the cells here are set up.
STOPPED: dict[tuple[State, str], str] = {
    (State.CALL_IN_OPEN, "close"): "call-in-open",
    (State.CALL_IN_OPEN, "review-deadline"): "deadline-agrees",
    **{(state, "release"): "not-held" for state in State if (state, "hold") in MAY},
}
VERBS = [step.verb for step in TABLE if not step.automatic]
STATES = [None, *EVERY_STATE]


@pytest.mark.parametrize(
    ("state", "verb"), list(product(STATES, VERBS)), ids=lambda part: str(part or "nothing")
)
def test_each_cell_is_taken_or_refused_as_the_matrix_has_it(state: State | None, verb: str) -> None:
    decision = EVERY_STATE[state] if state is not None else None
    at = instant_in(state)
    for role in Role:
        outcome = attempt(
            verb,
            case(
                decision,
                at,
                DETAILS[verb],
                actor=someone(role),
                rules=recording(),
                late_reason="Found in the post",
            ),
            REF,
        )
        allowed, target = MAY.get((state, verb), (set(), None))
        if role in allowed:
            assert isinstance(outcome, Taken), (role, outcome)
            assert outcome.decision.state is target
            assert outcome.entries[0].role is role
        else:
            assert isinstance(outcome, Refused), (role, outcome)
            assert not outcome
            assert outcome.refusals
            for refusal in outcome.refusals:
                assert not refusal
                assert refusal.code
                assert refusal.because.endswith(".")
                assert refusal.authority.title
                assert refusal.authority.words
                assert refusal.remedy
    if (state, verb) in STOPPED:
        outcome = attempt(verb, case(decision, at, DETAILS[verb]), REF)
        assert isinstance(outcome, Refused)
        assert [r.code for r in outcome.refusals] == [STOPPED[state, verb]]


def test_every_cell_of_the_table_is_in_the_matrix_and_no_other() -> None:
    """The table has just the cells that the matrix names, and just the roles."""
    in_table = {
        (source, step.verb): {role for role in step.by if role is not S}
        for step in TABLE
        if not step.automatic
        for source in step.source or (None,)
    }
    close = {(State.CALL_IN_OPEN, "close"): {P}, (State.CALL_IN_OPEN, "review-deadline"): {P, MO}}
    releases = {(state, "release"): {MO, FO, P} for state in State if (state, "hold") in MAY}
    assert in_table == {cell: roles for cell, (roles, _) in MAY.items()} | close | releases


def test_the_machine_has_exactly_the_transitions_of_the_table() -> None:
    """What `transitions` holds is what the table says, and nothing it adds by itself."""
    in_machine = {
        (source, verb): transition.dest
        for verb, event in MACHINE.events.items()
        for source, transitions in event.transitions.items()
        for transition in transitions
    }
    in_table = {
        (source, step.verb): (source if step.target is None else step.target.value)
        for step in TABLE
        for source in ([state.value for state in step.source] or [NOTHING])
    }
    assert in_machine == in_table
    assert set(MACHINE.states) == {NOTHING, *(state.value for state in State)}
    assert not [name for name in MACHINE.events if name.startswith("to_")]


@pytest.mark.parametrize("state", list(EVERY_STATE))
def test_a_held_decision_moves_nowhere_forward(state: State) -> None:
    """While a hold stands, every step that moves forward is refused, and says so."""
    if (state, "hold") not in MAY:
        return
    at = instant_in(state)
    outcome = attempt("hold", case(EVERY_STATE[state], at, DETAILS["hold"]), REF)
    assert isinstance(outcome, Taken)
    held = outcome.decision
    assert held.is_held
    assert held.state is state
    for verb in VERBS:
        given = case(held, at, DETAILS[verb], rules=recording(), late_reason="Found late")
        again = attempt(verb, given, REF)
        step = BY_VERB[verb]
        if step.forward and state in step.source:
            assert isinstance(again, Refused)
            assert "held" in [refusal.code for refusal in again.refusals]
        elif (state, verb) in MAY and verb != "hold":
            assert isinstance(again, Taken), (verb, again)
        elif verb == "release":
            assert isinstance(again, Taken)
            assert not again.decision.is_held


def test_the_target_of_each_row_is_the_state_its_event_brings_about() -> None:
    """The row's target and the event's effect are one: replay and table cannot part."""
    for (state, verb), (_, target) in MAY.items():
        decision = EVERY_STATE[state] if state is not None else None
        given = case(
            decision, instant_in(state), DETAILS[verb], rules=recording(), late_reason="Found late"
        )
        outcome = attempt(verb, given, REF)
        assert isinstance(outcome, Taken)
        step = BY_VERB[verb]
        if not step.then:
            assert outcome.decision.state is (step.target or state)
        assert outcome.decision.state is target


def test_nobody_but_the_engine_takes_an_automatic_step() -> None:
    """An automatic step is taken by the system alone, and is offered to nobody."""
    for step in TABLE:
        if step.automatic:
            assert step.by == (S,)
            for role in Role:
                if role is not S:
                    outcome = attempt(
                        step.verb,
                        case(EVERY_STATE[State.DRAFT], instant_in(None), None, actor=someone(role)),
                        REF,
                    )
                    assert not outcome


def test_everyone_together_may_take_each_step_somewhere() -> None:
    """No row is dead: each offered step is taken from some state, or is stopped by a guard."""
    reached = {verb for _, verb in MAY} | {verb for _, verb in STOPPED}
    assert reached == set(VERBS)
    assert EVERYONE.roles == frozenset(Role)
