"""From a page's bytes to its text, by the charset it declares and no other."""

import codecs
import re
from typing import Final

from workflow.errors import Invalid
from workflow.files.encodings import is_marked_utf_16
from workflow.importing.opening import AS_PAGE

_LOOKED_AT: Final = 4_096
"""Bytes within which a page must declare its charset."""
_META: Final = re.compile(
    rb"""<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,300}?\bencoding)\s*=\s*["']?\s*"""
    rb"""([A-Za-z0-9_.:-]{1,40})""",
    re.IGNORECASE,
)
_WESTERN: Final = frozenset({
    "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1",
    "us-ascii", "ascii",
})  # fmt: skip
"""Names that every browser reads as Windows-1252."""
_UTF_8: Final = frozenset({"utf-8", "utf8"})


def text_of(content: bytes, name: str) -> str:
    """Give a page's text: UTF-8 with or without its mark, UTF-16 with it, or Windows-1252 declared.

    Raises Invalid where the bytes are not what the page declares, and where it declares nothing
    and is not UTF-8: the charset is not guessed.
    """
    if is_marked_utf_16(content):
        text = _decoded(content, "utf-16", name, "is marked as UTF-16")
    else:
        text = _of_bytes(content, name)
    if "\x00" in text:
        raise Invalid(f"{name} is not text: it holds NUL characters.", remedy=AS_PAGE)
    return text


def _of_bytes(content: bytes, name: str) -> str:
    if content[:4].count(0) > 1:
        raise Invalid(
            f"{name} is in UTF-16 or UTF-32 without a mark that can be read.",
            remedy="Save it again from a browser, in UTF-8.",
        )
    if content.startswith(codecs.BOM_UTF8):
        return _decoded(content, "utf-8-sig", name, "is marked as UTF-8")
    charset = _declared(content)
    if charset in _WESTERN:
        return _western(content, charset, name)
    if charset in _UTF_8:
        return _decoded(content, "utf-8", name, "declares UTF-8")
    if charset:
        raise Invalid(
            f"{name} declares the charset {charset}, which registers are not read in.",
            remedy="Save it again from a browser, in UTF-8.",
        )
    return _decoded(content, "utf-8", name, "declares no charset, so it is taken for UTF-8")


def _declared(content: bytes) -> str:
    found = _META.search(content[:_LOOKED_AT])
    return found[1].decode("ascii").lower() if found else ""


def _decoded(content: bytes, charset: str, name: str, says: str) -> str:
    try:
        return content.decode(charset)
    except UnicodeDecodeError as fault:
        raise Invalid(
            f"{name} {says}, but its bytes are not (the first fault is at byte {fault.start}).",
            remedy="Save it again from a browser, in UTF-8; do not change its charset by hand.",
        ) from None


def _western(content: bytes, charset: str, name: str) -> str:
    if not content.isascii() and _is_utf_8(content):
        raise Invalid(
            f"{name} declares {charset}, but its bytes are UTF-8.",
            remedy="Save it again from a browser; or correct the charset it declares to utf-8.",
        )
    return _decoded(content, "cp1252", name, f"declares {charset}")


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
