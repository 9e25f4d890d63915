"""PostgreSQL set up so that nobody waits for ever, directly or through a pooler.

The settings are given as a connection is made, along with those of the address. A pooler such as
PgBouncer may not accept any. They are then set in each transaction, for that transaction alone,
because others use the pooler's connections too.
"""

import os
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

SETTINGS: Final = {
    "lock_timeout": "5s",
    "statement_timeout": "60s",
    "idle_in_transaction_session_timeout": "60s",
    "synchronous_commit": "on",
}
_OURS: Final = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
_EACH: Final = "SELECT " + ", ".join(
    f"set_config('{name}', '{value}', true)" for name, value in SETTINGS.items()
)
_REFUSED: Final = "unsupported startup parameter"


def make_postgres_engine(url: URL) -> Engine:
    """Give a SQLAlchemy engine for a register in PostgreSQL."""
    options = url.query.get("options") or os.environ.get("PGOPTIONS", "")
    theirs = options if isinstance(options, str) else " ".join(options)
    engine = create_engine(
        url, pool_pre_ping=True, connect_args={"options": f"{_OURS} {theirs}".strip()}
    )
    _Pooled(engine, theirs)
    return engine


class _Pooled:
    """Finds out whether a pooler in between refuses the settings, and sets them in each transaction
    if so."""

    def __init__(self, engine: Engine, theirs: str) -> None:
        self._theirs = theirs
        self._is = False
        event.listen(engine, "do_connect", self._connect)
        event.listen(engine, "begin", self._begin)

    def _connect(self, dialect: Any, _: Any, arguments: Any, options: dict[str, Any]) -> Any:
        if not self._is:
            try:
                return dialect.connect(*arguments, **options)
            except dialect.loaded_dbapi.Error as refused:
                if _REFUSED not in str(refused) or self._theirs:
                    raise
                self._is = True
        # Nor does it keep what a connection has prepared: the next transaction is another's.
        bare = {name: value for name, value in options.items() if name != "options"}
        return dialect.connect(*arguments, **bare, **_unprepared(dialect))

    def _begin(self, connection: Connection) -> None:
        if self._is:
            connection.exec_driver_sql(_EACH)


def _unprepared(dialect: Any) -> dict[str, None]:
    return {"prepare_threshold": None} if dialect.driver == "psycopg" else {}
