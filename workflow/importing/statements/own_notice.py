"""Reading back a notice that this program laid out: exactly, by where each line stands.

A paper is read by its labels, and where a line might be one there is doubt. A notice laid out by
`workflow.publishing.notice.text` leaves none: a label begins a line, and its text
stands further in.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from workflow.clock import month_of
from workflow.importing.statements.found import Found, StatementReading
from workflow.importing.statements.labels import DAYS, FIELDS, OF_WALES
from workflow.importing.statements.values import Value
from workflow.model.kind import Access
from workflow.model.statement import ConflictOfInterest
from workflow.publishing.notice.parts import (
    DECLARED_BY,
    DISPENSATION,
    INTEREST,
    KINDS,
    NONE_NOTED,
    NOT_SAID,
)
from workflow.publishing.notice.text import FORM, ITEM, STEP
from workflow.wording import long_dates

_LABEL: Final = re.compile(r"(?P<label>[A-Z][A-Za-z -]{1,60}):(?: (?P<short>.*))?")
_OURS: Final = {
    "Title": "title",
    "Decision reference": "reference",
    "Issue number": "issue_reference",
    "Decision type": "kind",
    "Decision maker": "body",
    "Date of decision": "made_on",
    "Open or exempt": "access",
    "Last day for call-in": "call_in_expiry",
    "Purpose": "purpose",
    "Decision": "decision",
    "Reasons for the decision": "reasons",
    "Alternative options considered and rejected": "options",
    "Conflicts of interest declared": "conflicts",
    "Consultation": "consultation",
    "Members who attended": "attended",
    "Apologies": "apologies",
    "Signed by": "signatory",
    "Date signed": "signed_on",
}
"""The labels of a notice that are fields of a statement, or its reference."""
_MONTHS: Final = {month_of(date(2000, each, 1)): each for each in range(1, 13)}
_MAY_BE_SILENT: Final = frozenset({
    "made_on", "decision", "reasons", "options", "conflicts", "consultation", "attended",
})  # fmt: skip
"""The fields of which a notice says that they are not stated; the others it leaves out."""
_LISTS: Final = ("options", "conflicts", "attended", "apologies")
"""The fields that are lists of items."""
_KIND_OF: Final = {words: kind for kind, words in KINDS.items()}


@dataclass(slots=True)
class _Part:
    """A part of a notice as it is printed."""

    label: str
    line: int
    short: bool
    lines: list[str] = field(default_factory=list)
    """Each line of its text, whole again."""
    begins: list[int] = field(default_factory=list)
    """Where in them each item of a list begins."""

    @property
    def text(self) -> str:
        """Give its text, a line for each line."""
        return "\n".join(self.lines)

    @property
    def items(self) -> tuple[str, ...]:
        """Give the items of a list."""
        ends = [*self.begins[1:], len(self.lines)]
        both = zip(self.begins, ends, strict=True)
        return tuple("\n".join(self.lines[start:end]) for start, end in both)


def read_own(text: str) -> StatementReading | None:
    """Read a notice that this program laid out: each field just as it was printed. None for any
    other text, which the last line tells, and for one that was changed so that it leaves doubt."""
    if text.rstrip().rpartition("\n")[2].strip() != FORM:
        return None
    parts = list(_parts(text.split("\n")))
    if len({part.label for part in parts}) < len(parts):
        return None
    found: dict[str, Found] = {}
    lists: dict[str, tuple[str, ...]] = {}
    unused = []
    for part in parts:
        name = _OURS.get(part.label)
        if name is None or name == "reference":
            unused.append((part.label, " ".join(part.lines)))
            continue
        if part.short and part.text == NOT_SAID and name in _MAY_BE_SILENT:
            continue
        value = _value(name, part)
        if value is None:
            return None
        found[name] = Found(value=value, line=part.line)
        if part.begins:
            lists[name] = part.items
    return StatementReading(
        found=MappingProxyType(
            {name: found[name] for name in (*FIELDS, *OF_WALES) if name in found}
        ),
        missing=tuple(name for name in FIELDS if name not in found),
        remarks=(),
        unused=tuple(unused),
        lists=MappingProxyType(lists),
    )


def conflict_in(text: str) -> ConflictOfInterest:
    """Give a conflict of interest from the lines of one item."""
    member, interest, *rest = text.splitlines()
    noted = "\n".join(rest).removeprefix(f"{DISPENSATION}: ")
    return ConflictOfInterest(
        member=member.removeprefix(f"{DECLARED_BY}: "),
        interest=interest.removeprefix(f"{INTEREST}: "),
        dispensation="" if noted == NONE_NOTED else noted,
    )


def _parts(lines: Iterable[str]) -> Iterator[_Part]:
    part: _Part | None = None
    for number, line in enumerate(lines, start=1):
        indent, text = len(line) - len(line.lstrip(" ")), line.strip()
        if not text or (text == FORM and not indent):
            continue
        label = None if indent else _LABEL.fullmatch(line.rstrip())
        if label is not None and (part is not None or label["label"] == "Title"):
            if part is not None:
                yield part
            short = label["short"]
            part = _Part(label["label"], number, short is not None, [short] if short else [])
        elif part is not None and indent:
            _add(part, indent, text)
    if part is not None:
        yield part


def _add(part: _Part, indent: int, text: str) -> None:
    """Add a printed line: a line of its own, or one that goes on from the line above it."""
    one = len(STEP)
    if indent == one and text.startswith(ITEM) and _OURS.get(part.label) in _LISTS:
        part.begins.append(len(part.lines))
        text = text.removeprefix(ITEM)
    elif not part.lines:
        pass
    elif part.short or indent > (2 * one if part.begins else one):
        part.lines[-1] += f" {text}"
        return
    part.lines.append(text)


def _value(name: str, part: _Part) -> Value | None:
    if name == "kind":
        return _KIND_OF.get(part.text)
    if name == "access":
        return next((each for each in Access if each.value == part.text.lower()), None)
    if name in DAYS:
        return _day(part.text)
    return part.text or None


def _day(text: str) -> date | None:
    """Read a day in full, as in "Wednesday 24 October 2018"; None for any other text."""
    words = text.split()
    if len(words) != len(("weekday", "day", "month", "year")) or words[2] not in _MONTHS:
        return None
    try:
        found = date(int(words[3]), _MONTHS[words[2]], int(words[1]))
    except ValueError:
        return None
    return found if long_dates.day(found) == text else None
