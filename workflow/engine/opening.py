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
    """Open a register, by the path of an SQLite file or a postgresql:// address.

    If the SQLite file is empty or does not exist, a register is set up in it at the first call,
    but not within a host's transaction; with `begins=False`, NotSetUp is raised instead.
    `constitutions` are folders with your own councils' files; a file there replaces the one that
    is shipped for its council. Raises Invalid for what is not an address, and for a folder that is
    not there or that another user could write to; BadConstitution for a file that cannot be used.
    """
    from workflow.store.database import Database, make_engine

    database = Database(make_engine(address), begins=begins)
    return Engine(database, load_councils(constitutions), clock or SystemClock())
