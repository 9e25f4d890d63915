"""The files of a register: one page, or those of a folder, each of a bounded length."""

import os
from pathlib import Path
from typing import Final

from workflow.errors import Invalid, NotFound
from workflow.files.opening import bytes_of, shown

MOST_BYTES: Final = 5_000_000
AS_PAGE: Final = "Open the page in a browser and save it again as “Web page, HTML only”."
_ENDINGS: Final = (".html", ".htm")
_MAGIC: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip, or an office document"),
    (b"PK\x05\x06", "an empty zip"),
    (b"\xd0\xcf\x11\xe0", "an older office document"),
    (b"\x1f\x8b", "compressed (gzip)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)


def is_page(path: Path) -> bool:
    """Say whether a file's name ends as that of a saved page does."""
    return path.name.lower().endswith(_ENDINGS)


def page_bytes(path: Path) -> bytes:
    """Give what a saved page holds: an ordinary file of at most 5,000,000 bytes.

    Raises NotFound where there is none, and Invalid for what may not be read, is empty or too
    long, or is plainly something else.
    """
    name = shown(path.name)
    content = bytes_of(
        path,
        cure=AS_PAGE,
        most=MOST_BYTES,
        shorten="Save a shorter period, and the page alone, without its pictures.",
        called=name,
    )
    for mark, what in _MAGIC:
        if content.startswith(mark):
            raise Invalid(f"{name} is {what}, and no page of HTML.", remedy=AS_PAGE)
    if not content.strip():
        raise Invalid(f"{name} is empty.", remedy=AS_PAGE)
    return content


def files_of(
    folder: Path, endings: tuple[str, ...] = _ENDINGS, what: str = "saved page"
) -> tuple[list[Path], list[str]]:
    """Give the saved pages of a folder, or its files with other endings, by name, and a sentence
    for everything passed over.

    Links are not followed, and folders inside it are not looked into. Raises Invalid where it may
    not be read, and NotFound where no page is in it.
    """
    name = shown(folder)
    pages: list[Path] = []
    passed: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                why = _passed_over(entry, endings)
                if why:
                    passed.append(f"{shown(entry.name)} was passed over: {why}.")
                else:
                    pages.append(Path(entry.path))
    except OSError as fault:
        raise Invalid(
            f"The folder {name} cannot be read: {fault.strerror}.",
            remedy="Ask its owner for leave to read it, or make a copy of your own.",
        ) from None
    if not pages:
        raise NotFound(
            f"No {what} is in the folder {name}.",
            remedy=f"Put them into it; their names must end in {' or '.join(endings)}.",
        )
    return pages, passed


def _passed_over(entry: os.DirEntry[str], endings: tuple[str, ...]) -> str:
    if entry.is_symlink():
        return "it is a link, and links are not followed"
    if entry.is_dir(follow_symlinks=False):
        return "it is a folder"
    if not entry.name.lower().endswith(endings):
        return f"its name does not end in {' or '.join(endings)}"
    return ""
