"""The register on a host's own connection or session: a savepoint, and never a commit."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from workflow.errors import Invalid
from workflow.store import schema
from workflow.store.after_commit import after_connection_commit, after_session_commit
from workflow.store.faults import translated
from workflow.store.sqlite import must_be_safe
from workflow.store.unit_of_work import SqlWork


class HostTransaction:
    """A host's transaction, lent to the engine. It is never committed, rolled back or closed."""

    def __init__(self, host: Any) -> None:
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
            must_be_safe(connection)
            schema.must_be_current(revision)
            self._checked = True
        return connection

    @contextmanager
    def reading(self) -> Iterator[SqlWork]:
        """Read within the host's transaction, with whatever it has not yet committed."""
        with translated():
            yield SqlWork(self.connection)

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[SqlWork]:
        """Write within a savepoint of the host's transaction, undone if its block fails."""
        with translated():
            connection = self.connection
            savepoint = (self._session or connection).begin_nested()
            try:
                # A session sets its savepoint only when it is asked for its connection within it.
                yield SqlWork(self.connection)
            except BaseException:
                savepoint.rollback()
                raise
            if keep:
                savepoint.commit()
            else:
                savepoint.rollback()

    def after_commit(self, tell: Callable[[], None]) -> None:
        """Call once the host has committed; never if it rolls back.

        On a session that is as the commit returns. SQLAlchemy tells nobody when a bare
        connection's commit has succeeded, so there it is when the connection is next used to
        begin a transaction, or is given back.
        """
        if self._session is not None:
            after_session_commit(self._session, tell)
        else:
            after_connection_commit(self.connection, tell)
