"""What text may hold: it is normalised, bounded, and free of marks that hide what it says."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from difflib import get_close_matches
from typing import Final

from workflow.clock import in_utc
from workflow.errors import Invalid

LINE: Final = 300
"""Characters in a title, a name or an office."""
PARAGRAPHS: Final = 200_000
"""Characters in a decision, its reasons, or any other running text."""

WIDTHLESS: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065"
    "\u3164\ufeff\uffa0]"
)
"""Marks without width or shape: soft hyphens, byte-order marks, zero-width and left/right marks,
fillers.

Papers, pages and sheets hold them by the way, so there they are dropped and counted; what a person
types holds none."""
HIDING: Final = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2"
    "\u2028-\u202e\u2066-\u206f\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001345f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ud800-\udfff]"
)
"""Marks that can hide what a text says, wherever it comes from: controls but for the tab and the
ends of lines, other breaks of lines, bidirectional overrides, tags and half characters."""

_HIDDEN: Final = re.compile(WIDTHLESS.pattern[:-1] + HIDING.pattern[1:])
_SHOWN_BY_NUMBER: Final = re.compile(f"{_HIDDEN.pattern}|\r(?!\n)")
_UNNAMED: Final = {
    "\x00": "nul",
    "\x07": "bell",
    "\x08": "backspace",
    "\x0b": "line tabulation",
    "\x0c": "form feed",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
    "\x9b": "control sequence introducer",
}
"""Control characters have no name in Unicode's own list; these are what they are called."""
_AS_KEPT: Final = ContextVar("as_kept", default=False)


def character_name(character: str) -> str:
    """Give what a mark that cannot be seen is called, as in U+202E (right-to-left override)."""
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        called = "half a character"
    else:
        called = unicodedata.name(character, _UNNAMED.get(character, "a control character")).lower()
    return f"U+{code:04X} ({called})"


def dropped_characters(counted: Counter[str]) -> str:
    """Say how many marks without width were dropped, and which; empty for none."""
    number = counted.total()
    if not number:
        return ""
    which = ", ".join(character_name(mark) for mark in sorted(counted))
    return f"{number} {'mark' if number == 1 else 'marks'} without width dropped: {which}."


def hidden_in(text: str) -> str | None:
    """Give the first character of a text that is not seen, or can make it read otherwise; None
    where there is none."""
    found = _HIDDEN.search(text)
    return None if found is None else found[0]


def unfit_in(text: str) -> str | None:
    """Give the first hidden character of a text that is being judged; None where there is none,
    and in what is read as it is on record."""
    return None if _AS_KEPT.get() else hidden_in(text)


def escaped(text: str) -> str:
    """Give a text as it may be shown: each character that is not seen is written by its number.

    Tabs and the ends of lines stay as they are.
    """
    return _SHOWN_BY_NUMBER.sub(_numbered, text)


def in_line(text: str) -> str:
    """Give a text as it may be shown within a line: the ends of lines in it are written as \\n."""
    return re.sub("\r?\n", r"\\n", text)


def escaped_in_json(text: str) -> str:
    """Give JSON with each character that is not seen written by its number, as JSON has it: it says
    the same."""
    return _HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _numbered(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


MOST_PILED: Final = 60
"""Marks upon one letter; putting more of them in order costs much, and no script has as many."""


def normal(text: str, name: str) -> str:
    """Give text in normal form (NFC); Invalid where more marks than 60 stand upon one letter."""
    if text.isascii():
        return text
    piled = 0
    for each in text:
        piled = piled + 1 if unicodedata.combining(each) else 0
        if piled > MOST_PILED:
            raise Invalid(
                f"The {name} has more than {MOST_PILED} marks upon one letter.",
                remedy="Take them out.",
            )
    return unicodedata.normalize("NFC", text)


@contextmanager
def as_kept() -> Iterator[None]:
    """Take text as it is on record: what an older version accepted is read back, and not judged."""
    before = _AS_KEPT.set(True)
    try:
        yield
    finally:
        _AS_KEPT.reset(before)


def is_as_kept() -> bool:
    """Say whether text is taken as it is on record."""
    return _AS_KEPT.get()


def clean(text: str, name: str, limit: int = PARAGRAPHS) -> str:
    """Give the text in normal form (NFC, trimmed); refuse hidden marks and excess length.

    Raises Invalid for control, bidirectional, zero-width and tag characters, each by its name, and
    for text over the limit.
    """
    if not isinstance(text, str):
        raise Invalid(f"The {name} must be text.")
    hidden = unfit_in(text)
    if hidden is not None:
        raise Invalid(
            f"The {name} holds a hidden character, {character_name(hidden)}, which could make it "
            "read differently from what it says.",
            remedy="Paste it again as plain text, or take the character out.",
        )
    tidy = normal(text, name).strip()
    if len(tidy) > limit:
        raise Invalid(
            f"The {name} has {len(tidy):,} characters; at most {limit:,} fit.",
            remedy="Shorten it, and put the rest in the report.",
        )
    return tidy


def line(text: str, name: str) -> str:
    """Give the text as one line of at most 300 characters; refuse it when empty."""
    tidy = " ".join(clean(text, name, LINE).split())
    if not tidy:
        raise Invalid(f"The {name} is empty.", remedy=f"Give the {name}.")
    return tidy


def words(text: str, name: str) -> str:
    """Give running text; refuse it when empty."""
    tidy = clean(text, name)
    if not tidy:
        raise Invalid(f"The {name} is empty.", remedy=f"Give the {name}, in a sentence or more.")
    return tidy


def day(value: object, name: str) -> date:
    """Give a civil day; refuse an instant, and anything else that is not a day."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise Invalid(f"The {name} must be a day, not {value!r}.", remedy="Give the date alone.")
    if not (FIRST_DAY <= value <= LAST_DAY or is_as_kept()):
        raise Invalid(f"The {name} is in the year {value.year}.", remedy=WITHIN)
    return value


FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2200, 12, 31)
"""The days between which what is recorded of a decision can lie; beyond them is a slip."""
WITHIN: Final = f"Give a day from {FIRST_DAY.isoformat()} to {LAST_DAY.isoformat()}."
_FIRST_YEAR: Final = 1800
_LAST_YEAR: Final = 9998


def instant(value: object, name: str) -> datetime:
    """Give an instant in UTC; refuse one without its time zone, and anything else."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise Invalid(
            f"The {name} must be an instant with its time zone, not {value!r}.",
            remedy="Give the instant with its time zone.",
        )
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise Invalid(
            f"The {name} is in the year {value.year}.",
            remedy=f"Give a year from {_FIRST_YEAR} to {_LAST_YEAR}.",
        )
    return in_utc(value)


_NUMBERED: Final = re.compile(r"(.*[^0-9])([0-9]{1,9})\Z")
_REFERENCE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}\Z")


def reference(text: str) -> str:
    """Give a decision's reference: letters, digits, dots, dashes and underscores, at most 40."""
    if not isinstance(text, str) or not _REFERENCE.match(text):
        stream = isinstance(text, str) and "/" in text
        raise Invalid(
            f"{escaped(repr(text)[:60])} is not a reference.",
            remedy="A reference has up to 40 letters, digits, dots, dashes or underscores, "
            "as in HFD-2018-042."
            + (" A stream of the journal: decisions journal show STREAM" if stream else ""),
        )
    return text


def written_otherwise(ref: str) -> tuple[str, ...]:
    """Give the references that may have been meant: in other letters, with noughts or without."""
    parts = _NUMBERED.match(ref)
    forms = [ref]
    if parts is not None:
        number = parts[2].lstrip("0") or "0"
        forms += [f"{parts[1]}{number.zfill(width)}" for width in range(len(number), 5)]
    meant = [each for form in forms for each in (form, form.upper(), form.lower())]
    return tuple(dict.fromkeys(each for each in meant if each != ref))


def stands_for(short: str, ref: str) -> bool:
    """Say whether a reference may be given so: by its end, with or without the letters it begins
    with, in any letters, and with noughts or without. `1`, `2026-1` and `SAL-1` are SAL-2026-001.
    """
    short_parts, parts = _parts(short), _parts(ref)
    if not short_parts or not short_parts[-1].isdigit():
        return False
    if len(short_parts) > 1 and not short_parts[0].isdigit() and short_parts[0] == parts[0]:
        if len(short_parts) == len(parts) - 1:  # all but the year
            return short_parts[1:] == parts[2:] and parts[1].isdigit()
        return short_parts == parts
    return short_parts == parts[-len(short_parts) :]


def _parts(ref: str) -> list[str]:
    return [part.lstrip("0") or "0" for part in re.findall(r"[a-z]+|[0-9]+", ref.lower())]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known name that a word was most likely meant for: however it is capitalised or
    spaced, by its first letters, or by what is most like it."""
    plain = _plain_name(word)
    names = {_plain_name(name): name for name in known}
    if plain in names:
        return names[plain]
    for name in names:
        if "-" in name and plain == "".join(part[0] for part in name.split("-") if part):
            return names[name]
    near = get_close_matches(plain, names, n=1)
    return names[near[0]] if near else None


def near_word_hint(word: str, known: Iterable[str]) -> str:
    """Ask whether the nearest of the known names was meant, before another sentence; blank where
    none is near."""
    near = nearest(word, known)
    return f"Did you mean {near}? " if near else ""


def _plain_name(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", name.casefold()).strip("-")


def joined(words: Sequence[str], last: str = "or") -> str:
    """Give words as a list in a sentence: a, b or c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
