"""Each state, each step, each role: what may be done, and a reason with rule and remedy where not.

The matrix is written by hand, in `matrix.py`. Changing any cell of the table fails a test here.
"""

from itertools import product

import pytest

from support.cells.matrix import MAY, OTHERS, STOPPED
from support.cells.ready import details_for, instant_of, ready
from support.inputs import DETAILS
from support.refusals.facts import is_whole
from support.statements import REF
from support.states import EVERY_STATE, EVERYONE, case, instant_in, someone
from workflow.model.people import SYSTEM, Actor, Role
from workflow.model.state import State
from workflow.procedures.attempt import Refused, Taken, attempt
from workflow.procedures.machine import MACHINE, NOTHING
from workflow.procedures.table import BY_NAME, TABLE

LATE = "Found in the post"
VERBS = [step.name for step in TABLE if not step.automatic]
GIVEN_WAY = ("period-reopened", "put-before")
"""What is recorded before a step that was in time, where time alone had recorded an end."""
STATES = [None, *EVERY_STATE]


def tried(state: State | None, verb: str, actor: Actor, role: Role) -> Taken | Refused:
    """Try a step on a decision in that state, with what it needs, as someone in that role."""
    decision, more = ready(state, verb)
    at = instant_in(state) if state is None else instant_of(state, verb) or instant_in(state)
    details = details_for(verb, role, state)
    return attempt(verb, case(decision, at, details, actor=actor, late_reason=LATE, **more), REF)


@pytest.mark.parametrize(
    ("state", "verb"), list(product(STATES, VERBS)), ids=lambda part: str(part or "nothing")
)
def test_each_cell_is_taken_or_refused_as_the_matrix_has_it(state: State | None, verb: str) -> None:
    for role in Role:
        outcome = tried(state, verb, someone(role), role)
        allowed, target = MAY.get((state, verb), (set(), None))
        if role in allowed:
            assert isinstance(outcome, Taken), (role, outcome)
            assert outcome.decision.state is target
            its_own = [each for each in outcome.entries if each.actor is not SYSTEM]
            assert [each.role for each in its_own] == [role]
        else:
            assert isinstance(outcome, Refused), (role, outcome)
            assert not outcome
            assert outcome.refusals
            if (state, verb) in MAY or role in _may_try(state, verb):
                said = [refusal.code for refusal in outcome.refusals]
                assert ("not-authorised" in said) == (role not in _may_try(state, verb))
            for refusal in outcome.refusals:
                assert not refusal
                assert refusal.code
                assert refusal.because.endswith(".")
                assert is_whole(refusal), refusal
                assert refusal.authority.title
                assert refusal.authority.words
                assert refusal.remedy
    if state is not None and (state, verb) in STOPPED:
        outcome = tried(state, verb, EVERYONE, Role.PROPER_OFFICER)
        assert isinstance(outcome, Refused)
        assert tuple(r.code for r in outcome.refusals) == STOPPED[state, verb][1]


def _may_try(state: State | None, verb: str) -> set[Role]:
    if state is not None and (state, verb) in STOPPED:
        return STOPPED[state, verb][0]
    return OTHERS.get((state, verb), set())


def test_every_cell_of_the_table_is_in_the_matrix_and_no_other() -> None:
    """The table has just the cells that the matrix names, and just the roles."""
    in_table = {
        (source, step.name): set(step.by)
        for step in TABLE
        if not step.automatic
        for source in step.source or (None,)
    }
    may = {cell: roles | OTHERS.get(cell, set()) for cell, (roles, _) in MAY.items()}
    stopped = {cell: roles for cell, (roles, _) in STOPPED.items()}
    assert not may.keys() & stopped.keys()
    assert in_table == may | stopped


def test_the_machine_has_exactly_the_transitions_of_the_table() -> None:
    """What `transitions` holds is what the table says, and nothing it adds by itself."""
    in_machine = {
        (source, verb): transition.dest
        for verb, event in MACHINE.events.items()
        for source, transitions in event.transitions.items()
        for transition in transitions
    }
    in_table = {
        (source, step.name): (source if step.target is None else step.target.value)
        for step in TABLE
        for source in ([state.value for state in step.source] or [NOTHING])
    }
    assert in_machine == in_table
    assert set(MACHINE.states) == {NOTHING, *(state.value for state in State)}
    assert not [name for name in MACHINE.events if name.startswith("to_")]


@pytest.mark.parametrize(("state", "verb"), list(MAY), ids=lambda part: str(part or "nothing"))
def test_a_held_decision_moves_nowhere_forward(state: State | None, verb: str) -> None:
    """While a hold stands, every step that moves forward is refused, and says so; the rest of its
    life goes on: it is asked about, ruled on, put off, reviewed and withdrawn."""
    if state is None or (state, "hold") not in MAY or verb in ("hold", "found-late-record-hold"):
        return
    decision, more = ready(state, verb)
    assert decision is not None
    if verb != "release":
        given = case(decision, decision.last_at, DETAILS["hold"], late_reason=LATE, **more)
        outcome = attempt("hold", given, REF)
        assert isinstance(outcome, Taken)
        assert outcome.decision.state is state
        decision = outcome.decision
    assert decision.is_held
    at = instant_of(state, verb) or instant_in(state)
    details = details_for(verb, Role.PROPER_OFFICER, state)
    again = attempt(verb, case(decision, at, details, late_reason=LATE, **more), REF)
    if BY_NAME[verb].stopped_by_hold or verb == "sever":
        assert isinstance(again, Refused)
        assert "held" in [refusal.code for refusal in again.refusals]
    else:
        assert isinstance(again, Taken), again
        assert again.decision.state not in (State.EFFECTIVE, State.IMPLEMENTED, None) or (
            again.decision.state is state
        )
        if verb == "release":
            assert not again.decision.is_held


def test_the_target_of_each_row_is_the_state_its_event_brings_about() -> None:
    """The row's target and the event's effect are one: replay and table cannot part."""
    for (state, verb), (_, target) in MAY.items():
        outcome = tried(state, verb, EVERYONE, Role.PROPER_OFFICER)
        assert isinstance(outcome, Taken), (state, verb, outcome)
        step = BY_NAME[verb]
        if len(outcome.entries) == 1:
            assert outcome.decision.state is (step.target or state)
        else:
            assert step.then or outcome.entries[0].event.name in GIVEN_WAY, verb
        assert outcome.decision.state is target


def test_nobody_but_the_engine_takes_an_automatic_step() -> None:
    """An automatic step is taken by the system alone, and is offered to nobody."""
    for step in TABLE:
        if step.automatic:
            assert step.by == (Role.SYSTEM,)
            for role in Role:
                if role is not Role.SYSTEM:
                    outcome = attempt(
                        step.name,
                        case(EVERY_STATE[State.DRAFT], instant_in(None), None, actor=someone(role)),
                        REF,
                    )
                    assert not outcome


def test_everyone_together_may_take_each_step_somewhere() -> None:
    """No row is dead: each offered step is taken from some state, or is stopped by a guard."""
    assert {verb for _, verb in (*MAY, *STOPPED)} == set(VERBS)
    assert EVERYONE.roles == frozenset(Role)
