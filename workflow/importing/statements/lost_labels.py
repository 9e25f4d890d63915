"""Where a label may have been lost, so that the text above it may hold two fields' text.

A lost label leaves no trace: its text simply goes on from the text above. So a value with a
place in it where another text may begin is not relied on, if a field that the form would print
just there has no label anywhere.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from workflow.importing.statements.labels import LONG
from workflow.importing.statements.matching import LabelMatch

_RANKS: Final = {
    "issue_reference": 0,
    "body": 0,
    "title": 0,
    "made_on": 0,
    "access": 0,
    "purpose": 1,
    "decision": 2,
    "reasons": 2,
    "options": 2,
    "conflicts": 3,
    "call_in_expiry": 4,
    "signatory": 4,
    "signed_on": 4,
}
"""The order in which forms print their fields; those of one rank come in any order."""
_END: Final = 5
_WORDED: Final = LONG | {"issue_reference", "signatory"}
"""The fields whose text could pass for part of another's; a day or an access word could not."""
_CALLED: Final = {
    "issue_reference": "the issue reference",
    "body": "the decision maker",
    "signatory": "who signed",
    "options": "the options considered",
    "conflicts": "declarations of interest",
    "reasons": "the reasons",
    "purpose": "the purpose",
    "decision": "the decision",
    "title": "the title",
}


def doubt_lost_labels(entries: Sequence[LabelMatch], known: Iterable[str]) -> None:
    """Mark the entries that may hold the text of a field whose label was not found.

    The entries are in the order of their lines; `known` are the fields found without a label.
    """
    absent = _WORDED.difference(known, (entry.field for entry in entries))
    ranked = [entry for entry in entries if entry.field in _RANKS]
    ends = [*(_RANKS[entry.field] for entry in ranked[1:]), _END]
    for entry, end in zip(ranked, ends, strict=False):
        breaks = [piece for piece in entry.pieces if piece.breaks]
        if entry.field not in LONG or not breaks:
            continue
        line = breaks[0].number
        begin = _RANKS[entry.field]
        lost = sorted(
            (name for name in absent if begin <= _RANKS[name] <= max(begin, end)),
            key=lambda name: (_RANKS[name], name),
        )
        if lost:
            what = " or ".join(_CALLED[name] for name in lost)
            entry.doubts.append(
                f"no label was found for {what}, and the text from line {line} may be that"
            )
        elif end == _END and any(piece.gap for piece in breaks):
            entry.doubts.append(
                f"it is the last on the form, and the text from line {line} may not belong to it"
            )
