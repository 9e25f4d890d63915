"""A council's own sheet of decisions, read row by row as its mapping says."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from string import ascii_lowercase
from typing import Final

from workflow.errors import Invalid
from workflow.files.cells import ISO, NAMED, BadCell, a_day, without_dashes
from workflow.files.cells import shown as cell_shown
from workflow.files.csv_rows import Row, Sheet, column_name, opened
from workflow.files.opening import shown
from workflow.importing.addresses import Home
from workflow.importing.labels import DAYS, NAMES
from workflow.importing.pairs import Pair
from workflow.importing.records import ListedDecision, PageKind, Register, SourceRead
from workflow.importing.spreadsheet.mapping import FIELDS, SheetMapping, plain_word
from workflow.importing.statements.dates import read_day
from workflow.importing.values import listed_of
from workflow.text import LINE, PARAGRAPHS

ROWS: Final = 500
"""How many rows come at once."""
_BLANKS: Final = frozenset({"", "-", "–", "—", "n/a", "N/A"})
_FLAG: Final = "is_subject_to_call_in"
"""Of which a dash may say no, and is no empty cell."""
_NAMING: Final = ("identity", "title")
_PLAIN_ANSWERS: Final = {"yes": True, "y": True, "no": False, "n": False, "none": False}
"""Whether it was called in: a person has named the column as that."""
_TIMED: Final = re.compile(r"(\S+)[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?", re.ASCII)
_LETTERS: Final = frozenset(ascii_lowercase)
_NO_HOME: Final = Home()
_CALLED: Final = {field: key for key, field in FIELDS.items()}


@dataclass(frozen=True, slots=True)
class MappedSheet:
    """A sheet of decisions, saved as CSV, and the mapping it is read by."""

    path: str | os.PathLike[str]
    mapping: SheetMapping
    encoding: str | None = None
    """The encoding it was saved in, where a person says another than the mapping."""

    def reads(self) -> Iterator[SourceRead]:
        """Read its rows, so many at a time. What a row says that cannot be read is told with its
        line and column, and the rest go on.

        Raises NotFound or Invalid where it is no such sheet, or lacks a column of the mapping.
        """
        name = shown(Path(self.path).name)
        encoding = self.encoding or self.mapping.encoding
        named = {field: column_name(each) for field, each in self.mapping.columns.items()}
        mapping = replace(self.mapping, columns=named)
        with opened(self.path, self.mapping.columns.values(), encoding) as sheet:
            while rows := list(islice(sheet.rows, ROWS)):
                yield _some(rows, sheet, mapping, name)
            if sheet.dropped:
                yield SourceRead(
                    source=name, kind=PageKind.LIST, remarks=(f"{name}: {sheet.dropped}",)
                )


def _some(rows: list[Row], sheet: Sheet, mapping: SheetMapping, name: str) -> SourceRead:
    listed: list[ListedDecision] = []
    unread: list[str] = []
    unsettled: list[ListedDecision] = []
    for row in rows:
        known = _known(row, mapping, name)
        try:
            listed.append(_read(row, known, sheet, mapping))
        except BadCell as bad:
            unread.append(f"{known.source}: {bad}")
            unsettled.append(known)
        except Invalid as bad:
            unread.append(f"{known.source}: {bad} {bad.cure}")
            unsettled.append(known)
    return SourceRead(
        source=name,
        kind=PageKind.LIST,
        site=mapping.register,
        listed=tuple(listed),
        unread=tuple(unread),
        unsettled=tuple(unsettled),
    )


def _known(row: Row, mapping: SheetMapping, name: str) -> ListedDecision:
    """Give what is known of a row before it is read: where it stands, and what names it."""
    written = row.cells.get(mapping.columns["identity"], "")
    identity = "" if written in _BLANKS else written
    return ListedDecision(
        source=f"{name}, line {row.line}",
        title="",
        register=Register.SHEET,
        identity=f"{mapping.series}/{identity}" if identity and mapping.series else identity,
        site=mapping.register,
    )


def _read(row: Row, known: ListedDecision, sheet: Sheet, mapping: SheetMapping) -> ListedDecision:
    if row.fault:
        raise BadCell(row.fault, "Look for a stray mark between cells.")
    cells = [
        (printed, column, row.cells[column])
        for printed, column in zip(sheet.printed, sheet.columns, strict=True)
    ]
    raw = tuple((printed, text) for printed, _, text in cells if text)
    if sum(len(text) for _, text in raw) > PARAGRAPHS:
        raise BadCell("It holds more text than is kept of one decision.", "Shorten its cells.")
    title = row.cells[mapping.columns["title"]]
    if title in _BLANKS:
        raise BadCell("Its title is empty.", "Give it.")
    if len(title) > LINE:
        raise BadCell(
            f"Its title has {len(title):,} characters, where at most {LINE} fit.", "Shorten it."
        )
    pairs = [
        Pair(label=NAMES[field], field=field, texts=[text], derived=True)
        for field, text in _cells(row, sheet, mapping)
    ]
    named = {column: field for field, column in mapping.columns.items()}
    unused = tuple(
        (printed, text) for printed, column, text in cells if text and column not in named
    )
    known = replace(known, title=title, raw=raw, unused=unused)
    read_for = tuple((printed, named[column]) for printed, column, _ in cells if column in named)
    return replace(listed_of(title, pairs, known, _NO_HOME, 0), read_for=read_for)


def _cells(row: Row, sheet: Sheet, mapping: SheetMapping) -> Iterator[tuple[str, str]]:
    """Give the value of each field, in words that every register's reader knows."""
    for field, column in mapping.columns.items():
        text = row.cells[column]
        if field in _NAMING or (text in _BLANKS and not (text and field == _FLAG)):
            continue
        try:
            yield field, _said(field, text, mapping)
        except BadCell as bad:
            printed = sheet.printed[sheet.columns.index(column)]
            where = f"{_CALLED[field]} (the column {printed})"
            raise BadCell(f"{where}: {bad.problem}", bad.cure) from None
    yield from mapping.always.items()


def _said(field: str, text: str, mapping: SheetMapping) -> str:
    if field in DAYS:
        return _a_day(text, mapping.day_first)
    answer = mapping.words.get(field, {}).get(plain_word(text))
    if field == "call_ins":
        answer = _PLAIN_ANSWERS.get(plain_word(text))
        return text if answer is None else "1" if answer else "0"
    return text if answer is None else "yes" if answer else "no"


def _a_day(text: str, day_first: bool) -> str:
    """Give a day as 2018-10-18; BadCell where it cannot be read for certain. A clock's time that
    stands after it is passed over: a spreadsheet adds one."""
    text = " ".join(text.split())
    timed = _TIMED.fullmatch(text)
    text = timed[1] if timed else text
    if _LETTERS.isdisjoint(text.casefold()):
        try:
            return a_day(text, day_first=day_first).isoformat()
        except BadCell as bad:
            cure = bad.cure
            if "not guessed" in bad.problem:
                cure = f"{cure} Or say in the mapping that days are written so: day-first = true"
            raise BadCell(bad.problem, cure) from None
    if NAMED.fullmatch(without_dashes(text)):
        return a_day(text).isoformat()
    day, why = read_day(text)
    if day is None:
        raise BadCell(f"{cell_shown(text)}: {why}.", ISO)
    return text if why else day.isoformat()
