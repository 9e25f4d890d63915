"""Labels and what stands under each: from the lines of one decision."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from dataclasses import field as made
from typing import Final

from workflow.importing.labels import DAYS, FLAGS, LABELS, LONG, PAGE_TITLES, field_of
from workflow.importing.page_lines import Link, PageLine
from workflow.importing.statements.labels import key_of

_LONGEST_LABEL: Final = 100
_PAGE_LEVEL: Final = 2
"""Headings down to this level may name the page."""


@dataclass(slots=True, kw_only=True)
class Pair:
    """A label, the field it stands for, and what is printed under it."""

    label: str
    """The label as printed, without its colon; empty for text under none."""
    field: str
    """The field, or nothing where the label is unknown."""
    texts: list[str] = made(default_factory=list)
    """The paragraphs under it."""
    links: list[Link] = made(default_factory=list)
    prose: bool = False
    """Whether any of it was pasted from a word processor."""
    derived: bool = False
    """Whether it is worked out from the head of an entry, and not printed as a label."""
    ends: bool = False
    """Whether what follows is no part of it."""

    @property
    def text(self) -> str:
        """All that is printed under it, its paragraphs parted by empty lines."""
        return "\n\n".join(self.texts)


def are_marked(lines: Iterable[PageLine]) -> bool:
    """Say whether the register marks its labels as such, so that what is not marked is none."""
    return any(line.sure and field_of(line.label) for line in lines if not line.prose)


def pairs_of(lines: Sequence[PageLine], *, marked: bool) -> list[Pair]:
    """Give the labels of one decision, in order; lines under no label have a pair of their own."""
    pairs: list[Pair] = []
    beside = _labels_beside(lines)
    for place, line in enumerate(lines):
        if not line.whole and not line.links:
            continue
        if place in beside:
            pairs.append(_pair(line.whole, ""))
            continue
        begun = _begun(line, marked)
        if begun:
            pairs += begun
            pairs[-1].links += line.links
            continue
        if line.level and pairs and not line.prose:
            pairs[-1].ends = True
            continue
        _go_on(pairs, line)
    return pairs


def heads_a_value(line: PageLine) -> bool:
    """Say whether a line is a heading that is a label, and not one of the page or of a list."""
    if not line.level or line.prose or len(line.whole) > _LONGEST_LABEL:
        return False
    if line.whole.endswith(":"):
        return True
    names_page = line.level <= _PAGE_LEVEL and key_of(line.whole) in PAGE_TITLES
    return bool(field_of(line.whole)) and not names_page


def _begun(line: PageLine, marked: bool) -> list[Pair]:
    """Give the pairs that begin on a line; none where it begins with no label."""
    if line.prose:
        return []
    if heads_a_value(line):
        return [_pair(line.whole, "")]
    label, text = line.label, line.text
    if label and len(label) <= _LONGEST_LABEL:
        if not label.endswith(":") and text.startswith(":"):
            label, text = label + ":", text[1:].strip()
        if line.sure or label.endswith(":") or field_of(label):
            return [_pair(label, text)]
    return [] if marked else _unmarked(line.whole)


def _pair(label: str, text: str) -> Pair:
    name = field_of(label)
    printed = label.rstrip(": ").rstrip()
    ends = bool(text) and name not in LONG
    return Pair(label=printed, field=name, texts=[text] if text else [], ends=ends)


def _labels_beside(lines: Sequence[PageLine]) -> set[int]:
    """Find the labels that are the first cell of a row of two, in tables where any is known."""
    rows: dict[tuple[int, int], dict[int, list[int]]] = {}
    for place, line in enumerate(lines):
        if line.row and line.cell and line.whole:
            cells = rows.setdefault((line.table, line.row), {})
            cells.setdefault(line.cell, []).append(place)
    firsts = [
        cells[1][0]
        for cells in rows.values()
        if cells.keys() == {1, 2} and len(cells[1]) == 1 and not lines[cells[1][0]].prose
    ]
    known = {lines[place].table for place in firsts if field_of(lines[place].whole)}
    return {place for place in firsts if lines[place].table in known}


def _phrases() -> str:
    sought = (DAYS | FLAGS | {"call_ins", "decided_by", "meeting"}) - {"dated"}
    phrases = [re.escape(phrase) for phrase, name in LABELS.items() if name in sought]
    return "|".join(sorted(phrases, key=len, reverse=True)).replace(r"\ ", "[ -]")


_WITHIN: Final = re.compile(rf"(?:\A|(?<=[\w.)?;,] ))(?:{_phrases()})\??:", re.IGNORECASE)
"""A label of a short value, at the beginning of a line or within it."""


def _unmarked(text: str) -> list[Pair]:
    """Give the pairs of a line such as “Decision published: 1 May 2026 Effective from: …”."""
    label, colon, _ = text[: _LONGEST_LABEL + 1].partition(":")
    if not colon or not field_of(label):
        return []
    if field_of(label) in LONG:
        return [_pair(f"{label}:", text[len(label) + 1 :].strip())]
    within = [each for each in _WITHIN.finditer(text) if each.start() > len(label)]
    ends = [*(each.start() for each in within), len(text)]
    pairs = [_pair(f"{label}:", text[len(label) + 1 : ends[0]].strip())]
    for each, end in zip(within, ends[1:], strict=True):
        pairs.append(_pair(each[0], text[each.end() : end].strip()))
    return pairs


def _go_on(pairs: list[Pair], line: PageLine) -> None:
    """Put a line under the label above it, or under none."""
    if not pairs or pairs[-1].ends:
        pairs.append(Pair(label="", field="", prose=line.prose))
    pair = pairs[-1]
    if line.whole:
        pair.texts.append(line.whole)
    pair.links += line.links
    pair.prose |= line.prose
    if pair.field and pair.field not in LONG:
        pair.ends = True
