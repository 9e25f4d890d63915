"""Callbacks run once a host has committed, and never for what was rolled back."""

import logging

import pytest
from sqlalchemy import Engine as Database
from sqlalchemy.orm import Session

from support.people import MAKER, OFFICER
from support.steps import ITS_END, published, signed
from workflow import Engine, ManualClock, Taken


def test_without_a_host_the_callback_runs_at_once(engine: Engine, told: list[str]) -> None:
    """After our own commit, for each step; not for a refusal or a rehearsal."""
    ref = published(engine)
    assert told == [f"new {ref}", f"sign {ref}", f"publish {ref}"]
    assert not engine.take(ref, "implement", by=OFFICER, evidence="Done.")
    assert engine.take(ref, "withdraw", by=MAKER, reason="No.", dry_run=True)
    assert len(told) == 3


def test_the_callback_finds_what_it_is_told_of_in_the_register(engine: Engine) -> None:
    """It runs after the commit: what it is told is there for everyone."""
    found = []
    engine.on_commit(lambda taken: found.append(engine.get(taken.decision.ref) == taken.decision))
    published(engine)
    assert found == [True] * 3


def test_the_close_tells_of_each_decision_once(
    engine: Engine, told: list[str], clock: ManualClock
) -> None:
    """Batch by batch, each once its batch is kept; a dry run tells of none."""
    refs = [published(engine) for _ in range(3)]
    clock.move_to(ITS_END)
    told.clear()
    engine.close_due(dry_run=True)
    assert told == []
    engine.close_due()
    engine.close_due()
    assert told == [f"close {ref}" for ref in refs]


@pytest.mark.parametrize("kind", ["none", "connection", "session"])
def test_a_callback_that_fails_is_logged_and_harmless(
    engine: Engine, own: Database, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The step has been taken; the other callbacks are still told."""
    heard: list[Taken] = []

    def fail(taken: Taken) -> None:
        raise ZeroDivisionError("the callback's own")

    engine.on_commit(fail)
    engine.on_commit(heard.append)
    with caplog.at_level(logging.ERROR, logger="workflow"):
        if kind == "none":
            ref = signed(engine)
        else:
            with own.connect() if kind == "connection" else Session(own) as host:
                ref = signed(engine.within(host))
                host.commit()
    assert engine.get(ref).version == 2
    assert len(heard) == 2
    assert [record.message for record in caplog.records] == [f"A callback failed after {ref}."] * 2


def test_what_listens_does_not_grow_with_the_steps(
    engine: Engine, own: Database, told: list[str]
) -> None:
    """However many steps a host takes, kept or not, it is listened to once."""
    with Session(own) as host:
        for keep in (True, False) * 5:
            signed(engine.within(host))
            if keep:
                host.commit()
            else:
                host.rollback()
        assert len(list(host.dispatch.after_commit)) == 1
        assert len(list(host.dispatch.after_transaction_end)) == 1
    for keep in (True, False) * 5:
        with own.connect() as connection:
            signed(engine.within(connection))
            signed(engine.within(connection))
            assert len(list(connection.dispatch.commit)) == 1
            if keep:
                connection.commit()
    assert len(list(own.pool.dispatch.reset)) == 1
    assert len(list(own.dialect.dispatch.handle_error)) == 1
    assert len(told) == 30
