"""A register knows which one it is: one identity for its whole life, and a copy has the same."""

import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text

from support.registers import breaking_in, database, let_go
from support.steps import MORNING, drafted, opened
from workflow import Engine, ManualClock
from workflow.store.database import Database

Opener = Callable[..., Engine]


def test_it_has_one_from_its_beginning(engine: Engine) -> None:
    held = engine.journal.verify().extent
    assert held.identity is not None
    assert UUID(held.identity).version == 4
    assert held.begun_at is not None
    assert engine.journal.verify().extent == held
    assert Database(database(engine)).upgrade()[0] is not None
    assert engine.journal.verify().extent.identity == held.identity


def test_two_registers_are_told_apart_and_a_copy_has_the_same(tmp_path: Path) -> None:
    first, second = (opened(str(tmp_path / name), ManualClock(MORNING)) for name in ("1", "2"))
    drafted(first)
    drafted(second)
    let_go(first)
    copy = opened(str(shutil.copy(tmp_path / "1", tmp_path / "copy")), ManualClock(MORNING))
    assert copy.journal.verify() == first.journal.verify()
    assert copy.journal.verify().extent == first.journal.verify().extent
    assert second.journal.verify().extent.identity != first.journal.verify().extent.identity
    for each in (first, second, copy):
        let_go(each)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM cd_register",
        "UPDATE cd_register SET identity = 'ours'",
    ],
)
def test_one_that_is_gone_or_is_none_is_told_of(
    own_address: str, open_register: Opener, statement: str
) -> None:
    engine = open_register(own_address)
    ref = drafted(engine)
    with breaking_in(engine) as owner:
        owner.execute(text(statement))
    verified = engine.journal.verify()
    assert "Its identity is gone, or is not one." in str(verified.breaks[-1])
    assert verified.extent.identity is None
    assert engine.journal.verify(ref).breaks == ()
