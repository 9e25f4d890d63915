"""Calling a function once a host's transaction is committed, and never if it is rolled back, be it
the whole or only to a savepoint that the host had set before."""

from collections.abc import Callable
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import Pool

from workflow.errors import Invalid

Tell = Callable[[], None]
Lent = tuple[Connection, int]
"""A connection, and the number of its latest savepoint at the time."""


def must_hear_of_commits(connection: Connection) -> None:
    """Raise Invalid for a connection that is not the driver's own. Another framework may have lent
    it and may commit it, and SQLAlchemy then reports no commit."""
    driver = getattr(connection.dialect.loaded_dbapi, "__name__", "sqlalchemy")
    known = {driver.partition(".")[0], "sqlalchemy"}
    kinds = connection.connection.dbapi_connection.__class__.__mro__
    if not known.intersection(kind.__module__.partition(".")[0] for kind in kinds):
        raise Invalid(
            "This connection is lent by something other than SQLAlchemy, which may commit it "
            "unheard, and there are callbacks to be told of the commit.",
            remedy="Say who tells of it: engine.within(connection, after_commit=…), in Django "
            "transaction.on_commit.",
        )


# -- a session ----------------------------------------------------------------------------------


class _SessionWatch:
    """The functions to call once a session commits."""

    __slots__ = ("waiting",)

    def __init__(self) -> None:
        self.waiting: list[tuple[list[Any], Lent | None, Tell]] = []
        """Each with the transactions it is within, savepoints and the whole; and with the
        connection whose commit counts, if the session only joined that."""

    def committed(self, session: Any) -> None:
        """Call them all, if the whole was committed and not only a savepoint released.

        If the session joined a connection that had begun before, they wait for its commit.
        """
        savepoint = session.get_nested_transaction()
        if savepoint is None:
            waiting, self.waiting = self.waiting, []
            for _, joined, tell in waiting:
                if joined is not None and joined[0].in_transaction():
                    _wait(*joined, tell)
                else:
                    tell()
        for within, _, _ in self.waiting:
            if savepoint in within:
                within.remove(savepoint)

    def ended(self, _: Any, transaction: Any) -> None:
        """Forget those within a transaction that ends without a commit."""
        self.waiting = [each for each in self.waiting if transaction not in each[0]]


_SESSIONS: Final[WeakKeyDictionary[Any, _SessionWatch]] = WeakKeyDictionary()


def after_session_commit(session: Any, connection: Connection, tell: Tell) -> None:
    """Call the function as the session's commit returns; or after the commit of the connection that
    the session joined."""
    watch = _SESSIONS.get(session)
    if watch is None:
        watch = _SESSIONS[session] = _SessionWatch()
        event.listen(session, "after_commit", watch.committed)
        event.listen(session, "after_transaction_end", watch.ended)
    within = []
    current = session.get_nested_transaction() or session.get_transaction()
    while current is not None:
        within.append(current)
        current = current.parent
    joined = isinstance(session.get_bind(), Connection)
    watch.waiting.append((within, (connection, _come_to(connection)) if joined else None, tell))


# -- a bare connection --------------------------------------------------------------------------

_WAITING: Final = "cd_waiting"
"""The key, in a pooled connection's `info`, under which its watches are kept."""


class _Watch:
    """The functions to call once a connection's transaction is committed."""

    __slots__ = ("committed", "waiting")

    def __init__(self) -> None:
        self.committed = False
        self.waiting: list[tuple[int, Tell]] = []
        """Each with the number of the connection's latest savepoint at the time."""

    def settle(self) -> None:
        """Call them all, if the commit has succeeded."""
        if self.committed:
            waiting, self.waiting, self.committed = self.waiting, [], False
            for _, tell in waiting:
                tell()

    def forget(self, since: int = 0) -> None:
        """Forget those that came after a savepoint; all of them, if none is given."""
        self.committed = False
        self.waiting = [each for each in self.waiting if each[0] <= since]


_WATCHES: Final[WeakKeyDictionary[Connection, _Watch]] = WeakKeyDictionary()


def after_connection_commit(connection: Connection, tell: Tell) -> None:
    """Call the function when the connection, after its commit, begins another transaction or goes
    back to the pool: SQLAlchemy does not report that a commit has succeeded."""
    _wait(connection, _come_to(connection), tell)


def _wait(connection: Connection, number: int, tell: Tell) -> None:
    watch = _WATCHES.get(connection)
    if watch is None:
        watch = _watch(connection)
    if watch not in connection.info.setdefault(_WAITING, []):
        connection.info[_WAITING].append(watch)
    watch.waiting.append((number, tell))


def _watch(connection: Connection) -> _Watch:
    watch = _WATCHES[connection] = _Watch()

    def committing(*_: Any) -> None:
        watch.committed = True

    def begun(*_: Any) -> None:
        watch.settle()

    def rolled_back(*_: Any) -> None:
        watch.forget()

    def rolled_back_to(_: Connection, name: str, __: Any) -> None:
        watch.forget(since=_number(name))

    for name, listener in (
        ("commit", committing),
        ("commit_twophase", committing),
        ("begin", begun),
        ("begin_twophase", begun),
        ("rollback", rolled_back),
        ("rollback_twophase", rolled_back),
        ("rollback_savepoint", rolled_back_to),
    ):
        event.listen(connection, name, listener)
    return watch


# Every pool and engine is listened to, once and for all. A pool is made anew as its engine is
# disposed of, and SQLAlchemy takes a new one for an old one whose place in memory it has: asked
# one by one whether they are listened to already, some would never be.


@event.listens_for(Engine, "handle_error")
def _failed(context: Any) -> None:
    """Forget what waited for a commit that failed. SQLAlchemy reports that a commit begins, and
    that one failed, but not that one succeeded."""
    watch = _WATCHES.get(context.connection) if context.connection is not None else None
    if watch is not None and watch.committed:
        watch.forget()


_DETACHED: Final[dict[int, list[_Watch]]] = {}
"""The watches of a connection that a host took out of its pool, until it is closed."""


@event.listens_for(Pool, "detach")
def _taken_out(raw: Any, record: Any) -> None:
    if watches := record.info.pop(_WAITING, []):
        _DETACHED[id(raw)] = watches


@event.listens_for(Pool, "invalidate")
def _cut_off(_: Any, record: Any, fault: BaseException | None) -> None:
    """Call what waits if the host itself let the connection go; after a fault forget it, since the
    fault may have undone the commit."""
    for watch in record.info.pop(_WAITING, []):
        if fault is None:
            watch.settle()
        watch.forget()


@event.listens_for(Pool, "reset")
def _given_back(raw: Any, record: Any, __: Any) -> None:
    watches = _DETACHED.pop(id(raw), []) if record is None else record.info.pop(_WAITING, [])
    for watch in watches:
        watch.settle()
    left = [watch for watch in watches if watch.waiting]
    if left and record is not None:
        record.info[_WAITING] = left


def _come_to(connection: Connection) -> int:
    """Set a savepoint and release it, to learn the number that its name has."""
    names: list[str] = []

    def named(_: Connection, name: str, __: Any) -> None:
        names.append(name)

    event.listen(connection, "release_savepoint", named)
    connection.begin_nested().commit()
    event.remove(connection, "release_savepoint", named)
    return _number(names[0])


def _number(savepoint: str) -> int:
    """Give the number in a savepoint's name; a later savepoint has a higher one."""
    digits = savepoint.rpartition("_")[2]
    return int(digits) if digits.isdigit() else 0
