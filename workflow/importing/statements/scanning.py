"""Going down a statement line by line: its headings, its labels, and what stands under each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from workflow.importing.label_words import OTHER
from workflow.importing.statements.cleaning import TextLine, without_enumerator
from workflow.importing.statements.dates import is_day
from workflow.importing.statements.deciding import decision_at
from workflow.importing.statements.headings import Heading, heading_at
from workflow.importing.statements.labels import (
    BARE_DATE,
    LONG,
    Label,
    is_foot,
    is_scrap,
    seems_a_label,
)
from workflow.importing.statements.matching import LabelMatch, entries_at
from workflow.importing.statements.short_answers import ANSWERED, may_go_on, takes_back
from workflow.importing.statements.value_lines import Piece, piece_of
from workflow.importing.statements.values import is_access, says_none, shown

_PAGE: Final = re.compile(
    r"page [0-9]{1,3}(?: ?(?:of|/) ?[0-9]{1,3})?|[-–] ?[0-9]{1,3} ?[-–]", re.I
)
_NUMBER: Final = re.compile("[0-9]{1,3}")
_MOST_WORDS: Final = 10
"""A label in a row of a table has no more words than this."""
_MOST_PIECES: Final = 50
"""A value of more lines than this is longer than "None" in any words."""
_FOOT_OF_FORM: Final = frozenset({"reasons", "options", "conflicts", "call_in_expiry", "signatory"})


def row_name(line: TextLine) -> str:
    """Give what stands first in a row of a table, where a line is one; else nothing."""
    if line.tabbed:
        name = line.left if line.right else ""
    elif line.wide and len(line.cells) > 1 and not line.cells[0].endswith((".", ",", ";")):
        name = line.cells[0]
    else:
        name = ""
    is_name = without_enumerator(name) == name and len(name.split()) <= _MOST_WORDS
    return name if is_name else ""


def _may_belong(line: TextLine) -> str:
    return f"the text on line {line.number} may belong to it"


@dataclass(slots=True, kw_only=True)
class Scan:
    """What was come upon, in order."""

    headings: list[Heading] = field(default_factory=list)
    entries: list[LabelMatch] = field(default_factory=list)
    block: list[TextLine] = field(default_factory=list)
    """The lines between the heading and the first label after it."""
    block_ended_by: str = ""
    """The field of that label; empty at the end of the text."""
    loose: list[TextLine] = field(default_factory=list)
    """The lines that belong to no label."""
    above: list[TextLine] = field(default_factory=list)
    """The lines above the first heading and label."""
    foot: list[TextLine] = field(default_factory=list)
    """The lines of the legend at the foot of the form."""
    remarks: list[str] = field(default_factory=list)
    of_the_kind: tuple[str, ...] = ()
    """What is remarked of the kind of decision, once that is gathered."""
    disagreeing: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The first two lines that disagree on a field, by the field."""
    _current: LabelMatch | None = None
    _answered: LabelMatch | None = None
    """The short answer that the unlabelled text below it does not belong to."""
    _gap: bool = False
    _in_block: bool = False
    _in_foot: bool = False
    _at_the_foot: bool = False
    """Whether a label that forms print below the decision has been passed."""
    _last: TextLine | None = None

    def read(self, lines: Sequence[TextLine]) -> None:
        """Go down all the lines."""
        place = 0
        while place < len(lines):
            place += self._step(lines, place)
        if all(line.blank for line in self.block):
            self.block.clear()

    def _step(self, lines: Sequence[TextLine], place: int) -> int:
        line = lines[place]
        if line.blank:
            self._gap = True
            if self._in_block:
                self.block.append(line)
            return 1
        if _PAGE.fullmatch(line.text) or (line.page_ends and _NUMBER.fullmatch(line.text)):
            return 1
        heading = heading_at(lines, place)
        if heading is not None:
            first = self.headings[0] if self.headings else heading
            if self.headings and (heading.kind, heading.body) == (first.kind, first.body):
                # The heading printed again at the top of a page is not part of the text.
                self.headings.append(heading)
                return heading.used
            self._close()
            self._in_block = not self.headings
            self.headings.append(heading)
            return heading.used
        matches, used = entries_at(lines, place)
        if matches:
            self._open(matches)
            self._last = lines[place + used - 1]
            return used
        begins_anew = self._begins_anew(lines[place - 1 : place])
        decision, used = decision_at(lines, place) if begins_anew else (None, 0)
        if decision is not None:
            self._open([decision])
            leading = lines[place : place + used]
            self.loose += leading
            self._last = leading[-1]
            return used
        self._unlabelled(line)
        self._gap = False
        self._last = line
        return 1

    def _begins_anew(self, above: Sequence[TextLine]) -> bool:
        """Say whether a paragraph that is no part of a decision may begin below a line."""
        in_decision = self._current is not None and self._current.field == "decision"
        return not in_decision and (self._gap or [self._last] != [*above])

    def _open(self, matches: list[LabelMatch]) -> None:
        before = self.entries[-1:]
        for entry in matches:
            if entry.field == BARE_DATE:
                entry.label = Label(field=self._which_date(matches, before), weaker=True)
                if entry.field == OTHER:
                    self.remarks.append(
                        f"The “{entry.printed}” on line {entry.line} does not say which date it is."
                    )
        self.entries += matches
        self._at_the_foot |= any(entry.field in _FOOT_OF_FORM for entry in matches)
        if self._in_block:
            self.block_ended_by = matches[0].field
        self._current, self._answered, self._gap = matches[-1], None, False
        self._in_block = self._in_foot = False

    def _which_date(self, row: list[LabelMatch], before: list[LabelMatch]) -> str:
        """Settle a bare "Date": beside or just below the signature it is the day of signing, as
        every form prints it; above the foot of the form, the day of the decision."""
        if any(entry.field == "signatory" for entry in [*row, *before]):
            return "signed_on"
        if self._at_the_foot:
            return OTHER
        return "made_on"

    def _close(self) -> None:
        self._current, self._gap, self._in_block, self._in_foot = None, False, False, False

    def _unlabelled(self, line: TextLine) -> None:
        if is_foot(line.text):
            self._close()
            self._in_foot = True
        elif self._in_block:
            self.block.append(line)
        elif self._current is not None and self._takes(self._current, line):
            entry = self._current
            piece = piece_of(
                line,
                above=self._last if entry.pieces else None,
                gap=self._gap and bool(entry.pieces),
                named=entry.field in ("title", "body"),
            )
            entry.pieces.append(piece)
        elif self.headings or self.entries:
            self._current = None
            if self._answered is not None and takes_back(self._answered.field, line.text):
                self._answered.doubts.append(_may_belong(line))
            (self.foot if self._in_foot else self.loose).append(line)
        else:
            self.above.append(line)

    def _takes(self, entry: LabelMatch, line: TextLine) -> bool:
        """Say whether an unlabelled line goes on with the value above it."""
        if self._ends_an_answer(entry, line):
            apart = self._gap or seems_a_label(line.text)
            if apart and not may_go_on(entry.field, line.text):
                self._answered = entry
                return False
            entry.doubts.append(_may_belong(line))
        if (
            self._gap
            and (entry.tabbed or entry.field not in LONG)
            and (entry.pieces or entry.tabbed)
        ):
            # A row of a table, or a short entry, is over at an empty line.
            if entry.pieces and entry.field in LONG:
                entry.doubts.append(_may_belong(line))
            return False
        if entry.field == OTHER:
            return True
        other, why = self._is_of_another(entry, line)
        if other:
            self.remarks += [f"{why}."] if why else []
            return False
        entry.doubts += [why] if why else []
        return True

    def _ends_an_answer(self, entry: LabelMatch, line: TextLine) -> bool:
        """Say whether the value so far is "None", and a line below it seems to be of another."""
        # A longer value is not joined again for each line below it, only to be no "None".
        if entry.field not in ANSWERED or len(entry.pieces) > _MOST_PIECES:
            return False
        if not says_none(entry.text):
            return False
        in_column = entry.column is not None and line.indent > entry.column
        return not in_column and (self._gap or line.text[:1].isupper())

    def _is_of_another(self, entry: LabelMatch, line: TextLine) -> tuple[bool, str]:
        """Say whether a line plainly belongs to something else than the entry above it, and why
        that may be."""
        where = f"line {line.number}"
        in_column = entry.column is not None and line.indent > entry.column
        row = "" if in_column else row_name(line)
        # One word alone under a label ("Key", "Open") is its value, though labels begin so too.
        scrap = (entry.pieces or " " in line.text) and (
            is_scrap(line.text) or is_scrap(line.cells[0])
        )
        if row or seems_a_label(line.text) or scrap:
            plain = entry.field not in LONG or (
                bool(row) and (entry.tabbed or entry.column is not None)
            )
            label = shown(row or line.text)
            if plain:
                return True, f"Line {line.number} begins with {label}, which is not a known label"
            return False, f"{where} may be under another label: {label}"
        if entry.column is not None and entry.pieces and not in_column:
            return entry.field not in LONG, f"{where} does not stand in its column"
        if line.text.startswith(":"):
            return False, f"{where} begins with a colon, and no label"
        if entry.field in LONG and (is_day(line.text) or is_access(line.text)):
            return False, f"{where} says only {shown(line.text)}, and its own label may be lost"
        return False, ""

    @property
    def known(self) -> bool:
        """Say whether any label was come upon that a statement is read for."""
        return any(entry.field != OTHER for entry in self.entries)

    @property
    def body_named(self) -> str:
        """Who decided, as the heading has it; empty where it is not there or not whole."""
        first = self.headings[0] if self.headings else None
        return "" if first is None or first.doubt else first.body

    def part(self, entry: LabelMatch, name: str, day: str) -> None:
        """Split a signature's entry into the name and, as an entry of its own, the day."""
        piece = entry.pieces[0]
        entry.pieces[:] = [Piece(number=piece.number, text=name)] if name else []
        pieces = [Piece(number=piece.number, text=day)] if day else []
        label = Label(field="signed_on")
        self.entries.append(LabelMatch(label=label, line=entry.line, printed="Date", pieces=pieces))
