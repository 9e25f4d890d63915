"""A new file to write in, which never takes the place of one, and is there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path
from secrets import token_hex
from typing import TextIO

from workflow.errors import Busy, Invalid
from workflow.files.opening import shown

FOR_ALL = 0o666
"""The mode of a file that holds no personal text; the umask takes from it."""


@contextmanager
def new_file(path: Path, mode: int = FOR_ALL) -> Iterator[TextIO]:
    """Open a new file to write text in, its line ends as they are written.

    It has its name only once it is whole and on the disk; a file that has that name is left as it
    is. Raises Invalid where it cannot be made, and Busy where there is no room for it.
    """
    if os.path.lexists(path):
        raise _there_already(path)
    part = path.with_name(f".{path.name[:60]}.{token_hex(4)}.part")
    try:
        made = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
        try:
            if mode != FOR_ALL:
                os.fchmod(made, mode)
            with os.fdopen(made, "w", encoding="utf-8", newline="") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _name(part, path)
        finally:
            with suppress(OSError):
                part.unlink()
    except FileExistsError:
        raise _there_already(path) from None
    except OSError as fault:
        if fault.errno in (ENOSPC, EDQUOT):
            raise Busy(
                f"There is no room left on the disk for {shown(path)}: nothing is left of it.",
                remedy="Make room, or give another: --out FILE",
            ) from None
        raise Invalid(
            f"{shown(path)} cannot be written: {fault.strerror}.",
            remedy="Give another: --out FILE",
        ) from None


def _name(part: Path, path: Path) -> None:
    """Give a file that is whole its name; FileExistsError where that is taken."""
    try:
        os.link(part, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a disk that knows no second name for a file
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        part.rename(path)


def _there_already(path: Path) -> Invalid:
    return Invalid(
        f"{shown(path)} is there already, and is not written over.",
        remedy="Give another file: --out FILE",
    )
