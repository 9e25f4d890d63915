"""Cells that are written so that no spreadsheet takes one for a formula."""

from typing import Final

_MARK: Final = "'"
_FIRST: Final = frozenset(f"=+-@\t\r＝＋－＠{_MARK}")
"""First characters that may make a spreadsheet read a cell as a formula, and the mark itself."""


def no_formula(cell: str) -> str:
    """Give a cell that no spreadsheet takes for a formula: where it might, it has an apostrophe
    before it, which is not part of the text."""
    return f"{_MARK}{cell}" if cell[:1] in _FIRST else cell
