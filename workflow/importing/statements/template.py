"""The form whose upper labels a PDF has lost: its paragraphs known by the form's fixed order.

Herefordshire prints its written statement in one order: title, who decided (with where to find
the members), the date, Open or Exempt, the purpose, the decision; then rows with labels. The
labels of the upper block are pictures in the PDF and do not come out as text. Reading the
paragraphs by place is not a guess, because their places are held by lines that cannot be taken
for anything else:

* the heading names the body, and the second paragraph begins by naming it again;
* exactly one line of the block is a date and nothing else;
* exactly one line is an access word and nothing else, and it is the very next line;
* the decision begins with "That" or "Resolved", or with its own label.

What stands before the body's paragraph can only be the title, and what stands between the access
word and the decision only the purpose, so long as either is a single paragraph. If the date or
the access word is lost, doubled or out of place, nothing in the block is read; if another of
these does not hold, the paragraphs that lean on it are not. A paragraph is never moved up or
down to fill a gap.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from workflow.importing.statements.cleaning import TextLine, without_enumerator
from workflow.importing.statements.dates import is_day
from workflow.importing.statements.labels import Label
from workflow.importing.statements.matching import LabelMatch
from workflow.importing.statements.value_lines import Piece, piece_of
from workflow.importing.statements.values import is_access

_BEGINS: Final = re.compile(r"(?:That|Resolved|RESOLVED|Agreed|AGREED|THAT)\b")
_WHERE_TO_LOOK: Final = " information about "


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place in the form's order, and how its line is known (None: by what is around it)."""

    field: str
    called: str
    known_by: Callable[[str, str], bool] | None


def _is_day(text: str, _: str) -> bool:
    return is_day(text)


def _is_access(text: str, _: str) -> bool:
    return is_access(text)


def names_body(text: str, body: str) -> bool:
    """Say whether a paragraph is the one that names the body and says where its members are."""
    said, name = text.casefold(), body.casefold()
    return bool(name) and (said == name or said.startswith(name + _WHERE_TO_LOOK))


def _begins_decision(text: str, _: str) -> bool:
    return _BEGINS.match(without_enumerator(text)) is not None


TITLE: Final = Slot(field="title", called="title", known_by=None)
BODY: Final = Slot(field="body", called="decision maker", known_by=names_body)
MADE_ON: Final = Slot(field="made_on", called="date", known_by=_is_day)
ACCESS: Final = Slot(field="access", called="Open or Exempt", known_by=_is_access)
PURPOSE: Final = Slot(field="purpose", called="purpose", known_by=None)
DECISION: Final = Slot(field="decision", called="decision", known_by=_begins_decision)
ORDER: Final = (TITLE, BODY, MADE_ON, ACCESS, PURPOSE, DECISION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What the unlabelled block of a form gave."""

    entries: tuple[LabelMatch, ...] = ()
    remarks: tuple[str, ...] = ()


def read_block(block: Sequence[TextLine], body: str, ended_by: str) -> Block:
    """Read the unlabelled lines between the heading and the first label (of field `ended_by`)."""
    lines = [line for line in block if not line.blank]
    days = _places(MADE_ON, lines, body)
    accesses = _places(ACCESS, lines, body)
    if not body or len(days) != 1 or accesses != [days[0] + 1]:
        return Block(remarks=(_unanchored(lines, body, len(days), len(accesses)),))
    day, access = days[0], accesses[0]
    entries = [_entry(MADE_ON, block, lines[day:access]), _entry(ACCESS, block, [lines[access]])]
    remarks = []
    bodies = [place for place in _places(BODY, lines, body) if place < day]
    if len(bodies) == 1 and _is_one(block, lines[: bodies[0]]):
        entries.append(_entry(TITLE, block, lines[: bodies[0]]))
    else:
        remarks.append(
            "The title has no label, and it is not the one paragraph before the decision maker's."
        )
    starts = [place for place in _places(DECISION, lines, body) if place > access]
    start = starts[0] if starts else len(lines)
    if starts:
        entries.append(_entry(DECISION, block, lines[start:]))
    elif ended_by != "decision":
        remarks.append(
            "The decision has no label, and no paragraph of the upper block begins with “That”"
            " or “Resolved”, so neither it nor the purpose can be told apart."
        )
        return Block(entries=tuple(entries), remarks=tuple(remarks))
    purpose = _pieces(block, lines[access + 1 : start])
    if purpose and not any(piece.parted for piece in purpose):
        entries.append(_entry(PURPOSE, block, lines[access + 1 : start]))
    else:
        remarks.append(
            "The purpose has no label, and it is not the one paragraph before the decision."
        )
    return Block(entries=tuple(entries), remarks=tuple(remarks))


def _places(slot: Slot, lines: Sequence[TextLine], body: str) -> list[int]:
    known_by = slot.known_by
    assert known_by is not None
    return [place for place, line in enumerate(lines) if known_by(line.text, body)]


def _unanchored(lines: Sequence[TextLine], body: str, days: int, accesses: int) -> str:
    if not body:
        why = "the heading does not name the decision maker"
    elif days != 1:
        why = f"{days or 'no'} line{'s' * (days != 1)} of it hold{'s' * (days == 1)} a date alone"
    elif accesses != 1:
        why = f"{accesses or 'no'} lines of it say Open or Exempt alone"
    else:
        why = "the line saying Open or Exempt does not follow the date"
    order = ", ".join(slot.called for slot in ORDER)
    return (
        f"Lines {lines[0].number}–{lines[-1].number} have no labels and were not read by their"
        f" order ({order}): {why}."
    )


def _is_one(block: Sequence[TextLine], lines: Sequence[TextLine]) -> bool:
    """Say whether lines are plainly one paragraph: nothing in them may begin another."""
    return bool(lines) and not any(piece.breaks for piece in _pieces(block, lines))


def _pieces(block: Sequence[TextLine], lines: Sequence[TextLine]) -> list[Piece]:
    below_a_gap = {line.number + 1 for line in block if line.blank}
    return [
        piece_of(line, above=above, gap=above is not None and line.number in below_a_gap)
        for line, above in zip(lines, [None, *lines[:-1]], strict=False)
    ]


def _entry(slot: Slot, block: Sequence[TextLine], lines: Sequence[TextLine]) -> LabelMatch:
    return LabelMatch(
        label=Label(field=slot.field),
        line=lines[0].number,
        printed=slot.called,
        pieces=_pieces(block, lines),
    )
