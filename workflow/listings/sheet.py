"""A council's own sheet of decisions, read row by row as its mapping says."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from string import ascii_lowercase
from typing import Final

from workflow.errors import Invalid
from workflow.listings.addresses import Home
from workflow.listings.labels import DAYS, NAMES
from workflow.listings.mapping import FIELDS, FLAGS, SheetMapping, plain_word
from workflow.listings.pairs import Pair
from workflow.listings.records import Listed, PageKind, Read, Register
from workflow.listings.values import listed_of
from workflow.model.files import shown
from workflow.model.text import LINE, PARAGRAPHS
from workflow.sheets.cells import ISO, BadCell, a_day
from workflow.sheets.cells import shown as cell_shown
from workflow.sheets.reading import Row, Sheet, opened
from workflow.statements.dates import read_day

ROWS: Final = 500
"""How many rows come at once."""
_BLANKS: Final = frozenset({"", "-", "–", "—"})
_FLAGS: Final = frozenset(FIELDS[each] for each in FLAGS)
_LETTERS: Final = frozenset(ascii_lowercase)
_NO_HOME: Final = Home()
_CALLED: Final = {field: key for key, field in FIELDS.items()}


@dataclass(frozen=True, slots=True)
class MappedSheet:
    """A sheet of decisions, saved as CSV, and the mapping it is read by."""

    path: str | os.PathLike[str]
    mapping: SheetMapping

    def reads(self) -> Iterator[Read]:
        """Read its rows, so many at a time. What a row says that cannot be read is told with its
        line and column, and the rest go on.

        Raises NotFound or Invalid where it is no such sheet, or lacks a column of the mapping.
        """
        name = shown(Path(self.path).name)
        with opened(self.path, self.mapping.columns.values()) as sheet:
            while rows := list(islice(sheet.rows, ROWS)):
                yield _some(rows, sheet, self.mapping, name)


def _some(rows: list[Row], sheet: Sheet, mapping: SheetMapping, name: str) -> Read:
    listed: list[Listed] = []
    unread: list[str] = []
    for row in rows:
        try:
            listed.append(_read(row, sheet, mapping, name))
        except BadCell as bad:
            unread.append(f"{name}, line {row.line}: {bad}")
        except Invalid as bad:
            unread.append(f"{name}, line {row.line}: {bad} {bad.cure}")
    return Read(
        source=name,
        kind=PageKind.LIST,
        site=mapping.register,
        listed=tuple(listed),
        unread=tuple(unread),
    )


def _read(row: Row, sheet: Sheet, mapping: SheetMapping, name: str) -> Listed:
    if row.fault:
        raise BadCell(row.fault, "Look for a stray mark between cells.")
    raw = tuple(
        (printed, row.cells[column])
        for printed, column in zip(sheet.printed, sheet.columns, strict=True)
        if row.cells[column]
    )
    if sum(len(text) for _, text in raw) > PARAGRAPHS:
        raise BadCell("It holds more text than is kept of one decision.", "Shorten its cells.")
    cells = {field: row.cells[column] for field, column in mapping.columns.items()}
    cells |= mapping.always
    title = cells.pop("title")
    if len(title) > LINE:
        raise BadCell(
            f"Its title has {len(title):,} characters, where at most {LINE} fit.", "Shorten it."
        )
    known = Listed(
        source=f"{name}, line {row.line}",
        title=title,
        register=Register.SHEET,
        identity=cells.pop("identity"),
        site=mapping.register,
        raw=raw,
    )
    pairs = []
    for field, text in cells.items():
        if text in _BLANKS:
            continue
        try:
            said = _said(field, text, mapping)
        except BadCell as bad:
            column = sheet.printed[sheet.columns.index(mapping.columns[field])]
            raise BadCell(
                f"{_CALLED[field]} (the column {column}): {bad.problem}", bad.cure
            ) from None
        pairs.append(Pair(label=NAMES[field], field=field, texts=[said], derived=True))
    return listed_of(title, pairs, known, _NO_HOME, 0)


def _said(field: str, text: str, mapping: SheetMapping) -> str:
    if field in DAYS:
        return _a_day(text, mapping.day_first)
    if field in _FLAGS:
        answer = mapping.words.get(field, {}).get(plain_word(text))
        return text if answer is None else "yes" if answer else "no"
    return text


def _a_day(text: str, day_first: bool) -> str:
    """Give a day as 2018-10-18; BadCell where it cannot be read for certain."""
    if _LETTERS.isdisjoint(text.casefold()):
        try:
            return a_day(text, day_first=day_first).isoformat()
        except BadCell as bad:
            cure = bad.cure
            if "not guessed" in bad.problem:
                cure = f"{cure} Or say in the mapping that days are written so: day-first = true"
            raise BadCell(bad.problem, cure) from None
    day, why = read_day(text)
    if day is None:
        raise BadCell(f"{cell_shown(text)}: {why}.", ISO)
    return day.isoformat()
