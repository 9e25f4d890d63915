"""Finding a label on a line: alone, before a colon or a tab, or split over several lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from workflow.importing.statements.cleaning import TextLine, has_words, joined, without_enumerator
from workflow.importing.statements.labels import (
    BEGINNINGS,
    LABELS,
    SCRAPS,
    Label,
    begins_as_a_label,
    label_key,
)
from workflow.importing.statements.value_lines import Piece

_MOST_LINES: Final = 6
"""A label runs over no more lines than this."""
_MARKS: Final = ("::", ":-", ":–", ":—", ": -", ":", "：", "? ", " – ", " — ", " - ")
"""What may part a label from its value on one line."""


@dataclass(slots=True, kw_only=True)
class LabelMatch:
    """A label as it was found, and what is printed under it so far."""

    label: Label
    line: int
    """The line its label begins on."""
    printed: str
    """The label as printed, for remarks."""
    pieces: list[Piece] = field(default_factory=list)
    tabbed: bool = False
    """Whether a tab follows the label, as in a row of a table."""
    column: int | None = None
    """Where the value stands in a column of its own beside the label: the label's indent."""
    doubts: list[str] = field(default_factory=list)
    """Why its value cannot be relied on."""

    @property
    def field(self) -> str:
        """The field its label stands for."""
        return self.label.field

    @property
    def text(self) -> str:
        """The value as one text; empty where only rules, dots or bullets are printed."""
        text = joined((piece.text, piece.hyphened) for piece in self.pieces)
        return text if has_words(text) else ""

    @property
    def found_on(self) -> int:
        """The line its value begins on, or else its label's."""
        return self.pieces[0].number if self.pieces else self.line


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    label: Label
    printed: str
    values: tuple[tuple[int, str], ...]
    """What stands beside the label, by place among the lines it runs over."""
    used: int


def entries_at(lines: Sequence[TextLine], start: int) -> tuple[list[LabelMatch], int]:
    """Give the entries whose labels begin on this line, and how many lines the labels take up."""
    matches = _longest(lines, start)
    if matches is None:
        return [], 0
    first = lines[start]
    entry = LabelMatch(
        label=matches.label,
        line=first.number,
        printed=matches.printed,
        tabbed=any(line.tabbed for line in lines[start : start + matches.used]),
    )
    if not entry.tabbed and any(line.wide for line in lines[start : start + matches.used]):
        entry.column = first.indent
    if matches.printed[:1].islower() and label_key(matches.printed) in SCRAPS:
        entry.doubts.append("it may be the end of a longer label, whose beginning is lost")
    entries = [entry]
    for place, cell in matches.values:
        line = lines[start + place]
        for label, printed, value in _cells(cell, entries[-1].field):
            if label is not None:
                entries.append(
                    LabelMatch(label=label, line=line.number, printed=printed, tabbed=True)
                )
            if value:
                entries[-1].pieces.append(Piece(number=line.number, text=value))
    last = lines[start + matches.used - 1]
    if last.hyphened and entries[-1].pieces and entries[-1].pieces[-1].number == last.number:
        end = entries[-1].pieces[-1]
        entries[-1].pieces[-1] = Piece(number=end.number, text=end.text, hyphened=True)
    return entries, matches.used


def _longest(lines: Sequence[TextLine], start: int) -> _Candidate | None:
    best: _Candidate | None = None
    words = ""
    names: list[str] = []
    values: list[tuple[int, str]] = []
    for place, line in enumerate(lines[start : start + _MOST_LINES]):
        cells = _without_bullet_cell(line.cells)
        if not cells or (line.tabbed and not line.left and place):
            break
        head, value = _cut(cells[0])
        beside = [(place, cell) for cell in ([value] if value else []) + list(cells[1:])]
        key = label_key(head)
        whole = f"{words} {key}".strip()
        if not key or (words in LABELS and key in LABELS):
            break
        names.append(head)
        values += beside
        if whole in LABELS and (place or values or _stands_alone(cells[0])):
            printed = without_enumerator(" ".join(names)).removesuffix(":").rstrip()
            best = _Candidate(
                label=LABELS[whole], printed=printed, values=tuple(values), used=place + 1
            )
        if whole not in BEGINNINGS or head != cells[0]:
            break
        words = whole
    return best


def _stands_alone(cell: str) -> bool:
    return begins_as_a_label(cell) or cell.endswith(":")


def _without_bullet_cell(cells: Sequence[str]) -> Sequence[str]:
    if len(cells) > 1 and not without_enumerator(cells[0]):
        return cells[1:]
    return cells


def _cut(cell: str) -> tuple[str, str]:
    """Part a cell at its colon, question mark or spaced dash, where a known label stands before."""
    for mark in _MARKS:
        head, separator, value = cell.partition(mark)
        if separator and value.strip() and (key := label_key(head)) and _ends_a_label(key):
            return head.strip(), value.strip()
    return cell, ""


def _ends_a_label(key: str) -> bool:
    return key in LABELS or key in _ENDS


def _ends() -> Iterator[str]:
    for phrase in LABELS:
        words = phrase.split()
        yield from (" ".join(words[start:]) for start in range(1, len(words)))


_ENDS: Final = frozenset(_ends())
_Cell = tuple[Label | None, str, str]


def _cells(cell: str, field: str) -> Iterator[_Cell]:
    """Read one cell beside a label: another label, a label with its value, or a value."""
    label = LABELS.get(label_key(cell)) if begins_as_a_label(cell) else None
    if label is not None and label.field != field:
        yield label, cell.removesuffix(":"), ""
        return
    head, value = _cut(cell)
    label = LABELS.get(label_key(head)) if value else None
    if label is not None and label.field != field:
        yield label, head, value
        return
    yield None, "", cell
