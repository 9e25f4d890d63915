"""What the labels that councils print on a written statement stand for."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workflow.importing.label_words import GIVING_WAY, PRINTED, STATEMENT, labels
from workflow.importing.statements.cleaning import without_enumerator
from workflow.text import WIDTHLESS

FIELDS: Final = (
    "issue_reference",
    "kind",
    "body",
    "title",
    "made_on",
    "access",
    "purpose",
    "decision",
    "reasons",
    "options",
    "conflicts",
    "call_in_expiry",
    "exempt_when_urgent",
    "signatory",
    "signed_on",
)
"""What a statement is read for, in the order in which it is reported."""

OF_WALES: Final = ("consultation", "attended", "apologies")
"""What is read besides from a notice that was laid out here; no other paper is read for it."""

LONG: Final = frozenset({"title", "body", "purpose", "decision", "reasons", "options", "conflicts"})
"""The fields whose text may run over several lines; the others are one short entry."""

DAYS: Final = frozenset({"made_on", "call_in_expiry", "signed_on"})

URGENCY: Final = "decisions are not subject to call in where special urgency provisions apply"
"""What Herefordshire's form prints after its call-in expiry label."""

BARE_DATE: Final = "date"
"""A label that does not say which date it is: its place on the form has to."""

_ENDINGS: Final = ("", "see below", "see overleaf", "see note", "see note below", "if any")
"""What a form may print after any label, in brackets or with a bullet."""

FOOT: Final = (
    "a record of any conflict of interest",
    "in respect of any declared conflict of interest",
    "a note of any conflict of interest",
    "any conflict of interest declared by",
    "a note of dispensation granted",
)
"""How the legend at the foot of the form begins: it explains the form, and is no one's value."""

_PROSE: Final = frozenset({
    "the", "that", "this", "these", "those", "it", "following", "follows", "be", "been", "was",
    "were", "are", "is", "has", "have", "to", "agreed", "resolved", "recommended", "approved",
    "considered", "noted", "note", "nb", "option", "options", "recommendation",
    "recommendations", "as", "and", "cabinet", "council", "because", "at",
})  # fmt: skip
"""Words that show a sentence going on before a colon, and not a label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label the reader knows, and the field it stands for."""

    field: str
    weaker: bool = False
    urgent: bool = False
    """Whether it carries the words on special urgency."""


def _known() -> dict[str, Label]:
    known: dict[str, Label] = {}
    for words, weaker in ((PRINTED, False), (GIVING_WAY, True)):
        for name, field in labels(words, STATEMENT):
            for ending in _ENDINGS:
                known[f"{name} {ending}".strip()] = Label(field=field, weaker=weaker)
            if field == "call_in_expiry":
                known[f"{name} {URGENCY}"] = Label(field=field, urgent=True)
    return known


LABELS: Final = _known()


def _beginnings() -> frozenset[str]:
    begun: set[str] = set()
    for phrase in LABELS:
        words = phrase.split()
        begun.update(" ".join(words[:count]) for count in range(1, len(words)))
    return frozenset(begun)


def _scraps() -> frozenset[str]:
    scraps: set[str] = set()
    for phrase in LABELS:
        words = phrase.split()
        for start in range(1, len(words)):
            scraps.add(" ".join(words[start:]))
            for end in range(start + 3, len(words)):
                scraps.add(" ".join(words[start:end]))
    return frozenset(scraps)


BEGINNINGS: Final = _beginnings()
"""Labels broken off before their end, as when one runs over several lines."""
SCRAPS: Final = _scraps()
"""Pieces of a label without its beginning: the rest of it has been lost."""

_ALLOWED: Final = re.compile(r"[a-z ()/&?:'’•·*–—‐‑-]+")
_WORD: Final = re.compile("[a-z]+")
_AT_THE_END: Final = re.compile(r"\s*:\s*[-–—]?\s*$")
_LONGEST: Final = 160
_NAMELIKE: Final = re.compile(r"[A-Z][A-Za-z()/&'’ -]{1,60}")


def key_of(text: str) -> str:
    """Give a label's words alone, to be looked up; empty where the text could be no label."""
    return _key_of(text) if len(text) <= _LONGEST else ""


@lru_cache(maxsize=4_096)
def _key_of(text: str) -> str:
    plain = _plain(text)
    return _words(plain) if _ALLOWED.fullmatch(plain) else ""


def label_key(text: str) -> str:
    """Give the same of a statement's label; two labels of one field with a stroke between them
    ("Title/Subject") are that field's label."""
    key = key_of(text)
    return (_one_of(_plain(text)) or key) if key and "/" in text else key


def _plain(text: str) -> str:
    if not text.isascii():
        text = WIDTHLESS.sub("", text)
    plain = unicodedata.normalize("NFKC", without_enumerator(text)).casefold()
    plain = _AT_THE_END.sub("", plain.replace("(s)", "s")).rstrip()
    if plain.endswith(" no."):
        plain = plain.removesuffix(".")
    return plain


def _words(plain: str) -> str:
    return " ".join(_WORD.findall(plain.replace("'", "").replace("’", "")))


def _one_of(plain: str) -> str:
    """Give one of the labels between strokes, where all are of one field; the one that gives way,
    if one does; else nothing."""
    keys = [_words(part) for part in plain.split("/")]
    if len(keys) < 2 or not all(key in LABELS for key in keys):
        return ""
    if len({LABELS[key].field for key in keys}) > 1:
        return ""
    return next((key for key in keys if LABELS[key].weaker), keys[0])


def begins_as_a_label(text: str) -> bool:
    """Say whether a text begins with a capital, as a label on a line of its own does."""
    return without_enumerator(text)[:1].isupper()


def is_foot(text: str) -> bool:
    """Say whether a line begins the legend at the foot of the form."""
    return without_enumerator(text[:_LONGEST]).casefold().startswith(FOOT)


def is_scrap(text: str) -> bool:
    """Say whether a text is a piece of a label, and the rest of it has been lost."""
    key = key_of(text.partition(":")[0]) if ":" in text[:_LONGEST] else key_of(text)
    return key in SCRAPS or (key in BEGINNINGS and begins_as_a_label(text))


def seems_a_label(text: str) -> bool:
    """Say whether a line begins as an unknown label would: a few words, a colon, then a value."""
    name, colon, rest = text[:_LONGEST].partition(":")
    if not colon or (rest and not rest.startswith(" ")) or not _NAMELIKE.fullmatch(name):
        return False
    words = name.casefold().replace("(", " ").replace(")", " ").split()
    return len(words) <= 8 and not _PROSE.intersection(words)
