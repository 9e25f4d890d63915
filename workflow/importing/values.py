"""From labels and what is printed under them to one decision, with every doubt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from workflow.errors import Invalid
from workflow.files.cells import shown
from workflow.importing.addresses import Home, followable, is_document
from workflow.importing.character_references import is_garbled, undone
from workflow.importing.label_words import OTHER
from workflow.importing.labels import DAYS, FLAGS, NAMES, answer_of
from workflow.importing.pairs import Pair
from workflow.importing.records import LinkedDocument, ListedDecision
from workflow.importing.statements.cleaning import folded
from workflow.importing.statements.dates import read_day
from workflow.importing.statements.labels import key_of
from workflow.text import LINE, PARAGRAPHS, WIDTHLESS, clean, line

_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200e\u200f\u061c\u2060\ufeff]")
_REFERENCE: Final = re.compile(r"\s*\(?\bref: ?([0-9]{1,12})\)?\s*\Z", re.IGNORECASE)
_SIZE: Final = re.compile(
    r"(?:\s*\bpdf icon)?\s*[(\[]?\b(?:PDF|DOCX?|XLSX?|PPTX?|RTF|ODT|CSV|HTML?|ZIP|TXT)?\b[,: ]*"
    r"[0-9]{1,6}(?:\.[0-9]{1,3})? ?(?:bytes|B|KB|MB|GB)\b[)\]]?\s*\Z",
    re.IGNORECASE,
)
_AT_MEETING: Final = re.compile(r"(?P<day>.{6,40}?) [-–—] (?P<body>\S.*)", re.DOTALL)
_BLANKS: Final = frozenset({"-", "–", "—"})
_NUMBER: Final = re.compile("[0-9]{1,3}")
_CALL_IN: Final = "call in"
"""What an answer must say of itself under a label that says only that."""


@dataclass(slots=True)
class _Building:
    """One decision while it is read."""

    home: Home
    times: int
    days: dict[str, date] = field(default_factory=dict)
    flags: dict[str, bool] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    call_ins: int | None = None
    documents: list[LinkedDocument] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def doubt(self, label: str, why: str) -> None:
        """Add a doubt, once."""
        sentence = f"{printable(label)}: {why}."
        if sentence not in self.doubts:
            self.doubts.append(sentence)


def without_reference(text: str) -> tuple[str, str]:
    """Part a title from the “ref: 123” printed at its end: the title, and the number."""
    found = _REFERENCE.search(text)
    title, number = (text[: found.start()].rstrip(), found[1]) if found else (text, "")
    return (title if _INVISIBLE.sub("", title).strip() else ""), number


def printable(text: str) -> str:
    """Give a text without what has no width or shape of its own, white space folded."""
    return "".join(each for each in folded(text) if each.isprintable())


def heading_of(text: str) -> str:
    """Give a heading, or a name, as one line that may be printed; nothing where it is none."""
    try:
        return line(printable(text), "heading")
    except Invalid:
        return ""


def listed_of(
    title: str, pairs: Sequence[Pair], known: ListedDecision, home: Home, times: int
) -> ListedDecision:
    """Give a decision: what its labels say, over what is already known of it.

    `times` is how often the page encoded its short texts too often. Raises Invalid where a hidden
    character stands in any of them, or the title does not fit.
    """
    raw = tuple((pair.label, _as_printed(pair)) for pair in pairs if not pair.derived)
    _refuse_hidden((*known.raw, *raw))
    building = _Building(home, times)
    name = _text(building, "Title", title)
    if name:
        name = line(name, "title")
    for pair in _once_each(pairs, building):
        _READERS.get(pair.field, _linked)(pair, building)
    _settle_days(building)
    answer, headed = building.flags.get("is_subject_to_call_in"), known.is_subject_to_call_in
    if None not in (answer, headed) and answer is not headed:
        flag = NAMES["is_subject_to_call_in"]
        building.doubt(
            flag, "the heading of the list says so, and the decision says not"
            if headed else "the heading of the list says not, and the decision says so"
        )  # fmt: skip
    number = building.texts.pop("reference", "")
    values: dict[str, Any] = {**building.days, **building.flags, **building.texts}
    return replace(
        known,
        **values,
        title=name,
        identity=known.identity or number,
        reference=known.reference or number,
        unused=known.unused or _unused(pairs),
        call_ins=building.call_ins,
        documents=tuple(dict.fromkeys(building.documents)),
        raw=(*known.raw, *raw),
        doubts=(*known.doubts, *building.doubts),
    )


def _refuse_hidden(raw: Sequence[tuple[str, str]]) -> None:
    """Raise Invalid where a hidden character stands in anything that is printed."""
    everything = "".join(part for pair in raw for part in pair)
    if everything.replace("\n", "").isprintable() and len(everything) <= PARAGRAPHS:
        return
    for label, text in raw:
        clean(WIDTHLESS.sub("", label), "label")
        clean(WIDTHLESS.sub("", text), f"value under {shown(label)}" if label else "value")


def _unused(pairs: Sequence[Pair]) -> tuple[tuple[str, str], ...]:
    rest = (pair for pair in pairs if pair.field in ("", OTHER) and not pair.derived)
    return tuple((printable(pair.label), pair.text) for pair in rest if pair.text)


def _as_printed(pair: Pair) -> str:
    return pair.text or "; ".join(link.text for link in pair.links)


def _once_each(pairs: Sequence[Pair], building: _Building) -> list[Pair]:
    """Give the pairs whose label is printed once, or always with the same value."""
    by_field: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_field.setdefault(pair.field, []).append(pair)
    kept: list[Pair] = []
    for name, same in by_field.items():
        values = list(dict.fromkeys(pair.text for pair in same if pair.text))
        if name in NAMES and len(values) > 1:
            building.doubt(
                same[0].label, f"it is printed with {shown(values[0])} and with {shown(values[1])},"
                " and neither is taken"
            )  # fmt: skip
        else:
            kept += same if name not in NAMES else [p for p in same if p.text][:1]
    return kept


def _text(building: _Building, label: str, text: str) -> str:
    plain, stopped = undone(text, building.times)
    if stopped:
        building.doubt(label, "a tag is encoded in it more than once, and is left as printed")
    if is_garbled(plain):
        building.doubt(label, f"{shown(plain)} seems to have been decoded wrongly")
    return " ".join(_INVISIBLE.sub("", plain).split())


def _short(pair: Pair, building: _Building) -> None:
    text = _text(building, pair.label, " ".join(pair.texts))
    if len(text) > LINE:
        building.doubt(
            pair.label, f"it has {len(text):,} characters, where at most {LINE} are read"
        )
    elif text and text not in _BLANKS:
        building.texts[pair.field] = clean(text, f"value under {shown(pair.label)}")


def _long(pair: Pair, building: _Building) -> None:
    parts = (_INVISIBLE.sub("", text).strip() for text in pair.texts)
    text = "\n\n".join(part for part in parts if part)
    if is_garbled(text):
        building.doubt(pair.label, "it seems to have been decoded wrongly")
    building.texts[pair.field] = clean(text, f"value under {shown(pair.label)}")
    _linked(pair, building)


def _a_day(pair: Pair, building: _Building) -> None:
    text = _INVISIBLE.sub("", pair.text)
    if not text or text in _BLANKS:
        return
    day, why = read_day(text)
    if day is not None:
        building.days[pair.field] = day
    if why:
        read = "" if day else f"{shown(text)} is not read, because "
        building.doubt(pair.label, f"{read}{why}")


def _flag(pair: Pair, building: _Building) -> None:
    answer = answer_of(pair.text, on_key=pair.field == "is_key")
    if answer is not None:
        building.flags[pair.field] = answer
    elif pair.text and (pair.text not in _BLANKS or pair.field == "is_subject_to_call_in"):
        building.doubt(pair.label, f"{shown(pair.text)} is neither a yes nor a no")


def _call_ins(pair: Pair, building: _Building) -> None:
    answer = answer_of(pair.text)
    if _NUMBER.fullmatch(pair.text):
        building.call_ins = int(pair.text)
    elif answer is not None and _CALL_IN in key_of(pair.text):
        building.flags.setdefault("is_subject_to_call_in", answer)
    elif answer is not None:
        building.doubt(
            pair.label, f"{shown(pair.text)} may say that it was called in, or that it may be"
        )
    elif pair.text and pair.text not in _BLANKS:
        building.doubt(pair.label, f"{shown(pair.text)} is no number of call-ins")


def _linked(pair: Pair, building: _Building) -> None:
    for link in pair.links:
        named = pair.field == "documents"
        if named or is_document(link.address):
            name = _SIZE.sub("", _text(building, pair.label or "Documents", link.text))
            whole = followable(link.address, building.home)
            if link.address and not whole:
                building.doubt(
                    pair.label or "Documents",
                    f"the address of {shown(name)} is none that may be followed, and is left out",
                )
            if name:
                building.documents.append(LinkedDocument(name=clean(name, "document"), link=whole))


def _unlabelled(pair: Pair, building: _Building) -> None:
    _linked(pair, building)
    if not pair.label and pair.prose and pair.text:
        building.doubt("No label", f"{shown(pair.text)} stands under none, and was not read")


def _settle_days(building: _Building) -> None:
    """Take a date for the day of the decision where the rest of what is printed leaves no other."""
    days = building.days
    if "dated" in days and "published_on" in days:
        dated = days.pop("dated")
        if days.setdefault("made_on", dated) != dated != days["published_on"]:
            building.doubt(
                NAMES["dated"], f"{dated:%d/%m/%Y} is neither of the dates under a label"
            )
    match = _AT_MEETING.fullmatch(building.texts.get("meeting", ""))
    met = read_day(match["day"])[0] if match else None
    if met is not None and days.setdefault("made_on", met) != met:
        building.doubt(
            NAMES["meeting"], f"it was on {met:%d/%m/%Y}, and the decision is dated "
            f"{days['made_on']:%d/%m/%Y}"
        )  # fmt: skip
    if match and met is not None:
        building.texts.setdefault("decided_by", match["body"])
    elif "meeting" in building.texts:
        building.texts.setdefault("decided_by", building.texts["meeting"])


_READERS: Final = {
    **dict.fromkeys(DAYS, _a_day),
    **dict.fromkeys(FLAGS, _flag),
    **dict.fromkeys(("decided_by", "meeting", "status", "reference"), _short),
    "call_ins": _call_ins,
    "purpose": _long,
    "decision": _long,
    "documents": _linked,
    "": _unlabelled,
}
