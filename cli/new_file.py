"""A new file to write in, which is there whole or not at all, and takes the place of another only
where it was said that it may."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path
from secrets import token_hex
from typing import Any, BinaryIO, TextIO

from workflow.errors import Busy, Invalid
from workflow.files.opening import shown

FOR_ALL = 0o666
"""The mode of a file that holds no personal text; the umask takes from it."""


@contextmanager
def new_file(path: Path, mode: int = FOR_ALL, *, overwrite: bool | None = None) -> Iterator[TextIO]:
    """Open a new file to write text in, its line ends as they are written.

    It has its name only once it is whole and on the disk; until then a file that has that name is
    left as it is, and for good unless `overwrite`, which is None where a person cannot ask for it.
    Raises Invalid where it cannot be made, and Busy where there is no room for it.
    """
    with _new(path, mode, overwrite, "w", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def new_binary_file(
    path: Path, mode: int = FOR_ALL, *, overwrite: bool | None = None
) -> Iterator[BinaryIO]:
    """Open a new file to write bytes in, as `new_file` does for text."""
    with _new(path, mode, overwrite, "wb") as file:
        yield file


@contextmanager
def _new(path: Path, mode: int, overwrite: bool | None, opened: str, **text: str) -> Iterator[Any]:
    if os.path.isdir(path):  # noqa: PTH112 - it is False, too, where one may not look
        raise Invalid(
            f"{shown(path)} is a folder, and not a file.", remedy="Name a file in it: --out FILE"
        )
    if os.path.lexists(path) and not (overwrite and path.is_file()):
        raise _there_already(path, overwrite)
    part = path.with_name(f".{path.name[:60]}.{token_hex(4)}.part")
    try:
        made = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
        try:
            if mode != FOR_ALL:
                os.fchmod(made, mode)
            with os.fdopen(made, opened, **text) as file:  # type: ignore[call-overload]
                yield file
                file.flush()
                os.fsync(file.fileno())
            if overwrite:
                part.replace(path)
            else:
                _name(part, path)
        finally:
            with suppress(OSError):
                part.unlink()
    except FileExistsError:
        raise _there_already(path, overwrite) from None
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


def _there_already(path: Path, overwrite: bool | None) -> Invalid:
    if overwrite:
        return Invalid(
            f"{shown(path)} is no file that can be written over.",
            remedy="Give another: --out FILE",
        )
    another = "Give another file: --out FILE"
    return Invalid(
        f"{shown(path)} is there already, and is not written over.",
        remedy=another if overwrite is None else f"{another}; or write over it: --overwrite",
    )
