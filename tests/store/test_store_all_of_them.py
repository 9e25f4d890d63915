"""A list gives all of them or says where it ended; a slow reader keeps no transaction open."""

import threading
import time
from collections.abc import Callable
from itertools import count

import pytest
from sqlalchemy import event

from support.people import AUTHOR
from support.registers import database
from support.statements import a_statement
from support.steps import drafted, must
from workflow import Engine
from workflow.engine import reports
from workflow.errors import NotFound
from workflow.register.query import DecisionQuery

Opener = Callable[..., Engine]


def _many(engine: Engine, how_many: int) -> list[str]:
    for number in range(how_many):
        must(
            engine.draft(
                council="herefordshire", statement=a_statement(), by=AUTHOR, ref=f"M-{number:03}"
            )
        )
    return [f"M-{number:03}" for number in range(how_many)]


def test_a_list_is_of_all_unless_a_limit_is_given(sqlite_engine: Engine) -> None:
    """It does not stop at two hundred without a word."""
    refs = _many(sqlite_engine, 203)
    assert [each.ref for each in sqlite_engine.list()] == refs


def test_a_page_says_where_the_next_begins(any_engine: Engine) -> None:
    """By the last reference of the page before; now, or as it was once."""
    refs = _many(any_engine, 5)
    now = any_engine.clock.now()
    for as_of in (None, now):
        page, seen = DecisionQuery(limit=2), list[str]()
        while found := any_engine.list(page, as_of=as_of):
            seen += [each.ref for each in found]
            page = DecisionQuery(limit=2, after=seen[-1])
        assert seen == refs


def test_facts_hold_no_transaction_while_they_are_read(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However slow whoever reads them is; and what comes meanwhile does no harm."""
    monkeypatch.setattr(reports, "_PAGE", 2)
    refs = _many(engine, 5)
    held: list[object] = []
    event.listen(database(engine).pool, "checkout", lambda *_: held.append(1))
    event.listen(database(engine).pool, "checkin", lambda *_: held.pop())
    read = []
    for fact in engine.reports.facts("herefordshire"):
        assert held == []
        read.append(fact.ref)
        if len(read) == 1:
            drafted(engine, ref="A-000")
            drafted(engine, ref="M-999")
    assert read == [*refs, "M-999"]
    with pytest.raises(NotFound):
        list(engine.reports.facts("nowhere"))


def test_who_checks_the_journal_beside_busy_writers_accuses_nobody(
    engine: Engine, address: str, open_register: Opener
) -> None:
    """A row and its journal are seen as they stood at one moment."""
    refs = _many(engine, 4)
    stop = time.monotonic() + 0.8

    def write(of: Engine, mine: list[str]) -> None:
        turns = count(1)
        while time.monotonic() < stop:
            again = a_statement(title=f"Turn {next(turns)}")
            for ref in mine:
                must(of.take(ref, "amend", by=AUTHOR, statement=again))

    writers = [
        threading.Thread(target=write, args=(open_register(address), refs[half::2]))
        for half in (0, 1)
    ]
    for writer in writers:
        writer.start()
    found, times = [], 0
    while time.monotonic() < stop:
        found += engine.journal.verify().breaks
        times += 1
    for writer in writers:
        writer.join()
    assert found == []
    assert times > 1
