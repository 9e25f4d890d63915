"""A sheet read row by row from a CSV file, whichever program saved it."""

import csv
import os
import re
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Final, Protocol, TextIO

from workflow.errors import Invalid
from workflow.files.encodings import UTF_8
from workflow.files.lines import AS_CSV, bounded, opened_text
from workflow.files.opening import shown
from workflow.text import HIDING, WIDTHLESS, character_name, dropped_characters, nearest

_LONGEST_CELL: Final = 200_000
_DELIMITERS: Final = ",;\t|"
_MOST_COLUMNS: Final = 2_000
_SAID: Final = re.compile(r'"?sep=([,;|\t]|\\t)"?', re.IGNORECASE)
"""A line that tells Excel what separates the columns."""
_QUOTED: Final = re.compile(r'"[^"]*"')


class _Reader(Protocol):
    """The type of the csv module's reader, which has no public name."""

    line_num: int

    def __next__(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file it begins on, and its cells by column, trimmed."""

    line: int
    cells: dict[str, str]
    fault: str = ""
    """Why its cells cannot be told apart; empty where they can."""
    short: bool = False
    """Whether it has fewer cells than there are columns; those left out are taken as empty."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet whose first row names its columns."""

    columns: tuple[str, ...]
    """The columns' names: `column_name` of each printed one."""
    printed: tuple[str, ...]
    """The columns' names as they are printed."""
    rows: Iterator[Row]
    """The rows below, read as they are asked for. Raises Invalid where one cannot be parsed."""
    dropped_marks: Counter[str]
    """The characters without width that were dropped so far, each with how often."""

    @property
    def dropped(self) -> str:
        """Say how many characters without width were dropped so far, and which; empty for none."""
        return dropped_characters(self.dropped_marks)


@contextmanager
def opened(
    path: str | os.PathLike[str], required: Collection[str] = (), encoding: str = UTF_8
) -> Iterator[Sheet]:
    """Open a CSV file, with commas, semicolons, tabs or bars, whose first row names the columns.

    It is in UTF-8, with or without a byte-order mark, or in `encoding`. Rows are read one by one,
    so it may be of any length. Raises NotFound where there is no file; and Invalid where it is not
    a CSV file, two columns have one name, or a required column is missing.
    """
    with opened_text(path, AS_CSV, encoding) as file:
        yield _sheet(file, shown(path), required)


def _sheet(file: TextIO, name: str, required: Collection[str]) -> Sheet:
    lines = bounded(file, name)
    first = next(lines, "")
    separator = _SAID.fullmatch(first.strip("\r\n \ufeff"))
    before = 0
    if separator is not None:
        before, first = 1, next(lines, "")
    if not first.strip():
        raise Invalid(f"{name} is empty, or its first line is.", remedy="Put the columns' names "
                      "on its first line.")  # fmt: skip
    head = [first, *_rest_of(first, lines, name)]
    delimiter = separator[1].replace("\\t", "\t") if separator else _delimiter("".join(head), name)
    csv.field_size_limit(_LONGEST_CELL)
    reader: _Reader = csv.reader(chain(head, lines), delimiter=delimiter, strict=True)
    named = enumerate(_next(reader, name), start=1)
    marks: Counter[str] = Counter()
    printed = tuple(_plain(cell, marks) or f"column {number}" for number, cell in named)
    columns = tuple(map(column_name, printed))
    _must_have(columns, printed, required, name)
    _must_be_apart(columns, name)
    return Sheet(columns, printed, _rows(reader, columns, name, before, marks), marks)


def column_name(printed: str) -> str:
    """Give the name by which a column is known, whatever its capitals and spaces."""
    return "_".join(printed.lower().split())


def _next(reader: "_Reader", name: str) -> list[str]:
    try:
        return next(reader)
    except csv.Error as wrong:
        raise Invalid(f"{name}, line {reader.line_num}: {wrong}.", remedy=AS_CSV) from None


def _heading(text: str) -> str:
    """Give a heading as a person may write it: "made on" is the same as "made_on"."""
    return f"“{text.replace('_', ' ')}”"


def _must_have(
    columns: tuple[str, ...], printed: tuple[str, ...], required: Collection[str], name: str
) -> None:
    if len(required) > 1 and set(map(column_name, required)).isdisjoint(columns):
        needed = ", ".join(map(_heading, required))
        raise Invalid(
            f"The first line of {name} names none of the columns it must have.",
            remedy=f"It must name every column, among them: {needed}.",
        )
    for heading in required:
        if column_name(heading) not in columns:
            near = nearest(column_name(heading), columns)
            hint = (
                f"Is it the one called “{printed[columns.index(near)]}”? Rename it"
                if near
                else "Add it"
            )
            raise Invalid(
                f"{name} has no column called {_heading(heading)}.",
                remedy=f"{hint}: its first line must name every column.",
            )


def _must_be_apart(columns: tuple[str, ...], name: str) -> None:
    """Raise Invalid where two columns have one name: the cells of one would be lost."""
    seen: dict[str, int] = {}
    for place, column in enumerate(columns):
        first = seen.setdefault(column, place)
        if first != place:
            raise Invalid(
                f"{name} has two columns called {_heading(column)}.",
                remedy=f"Rename one of them, column {first + 1} or column {place + 1}, so that "
                "what stands under each is kept.",
            )


def _rows(
    reader: "_Reader", columns: tuple[str, ...], name: str, before: int, dropped: Counter[str]
) -> Iterator[Row]:
    while True:
        line = reader.line_num + before + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as wrong:
            raise Invalid(
                f"{name}, line {line}: {wrong}.",
                remedy="Look for a quotation mark that is not closed, on that line or before it.",
            ) from None
        if any(cells):
            yield _row(line, columns, cells, dropped)


def _row(line: int, columns: tuple[str, ...], cells: list[str], dropped: Counter[str]) -> Row:
    beyond = [cell for cell in cells[len(columns) :] if cell.strip()]
    some = cells[: len(columns)]
    few = len(columns) - len(some)
    plain = [_plain(cell, dropped) for cell in some]
    named = dict(zip(columns, [*plain, *[""] * few], strict=True))
    fault = f"It has {len(cells)} cells, and the first row {len(columns)}." if beyond else ""
    hides = HIDING.search("".join(cells).replace("\n", " "))
    if hides is not None and not fault:
        fault = f"It holds the hidden character {character_name(hides[0])}."
    return Row(line, named, fault, few > 0)


def _plain(cell: str, dropped: Counter[str]) -> str:
    """Give a cell trimmed, with characters that have no width dropped and counted, and each hard
    space made a space."""
    if cell.isascii():
        return cell.strip()
    dropped.update(WIDTHLESS.findall(cell))
    return WIDTHLESS.sub("", cell).replace("\u00a0", " ").strip()


def _rest_of(first: str, lines: Iterator[str], name: str) -> Iterator[str]:
    """Give the other lines of a first row that has an end of line within quotation marks. Raises
    Invalid where that is longer than any row of names."""
    quotes, long = first.count('"'), len(first)
    while quotes % 2 and (line := next(lines, "")):
        quotes, long = quotes + line.count('"'), long + len(line)
        if long > _LONGEST_CELL:
            raise Invalid(
                f"{name}: its first row has more than {_LONGEST_CELL:,} characters.",
                remedy="Look for a quotation mark that is not closed, on its first line.",
            )
        yield line


def _delimiter(head: str, name: str) -> str:
    """Give what separates the columns of a first row: what occurs most often outside quotes."""
    bare = _QUOTED.sub("", head)
    delimiter = max(_DELIMITERS, key=bare.count)
    if bare.count(delimiter) >= _MOST_COLUMNS:
        raise Invalid(
            f"{name} has more than {_MOST_COLUMNS:,} columns: no sheet of decisions has.",
            remedy="Save it again with the columns that are wanted.",
        )
    return delimiter
