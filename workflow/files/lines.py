"""Text files of any length, read from start to end and never held whole in memory."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Final, TextIO

from workflow.errors import Invalid
from workflow.files.encodings import LOOKED_AT, UTF_8, codec_of, must_fit, unreadable
from workflow.files.opening import faults_told, must_not_be_another, opened, shown

AS_CSV: Final = "Save it as CSV UTF-8 (comma delimited)."
_AS_UTF_8: Final = "Save it as text in UTF-8."
_LONGEST: Final = 1_000_000


@contextmanager
def opened_text(path: str | os.PathLike[str], cure: str, encoding: str = UTF_8) -> Iterator[TextIO]:
    """Open a text in UTF-8, with or without a byte-order mark, or in `encoding`; `cure` is how to
    save it so.

    Raises NotFound where there is no file, and Invalid where it is not such a text: it may raise
    that only as the text is read.
    """
    name = shown(path)
    with opened(path, cure=cure) as raw, faults_told(name, cure):
        head = raw.read(LOOKED_AT)
        must_not_be_another(head, name, "a CSV", cure)
        if encoding != "utf-16" and b"\x00" in head[:4096]:
            raise unreadable(head, name, UTF_8, cure)
        must_fit(head, name, encoding)
        raw.seek(0)
        try:
            yield TextIOWrapper(raw, encoding=codec_of(encoding), newline="")
        except UnicodeError:
            raise unreadable(head, name, encoding, cure) from None


@contextmanager
def lines_of(
    path: str | os.PathLike[str], encoding: str = UTF_8
) -> Iterator[Iterator[tuple[int, str]]]:
    """Give the lines of a text that are not blank, each with its number, counted from 1.

    Raises as `opened_text` does, and Invalid for a line of more than 1,000,000 characters.
    """
    with opened_text(path, _AS_UTF_8, encoding) as file:
        lines = enumerate(bounded(file, shown(path), _AS_UTF_8), start=1)
        yield ((number, line) for number, line in lines if line.strip())


def bounded(file: TextIO, name: str, cure: str = AS_CSV) -> Iterator[str]:
    """Give the lines of an open text. Raises Invalid for one of over 1,000,000 characters."""
    number = 0
    while line := file.readline(_LONGEST + 1):
        number += 1
        if len(line) > _LONGEST:
            raise Invalid(
                f"{name}, line {number}: it has more than {_LONGEST:,} characters.", remedy=cure
            )
        yield line
