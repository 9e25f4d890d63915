"""Connections are let go, and never shared with a process that was forked."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from subprocess import run

import pytest
from sqlalchemy import Connection, event

from support.councils import COUNCILS
from support.registers import database
from support.steps import ITS_END, drafted, opened, published
from workflow import Engine, ManualClock, State
from workflow.errors import Busy

Opener = Callable[..., Engine]
FORK = """
import os, sys
from workflow import open_engine
engine = open_engine(sys.argv[1], constitutions=[sys.argv[2]])
before = [each.ref for each in engine.list()]
assert len(before) == 3
children = []
for number in range(4):
    child = os.fork()
    if not child:
        right = all([each.ref for each in engine.list()] == before for _ in range(60))
        engine.dispose()
        os._exit(0 if right and engine.journal.verify().breaks == () else 1)
    children.append(child)
mine = all([each.ref for each in engine.list()] == before for _ in range(60))
assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
assert mine and engine.list()
"""


def _open_connections(engine: Engine) -> list[object]:
    left: list[object] = []
    event.listen(database(engine), "connect", lambda raw, _: left.append(raw))
    event.listen(database(engine), "close", lambda raw, _: left.remove(raw))
    return left


def test_an_engine_is_let_go_of_and_closes_no_period(engine: Engine, clock: ManualClock) -> None:
    """By dispose, or at the end of a block; and is used again without a word."""
    left = _open_connections(engine)
    ref = published(engine)
    clock.move_to(ITS_END)
    with engine as same:
        assert same is engine
        assert left
    assert left == []
    assert engine.get(ref).state is State.CALL_IN_OPEN
    assert engine.reports.runs() == []
    engine.dispose()
    assert left == []


def test_what_a_host_lent_is_not_let_go(engine: Engine) -> None:
    """It is the host's."""
    with database(engine).execution_options(cd_write=True).connect() as host:
        with engine.within(host) as within:
            ref = drafted(within)
        assert isinstance(host, Connection)
        assert not host.closed
        host.commit()
    assert engine.get(ref)


def test_a_forked_child_has_connections_of_its_own(address: str, open_register: Opener) -> None:
    """Four children and their parent read at once, on either database, and each reads its own."""
    engine = open_register(address)
    for _ in range(3):
        drafted(engine)
    done = run(
        [sys.executable, "-c", FORK, address, str(COUNCILS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_register_in_memory_is_one_for_every_thread(clock: ManualClock) -> None:
    """As a threaded web server's tests have it: each draft has its own reference."""
    with opened(":memory:", clock) as engine:
        with ThreadPoolExecutor(4) as pool:
            refs = list(pool.map(lambda _: drafted(engine), range(12)))
        assert sorted(refs) == [each.ref for each in engine.list()]
        assert len(refs) == 12
        verified = engine.journal.verify()
        assert (verified.checked, verified.breaks) == (12, ())
    assert engine.list() == []


def test_a_register_in_memory_is_not_waited_for_for_ever(
    clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever holds its one connection and asks for another is told so."""
    with opened(":memory:", clock) as engine:
        monkeypatch.setattr(database(engine).pool, "_timeout", 0.05)
        with engine.transactions.reading(), pytest.raises(Busy, match="in use"):
            engine.list()
