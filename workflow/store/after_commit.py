"""Telling someone once a host's transaction is committed, and never if it is rolled back, whether
whole or only to a savepoint that the host had set before."""

from collections.abc import Callable
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, event
from sqlalchemy.pool import Pool

from workflow.errors import Invalid

Tell = Callable[[], None]
Lent = tuple[Connection, int]
"""A connection, and the number that its savepoints had come to."""


def must_hear_of_commits(connection: Connection) -> None:
    """Refuse a connection that is not the driver's own: its commits may be made elsewhere, as by
    another framework that lends it, and then SQLAlchemy tells nobody of them."""
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
    """What is to be told once a session commits."""

    __slots__ = ("waiting",)

    def __init__(self) -> None:
        self.waiting: list[tuple[list[Any], Lent | None, Tell]] = []
        """Each with the transactions it stands within, the host's savepoints and the whole; and
        with the connection whose commit counts, where the session only joined it."""

    def committed(self, session: Any) -> None:
        """Tell all, if it is the whole that was committed, and not only a savepoint let go.

        Where the session joined a connection that had begun before, that is not committed yet.
        """
        savepoint = session.get_nested_transaction()
        if savepoint is None:
            told, self.waiting = self.waiting, []
            for _, joined, tell in told:
                if joined is not None and joined[0].in_transaction():
                    _wait(*joined, tell)
                else:
                    tell()
        for within, _, _ in self.waiting:
            if savepoint in within:
                within.remove(savepoint)

    def ended(self, _: Any, transaction: Any) -> None:
        """Let go of what stood within a transaction that ends without having been committed."""
        self.waiting = [each for each in self.waiting if transaction not in each[0]]


_SESSIONS: Final[WeakKeyDictionary[Any, _SessionWatch]] = WeakKeyDictionary()


def after_session_commit(session: Any, connection: Connection, tell: Tell) -> None:
    """Tell as the session's commit returns; or the connection's, which the session joined."""
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
"""Where, among what is known of a connection in the pool, those who watch it are kept."""


class _Watch:
    """What is to be told once a connection's transaction is committed."""

    __slots__ = ("committed", "waiting")

    def __init__(self) -> None:
        self.committed = False
        self.waiting: list[tuple[int, Tell]] = []
        """Each with the number that the connection's savepoints had come to."""

    def settle(self) -> None:
        """Tell all, if the commit has succeeded."""
        if self.committed:
            told, self.waiting, self.committed = self.waiting, [], False
            for _, tell in told:
                tell()

    def forget(self, since: int = 0) -> None:
        """Let go of what came after a savepoint; of everything, if none is given."""
        self.committed = False
        self.waiting = [each for each in self.waiting if each[0] <= since]


_WATCHES: Final[WeakKeyDictionary[Connection, _Watch]] = WeakKeyDictionary()


def after_connection_commit(connection: Connection, tell: Tell) -> None:
    """Tell when the connection, its commit done, begins another transaction or is given back."""
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
    """SQLAlchemy says that a commit begins, and not that it has succeeded; but it says that it
    failed."""
    watch = _WATCHES.get(context.connection) if context.connection is not None else None
    if watch is not None and watch.committed:
        watch.forget()


_DETACHED: Final[dict[int, list[_Watch]]] = {}
"""Those who watch a connection that a host took out of its pool, until it is closed."""


@event.listens_for(Pool, "detach")
def _taken_out(raw: Any, record: Any) -> None:
    if watches := record.info.pop(_WAITING, []):
        _DETACHED[id(raw)] = watches


@event.listens_for(Pool, "invalidate")
def _cut_off(_: Any, record: Any, fault: BaseException | None) -> None:
    """A host may let a connection go when its commit is done; what cut it off may have cut that."""
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
    """Set a savepoint and let it go, to learn what number the connection has come to."""
    names: list[str] = []

    def named(_: Connection, name: str, __: Any) -> None:
        names.append(name)

    event.listen(connection, "release_savepoint", named)
    connection.begin_nested().commit()
    event.remove(connection, "release_savepoint", named)
    return _number(names[0])


def _number(savepoint: str) -> int:
    """Give the number in a savepoint's name: a later savepoint has a higher one."""
    digits = savepoint.rpartition("_")[2]
    return int(digits) if digits.isdigit() else 0
