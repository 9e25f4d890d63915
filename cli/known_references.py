"""The references in a register that begin with what is typed: by the database's own driver alone,
only reading, and none at all where that would take too long or leave anything behind."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from threading import Thread
from typing import Final
from urllib.parse import quote

from workflow.errors import WorkflowError
from workflow.files.opening import expanded

MOST: Final = 1000
"""References that are given at most; of more, the last too, so that what all share is right."""
WAIT_FOR_A_SERVER: Final = 0.3
"""Seconds for which a server is waited for: a person has pressed a key."""
_WAIT_FOR_A_WRITER: Final = 0.05
_FIRST: Final = "SELECT ref FROM cd_decisions WHERE ref {like} ORDER BY ref LIMIT {most}"
_LAST: Final = "SELECT ref FROM cd_decisions WHERE ref {like} ORDER BY ref DESC LIMIT 1"
_SQLITE: Final = "sqlite:///"
_SERVERS: Final = ("postgresql://", "postgres://", "postgresql+psycopg://")


def references(address: str, begun: str) -> list[str]:
    """Give the references that begin so, in any case; nothing where they cannot be had at once."""
    if address.startswith(_SERVERS):
        return _in_time(address, begun)
    if "://" in address and not address.startswith(_SQLITE):
        return []
    with suppress(WorkflowError, OSError, sqlite3.Error):
        return _of_sqlite(expanded(address.removeprefix(_SQLITE)), begun)
    return []


def _of_sqlite(file: Path, begun: str) -> list[str]:
    """Read a file so that nothing is left beside it: with its log where others keep one, and else
    as it is."""
    log, index = Path(f"{file}-wal"), Path(f"{file}-shm")
    if not file.is_file() or (log.exists() and not index.exists()):
        return []
    how = "mode=ro" if log.exists() else "mode=ro&immutable=1"
    where = f"file:{quote(str(file.absolute()))}?{how}"
    like = "LIKE ? ESCAPE '\\'"
    with closing(sqlite3.connect(where, uri=True, timeout=_WAIT_FOR_A_WRITER)) as register:
        first = register.execute(_FIRST.format(like=like, most=MOST), [_pattern(begun)]).fetchall()
        last = []
        if len(first) == MOST:
            last = register.execute(_LAST.format(like=like), [_pattern(begun)]).fetchall()
    return [str(ref) for (ref,) in dict.fromkeys([*first, *last])]


def _in_time(address: str, begun: str) -> list[str]:
    refs: list[str] = []
    asking = Thread(target=_of_server, args=(address, begun, refs), daemon=True)
    asking.start()
    asking.join(WAIT_FOR_A_SERVER)
    return [] if asking.is_alive() else refs


def _of_server(address: str, begun: str, refs: list[str]) -> None:
    """Ask PostgreSQL; whatever is wrong, there is nothing to complete."""
    with suppress(Exception):
        import psycopg

        plain = address.replace("postgresql+psycopg://", "postgresql://", 1)
        like = "ILIKE %s"
        with psycopg.connect(plain, autocommit=True) as register:
            register.read_only = True
            patterns = [_pattern(begun)]
            first = register.execute(_FIRST.format(like=like, most=MOST), patterns).fetchall()
            last = []
            if len(first) == MOST:
                last = register.execute(_LAST.format(like=like), patterns).fetchall()
            refs += [str(ref) for (ref,) in dict.fromkeys([*first, *last])]


def _pattern(begun: str) -> str:
    for mark in ("\\", "%", "_"):
        begun = begun.replace(mark, f"\\{mark}")
    return f"{begun}%"
