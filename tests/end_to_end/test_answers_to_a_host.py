"""A host is given the same answers as the terminal."""

from datetime import UTC, datetime
from typing import Any

from support.terminal import Terminal
from workflow import ManualClock, open_engine
from workflow.answers.as_json import as_json
from workflow.answers.decision import decision_answer, shown_decision
from workflow.answers.permission import permission_answer


def test_a_host_and_the_terminal_are_given_the_same(terminal: Terminal) -> None:
    """A decision, the list, the record, what is next, a step refused, and may it be implemented."""
    ref = terminal.staffed().published()
    clock = ManualClock(datetime.fromisoformat(terminal.now).replace(tzinfo=UTC))
    engine, me = open_engine(terminal.register, clock=clock), terminal.me()
    decision, now = engine.get(ref), clock.now()
    shown = shown_decision(decision, engine.statement(decision), (), now, engine.history(ref))
    assert terminal.did("show", ref, "--json").plain == as_json(shown)
    assert terminal.did("list", "--json").plain == [as_json(decision_answer(decision, now))]
    assert terminal.did("history", ref, "--json").plain == as_json(engine.history(ref))
    assert terminal.did("next", ref, "--json").plain["steps"] == as_json(engine.next(ref, me))
    refused: Any = as_json(engine.take(ref, "implement", by=me, evidence="Done"))
    told = terminal("implement", ref, "--evidence", "Done", "--json").error
    assert told["reasons"] == refused["reasons"]
    assert refused["refused"] == f"implement {ref}"
    may = permission_answer(engine.may_implement(ref), decision)
    assert terminal("may-implement", ref, "--json").plain == as_json(may)


def test_of_a_decision_alone_nothing_is_said_that_turns_on_the_hour(terminal: Terminal) -> None:
    ref = terminal.staffed().published()
    found = decision_answer(open_engine(terminal.register).get(ref))
    assert found.stands is None
    assert found.call_in is not None
    assert found.call_in.open is None
