"""Opening a register: where the engine is put together."""

from collections.abc import Iterable
from pathlib import Path

from workflow.clock import Clock, SystemClock
from workflow.engine.engine import Engine
from workflow.register.councils import load_councils


def open_engine(
    address: str,
    *,
    clock: Clock | None = None,
    constitutions: Iterable[str | Path] = (),
    begins: bool = True,
) -> Engine:
    """Open a register: a file for SQLite, or postgresql://…; one begins in an empty SQLite file
    at the first call, but not within a transaction of the host's.

    `constitutions` are folders with councils' files of one's own; one for a council that is
    shipped takes its place. Raises Invalid for one that another could have written. With
    `begins=False` a file that holds no register is refused.
    """
    from workflow.store.database import Database, make_engine

    database = Database(make_engine(address), begins=begins)
    return Engine(database, load_councils(constitutions), clock or SystemClock())
