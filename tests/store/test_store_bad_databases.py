"""A database in a bad state: the right fault with its cure, and nothing changed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from support.people import OFFICER
from support.registers import database, held_rows, let_go
from support.steps import drafted, opened, published, signed
from workflow import Engine, ManualClock
from workflow.errors import Busy, NotSetUp
from workflow.store.faults import NotADatabase, NotWritable

Opener = Callable[..., Engine]


@contextmanager
def _impatient(engine: Engine) -> Iterator[None]:
    """Have the next connections of an SQLite register wait 50 ms for another writer, not 10 s."""
    let_go(engine)

    def hurry(connection: Any, _: Any) -> None:
        connection.execute("PRAGMA busy_timeout = 50")

    event.listen(database(engine), "connect", hurry)
    yield
    event.remove(database(engine), "connect", hurry)


def _publish(engine: Engine, ref: str) -> Any:
    return engine.take(ref, "publish", by=OFFICER, where="offices")


def test_a_locked_file_is_busy_for_writers_and_open_to_readers(sqlite_engine: Engine) -> None:
    """Whoever writes while another program does is told to try again; whoever reads, reads."""
    ref = signed(sqlite_engine)
    before = held_rows(sqlite_engine)
    other = sqlite3.connect(database(sqlite_engine).url.database or "", isolation_level=None)
    with _impatient(sqlite_engine):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="Another program is writing"):
            _publish(sqlite_engine, ref)
        with pytest.raises(Busy):
            sqlite_engine.close_due()
        assert sqlite_engine.get(ref).version == 2
        assert held_rows(sqlite_engine) == before
        other.execute("ROLLBACK")
    other.close()
    assert _publish(sqlite_engine, ref)


def test_a_file_locked_in_the_middle_of_a_close_ends_it_as_busy(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    """What was closed before stays closed; the report says that waiting would help."""
    from workflow.register.close import close_due

    refs = [published(sqlite_engine) for _ in range(4)]
    clock.move_to(clock.now().replace(day=30))
    other = sqlite3.connect(database(sqlite_engine).url.database or "", isolation_level=None)

    def lock_after_the_first(done: int) -> None:
        if done == 2:
            other.execute("BEGIN IMMEDIATE")

    with _impatient(sqlite_engine):
        report = close_due(
            sqlite_engine.transactions.writing,
            sqlite_engine.councils,
            clock.now,
            batch=2,
            progress=lock_after_the_first,
        )
        other.execute("ROLLBACK")
    other.close()
    assert report.busy
    assert report.closed == refs[:2]
    assert [fault.code for fault in report.faults] == ["busy"]
    assert sqlite_engine.close_due().closed == refs[2:]
    assert sqlite_engine.journal.verify().breaks == ()


def test_a_decision_that_another_holds_is_busy_in_postgresql(postgres_engine: Engine) -> None:
    """A step waits for another's step on the same decision for so long and no longer."""
    ref, beside = signed(postgres_engine), signed(postgres_engine)
    before = held_rows(postgres_engine)

    def hurry(connection: Any, _: Any) -> None:
        connection.execute("SET lock_timeout = '50ms'")
        connection.commit()

    with database(postgres_engine).connect() as other:
        other.execute(text("SELECT 1 FROM cd_decisions WHERE ref = :r FOR UPDATE"), {"r": ref})
        event.listen(database(postgres_engine), "connect", hurry)
        with pytest.raises(Busy, match="Another program is writing"):
            _publish(postgres_engine, ref)
        event.remove(database(postgres_engine), "connect", hurry)
        assert held_rows(postgres_engine) == before
        assert _publish(postgres_engine, beside)
        other.rollback()
    assert _publish(postgres_engine, ref)


def test_a_decision_that_another_holds_is_passed_over_by_the_close_in_postgresql(
    postgres_engine: Engine, clock: ManualClock
) -> None:
    """The close takes the rest without waiting, and the next close takes that one."""
    refs = [published(postgres_engine) for _ in range(3)]
    clock.move_to(clock.now().replace(day=30))
    with database(postgres_engine).connect() as other:
        held = text("SELECT 1 FROM cd_decisions WHERE ref = :r FOR UPDATE")
        other.execute(held, {"r": refs[1]})
        assert postgres_engine.close_due().closed == [refs[0], refs[2]]
        other.rollback()
    assert postgres_engine.close_due().closed == [refs[1]]


def test_a_file_that_may_only_be_read_is_read_and_not_written(
    sqlite_address: str, open_register: Opener
) -> None:
    """A register opened read-only answers questions; a step is a fault with its cure."""
    ref = signed(open_register(sqlite_address))
    engine = open_register(f"sqlite:///file:{sqlite_address}?mode=ro&uri=true")
    assert engine.get(ref).version == 2
    before = held_rows(engine)
    with pytest.raises(NotWritable, match="only be read"):
        _publish(engine, ref)
    with pytest.raises(NotWritable):
        engine.close_due()
    assert held_rows(engine) == before


def test_a_connection_that_may_only_ask_does_not_write(engine: Engine) -> None:
    """A read-only database, of either kind, is a fault of its own and not a crash."""
    ref = signed(engine)
    before = held_rows(engine)
    let_go(engine)

    def read_only(connection: Any, _: Any) -> None:
        if database(engine).dialect.name == "sqlite":
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("SET default_transaction_read_only = on")
            connection.commit()

    event.listen(database(engine), "connect", read_only)
    with pytest.raises(NotWritable) as refused:
        _publish(engine, ref)
    assert refused.value.code == "read-only"
    assert held_rows(engine) == before


@pytest.mark.parametrize(
    "content",
    [b"Dear Sir, this is a letter.\n" * 100, b"xy", b"SQLite format 3\x00" + b"\xff" * 4096],
)
def test_a_file_that_is_no_database_is_left_as_it_is(
    tmp_path: Path, open_register: Opener, content: bytes
) -> None:
    """A letter is not a register, and is not made into one."""
    file = tmp_path / "letter.txt"
    file.write_bytes(content)
    engine = open_register(str(file))
    for ask in (engine.list, engine.close_due, lambda: drafted(engine)):
        with pytest.raises(NotADatabase) as refused:
            ask()
        assert refused.value.code == "not-a-database"
    assert file.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_a_damaged_file_is_said_to_be_damaged(sqlite_address: str, open_register: Opener) -> None:
    """A file whose pages were overwritten is a fault with its cure, and nothing is repaired by
    guessing."""
    engine = open_register(sqlite_address)
    for _ in range(30):
        drafted(engine)
    let_go(engine)
    content = bytearray(Path(sqlite_address).read_bytes())
    content[4096 * 2 :] = b"\x5a" * len(content[4096 * 2 :])
    Path(sqlite_address).write_bytes(content)
    with pytest.raises(NotADatabase, match="damaged"):
        engine.list()
    with pytest.raises(NotADatabase):
        drafted(engine)


@pytest.mark.parametrize("name", ["no/such/folder/x.db", "."])
def test_a_place_where_no_file_can_be_is_not_set_up(
    tmp_path: Path, open_register: Opener, name: str
) -> None:
    """A missing folder, or a folder in the file's place, is said with its cure."""
    engine = open_register(str(tmp_path / name))
    with pytest.raises(NotSetUp, match="cannot be opened") as refused:
        engine.list()
    assert "folder" in refused.value.cure
    assert list(tmp_path.iterdir()) == []


def test_first_use_of_an_empty_file_sets_it_up(tmp_path: Path, open_register: Opener) -> None:
    """A file that is not there, or is empty, becomes a register on first use."""
    (tmp_path / "empty.db").touch()
    for name in ("new.db", "empty.db"):
        engine = open_register(str(tmp_path / name))
        assert engine.list() == []
        assert drafted(engine) == "HFD-2018-001"


def test_opened_is_not_asked_before_it_is_used(tmp_path: Path, clock: ManualClock) -> None:
    """Opening an engine makes no file."""
    engine = opened(str(tmp_path / "x.db"), clock)
    assert list(tmp_path.iterdir()) == []
    let_go(engine)
