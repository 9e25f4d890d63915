"""The lines of a value, and where in it another text may begin."""

from dataclasses import dataclass
from typing import Final

from workflow.importing.statements.cleaning import TextLine, without_enumerator

_SHORT: Final = 45
"""A line shorter than this was probably not full, so a capital below it may begin another text."""
_ENDS: Final = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One line's part of a value."""

    number: int
    text: str
    hyphened: bool = False
    """Whether its last word goes on in the next line."""
    breaks: bool = False
    """Whether another text may begin here."""
    gap: bool = False
    """Whether an empty line stands above."""
    parted: bool = False
    """Whether an empty line, or the end of a row of a table, parts it from the line above."""


def piece_of(line: TextLine, *, above: TextLine | None, gap: bool, named: bool = False) -> Piece:
    """Make a whole line a part of a value, below another line of it (None: it is the first).

    Where `named`, the value is a title or a name, which any capital may begin.
    """
    breaks = parted = False
    if above is not None:
        start = without_enumerator(line.text)[:1]
        fresh = start.isupper() or start.isdigit() or line.text[:1] != start
        ended = above.text.endswith(_ENDS) or len(above.text) < _SHORT
        parted = gap or above.ends_row or (line.tabbed and not line.left)
        breaks = parted or (fresh and ended) or (named and start.isupper())
    return Piece(
        number=line.number,
        text=line.text,
        hyphened=line.hyphened,
        breaks=breaks,
        gap=gap,
        parted=parted,
    )
