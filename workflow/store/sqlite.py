"""SQLite made safe: no lost updates, no savepoint that outlives a rollback.

By default the driver begins transactions late and by itself: three contended writes in four are
then lost without an error, and a savepoint survives the host's rollback. Here the driver's own
transactions are off, and a transaction for writing takes the writer's lock as it begins.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final
from weakref import ref

from sqlalchemy import Connection, Engine, event

from workflow.errors import UnsafeEngine
from workflow.store.upgrading import is_ours_alone

WRITE: Final = "cd_write"
"""The execution option that marks a connection as about to write."""
WAIT_MS: Final = 10_000
"""How long a writer waits for another, in milliseconds."""
_LET_GO_MS: Final = 1_000
"""How long an erasure waits for readers to finish, in milliseconds."""
_IN_THE_LOG: Final = (
    "The text is in SQLite's log beside the register (-wal) still: another program is reading it. "
    "It goes when that has finished, at the next erasure; or when no program has the register "
    "open any more."
)
_IN_THE_SERVER: Final = (
    "PostgreSQL keeps the old row until it next vacuums the table: VACUUM cd_texts, as its owner, "
    "does so now. Its archived log and its copies keep what they have."
)
UNTIL_COMMITTED: Final = {
    "sqlite": "The text goes with your commit. SQLite's log may hold it until nobody reads: then "
    "PRAGMA wal_checkpoint(TRUNCATE) empties it.",
    "postgresql": f"The text goes with your commit. {_IN_THE_SERVER}",
}
"""Where a copy of text erased in a host's transaction may remain."""
_SETTINGS: Final = (
    "synchronous=FULL",
    f"busy_timeout={WAIT_MS}",
    "secure_delete=ON",  # text that is erased leaves the file, and not only the table
)
_OUR_SETTINGS: Final = ("foreign_keys=ON", "trusted_schema=OFF")
"""What is set on our own engine, and left as it is on a host's."""


def make_sqlite_safe(engine: Engine) -> Engine:
    """Make a SQLAlchemy engine for SQLite safe to lend; call it before the engine first connects.

    Transactions then begin when SQLAlchemy says so, and not when the driver does; on a connection
    with the execution option `cd_write` they begin by taking the writer's lock. Each connection is
    set to full synchronisation, to wait ten seconds for a writer, and to overwrite what is
    deleted. Foreign keys, trust in the schema and the file's journal mode stay as you have them.
    An engine for another database is given back unchanged. You may call it twice, and beside a
    listener of your own that begins transactions.
    """
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
        event.listen(engine, "first_connect", _begin_last_on(ref(engine)))
    return engine


def make_ours(engine: Engine) -> Engine:
    """Set up an SQLite engine that is our own."""
    event.listen(make_sqlite_safe(engine), "connect", _set_ours)
    return engine


def _set(connection: Any, settings: tuple[str, ...]) -> None:
    cursor = connection.cursor()
    for setting in settings:
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _set_up(connection: Any, _: Any) -> None:
    if getattr(connection, "autocommit", -1) != -1:
        connection.autocommit = True  # which ends what the driver began of itself
        connection.autocommit = -1  # sqlite3.LEGACY_TRANSACTION_CONTROL, since Python 3.12
    connection.isolation_level = None
    _set(connection, _SETTINGS)


def _set_ours(connection: Any, _: Any) -> None:
    _set(connection, _OUR_SETTINGS)


def keeps_each_by_itself(connection: Connection) -> bool:
    """Say whether a connection commits each statement by itself (AUTOCOMMIT)."""
    return connection.get_execution_options().get("isolation_level") == "AUTOCOMMIT"


def _begin(connection: Connection) -> None:
    if keeps_each_by_itself(connection):
        return
    if not _of_driver(connection, "in_transaction", False):
        if _of_driver(connection, "isolation_level", None) is not None:
            # SQLAlchemy hands transactions back to the driver after another isolation was used.
            _set_up(connection.connection.dbapi_connection, None)
        writes = connection.get_execution_options().get(WRITE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_last_on(made: "ref[Engine]") -> Callable[..., None]:
    """Let other listeners begin transactions first: they do not ask whether one has begun."""

    def move(*_: Any) -> None:
        engine = made()
        if engine is not None and list(engine.dispatch.begin)[-1] is not _begin:
            event.remove(engine, "begin", _begin)
            event.listen(engine, "begin", _begin)

    return move


def _of_driver(connection: Connection, name: str, missing: Any) -> Any:
    """Give an attribute of the driver's own connection, even behind an asynchronous one."""
    raw = connection.connection
    return getattr(raw.dbapi_connection, name, getattr(raw.driver_connection, name, missing))


def keep_a_write_ahead_log(engine: Engine) -> None:
    """Set a register's own SQLite file to a write-ahead log, so that readers wait for no writer.

    The file keeps the setting, so a file that holds tables of others too is not touched. Where
    another program is reading the file, or it cannot be written, the next to open it tries again.
    """
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            if not is_ours_alone(connection):
                return
        raw = engine.raw_connection()
        cursor = raw.cursor()
        try:
            with suppress(engine.dialect.loaded_dbapi.OperationalError), _waiting(cursor, 0):
                cursor.execute("PRAGMA journal_mode=WAL")
        finally:
            cursor.close()
            raw.close()


@contextmanager
def _waiting(cursor: Any, milliseconds: int) -> Iterator[None]:
    """Within the block, wait for others only this long."""
    before = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
    cursor.execute(f"PRAGMA busy_timeout={milliseconds}")
    try:
        yield
    finally:
        cursor.execute(f"PRAGMA busy_timeout={before}")


def lingering(engine: Engine) -> str:
    """Empty SQLite's log, which may hold erased text; say where a copy may remain, and until when.
    Empty if there is none."""
    if engine.dialect.name != "sqlite":
        return _IN_THE_SERVER
    raw = engine.raw_connection()
    cursor = raw.cursor()
    try:
        with _waiting(cursor, _LET_GO_MS):
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except engine.dialect.loaded_dbapi.Error:
        busy = True  # the erasure is kept, whatever becomes of the log
    finally:
        cursor.close()
        raw.close()
    return _IN_THE_LOG if busy else ""


def must_be_safe(connection: Connection) -> None:
    """Raise UnsafeEngine for a host's SQLite connection on which a rollback would not undo a
    savepoint.

    SQLAlchemy has begun a transaction. If the driver has not, each write would be committed by
    itself; and a driver that begins transactions by itself does so too late.
    """
    if connection.dialect.name != "sqlite":
        return
    off = _of_driver(connection, "isolation_level", "") is None
    begins_at_once = _of_driver(connection, "autocommit", True) is False
    if not (off or begins_at_once) or not _of_driver(connection, "in_transaction", False):
        raise UnsafeEngine()
