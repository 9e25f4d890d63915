"""Settings, constitution files and templates: read only if no other user can have written them."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from workflow.errors import Invalid
from workflow.files.opening import MOST_BYTES, bytes_of, folder_unreadable, shown

ROOT: Final = 0
_ORDINARY: Final = "Put an ordinary file there, of plain text (UTF-8)."
_OTHERS: Final = stat.S_IWGRP | stat.S_IWOTH


def trusted_text(path: Path, *, only: int | None = None) -> str:
    """Give the text of a file that no other user can have written. Raises as `trusted_bytes` does,
    and Invalid for text in another encoding."""
    try:
        return trusted_bytes(path, only=only).decode("utf-8-sig")
    except UnicodeDecodeError:
        name = shown(path)
        raise Invalid(f"{name} is not text in UTF-8.", remedy="Save it as plain text.") from None


def trusted_bytes(path: Path, *, only: int | None = None, most: int = MOST_BYTES) -> bytes:
    """Give what is in a file that no other user can have written.

    It must belong to this user or root; or, if given, to the user with the number `only`. Raises
    NotFound where there is no file; and Invalid, with the cure, for one that belongs to or may be
    written by anyone else, a link that leads out of its folder, what is not an ordinary file, and
    one of more than `most` bytes.
    """
    name = shown(path)
    return bytes_of(
        _within(path),
        called=name,
        cure=_ORDINARY,
        most=most,
        shorten="Leave out what is not needed.",
        judge=_judge(name, only),
    )


def must_be_trusted(folder: Path, *, only: int | None = None) -> None:
    """Raise Invalid, with the cure, for a folder that belongs to or may be written by another user,
    that cannot be read, or that is a link that leads out of its folder."""
    name, real = shown(folder), _within(folder)
    if not _has_users():
        return
    try:
        opened = os.open(real, os.O_RDONLY | os.O_DIRECTORY | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError as fault:
        raise folder_unreadable(name, fault) from None
    try:
        _judge(name, only)(os.fstat(opened))
    finally:
        os.close(opened)


def _within(path: Path) -> Path:
    """Give where a path leads. Raises Invalid for a link that leads out of the folder it is in."""
    if not path.is_symlink():
        return path
    real = Path(os.path.realpath(path))  # of a link to itself Path.resolve() makes an error
    if not real.is_relative_to(os.path.realpath(path.parent)):
        raise Invalid(
            f"{shown(path)} is a link that leads out of its folder, so what it says may be "
            "another's.",
            remedy="Put the file or folder itself there, or name the place where it is.",
        )
    return real


def _has_users() -> bool:
    return hasattr(os, "geteuid")


def _judge(name: str, only: int | None) -> Callable[[os.stat_result], None]:
    def judge(status: os.stat_result) -> None:
        if not _has_users():
            return
        if status.st_uid not in ((ROOT, os.geteuid()) if only is None else (only,)):
            whose = "root" if only == ROOT else "you or root"
            raise Invalid(
                f"{name} belongs to user number {status.st_uid}, who could change what is done "
                f"here: it must belong to {whose}.",
                remedy=f"Read it. If it is as it should be, give it to root: chown root {name}",
            )
        if status.st_mode & _OTHERS:
            raise Invalid(
                f"{name} may be written by others than its owner, who could change what is done "
                "here.",
                remedy=f"Read it. If it is as it should be: chmod go-w {name}",
            )

    return judge
