"""SQLite made safe: no lost updates, no savepoint that outlives a rollback.

By default the driver begins transactions late and by itself: three contended writes in four are
then lost without an error, and a savepoint survives the host's rollback. Here the driver's own
transactions are off, and a transaction for writing takes the writer's lock as it begins.
"""

from contextlib import suppress
from typing import Any, Final

from sqlalchemy import Connection, Engine, event

from workflow.errors import UnsafeEngine

WRITE: Final = "cd_write"
"""The execution option that marks a connection as about to write."""
WAIT_MS: Final = 10_000
"""How long a writer waits for another, in milliseconds."""
_SETTINGS: Final = (
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={WAIT_MS}",
    "trusted_schema=OFF",
    "secure_delete=ON",  # text that is erased leaves the file, and not only the table
)


def make_sqlite_safe(engine: Engine) -> Engine:
    """Set an SQLite engine up, once, before it first connects; others are given back as they are.

    Reads begin a plain transaction; a connection with the execution option `cd_write` begins by
    taking the writer's lock.
    """
    if engine.dialect.name != "sqlite":
        return engine

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for setting in _SETTINGS:
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def keep_a_write_ahead_log(engine: Engine) -> None:
    """Have a register's own file keep a write-ahead log, so that readers wait for no writer.

    It is kept by the file itself; a file that is not known to be a register is not touched. Where
    another program is reading the file, or it may only be read, whoever opens it next tries again.
    """
    if engine.dialect.name == "sqlite":
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA busy_timeout=0").close()
            with suppress(engine.dialect.loaded_dbapi.OperationalError):
                raw.cursor().execute("PRAGMA journal_mode=WAL").close()
            raw.cursor().execute(f"PRAGMA busy_timeout={WAIT_MS}").close()
        finally:
            raw.close()


def must_be_safe(connection: Connection) -> None:
    """Refuse a host's SQLite connection on which a rollback would not undo a savepoint.

    The connection has begun: where the driver does not say so too, each write would be kept by
    itself. Where the driver begins transactions in its own time, it does so too late.
    """
    if connection.dialect.name != "sqlite":
        return
    raw = connection.connection.dbapi_connection
    off = getattr(raw, "isolation_level", "") is None
    begins_at_once = getattr(raw, "autocommit", True) is False
    if not (off or begins_at_once) or not getattr(raw, "in_transaction", False):
        raise UnsafeEngine()
