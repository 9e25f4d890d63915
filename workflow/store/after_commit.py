"""Telling someone once a host's transaction is committed, and never if it is rolled back, whether
whole or only to a savepoint that the host had set before."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, event

Listeners = dict[str, Callable[..., None]]


def _listen(target: Any, listeners: Listeners) -> None:
    for name, listener in listeners.items():
        event.listen(target, name, listener)


def _forget(target: Any, listeners: Listeners) -> None:
    for name, listener in listeners.items():
        if event.contains(target, name, listener):
            event.remove(target, name, listener)


def after_session_commit(session: Any, tell: Callable[[], None]) -> None:
    """Tell as the session's commit returns."""
    within = []
    current = session.get_nested_transaction() or session.get_transaction()
    while current is not None:
        within.append(current)
        current = current.parent
    listeners: Listeners = {}

    def committed(_: Any) -> None:
        _forget(session, listeners)
        tell()

    def rolled_back(_: Any, transaction: Any) -> None:
        if transaction in within:
            _forget(session, listeners)

    listeners |= {"after_commit": committed, "after_soft_rollback": rolled_back}
    _listen(session, listeners)


def after_connection_commit(connection: Connection, tell: Callable[[], None]) -> None:
    """Tell when the connection, its commit done, begins another transaction or is given back."""
    ours = _number(_marked(connection))
    listeners: Listeners = {}
    pool_listeners: Listeners = {}
    committed = False

    def forget() -> None:
        _forget(connection, listeners)
        _forget(connection.engine.pool, pool_listeners)

    def committing(_: Connection) -> None:
        nonlocal committed
        committed = True

    def rolled_back(_: Connection) -> None:
        forget()

    def rolled_back_to(_: Connection, name: str, __: Any) -> None:
        if _number(name) < ours:
            forget()

    def settled(*_: Any) -> None:
        if committed:
            forget()
            tell()

    listeners |= {
        "commit": committing,
        "rollback": rolled_back,
        "rollback_savepoint": rolled_back_to,
        "begin": settled,
    }
    pool_listeners |= {"reset": settled}
    _listen(connection, listeners)
    _listen(connection.engine.pool, pool_listeners)


def _marked(connection: Connection) -> str:
    """Set a savepoint and let it go, to learn what number the connection has come to."""
    names: list[str] = []

    def named(_: Connection, name: str) -> None:
        names.append(name)

    event.listen(connection, "savepoint", named)
    connection.begin_nested().commit()
    event.remove(connection, "savepoint", named)
    return names[0]


def _number(savepoint: str) -> int:
    """Give the number in a savepoint's name: a later savepoint has a higher one."""
    digits = savepoint.rpartition("_")[2]
    return int(digits) if digits.isdigit() else 0
