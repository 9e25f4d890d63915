"""What a register holds is told, and an empty one is not taken for a whole one."""

import shutil
import sqlite3
from pathlib import Path

from support.councils import HEREFORDSHIRE
from support.registers import let_go
from support.steps import MORNING, drafted, opened, published
from workflow import Engine, ManualClock


def test_an_empty_register_is_not_whole(any_engine: Engine) -> None:
    verified = any_engine.journal.verify()
    assert (verified.checked, len(verified.breaks)) == (0, 1)
    assert "It holds no entry" in str(verified.breaks[0])
    held = verified.extent
    assert (held.decisions, held.entries, held.newest) == (0, 0, None)


def test_what_it_holds_is_told_with_its_newest_entry(any_engine: Engine) -> None:
    first = published(any_engine, HEREFORDSHIRE)
    ref = drafted(any_engine)
    verified = any_engine.journal.verify()
    assert (verified.checked, verified.breaks) == (5, ())
    assert (verified.extent.decisions, verified.extent.entries) == (2, 5)
    newest = verified.extent.newest
    assert newest is not None
    latest = max(
        (entry.recorded_at, entry.seq, f"decision/{each}")
        for each in (first, ref)
        for entry in any_engine.history(each)
    )
    assert (newest.recorded_at, newest.seq, newest.stream) == latest
    assert any_engine.journal.verify(ref).extent == verified.extent


def test_a_copy_of_the_file_alone_is_not_whole(sqlite_address: str, tmp_path: Path) -> None:
    engine = opened(sqlite_address, ManualClock(MORNING))
    published(engine, HEREFORDSHIRE)
    file = Path(sqlite_address.removeprefix("sqlite:///"))
    copy = opened(str(shutil.copy(file, tmp_path / "copy.db")), ManualClock(MORNING))
    try:
        assert copy.journal.verify().extent.entries == 0
        assert copy.journal.verify().breaks != ()
        assert engine.journal.verify().breaks == ()
    finally:
        let_go(copy)
        let_go(engine)


def test_a_newest_entry_that_nobody_can_date_is_still_named(sqlite_engine: Engine) -> None:
    ref = drafted(sqlite_engine)
    let_go(sqlite_engine)
    with sqlite3.connect(str(sqlite_engine.transactions.engine.url.database)) as raw:  # type: ignore[attr-defined]
        raw.execute("DROP TRIGGER IF EXISTS cd_journal_no_update")
        raw.execute("UPDATE cd_journal SET recorded_at = 'yesterday'")
    raw.close()
    newest = sqlite_engine.journal.verify().extent.newest
    assert newest is not None
    assert (newest.stream, newest.seq, newest.recorded_at) == (f"decision/{ref}", 1, None)
