"""Reading a written statement from text: what it says, where, and what could not be found."""

import math
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from workflow.errors import Invalid
from workflow.importing.label_words import OTHER
from workflow.importing.statements.cleaning import TextLine, dropped_from, lines_of
from workflow.importing.statements.fields import gather
from workflow.importing.statements.found import Found, StatementReading
from workflow.importing.statements.labels import FIELDS, LONG
from workflow.importing.statements.lost_labels import doubt_lost_labels
from workflow.importing.statements.own_notice import read_own
from workflow.importing.statements.scanning import Scan
from workflow.importing.statements.telling import told_in
from workflow.importing.statements.template import names_body, read_block
from workflow.importing.statements.values import shown

NOT_A_STATEMENT: Final = "This does not read like a written statement: no label in it is known."
HOW_TO_SAVE: Final = (
    "Save the notice as text (UTF-8) and try again; for a PDF: pdftotext -layout notice.pdf"
    " notice.txt"
)
_SHORT: Final = 300
"""Characters of a line that may say one thing by itself."""
_MOST_RANGES: Final = 8
_Pair = tuple[str, str]


def read_statement(text: str) -> StatementReading:
    """Read a written statement's text; one that holds no known label raises Invalid."""
    lines = lines_of(text)
    if all(line.blank for line in lines):
        raise Invalid("There is no text to read.", remedy=HOW_TO_SAVE)
    own = read_own(text)
    if own is not None:
        return own
    scan = Scan()
    scan.read(lines)
    if not scan.headings and not scan.known:
        raise Invalid(NOT_A_STATEMENT, remedy=HOW_TO_SAVE)
    _refuse_two(scan)
    dropped = dropped_from(text)
    remarks = [dropped] if dropped else []
    remarks += scan.remarks
    remarks += _read_block(scan)
    for entry in scan.entries:
        if entry.field == "title" and scan.body_named:
            entry.doubts += [
                f"line {piece.number} names who decided"
                for piece in entry.pieces[1:]
                if names_body(piece.text, scan.body_named)
            ]
    doubt_lost_labels(scan.entries, {"body"} if scan.body_named else set())
    values, kinds_said = gather(scan)
    remarks += kinds_said
    remarks += _unread(scan)
    fields = {name: Found(value=value, line=line) for name, (value, line) in values.items()}
    return StatementReading(
        found=MappingProxyType({name: fields[name] for name in FIELDS if name in fields}),
        missing=tuple(name for name in FIELDS if name not in fields),
        remarks=tuple(dict.fromkeys(remarks)),
        unused=tuple(_unused(scan, lines, values)),
        of_the_kind=scan.of_the_kind,
        disagreeing=MappingProxyType(scan.disagreeing),
    )


def _unused(scan: Scan, lines: Sequence[TextLine], values: Mapping[str, object]) -> Iterator[_Pair]:
    """Give what is read for no field; and any line, wherever it stands, that says by itself what
    became of the decision."""
    loose = {line.number for line in (*scan.above, *scan.loose, *scan.foot)}
    for entry in scan.entries:
        if entry.text and (entry.field == OTHER or entry.field not in values):
            yield entry.printed, entry.text
    for heading in scan.headings:
        if heading.aside:
            yield "", heading.aside
    for line in lines:
        if line.text and (line.number in loose or told_in(line.text[:_SHORT]).banner):
            yield "", line.text


def _read_block(scan: Scan) -> list[str]:
    """Read the upper block by the form's order, if it has no labels; what is not used is loose."""
    if not scan.block:
        return []
    labelled = {entry.field for entry in scan.entries}
    if labelled & {"title", "made_on", "access", "purpose"}:
        scan.loose = [line for line in scan.block if not line.blank] + scan.loose
        return []
    block = read_block(scan.block, scan.body_named, scan.block_ended_by)
    scan.entries += block.entries
    scan.entries.sort(key=lambda entry: entry.line)
    return list(block.remarks)


def _refuse_two(scan: Scan) -> None:
    """Refuse a text that holds two statements: their fields would be mixed."""
    signed = min((e.line for e in scan.entries if e.field == "signatory"), default=math.inf)
    last = max((e.line for e in scan.entries if e.field in LONG), default=0)
    for heading in scan.headings[1:]:
        first = scan.headings[0]
        other = (heading.kind, heading.body) != (first.kind, first.body)
        if other or signed < heading.line < last:
            raise Invalid(
                f"The text holds more than one statement: another begins on line {heading.line}.",
                remedy="Give the text of one statement only.",
            )


def _unread(scan: Scan) -> list[str]:
    runs: list[list[int]] = []
    for line in scan.loose:
        if runs and line.number - runs[-1][1] <= 2:
            runs[-1][1] = line.number
        else:
            runs.append([line.number, line.number])
    if not runs:
        return []
    ranges = [f"{a}–{b}" if b > a else f"{a}" for a, b in runs[:_MOST_RANGES]]
    more = " and more" if len(runs) > _MOST_RANGES else ""
    one = len(runs) == 1 and runs[0][0] == runs[0][1]
    what = f"Line {ranges[0]} belongs" if one else f"Lines {', '.join(ranges)}{more} belong"
    read = f"{'was' if one else 'were'} not read ({shown(scan.loose[0].text)})"
    return [f"{what} to no label and {read}."]
