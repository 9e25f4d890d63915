"""Killed outright in the middle of a close, over and over: nothing is torn, and nothing lost."""

import random
import sys
import time
from collections.abc import Callable

import pytest

from support.registers import database, scalar, times_closed
from support.steps import ITS_END, published
from workflow import Engine, ManualClock, State
from workflow.store.database import Database

pytestmark = [
    pytest.mark.xdist_group("kills"),
    pytest.mark.skipif(sys.platform == "win32", reason="There is no SIGKILL there."),
]
Opener = Callable[..., Engine]
KILLS = {"sqlite": 12, "postgresql": 6}


def _is_whole(engine: Engine) -> int:
    """Check that each decision is closed whole or not at all; give how many are."""
    assert engine.journal.verify().breaks == ()
    assert Database(database(engine)).whole() == []
    states = [(decision.state, decision.version) for decision in engine.list()]
    assert set(states) <= {(State.CALL_IN_OPEN, 4), (State.IMPLEMENTED, 6)}
    entries = scalar(engine, "SELECT count(*) FROM cd_journal")
    assert scalar(engine, "SELECT count(*) FROM cd_outbox") == entries
    closed = sum(state is State.IMPLEMENTED for state, _ in states)
    assert times_closed(engine) == [1] * closed
    return closed


def test_a_close_that_is_killed_tears_nothing_and_the_next_finishes(
    engine: Engine, clock: ManualClock, open_register: Opener
) -> None:
    """After every kill the journal verifies, the database is whole, and each decision is closed
    or not; a last close takes what is left, once."""
    killing = pytest.importorskip("support.killing")
    kind = database(engine).dialect.name
    due = 10 * KILLS[kind]
    for _ in range(due):
        published(engine)
    clock.move_to(ITS_END)
    address = database(engine).url.render_as_string(hide_password=False)
    dice = random.Random(2018)
    progress = []
    for _ in range(KILLS[kind]):
        killing.kill_a_close(address, clock.now(), after=dice.uniform(0, 0.03))
        progress.append(_is_whole(engine))
    assert progress == sorted(progress)
    assert progress[-1] > 0
    until = time.monotonic() + 10
    while len(times_closed(engine)) < due and time.monotonic() < until:
        report = engine.close_due()
        assert report.faults == []
    assert _is_whole(engine) == due
