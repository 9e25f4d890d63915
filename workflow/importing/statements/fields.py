"""Gathering one value for each field from all that was come upon, or the reason for none."""

import re
from collections.abc import Sequence
from typing import Final

from workflow.importing.statements.headings import OFFICER
from workflow.importing.statements.labels import FIELDS
from workflow.importing.statements.makers import gives_way, reads_like
from workflow.importing.statements.matching import LabelMatch
from workflow.importing.statements.scanning import Scan
from workflow.importing.statements.template import names_body
from workflow.importing.statements.values import Value, read_kind, read_value, shown
from workflow.model.kind import Kind

_Placed = tuple[Value, int]
_DATE_WORD: Final = re.compile(r"(?:^| )Dated?(?:: ?| (?=[0-9A-Z])|$)")
_ITS_OWN_BOILERPLATE: Final = re.compile(r"(?P<name>.{1,80}?) Information about (?P<again>.*)")


def gather(scan: Scan) -> tuple[dict[str, _Placed], list[str]]:
    """Give each field's value with its line, and what a person should look at."""
    values: dict[str, _Placed] = {}
    remarks: list[str] = []
    _part_signatures(scan)
    for field in FIELDS:
        entries = [entry for entry in scan.entries if entry.field == field]
        if field == "kind":
            placed, kinds_said = _kind(scan, entries, _maker(scan))
            scan.of_the_kind = tuple(kinds_said)
        elif field == "body":
            placed, kinds_said = _body(scan, entries)
        elif field == "exempt_when_urgent":
            placed, kinds_said = _urgency(scan), []
        else:
            placed, kinds_said = _one(scan, field, entries)
        remarks += kinds_said
        if placed is not None:
            values[field] = placed
    return values, remarks + _across(values)


def _one(scan: Scan, field: str, entries: Sequence[LabelMatch]) -> tuple[_Placed | None, list[str]]:
    """Settle one field: a value, doubted, twofold or unreadable, is none, with a remark."""
    printed = [entry for entry in entries if entry.text]
    if not printed:
        return None, [
            f"“{entry.printed}” on line {entry.line} has nothing written under it."
            for entry in entries[:1]
        ]
    plain = [entry for entry in printed if not entry.label.weaker] or printed
    weaker = printed if plain is not printed else []
    given_way = [entry for entry in weaker if entry.label.weaker and not _agrees(entry, plain[0])]
    remarks = [
        f"“{entry.printed}” on line {entry.found_on} says otherwise: {shown(entry.text)}."
        for entry in given_way[:3]
    ]
    first = plain[0]
    others = [entry for entry in plain[1:] if not _agrees(entry, first)]
    if others:
        scan.disagreeing[field] = (first.found_on, others[0].found_on)
        lines = ", ".join(str(entry.found_on) for entry in [first, *others][:5])
        return None, [
            f"“{first.printed}” is given more than once, differently, on lines {lines}.",
            *remarks,
        ]
    doubt = next((entry.doubts[0] for entry in plain if entry.doubts), "")
    if doubt:
        return None, [
            f"“{first.printed}” on line {first.line} is not relied on: {doubt}.",
            *remarks,
        ]
    text, found_on = first.text, first.found_on
    value, note = read_value(field, text, len(first.pieces))
    if note == "two dates":
        return None, [
            f"There are two dates in “{first.printed}” on line {found_on}: {shown(text)}."
        ]
    if note:
        remarks.append(f"“{first.printed}” on line {found_on}, {shown(text)}: {note}.")
    if value is not None and first.label.weaker and field == "decision":
        remarks.append(f"The decision was read from “{first.printed}” on line {found_on}.")
    return (None if value is None else (value, found_on)), remarks


def _agrees(one: LabelMatch, other: LabelMatch) -> bool:
    return one.text.casefold() == other.text.casefold()


def _maker(scan: Scan) -> str:
    """Give the words for who decided, as far as one name is printed; empty where none is for
    certain."""
    placed, _ = _body(scan, [entry for entry in scan.entries if entry.field == "body"])
    return "" if placed is None else f"{scan.body_named} {placed[0]}"


def _kind(
    scan: Scan, entries: Sequence[LabelMatch], maker: str
) -> tuple[_Placed | None, list[str]]:
    heading = scan.headings[0] if scan.headings else None
    kind_words = heading.kind if heading is not None else ""
    printed = [entry for entry in entries if entry.text]
    answers = {read_kind(entry.text) for entry in printed}
    if None in answers or len(answers) > 1 or any(entry.doubts for entry in printed):
        first = printed[0]
        where = f"“{first.printed}” on line {first.found_on}"
        return None, [f"{where} does not say plainly whether it is key: {shown(first.text)}."]
    if not printed:
        if heading is not None and isinstance(kind_words, Kind):
            return (kind_words, heading.line), []
        if heading is not None:
            what = "an officer's decision" if kind_words == OFFICER else "a decision"
            return None, [f"The heading on line {heading.line} says {what}, but not whether key."]
        return None, []
    line, answer = printed[0].found_on, answers.pop()
    if isinstance(answer, Kind):
        agreed = kind_words in (answer, OFFICER, "")
        kind: Kind | None = answer if agreed else None
    elif isinstance(kind_words, Kind):
        kind = kind_words if kind_words.is_key == answer else None
    elif kind_words == OFFICER:
        kind = Kind.of(is_officers=True, is_key=bool(answer))
    else:
        read = reads_like(maker)
        if read.an_officer is read.a_member:
            where = f"“{printed[0].printed}” on line {line}"
            return None, [
                f"{where} says whether it is key, but nothing says if an officer made it."
            ]
        kind = Kind.of(is_officers=read.an_officer, is_key=bool(answer))
    if kind is None:
        if heading is not None:
            scan.disagreeing["kind"] = (heading.line, line)
        return None, [f"The heading and line {line} differ on what kind of decision it is."]
    return (kind, line if not isinstance(kind_words, Kind) or heading is None else heading.line), []


def _body(scan: Scan, entries: Sequence[LabelMatch]) -> tuple[_Placed | None, list[str]]:
    heading = scan.headings[0] if scan.headings else None
    placed, remarks = _one(scan, "body", [entry for entry in entries if not _long_body(entry)])
    long = [entry for entry in entries if _long_body(entry)]
    if placed is None and not remarks and long:
        name = long[0].text[: len(_long_body(long[0]))]
        placed = name, long[0].found_on
    if heading is None or not heading.body or remarks:
        return placed, remarks
    if heading.doubt:
        if placed is not None and str(placed[0]).casefold().startswith(heading.body.casefold()):
            return placed, []
        return None, [f"Who decided is not relied on: {heading.doubt}."]
    named = (heading.body, heading.body_line)
    if placed is None:
        return named, []
    body = str(placed[0])
    if gives_way(heading.body, body):
        return placed, []
    if _plain_body(body) != _plain_body(heading.body) and not names_body(body, heading.body):
        scan.disagreeing["body"] = (heading.line, placed[1])
        where = f"The heading on line {heading.line}"
        return None, [f"{where} names {shown(heading.body)}, but line {placed[1]} {shown(body)}."]
    return named, []


def _long_body(entry: LabelMatch) -> str:
    """Give the name in "Cabinet Information about cabinet, …", which the form repeats itself."""
    found = _ITS_OWN_BOILERPLATE.fullmatch(entry.text)
    if found is None or not found["again"].casefold().startswith(found["name"].casefold()):
        return ""
    return found["name"]


def _plain_body(text: str) -> str:
    return text.casefold().removeprefix("the ").removesuffix(".")


def _urgency(scan: Scan) -> _Placed | None:
    """Say that the words on urgency are printed; their absence says nothing either way."""
    lines = [entry.line for entry in scan.entries if entry.label.urgent]
    return (True, lines[0]) if lines else None


def _part_signatures(scan: Scan) -> None:
    """Part "Signed: a name Date 18 October 2018", on one line, into the name and the date."""
    for entry in [entry for entry in scan.entries if entry.field == "signatory"]:
        if len(entry.pieces) != 1:
            continue
        piece = entry.pieces[0]
        dates = list(_DATE_WORD.finditer(piece.text))[-1:]
        if dates:
            scan.part(entry, piece.text[: dates[0].start()], piece.text[dates[0].end() :])


def _across(values: dict[str, _Placed]) -> list[str]:
    """Say where one field cannot be squared with another."""

    def before(one: str, other: str) -> bool:
        a, b = values.get(one, (None, 0))[0], values.get(other, (None, 0))[0]
        return a is not None and b is not None and str(a) < str(b)

    remarks = []
    if before("call_in_expiry", "made_on"):
        remarks.append("The call-in expiry is before the decision.")
    if before("signed_on", "made_on"):
        remarks.append("It was signed before the day of the decision.")
    return remarks
