"""Text files of any length, opened to be read from the start to the end and never held whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

from workflow.errors import Invalid, NotFound
from workflow.files.encodings import LOOKED_AT, UTF_8, codec_of, must_fit, unreadable
from workflow.files.opening import shown

AS_CSV: Final = "Save it as CSV UTF-8 (comma delimited)."
_AS_UTF_8: Final = "Save it as text in UTF-8."
_LONGEST: Final = 1_000_000
_SPREADSHEET: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@contextmanager
def opened_text(path: str | os.PathLike[str], cure: str, encoding: str = UTF_8) -> Iterator[TextIO]:
    """Open a text in UTF-8, with its mark or without, or in the encoding that a person says it is
    in; `cure` is how to save it so.

    Raises NotFound where there is no file, and Invalid where it is no such file, though that may
    come to light only as it is read.
    """
    name = shown(path)
    try:
        place = Path(path)
        if place.is_dir():
            raise Invalid(f"{name} is a folder, not a file.", remedy="Give the file itself.")
        if place.exists() and not place.is_file():
            raise Invalid(f"{name} is not an ordinary file.", remedy=cure)
        with place.open("rb") as raw:
            head = raw.read(LOOKED_AT)
        _must_be_text(head[:4096], name, encoding, cure)
        must_fit(head, name, encoding)
        with place.open(encoding=codec_of(encoding), newline="") as file:
            yield file
    except FileNotFoundError:
        raise NotFound(
            f"There is no file {name}.", remedy="Look at the spelling, and at its folder."
        ) from None
    except UnicodeError:
        raise unreadable(head, name, encoding, cure) from None
    except OSError as fault:
        raise Invalid(f"{name} cannot be read: {fault.strerror}.", remedy=cure) from None


@contextmanager
def lines_of(
    path: str | os.PathLike[str], encoding: str = UTF_8
) -> Iterator[Iterator[tuple[int, str]]]:
    """Give the lines of a text that say anything, each with its number, counted from 1.

    Raises as `opened_text` does, and Invalid for a line of more than 1,000,000 characters.
    """
    with opened_text(path, _AS_UTF_8, encoding) as file:
        yield _numbered(file, shown(path))


def _numbered(file: TextIO, name: str) -> Iterator[tuple[int, str]]:
    number = 0
    while line := file.readline(_LONGEST + 1):
        number += 1
        if len(line) > _LONGEST:
            raise Invalid(
                f"{name}, line {number}: it has more than {_LONGEST:,} characters.",
                remedy=_AS_UTF_8,
            )
        if line.strip():
            yield number, line


def bounded(file: TextIO, name: str) -> Iterator[str]:
    """Give the lines of an open text; Invalid for one of more than 1,000,000 characters."""
    number = 0
    while line := file.readline(_LONGEST + 1):
        number += 1
        if len(line) > _LONGEST:
            raise Invalid(
                f"{name}, line {number}: it has more than {_LONGEST:,} characters.", remedy=AS_CSV
            )
        yield line


def _must_be_text(head: bytes, name: str, encoding: str, cure: str) -> None:
    if head.startswith(_SPREADSHEET):
        raise Invalid(f"{name} is a spreadsheet's own file, not a CSV.", remedy=cure)
    if encoding != "utf-16" and b"\x00" in head:
        raise unreadable(head, name, UTF_8, cure)
