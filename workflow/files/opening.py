"""Reading a file that someone has named, which may be anything."""

import codecs
import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from workflow.errors import Invalid, NotFound

MOST_BYTES: Final = 1_000_000
AS_TEXT: Final = "Save it as plain text (UTF-8)."
ASK_LEAVE: Final = "Ask its owner for leave to read it, or save a copy of your own."
_MARKS: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip, or an office program's own file"),
    (b"PK\x05\x06", "an empty zip"),
    (b"\xd0\xcf\x11\xe0", "an older office program's own file"),
    (b"\x1f\x8b", "compressed (gzip)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
"""How files of other kinds begin, and what they are."""


def opened(
    path: str | os.PathLike[str],
    *,
    cure: str = AS_TEXT,
    called: str = "",
    judge: Callable[[os.stat_result], None] | None = None,
) -> BinaryIO:
    """Open an ordinary file to be read; the caller closes it.

    `called` is its name in errors, if that is not its path. `judge` is called with the status of
    the file that was opened, and raises Invalid for one that will not do; links are then not
    followed. Raises NotFound where there is no file; and Invalid for a folder, a device, and a file
    that may not be read.
    """
    name = called or shown(path)
    with faults_told(name, cure):
        _must_be_ordinary(name, _found(path).st_mode, cure)
        opener = _at_once if judge is None else _itself
        file = open(path, "rb", opener=opener)  # noqa: SIM115  # it is given open
        try:
            status = os.fstat(file.fileno())  # it may be another by now
            _must_be_ordinary(name, status.st_mode, cure)
            if judge is not None:
                judge(status)
        except BaseException:
            file.close()
            raise
        return file


@contextmanager
def faults_told(name: str, cure: str) -> Iterator[None]:
    """Raise NotFound or Invalid, with what to do, in place of the system's own errors on a file."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(
            f"There is no file {name}.",
            remedy="Look at the spelling, and at which folder it is in.",
        ) from None
    except PermissionError:
        raise Invalid(f"{name} may not be read by this account.", remedy=ASK_LEAVE) from None
    except OSError as fault:
        raise Invalid(f"{name} cannot be read: {fault.strerror}.", remedy=cure) from None


def bytes_of(
    path: str | os.PathLike[str],
    *,
    cure: str = AS_TEXT,
    wanted: str = "",
    most: int = MOST_BYTES,
    shorten: str = "Give the text alone, without pictures.",
    called: str = "",
    judge: Callable[[os.stat_result], None] | None = None,
) -> bytes:
    """Give what a file holds, opened as by `opened`.

    Raises Invalid for one of more than `most` bytes; and, where `wanted` says what it is to be, for
    one that is empty or plainly of another kind. `shorten` is what to do with one that is too long.
    """
    name = called or shown(path)
    with opened(path, cure=cure, called=name, judge=judge) as file, faults_told(name, cure):
        content = file.read(most + 1)
    if len(content) > most:
        raise Invalid(f"{name} is longer than {most:,} bytes.", remedy=shorten)
    if wanted:
        must_not_be_another(content, name, wanted, cure)
        if not content.strip(b" \t\r\n\f\v" + codecs.BOM_UTF8):
            raise Invalid(f"{name} is empty.", remedy=cure)
    return content


def must_not_be_another(head: bytes, name: str, wanted: str, cure: str) -> None:
    """Raise Invalid for a file that begins as a file of another kind does."""
    for mark, what in _MARKS:
        if head.startswith(mark):
            raise Invalid(f"{name} is {what}, not {wanted}.", remedy=cure)


def folder_unreadable(name: str, fault: OSError) -> Invalid:
    """Give the error for a folder that cannot be read."""
    return Invalid(f"The folder {name} cannot be read: {fault.strerror}.", remedy=ASK_LEAVE)


def _found(path: str | os.PathLike[str]) -> os.stat_result:
    try:
        return Path(path).stat()
    except ValueError as fault:  # a name that no file can have
        raise OSError(errno.EINVAL, str(fault)) from None


def _must_be_ordinary(name: str, mode: int, cure: str) -> None:
    if stat.S_ISDIR(mode):
        raise Invalid(f"{name} is a folder, not a file.", remedy="Give the file itself.")
    if not stat.S_ISREG(mode):
        raise Invalid(f"{name} is not an ordinary file.", remedy=cure)


def _at_once(path: str, flags: int) -> int:
    """Open without waiting: a pipe may have no writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _itself(path: str, flags: int) -> int:
    """Open without waiting, and follow no link."""
    return _at_once(path, flags | getattr(os, "O_NOFOLLOW", 0))


def text_of(path: str | os.PathLike[str]) -> str:
    """Give the text of a file in UTF-8, with or without a byte-order mark. Raises as `bytes_of`
    does, and Invalid for text in another encoding."""
    try:
        return bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid(f"{shown(path)} is not text in UTF-8.", remedy=AS_TEXT) from None


def expanded(text: str) -> Path:
    """Give a path with the home folder in place of ~. Raises Invalid where there is none."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise Invalid(
            f"There is no home folder to put in place of the ~ in {shown(text)}.",
            remedy="Give the whole path.",
        ) from None


def shown(path: str | os.PathLike[str]) -> str:
    """Give a path as it may be shown: a file's name may hold anything."""
    text = os.fsdecode(path)
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[:300]) or "The path"
