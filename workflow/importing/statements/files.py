"""Reading a statement from a file, whatever the file turns out to be."""

import os
from typing import Final

from workflow.errors import Invalid
from workflow.files.encodings import decoded, is_marked_utf_16
from workflow.files.opening import bytes_of, shown
from workflow.importing.statements.found import StatementReading
from workflow.importing.statements.reading import HOW_TO_SAVE, read_statement

_GUESSED: Final = "The file is not UTF-8; it was read as Windows-1252, so look at its punctuation."


def read_file(path: str | os.PathLike[str], encoding: str | None = None) -> StatementReading:
    """Read a written statement from a text file; one that cannot be read raises Invalid, and one
    that is not there NotFound. It is in the encoding that a person says it is in, if one does."""
    name = shown(path)
    content = bytes_of(path, cure=HOW_TO_SAVE, wanted="text")
    if encoding is not None:
        return read_statement(decoded(content, name, encoding, HOW_TO_SAVE))
    text = _text_of(content, name)
    if text is not None:
        return read_statement(text)
    try:
        text = content.decode("cp1252")
        reading = read_statement(text)
    except (UnicodeDecodeError, Invalid):
        raise Invalid(
            f"{name} is not text in UTF-8, UTF-16 with its mark, or Windows-1252 that reads like"
            " a written statement.",
            remedy=HOW_TO_SAVE,
        ) from None
    return reading.remarking(_GUESSED)


def _text_of(content: bytes, name: str) -> str | None:
    """Decode what is plainly UTF-8 or UTF-16; None where it is neither, and may be older text."""
    try:
        if is_marked_utf_16(content):
            return content.decode("utf-16")
        if b"\x00" in content:
            raise Invalid(f"{name} is not text: it holds NUL bytes.", remedy=HOW_TO_SAVE)
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if is_marked_utf_16(content):
            raise Invalid(f"{name} is marked as UTF-16, but is not.", remedy=HOW_TO_SAVE) from None
        return None
