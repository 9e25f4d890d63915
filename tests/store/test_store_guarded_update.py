"""A row changes only if it is as it was read; otherwise nothing at all is written."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from support.people import AUTHOR, MAKER, OFFICER
from support.registers import breaking_in, held_rows
from support.statements import a_statement
from support.steps import drafted, must, published, signed
from workflow import Engine, ManualClock, State
from workflow.errors import Invalid, NotFound, Stale
from workflow.model.inputs import Because
from workflow.procedures.attempt import Taken, attempt
from workflow.procedures.case import Case
from workflow.register.rules import RulesOf
from workflow.register.steps import entries_for
from workflow.register.stored import DecisionChange, StoredDecision


def _withdrawal(engine: Engine, ref: str) -> DecisionChange:
    """Give a change that withdraws a decision as it stands now, not yet written."""
    now = engine.clock.now()
    with engine.transactions.reading() as work:
        stored = work.decisions.get(ref)
        case = Case(
            decision=stored.decision,
            text=work.decisions.statement(stored.decision),
            inputs=Because(reason="Overtaken."),
            actor=MAKER,
            at=now,
            now=now,
            rules=RulesOf(engine.councils.named(stored.decision.council), work),
        )
        taken = attempt("withdraw", case, ref)
    assert isinstance(taken, Taken)
    return DecisionChange(before=stored, taken=taken, entries=entries_for(taken, stored, now, None))


def _versions(engine: Engine) -> dict[str, int]:
    return {decision.ref: decision.version for decision in engine.list()}


def test_a_change_of_a_version_already_left_is_refused(any_engine: Engine) -> None:
    """Whoever read the decision before another changed it writes nothing, and is told so."""
    ref = drafted(any_engine)
    change = _withdrawal(any_engine, ref)
    must(any_engine.take(ref, "amend", by=AUTHOR, statement=a_statement(title="Another")))
    before = _versions(any_engine)
    with pytest.raises(Stale), any_engine.transactions.writing() as work:
        work.decisions.save(change)
    with pytest.raises(Stale), any_engine.transactions.writing() as work:
        work.decisions.save_many([change])
    assert _versions(any_engine) == before
    verified = any_engine.journal.verify()
    assert (verified.checked, verified.breaks) == (2, ())


@pytest.mark.parametrize("column", ["version = version + 1", "state = 'signed'"])
def test_a_stale_change_writes_nothing_to_any_table(engine: Engine, column: str) -> None:
    """Row, journal, sealed text and outbox are all as they were, for a stale version and for a
    stale state alike."""
    ref = drafted(engine)
    change = _withdrawal(engine, ref)
    with breaking_in(engine) as connection:
        connection.execute(text(f"UPDATE cd_decisions SET {column}"))
    before = held_rows(engine)
    with pytest.raises(Stale), engine.transactions.writing() as work:
        work.decisions.save(change)
    assert held_rows(engine) == before


def test_one_stale_change_among_many_leaves_all_of_them_unwritten(engine: Engine) -> None:
    """A batch is written whole or not at all, and the transaction goes on."""
    refs = [drafted(engine) for _ in range(3)]
    changes = [_withdrawal(engine, ref) for ref in refs]
    must(engine.take(refs[1], "amend", by=AUTHOR, statement=a_statement(title="Another")))
    before = held_rows(engine)
    with engine.transactions.writing() as work:
        with pytest.raises(Stale):
            work.decisions.save_many(changes)
        found = {decision.state for decision in map(engine.get, refs)}
    assert found == {State.DRAFT}
    assert held_rows(engine) == before
    with engine.transactions.writing() as work:
        work.decisions.save_many([changes[0], changes[2]])
    assert [engine.get(ref).state for ref in refs] == [
        State.WITHDRAWN,
        State.DRAFT,
        State.WITHDRAWN,
    ]
    assert engine.journal.verify().breaks == ()


def test_a_change_of_a_decision_that_is_not_there_is_stale(engine: Engine) -> None:
    """A guarded update that finds no row says so."""
    change = _withdrawal(engine, drafted(engine))
    assert change.before is not None
    elsewhere = replace(change.before.decision, ref="HFD-2018-999")
    lost = replace(change, before=StoredDecision(elsewhere, change.before.head))
    with pytest.raises(Stale), engine.transactions.writing() as work:
        work.decisions.save(lost)


def test_a_step_at_another_version_than_expected_is_refused(any_engine: Engine) -> None:
    """`expect_version` is the version last seen; any other means that someone was there first."""
    ref = signed(any_engine)
    for wrong in (0, 1, 3):
        with pytest.raises(Stale, match="at version 2"):
            any_engine.take(ref, "publish", by=OFFICER, where="offices", expect_version=wrong)
    assert any_engine.get(ref).version == 2
    taken = any_engine.take(ref, "publish", by=OFFICER, where="offices", expect_version=2)
    assert must(taken).decision.version == 4


def test_a_second_draft_under_the_same_reference_is_refused(engine: Engine) -> None:
    """A reference is given once; the second draft writes nothing."""
    drafted(engine, ref="X.1")
    before = held_rows(engine)
    with pytest.raises(Invalid, match=r"X\.1 already"):
        drafted(engine, ref="X.1", title="Another")
    assert held_rows(engine) == before


def test_a_rehearsal_writes_nothing(engine: Engine, clock: ManualClock) -> None:
    """A dry run goes through every check and write, and is undone."""
    ref = published(engine)
    before = held_rows(engine)
    assert engine.take(ref, "withdraw", by=MAKER, reason="No.", dry_run=True)
    assert engine.draft(council="herefordshire", statement=a_statement(), by=AUTHOR, dry_run=True)
    clock.move_to(clock.now().replace(day=30))
    assert engine.close_due(dry_run=True).closed == [ref]
    assert held_rows(engine) == before


def test_a_refused_step_writes_nothing(engine: Engine) -> None:
    """A refusal is an answer: it leaves no trace in the register."""
    ref = published(engine)
    before = held_rows(engine)
    assert not engine.take(ref, "implement", by=OFFICER, evidence="Done.")
    assert held_rows(engine) == before


def test_what_is_not_there_is_not_found(any_engine: Engine) -> None:
    """A reference nobody has given is said to be unknown, by every way of asking."""
    for ask in (any_engine.get, any_engine.history, any_engine.explain, any_engine.journal.verify):
        with pytest.raises(NotFound, match="HFD-2018-404"):
            ask("HFD-2018-404")
    with pytest.raises(NotFound):
        any_engine.take("HFD-2018-404", "close", by=OFFICER)
