"""Connections after a fork: a child process makes its own."""

import os
from typing import Final
from weakref import WeakSet

from sqlalchemy import Engine
from sqlalchemy.pool import Pool

_OPEN: Final[WeakSet[Engine]] = WeakSet()
_PARENTS: Final[list[Pool]] = []
"""Kept in the child as long as it lives: to close them would end the parent's connections."""


def connects_anew_after_fork(engine: Engine) -> None:
    """Make a child process open its own connections; the parent's stay as they are."""
    _OPEN.add(engine)


def _leave_to_the_parent() -> None:
    for engine in list(_OPEN):
        _PARENTS.append(engine.pool)
        engine.dispose(close=False)


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=_leave_to_the_parent)
