"""Undoing character references that a register encoded more than once, and never into markup."""

import html
import re
from collections.abc import Iterable
from typing import Final

_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MARKUP: Final = re.compile(r"<[A-Za-z/!?]")
_MOST_TIMES: Final = 4
"""Nothing is encoded more often than this but to break its reader."""
_GARBLED: Final = re.compile("[ÂÃ][\u0080-\u00bf]|â€|\ufffd")


def times_encoded(texts: Iterable[str]) -> int:
    """Count how often a register encoded its texts beyond the once that HTML asks for.

    A register does the same to all of them, so it is the fewest times that undo any one of them.
    """
    counts = [_depth(text) for text in texts if _REFERENCE.search(text)]
    return min((count for count in counts if count), default=0)


def undone(text: str, times: int) -> tuple[str, bool]:
    """Undo the references in a text so many times, and say whether it was stopped short.

    It stops before any pass that would make markup of what was none.
    """
    for _ in range(times):
        plain = _once(text)
        if _MARKUP.search(plain) and not _MARKUP.search(text):
            return text, True
        text = plain
    return text, False


def is_garbled(text: str) -> bool:
    """Say whether a text seems to have been decoded wrongly before it was printed."""
    return not text.isascii() and _GARBLED.search(text) is not None


def _once(text: str) -> str:
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _depth(text: str) -> int:
    for count in range(_MOST_TIMES):
        plain = _once(text)
        if plain == text:
            return count
        text = plain
    return _MOST_TIMES
