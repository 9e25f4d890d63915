"""The sentence in which a maker decides: "I, the Leader, … do hereby: (1) approve …".

Some forms have no label for the decision, and print this in its place. It is read only where the
sentence itself begins a paragraph, and gives way to a decision that has a label.
"""

import re
from collections.abc import Sequence
from typing import Final

from workflow.importing.statements.cleaning import TextLine
from workflow.importing.statements.labels import Label
from workflow.importing.statements.matching import LabelMatch
from workflow.importing.statements.value_lines import Piece

_MOST_LINES: Final = 5
_LONGEST: Final = 600
_BEGINS: Final = re.compile(r"(?:I|We|The|Cabinet|Executive)\b,? ")
_DECIDES: Final = re.compile(
    r"\b(?P<words>do hereby ?:[-–—]?"
    r"|(?:do |does )?hereby(?= (?:approve|agree|decide|resolve|authorise)s?\b))"
)
_REPORTED: Final = re.compile(
    r"\b(?:that|if|whether|when|not|recommend\w*|propos\w*|request\w*|ask\w*)\b", re.IGNORECASE
)
"""Words before it that show a wish, or a decision that is only mentioned and not made here."""
_POINTS_BACK: Final = re.compile(r"\s*\w+ (?:to |with )?(?:the (?:above|foregoing)|this|these)\b")
"""What is approved stands elsewhere, so the words do not tell it."""


def decision_at(lines: Sequence[TextLine], start: int) -> tuple[LabelMatch | None, int]:
    """Give the decision whose maker's sentence begins on this line, and how many lines lead to it;
    None and 0 where none does."""
    if not _BEGINS.match(lines[start].text):
        return None, 0
    before = ""
    for place, line in enumerate(lines[start : start + _MOST_LINES]):
        if line.blank or len(before) + len(line.text) > _LONGEST:
            break
        match = _DECIDES.search(line.text)
        if match is None:
            before = f"{before} {line.text}"
            continue
        rest = line.text[match.end() :].strip()
        if _REPORTED.search(before + " " + line.text[: match.start()]) or _POINTS_BACK.match(rest):
            break
        entry = LabelMatch(
            label=Label(field="decision", weaker=True),
            line=line.number,
            printed=match["words"].rstrip(" :-–—"),
        )
        if rest:
            entry.pieces.append(Piece(number=line.number, text=rest, hyphened=line.hyphened))
        return entry, place + 1
    return None, 0
