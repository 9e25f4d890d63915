"""The files of a register: one page, or those of a folder, each of a bounded length."""

import os
from pathlib import Path
from typing import Final

from workflow.errors import NotFound
from workflow.files.opening import bytes_of, folder_unreadable, shown

MOST_BYTES: Final = 5_000_000
AS_PAGE: Final = "Open the page in a browser and save it again as “Web page, HTML only”."
_ENDINGS: Final = (".html", ".htm")


def is_page(path: Path) -> bool:
    """Say whether a file's name ends as that of a saved page does."""
    return path.name.lower().endswith(_ENDINGS)


def page_bytes(path: Path) -> bytes:
    """Give what a saved page holds: an ordinary file of at most 5,000,000 bytes.

    Raises NotFound where there is none, and Invalid for what may not be read, is empty or too
    long, or is plainly something else.
    """
    return bytes_of(
        path,
        cure=AS_PAGE,
        wanted="a page of HTML",
        most=MOST_BYTES,
        shorten="Save a shorter period, and the page alone, without its pictures.",
        called=shown(path.name),
    )


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
        raise folder_unreadable(name, fault) from None
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
