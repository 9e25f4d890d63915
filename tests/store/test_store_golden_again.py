"""What was done on the later golden register, done again by today's code, is stored in the same
bytes.

All but the calendar's hash, and what is chained to it: that is of every bank holiday known today.
"""

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from support.golden.acts import SALT, done
from support.golden.registers import FOLDER, golden
from support.registers import database, let_go
from workflow import METADATA, Engine, ManualClock, open_engine
from workflow.register import journal

FILE = FOLDER / "register_0361311.sql"
NOT_DONE_AGAIN = "decision/FEN-2018-001"
"""A decision of a council whose rules are a file of one's own: its path is of one machine."""
OF_ANOTHER_DAY = ("hash", "before", "head", "calendar_hash", "hash_before", "hash_after")


@pytest.fixture
def then(tmp_path: Path) -> Any:
    """An engine on the golden register."""
    opened = open_engine(golden(FILE, tmp_path))
    yield opened
    let_go(opened)


def _stored(engine: Engine, table: str) -> list[dict[str, Any]]:
    """Give the rows of a table, without what is counted on the calendar of the day."""
    with database(engine).connect() as connection:
        rows = connection.execute(select(METADATA.tables[table])).mappings().all()
    known = [row for row in rows if row.get("stream", row.get("ref")) not in _LEFT]
    return [
        {name: _of_any_day(value) for name, value in row.items() if name not in OF_ANOTHER_DAY}
        for row in sorted(known, key=lambda row: str(tuple(row.values())))
    ]


_LEFT = (NOT_DONE_AGAIN, NOT_DONE_AGAIN.partition("/")[2])
_HASHES = re.compile(rf'"({"|".join(OF_ANOTHER_DAY)})":"[0-9a-f]{{64}}"')


def _of_any_day(value: Any) -> Any:
    return _HASHES.sub(r'"\1":"…"', value) if isinstance(value, str) else value


def test_what_is_done_again_is_stored_in_the_same_bytes(
    then: Engine,
    sqlite_address: str,
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    councils = [name.partition("/")[2] for name in _streams(then) if "constitution/" in name]
    texts = {name: then.constitutions.editions(name)[0].adopted.text for name in councils}
    monkeypatch.setattr(journal, "token_hex", lambda _: SALT)
    now = open_engine(sqlite_address, clock=clock)
    done(now, clock, texts)
    for table in METADATA.tables.keys() - {"cd_register", "cd_runs"}:
        assert _stored(now, table) == _stored(then, table), table
    let_go(now)


def _streams(engine: Engine) -> list[str]:
    with engine.transactions.reading() as work:
        return list(work.journal.streams())
