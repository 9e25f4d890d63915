"""How the file of an SQLite register is opened, so that a reader never stops a writer.

A reader that may not write the file, or could leave files beside it that others may not write,
leaves none: it reads the file alone, or with its log as they are, or a copy of its own.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import quote, unquote

from sqlalchemy.engine import URL

from workflow.clock import SystemClock
from workflow.errors import Busy, NotSetUp

PRIVATE: Final = 0o600
SHARED: Final = 0o660
_TURNS: Final = 20
"""How often to try to copy files that change while they are copied."""


class Way(Enum):
    """How a file is opened."""

    WRITING = "rw"
    READING = "ro"
    """With its log, which others keep."""
    ALONE = "immutable"
    """As it is: there is no log beside it."""
    COPY = "rwc"
    """A private copy, which SQLite may change."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A private copy of a register's files, and when it was made."""

    file: Path
    at: datetime


@dataclass(frozen=True, slots=True)
class Files:
    """The file of a register, and what SQLite keeps beside it."""

    main: Path

    @property
    def wal(self) -> Path:
        """Give the write-ahead log."""
        return Path(f"{self.main}-wal")

    @property
    def shm(self) -> Path:
        """Give the index of the log, which readers and writers share."""
        return Path(f"{self.main}-shm")

    @property
    def journal(self) -> Path:
        """Give the rollback journal: the log of a transaction that may have to be undone."""
        return Path(f"{self.main}-journal")

    @property
    def begun(self) -> bool:
        """Say whether there is a file, and something in it."""
        try:
            return self.main.stat().st_size > 0
        except OSError:
            return False

    @property
    def unreadable(self) -> bool:
        """Say whether the file is there and this user may not read it."""
        return self.main.exists() and not _may(self.main, os.R_OK)

    def in_the_way(self) -> Path | None:
        """Give what this user may not write, and a writer must: the file, one beside it, or the
        folder. None if nothing is in the way."""
        main, there = os.fspath(self.main), 0  # asked before every write: no path is made
        for each in (main, f"{main}-wal", f"{main}-shm"):
            if _may(each, os.W_OK):
                there += 1
            elif Path(each).exists():
                return Path(each)
        return None if there == 3 or _may(self.main.parent, os.W_OK) else self.main.parent

    def way(self) -> Way:
        """Choose how a reader opens it, by what this user may read and write."""
        if self.in_the_way() is None and (self.wal.exists() or self._leaves_nothing_odd()):
            return Way.WRITING
        if not any(each.exists() for each in (self.wal, self.journal)):
            return Way.ALONE
        # SQLite makes the files that are missing, and here they would be this reader's own.
        makes_none = not _may(self.main.parent, os.W_OK) and not self.journal.exists()
        return Way.READING if makes_none and self.shm.exists() else Way.COPY

    def _leaves_nothing_odd(self) -> bool:
        """Say whether others who may write it may also write files that this user leaves beside
        it."""
        if os.name != "posix" or os.geteuid() == 0:
            return True
        main, folder = self.main.stat(), self.main.parent.stat()
        shared = main.st_mode & stat.S_IWGRP
        heir = folder.st_gid if folder.st_mode & stat.S_ISGID else os.getegid()
        return main.st_gid == heir if shared else main.st_uid == os.geteuid()

    def mark(self) -> tuple[object, ...]:
        """Give a value that changes whenever the files do."""
        return tuple(_mark(each) for each in (self.main, self.wal, self.journal))

    @contextmanager
    def copied(self) -> Iterator[Copied]:
        """Copy the files, as they were at one moment, to a folder that only this user can see.
        Raises Busy where they change all the time."""
        with TemporaryDirectory(prefix="decisions-") as folder:
            copy = Files(Path(folder, self.main.name))
            for _ in range(_TURNS):
                before, at = self.mark(), SystemClock().now()
                for mine, theirs in ((copy.main, self.main), (copy.wal, self.wal)):
                    _copy(theirs, mine)
                _copy(self.journal, copy.journal)
                if self.mark() == before:
                    yield Copied(copy.main, at)
                    return
            raise Busy(f"{self.main} is being written, and no whole copy of it could be made.")


def _may(file: Path | str, how: int) -> bool:
    """Say whether this user may, by the effective user and group where the system can say so."""
    return os.access(file, how, effective_ids=os.access in os.supports_effective_ids)


def _mark(file: Path) -> tuple[int, ...] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _copy(file: Path, to: Path) -> None:
    to.unlink(missing_ok=True)
    try:
        copyfile(file, to)
    except FileNotFoundError:
        return
    except PermissionError:
        raise NotSetUp(
            f"{file} may not be read by this user.",
            remedy="Ask for permission to read the register and the files beside it.",
        ) from None


def file_of(url: URL) -> Path | None:
    """Give the file that an address names; None for a server or a register in memory."""
    name = url.database if url.get_backend_name() == "sqlite" else None
    if name is not None and name.startswith("file:"):
        name = unquote(name.removeprefix("file:").partition("?")[0])
        if name.startswith("//"):
            name = f"/{name[2:].partition('/')[2]}"
    if not name or name == ":memory:" or url.query.get("mode") == "memory":
        return None
    return Path(name)


def is_plain(url: URL) -> bool:
    """Say whether an address has no settings that change how SQLite opens the file."""
    by_uri = (url.database or "").startswith("file:")
    return not by_uri or {"uri", "mode", "cache"}.issuperset(url.query)


def makes_files(url: URL) -> bool:
    """Say whether opening an address makes the file where there is none."""
    return url.query.get("mode", "rwc") == "rwc"


def uri(file: Path, way: Way) -> str:
    """Give the address by which SQLite opens a file in one way."""
    how = "mode=ro&immutable=1" if way is Way.ALONE else f"mode={way.value}"
    return f"sqlite:///file:{quote(str(file.absolute()))}?{how}&uri=true"


def begin(file: Path, *, shared: bool = False) -> None:
    """Make the file for a new register, with the mode that `mode_in` gives."""
    mode = mode_in(file.parent, shared=shared)
    try:
        made = os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode)
    except OSError:
        return  # it is there already; or SQLite says in its own words why it cannot be
    try:
        if mode != PRIVATE:
            os.fchmod(made, mode)  # whatever the umask takes away
    finally:
        os.close(made)


def mode_in(folder: Path, *, shared: bool = False) -> int:
    """Give the mode of a new file: for its owner alone; or for its group too, if `shared` or if
    the folder hands its group on (setgid)."""
    with suppress(OSError):
        shared = shared or bool(folder.stat().st_mode & stat.S_ISGID)
    return SHARED if shared else PRIVATE
