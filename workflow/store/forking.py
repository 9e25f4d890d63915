"""What a process that was forked does not share with its parent: connections."""

import os
from typing import Final
from weakref import WeakSet

from sqlalchemy import Engine
from sqlalchemy.pool import Pool

_OPEN: Final[WeakSet[Engine]] = WeakSet()
_PARENTS: Final[list[Pool]] = []
"""Kept in the child for as long as it lives: to close them would end the parent's own."""


def connects_anew_after_fork(engine: Engine) -> None:
    """Have a child process make its own connections; the parent's stay as they are."""
    _OPEN.add(engine)


def _leave_to_the_parent() -> None:
    for engine in list(_OPEN):
        _PARENTS.append(engine.pool)
        engine.dispose(close=False)


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=_leave_to_the_parent)
