"""The months as papers and sheets print them, in full or cut short."""

from typing import Final

_MONTHS: Final = (
    ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
    ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"),
    ("october", "oct"), ("november", "nov"), ("december", "dec"),
)  # fmt: skip
MONTH_OF: Final = {name: place for place, names in enumerate(_MONTHS, 1) for name in names}
"""Each name, in small letters, and the month's number."""
