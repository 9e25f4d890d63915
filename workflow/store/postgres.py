"""PostgreSQL set up so that nobody waits for ever, directly or through a pooler.

The settings are given as a connection is made, along with those of the address. A pooler such as
PgBouncer may not accept any. They are then set in each transaction, for that transaction alone,
because others use the pooler's connections too.
"""

import os
import re
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from workflow.store.address import masked

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
DRIVEN: Final = "postgresql+psycopg"
"""The driver that is used where an address names none."""
_SCHEMA: Final = re.compile(r"""search_path\s*=\s*["']?([^\s,"']+)""")
_REFUSED: Final = "unsupported startup parameter"


def make_postgres_engine(url: URL) -> Engine:
    """Give a SQLAlchemy engine for a register in PostgreSQL."""
    theirs = _asked(url)
    engine = create_engine(
        url, pool_pre_ping=True, connect_args={"options": f"{_OURS} {theirs}".strip()}
    )
    _Pooled(engine, theirs)
    return engine


def shown_address(url: URL) -> str:
    """Give a database's address as a person writes it: without its password, and without the
    driver that is used where none is named."""
    if url.drivername == DRIVEN:
        url = url.set(drivername=url.get_backend_name())
    return masked(url.render_as_string(hide_password=True))


def schema_asked_for(url: URL) -> str | None:
    """Give the schema that an address, or the environment, says the tables are in."""
    found = _SCHEMA.search(_asked(url))
    return None if found is None else found[1]


def _asked(url: URL) -> str:
    given = url.query.get("options") or os.environ.get("PGOPTIONS", "")
    return given if isinstance(given, str) else " ".join(given)


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
