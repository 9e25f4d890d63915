"""The register on a host's own connection or session: within savepoints, and never committed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session, scoped_session

from workflow.errors import Invalid
from workflow.store import schema
from workflow.store.after_commit import (
    after_connection_commit,
    after_session_commit,
    must_hear_of_commits,
)
from workflow.store.faults import BY_ITSELF, Unusable, translated
from workflow.store.sqlite import UNTIL_COMMITTED, keeps_each_by_itself, must_be_safe
from workflow.store.unit_of_work import SqlUnitOfWork

Host = Connection | Session | scoped_session[Session]
"""What a host may lend: a connection, a session, or a scoped session."""


class HostTransaction:
    """A host's transaction, lent to the engine. It is never committed, rolled back or closed.

    Raises Invalid for what is not SQLAlchemy's. On first use it raises NotSetUp where the register
    is not of this version, UnsafeEngine for an SQLite engine that is not set up, and Unusable for
    one in AUTOCOMMIT.
    """

    told: Sequence[object] = ()
    """The functions to call after the commit."""

    def __init__(
        self, host: Any, after_commit: Callable[[Callable[[], None]], None] | None = None
    ) -> None:
        if callable(host) and hasattr(host, "registry"):
            host = host()  # a scoped session: the one that is this thread's own
        waited_for = hasattr(host, "sync_session") or hasattr(host, "sync_connection")
        if waited_for or not hasattr(host, "begin_nested"):
            raise Invalid(
                "A host lends a SQLAlchemy connection or session.",
                remedy="Pass sqlalchemy.Connection or sqlalchemy.orm.Session.",
            )
        self._session = None if isinstance(host, Connection) else host
        self._connection = host if isinstance(host, Connection) else None
        self._checked = False
        self._after_commit = after_commit

    @property
    def connection(self) -> Connection:
        """Give the host's connection, checked to be safe and to hold this version's schema."""
        if self._session is not None:
            connection: Connection = self._session.connection()
        else:
            assert self._connection is not None
            connection = self._connection
        if not self._checked:
            revision = schema.current(connection)
            if connection.dialect.name == "sqlite" and keeps_each_by_itself(connection):
                raise Unusable(BY_ITSELF[0], remedy=BY_ITSELF[1])
            must_be_safe(connection)
            schema.must_be_current(revision)
            self._checked = True
        return connection

    @contextmanager
    def reading(self) -> Iterator[SqlUnitOfWork]:
        """Read within the host's transaction, along with what it has not yet committed."""
        with translated():
            yield SqlUnitOfWork(self.connection)

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[SqlUnitOfWork]:
        """Write within a savepoint of the host's transaction; it is undone if the block raises.

        A session is flushed first, and errors in that are the host's own. The savepoint is the
        connection's: a session would tell its listeners that it had committed.
        """
        with translated():
            connection = self.connection
        if self._session is not None:
            self._session.flush()
        with translated():
            if self.told and self._after_commit is None:
                must_hear_of_commits(connection)
            savepoint = connection.begin_nested()
            try:
                yield SqlUnitOfWork(connection)
            except BaseException:
                savepoint.rollback()
                raise
            if keep:
                savepoint.commit()
            else:
                savepoint.rollback()

    def must_see_one_state(self) -> None:
        """Raise Unusable where each statement in PostgreSQL sees what others have written since the
        last."""
        with translated():
            connection = self.connection
            if connection.dialect.name != "postgresql":
                return
            seen = connection.exec_driver_sql("SHOW transaction_isolation").scalar()
        if seen not in ("repeatable read", "serializable"):
            raise Unusable(
                "Something does not add up, and it may only be what others wrote meanwhile: this "
                f"transaction is at {str(seen).upper()}.",
                remedy="Ask the engine itself (engine.journal.verify()), or lend a connection with "
                'isolation_level="REPEATABLE READ".',
            )

    def lingers(self) -> str:
        """Say where a copy of erased text may remain. Nothing is erased before the host commits."""
        return UNTIL_COMMITTED[self.connection.dialect.name]

    def dispose(self) -> None:
        """Close nothing: the connection is the host's."""

    def after_commit(self, tell: Callable[[], None]) -> None:
        """Call a function once the host has committed; never if it rolls back.

        If the host gave its own `after_commit`, that decides when. On a session it is as the
        commit returns. SQLAlchemy does not report that a connection's commit has succeeded, so
        there it is when the connection next begins a transaction or goes back to the pool.
        """
        if self._after_commit is not None:
            self._after_commit(tell)
        elif self._session is not None:
            after_session_commit(self._session, self.connection, tell)
        else:
            after_connection_commit(self.connection, tell)
