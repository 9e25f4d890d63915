"""The text of a statement as lines and cells, cleaned of what a PDF leaves in it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from workflow.errors import Invalid
from workflow.text import HIDING, WIDTHLESS, character_name, dropped_characters

MOST_CHARACTERS: Final = 1_000_000
MOST_LINES: Final = 20_000

_BREAKS: Final = re.compile("\r\n?")
_SPACES: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LIGATURES: Final = {
    code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)
}
_BULLETS: Final = dict.fromkeys((0xF0B7, 0xF0A7, 0xF076, 0xF0D8), "•")
"""The bullets that Word's symbol fonts leave in the private-use area."""
_LETTERS: Final = str.maketrans(_LIGATURES | _BULLETS)
_COLUMNS: Final = re.compile(r"\t+| {2,}| ?[._]{5,} ?")
"""What parts the cells of a line: a tab, a gap, or a rule to write on."""
_WIDE: Final = "    "
_MOST_CELLS: Final = 12
"""A form has no more columns than this; what is beyond them is one text."""
_SOFT_HYPHEN: Final = "\u00ad"
_OTHER_WIDTHLESS: Final = re.compile(f"(?!{_SOFT_HYPHEN}){WIDTHLESS.pattern}")
_MOST_ACCENTS: Final = 30
"""More marks than this on one letter are no writing, and slow to put in order."""
_ENUMERATOR: Final = re.compile(
    r"(?:[•·▪◦‣*–—-]|\(?[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}[.)]?(?= |$)|\(?[a-z][.)](?= |$))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of the text, in its cells: what stands between tabs or wide gaps."""

    number: int
    """The line's number in the text, from 1."""
    text: str
    """The whole line, with its white space folded."""
    cells: tuple[str, ...]
    """The cells that are not empty."""
    left: str
    """What stands before the first tab."""
    right: str
    """What stands after the first tab."""
    tabbed: bool
    """Whether there is a tab in the line."""
    indent: int
    """How many spaces the line begins with."""
    wide: bool
    """Whether a gap as wide as those between columns stands in the line."""
    ends_row: bool
    """Whether a tab ends the line, as it ends a row of a table."""
    hyphened: bool
    """Whether the line ends in a soft hyphen, so that its last word goes on below."""
    page_ends: bool
    """Whether a form feed comes next, so that a number here numbers the page."""

    @property
    def blank(self) -> bool:
        """Say whether nothing is printed on the line."""
        return not self.text


def folded(text: str) -> str:
    """Give a text with each run of white space as one space, and none at the ends."""
    return " ".join(text.split())


def has_words(text: str) -> bool:
    """Say whether a text holds a letter or a digit, and not only rules, dots or bullets."""
    return any(character.isalnum() for character in text)


def without_enumerator(text: str) -> str:
    """Give a text without the bullets, or the number, that it begins with."""
    for _ in range(3):
        match = _ENUMERATOR.match(text)
        if match is None:
            break
        text = text[match.end() :].lstrip()
    return text


def joined(lines: Iterable[tuple[str, bool]]) -> str:
    """Join lines of a paragraph, each with whether a soft hyphen ends it, into one text."""
    text, hyphened = [], True
    for part, ends_in_hyphen in lines:
        text.append(part if hyphened else " " + part)
        hyphened = ends_in_hyphen
    return folded("".join(text))


def lines_of(text: str) -> tuple[TextLine, ...]:
    """Clean a text and give its lines; one that may not be read raises Invalid."""
    if len(text) > MOST_CHARACTERS:
        raise Invalid(
            f"The text has more than {MOST_CHARACTERS:,} characters: no written statement has.",
            remedy="Give the text of one statement only.",
        )
    raw = _BREAKS.sub("\n", text.removeprefix("\ufeff"))
    _refuse(raw)
    raws = _rejoined(raw.split("\n"))
    if len(raws) > MOST_LINES:
        raise Invalid(
            f"The text has more than {MOST_LINES:,} lines: no written statement has.",
            remedy="Give the text of one statement only.",
        )
    return tuple(_line(number, raws) for number in range(1, len(raws) + 1))


def dropped_from(text: str) -> str:
    """Say how many marks without width are dropped from a text, and which; empty for none."""
    return dropped_characters(Counter(WIDTHLESS.findall(text.removeprefix("\ufeff"))))


def _refuse(raw: str) -> None:
    hidden = HIDING.search(raw.replace("\f", " "))
    if hidden is not None:
        raise Invalid(
            f"Line {raw.count(chr(10), 0, hidden.start()) + 1} holds the character"
            f" {character_name(hidden[0])}, which can hide what a text says.",
            remedy="Take the character out, after looking at what it hid, and try again.",
        )
    if raw.isascii():
        return
    run = 0
    for place, character in enumerate(raw):
        run = run + 1 if unicodedata.combining(character) else 0
        if run > _MOST_ACCENTS:
            raise Invalid(
                f"Line {raw.count(chr(10), 0, place) + 1} piles more than {_MOST_ACCENTS} accents"
                " on one letter.",
                remedy="Save the notice as text (UTF-8) again from its source.",
            )


def _rejoined(raws: list[str]) -> list[str]:
    """Bring what a soft hyphen has parted over two lines back to the first, cells apart."""
    for place, (raw, following) in enumerate(pairwise(raws)):
        whole = raw.rstrip(" \t")
        word, space, rest = following.partition(" ")
        if whole.endswith(_SOFT_HYPHEN) and word[:1].islower() and not _COLUMNS.search(raw.strip()):
            raws[place], raws[place + 1] = whole + word, rest if space else ""
    return raws


def _line(number: int, raws: list[str]) -> TextLine:
    raw = raws[number - 1]
    following = raws[number] if number < len(raws) else ""
    clean = raw.lstrip("\f").replace("\f", " ")
    if not clean.isascii() or not clean.isprintable():
        clean = _SPACES.sub(" ", _OTHER_WIDTHLESS.sub("", clean))
        clean = unicodedata.normalize("NFC", clean.translate(_LETTERS))
    hyphened = clean.rstrip(" \t").endswith(_SOFT_HYPHEN)
    clean = WIDTHLESS.sub("", clean).rstrip(" ")
    indent = len(clean) - len(clean.lstrip(" "))
    clean = clean.lstrip(" ")
    left, tab, right = clean.partition("\t")
    cells = [cell for cell in map(folded, _COLUMNS.split(clean)) if cell]
    return TextLine(
        number=number,
        text=folded(clean),
        cells=(*cells[:_MOST_CELLS], *filter(None, [" ".join(cells[_MOST_CELLS:])])),
        left=folded(left),
        right=folded(right),
        tabbed=bool(tab),
        indent=indent,
        wide=_WIDE in clean,
        ends_row=clean.endswith("\t"),
        hyphened=hyphened,
        page_ends=raw.rstrip(" \t").endswith("\f") or following.lstrip(" \t").startswith("\f"),
    )
