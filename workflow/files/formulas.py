"""Cells that are written so that no spreadsheet takes one for a formula."""

from typing import Final

_MARK: Final = "'"
_FIRST: Final = frozenset(f"=+-@\t\r＝＋－＠{_MARK}")
"""What a spreadsheet might take a cell's first character for; and the mark that stops it."""


def no_formula(cell: str) -> str:
    """Give a cell that no spreadsheet takes for a formula: a mark before it is no part of it."""
    return f"{_MARK}{cell}" if cell[:1] in _FIRST else cell
