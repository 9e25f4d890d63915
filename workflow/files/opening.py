"""Reading a file that someone named, whatever it turns out to be."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from workflow.errors import Invalid, NotFound

MOST_BYTES: Final = 1_000_000
_AS_TEXT: Final = "Save it as plain text (UTF-8)."


def bytes_of(
    path: str | os.PathLike[str],
    *,
    cure: str = _AS_TEXT,
    most: int = MOST_BYTES,
    shorten: str = "Give the text alone, without pictures.",
    called: str = "",
    judge: Callable[[os.stat_result], None] | None = None,
) -> bytes:
    """Give what an ordinary file of at most so many bytes holds; 1,000,000, if left out.

    `called` is what a fault calls it, where that is not its path; `judge` is told of the file as it
    was opened, by no link, and raises Invalid for one that will not do. Raises NotFound where
    there is none, and Invalid for a folder, a device, a file that may not be read, and one that is
    too long.
    """
    name = called or shown(path)
    try:
        _must_be_ordinary(name, Path(path).stat().st_mode, cure)
        with open(path, "rb", opener=_at_once if judge is None else _itself) as file:
            found = os.fstat(file.fileno())  # it may be another by now
            _must_be_ordinary(name, found.st_mode, cure)
            if judge is not None:
                judge(found)
            content = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound(
            f"There is no file {name}.",
            remedy="Look at the spelling, and at which folder it is in.",
        ) from None
    except PermissionError:
        raise Invalid(
            f"{name} may not be read by this account.",
            remedy="Ask its owner for leave to read it, or save a copy of your own.",
        ) from None
    except (OSError, ValueError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else str(fault)
        raise Invalid(f"{name} cannot be read: {why}.", remedy=cure) from None
    if len(content) > most:
        raise Invalid(f"{name} is longer than {most:,} bytes.", remedy=shorten)
    return content


def _must_be_ordinary(name: str, mode: int, cure: str) -> None:
    if stat.S_ISDIR(mode):
        raise Invalid(f"{name} is a folder, not a file.", remedy="Give the file itself.")
    if not stat.S_ISREG(mode):
        raise Invalid(f"{name} is not an ordinary file.", remedy=cure)


def _at_once(path: str, flags: int) -> int:
    """Open without waiting for whoever writes to a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _itself(path: str, flags: int) -> int:
    """Open likewise, and follow no link."""
    return _at_once(path, flags | getattr(os, "O_NOFOLLOW", 0))


def text_of(path: str | os.PathLike[str]) -> str:
    """Give the text of a file in UTF-8, with or without its mark; otherwise as `bytes_of`."""
    try:
        return bytes_of(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid(f"{shown(path)} is not text in UTF-8.", remedy=_AS_TEXT) from None


def expanded(text: str) -> Path:
    """Give the file or folder that is meant; Invalid where a ~ in it is nobody's home."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise Invalid(
            f"There is no home folder to put in place of the ~ in {shown(text)}.",
            remedy="Give the whole path.",
        ) from None


def shown(path: str | os.PathLike[str]) -> str:
    """Give a path fit to print: a file's name may hold anything."""
    text = os.fsdecode(path)
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[:300]) or "The path"
