"""When each decision needs a person: kept with its row, filled in for older registers, and found
by an index."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from support.councils import HEREFORDSHIRE, LARKSHIRE
from support.lives.every_state import LIVES
from support.registers import database, scalar
from support.steps import drafted, published
from workflow import Engine, ManualClock, State
from workflow.model.attention import attention_at
from workflow.model.state import TERMINAL
from workflow.store.attention import fill

EVER = datetime(2200, 1, 1, tzinfo=UTC)
QUIET = (State.EFFECTIVE, *TERMINAL)
"""The states in which nothing more is asked of anybody, unless something else is outstanding."""


def _needing(engine: Engine, council: str = HEREFORDSHIRE, by: datetime = EVER) -> list[str]:
    with engine.transactions.reading() as work:
        return [each.ref for each in work.decisions.needing(council, by)]


@pytest.mark.parametrize("life", LIVES)
def test_a_row_says_when_its_decision_needs_a_person(
    any_engine: Engine, clock: ManualClock, life: str
) -> None:
    """As the decision itself says; and one that is still under way always does."""
    ref = LIVES[life](any_engine, clock)
    decision = any_engine.get(ref)
    with any_engine.transactions.reading() as work:
        assert work.decisions.get(ref).attention_at == attention_at(decision)
    assert decision.state in QUIET or attention_at(decision) is not None
    assert bool(decision.proceedings.pending()) <= (attention_at(decision) is not None)
    assert decision.is_disputed <= (attention_at(decision) is not None)
    assert (ref in _needing(any_engine, decision.council)) == (attention_at(decision) is not None)


def test_those_of_a_council_are_given_by_an_instant_the_earliest_first(any_engine: Engine) -> None:
    opened = published(any_engine, ref="p1")
    drafted(any_engine, ref="d1")
    published(any_engine, LARKSHIRE, ref="p2")
    window = any_engine.get(opened).window
    assert window is not None
    assert _needing(any_engine) == ["d1", "p1"]
    assert _needing(any_engine, by=window.request_deadline) == ["d1", "p1"]
    just_before = window.request_deadline - timedelta(microseconds=1)
    assert _needing(any_engine, by=just_before) == ["d1"]
    assert _needing(any_engine, LARKSHIRE) == ["p2"]
    with any_engine.transactions.reading() as work:
        assert [each.ref for each in work.decisions.open_for_call_in(HEREFORDSHIRE)] == ["p1"]


def test_an_older_register_is_filled_in(engine: Engine) -> None:
    """What the upgrade works out is what is kept from then on."""
    refs = [drafted(engine, ref="d1"), published(engine, ref="p1")]
    kept = [
        scalar(engine, "SELECT attention_at FROM cd_decisions WHERE ref = :r", r=each)
        for each in refs
    ]
    with database(engine).engine.begin() as connection:
        connection.execute(text("UPDATE cd_decisions SET attention_at = NULL"))
    assert not engine.journal.verify()
    with database(engine).engine.begin() as connection:
        fill(connection)
    assert [
        scalar(engine, "SELECT attention_at FROM cd_decisions WHERE ref = :r", r=each)
        for each in refs
    ] == kept
    assert engine.journal.verify()


def test_both_lists_go_by_their_index(sqlite_engine: Engine) -> None:
    """A scan of the whole table would cost more with every year's decisions."""
    published(sqlite_engine)
    plans = {
        "ix_cd_decisions_council_attention_at_ref": (
            "council = 'herefordshire' AND attention_at <= '2030' ORDER BY attention_at, ref"
        ),
        "ix_cd_decisions_open": (
            "council = 'herefordshire' AND state = 'call_in_open' ORDER BY request_deadline, ref"
        ),
    }
    with database(sqlite_engine).engine.connect() as connection:
        for index, query in plans.items():
            explained = f"EXPLAIN QUERY PLAN SELECT * FROM cd_decisions WHERE {query}"
            steps = [row[3] for row in connection.execute(text(explained))]
            assert len(steps) == 1, "nothing is sorted"
            assert index in steps[0]
