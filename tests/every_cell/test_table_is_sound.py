"""The table is proved sound as these tests are loaded, and each kind of fault would be found."""

from dataclasses import replace

from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.check import faults_in
from workflow.procedures.prerequisites import steps_before
from workflow.procedures.step import Step
from workflow.procedures.table import BY_NAME, TABLE

assert faults_in(TABLE) == (), faults_in(TABLE)


def altered(verb: str, **changes: object) -> tuple[Step, ...]:
    return tuple(
        replace(step, **changes) if step.name == verb else step  # type: ignore[arg-type]
        for step in TABLE
    )


def without(verb: str) -> tuple[Step, ...]:
    return tuple(step for step in TABLE if step.name != verb)


def test_the_table_is_sound() -> None:
    assert faults_in(TABLE) == ()


def test_a_state_that_no_step_leads_to_is_found() -> None:
    uncalled = tuple(step for step in TABLE if step.target is not State.CALLED_IN)
    assert "No step leads to called in." in faults_in(uncalled)
    none = tuple(step for step in TABLE if step.target is not State.SUPERSEDED)
    assert "No step leads to superseded." in faults_in(none)


def test_a_dead_end_is_found() -> None:
    """Withdrawing a decision leads out of every state; where nothing does, it is said."""
    awaited = {State.CALLED_IN, State.REFERRED_BACK, State.REFERRED_TO_COUNCIL}
    table = tuple(
        replace(step, source=tuple(s for s in step.source if s not in awaited)) for step in TABLE
    )
    for state in awaited:
        assert f"From {state.label} no step leads to an end." in faults_in(table)


def test_life_after_an_end_is_found() -> None:
    table = altered("hold", source=(State.WITHDRAWN,), target=State.DRAFT)
    assert "A step leads on from withdrawn, where life ends." in faults_in(table)


def test_two_rows_for_one_cell_are_found() -> None:
    assert "There are two rows for sign from draft." in faults_in((*TABLE, BY_NAME["sign"]))


def test_implementing_what_may_still_be_called_in_is_found() -> None:
    table = altered("implement", source=(State.EFFECTIVE, State.CALL_IN_OPEN))
    assert "implement implements a decision that is call-in open." in faults_in(table)
    for awaited in (State.CALLED_IN, State.REFERRED_BACK, State.REFERRED_TO_COUNCIL):
        table = altered("implement", source=(State.EFFECTIVE, awaited))
        assert f"implement implements a decision that is {awaited.label}." in faults_in(table)


def test_an_automatic_step_that_cannot_follow_is_found() -> None:
    found = faults_in(altered("close", then=("open-call-in",)))
    assert "open-call-in cannot follow close: it is not taken from there." in found
    assert faults_in(altered("close", then=("implement",)))
    assert faults_in(altered("take-effect", when=None))
    assert faults_in(altered("take-effect", by=(Role.PROPER_OFFICER,)))


def test_a_step_without_words_is_found() -> None:
    assert faults_in(altered("sign", says="Sign"))
    assert faults_in(altered("sign", example=""))


def test_the_road_says_what_must_come_first() -> None:
    """A refusal from a draft or a signed decision can say which steps lead on."""
    assert steps_before(State.DRAFT, "publish") == ("sign",)
    assert steps_before(State.DRAFT, "call-in") == ("sign", "publish")
    assert steps_before(State.IMPLEMENTED, "sign") == ()
