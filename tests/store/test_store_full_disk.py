"""No room left on the disk: what was committed is whole, and nothing is half written."""

from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import event

from support.registers import database, let_go
from support.steps import drafted, published
from workflow import Engine, ManualClock
from workflow.errors import Busy
from workflow.register.close import close_due
from workflow.store.database import Database


def _draft_on_and_on(engine: Engine, refs: list[str]) -> None:
    while len(refs) < 500:
        refs.append(drafted(engine, reasons="It is long. " * 200))


def test_a_full_disk_leaves_every_committed_decision_whole(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    """Steps until there is no room: the last is refused as busy, and what was kept is whole."""
    refs = [published(sqlite_engine) for _ in range(8)]
    let_go(sqlite_engine)
    pages = []

    def limit(connection: Any, _: Any) -> None:
        now = connection.execute("PRAGMA page_count").fetchone()[0]
        pages.append(now + 20)
        connection.execute(f"PRAGMA max_page_count = {pages[0]}")

    event.listen(database(sqlite_engine), "connect", limit)
    more = list[str]()
    with pytest.raises(Busy, match="no room left"):
        _draft_on_and_on(sqlite_engine, more)
    assert 0 < len(more) < 40
    assert [each.ref for each in sqlite_engine.list()] == [*refs, *more]
    verified = sqlite_engine.journal.verify()
    assert (verified.checked, verified.breaks) == (len(refs) * 4 + len(more), ())
    clock.move_to(clock.now().replace(day=30))
    with suppress(Busy):
        assert sqlite_engine.close_due().busy
    assert sqlite_engine.journal.verify().breaks == ()
    event.remove(database(sqlite_engine), "connect", limit)
    let_go(sqlite_engine)
    sqlite_engine.close_due()
    assert {sqlite_engine.get(ref).state for ref in refs} == {"implemented"}
    assert Database(database(sqlite_engine)).whole() == []


@pytest.mark.parametrize("spare", range(2, 14))
def test_room_that_runs_out_in_the_middle_of_a_close_undoes_that_batch_only(
    sqlite_engine: Engine, clock: ManualClock, spare: int
) -> None:
    """The report is busy; each decision is closed or not, and never half; the next run ends it."""
    refs = [published(sqlite_engine) for _ in range(30)]
    clock.move_to(clock.now().replace(day=30))
    let_go(sqlite_engine)

    def limit(connection: Any, _: Any) -> None:
        now = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {now + spare}")

    event.listen(database(sqlite_engine), "connect", limit)
    report = close_due(
        sqlite_engine.transactions.writing, sqlite_engine.councils, clock.now, batch=4
    )
    assert report.busy
    assert [fault.because for fault in report.faults] == ["There is no room left on the disk."]
    assert len(report.closed) < len(refs)
    assert len(report.closed) % 4 == 0
    assert sqlite_engine.journal.verify().breaks == ()
    event.remove(database(sqlite_engine), "connect", limit)
    let_go(sqlite_engine)
    assert sorted([*report.closed, *sqlite_engine.close_due().closed]) == refs
