"""What a printed text says of its own decision's fate: called in, withdrawn, draft, exempt, urgent.

Words are matched as words, and what is denied or only possible says nothing: "not called in", "may
be called in", "unless withdrawn".
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

from workflow.importing.statements.fate_words import (
    ABOUT,
    ACTED,
    ALONE,
    ATTACHED,
    BESIDE_ALONE,
    CALL,
    CALLED,
    DASHES,
    DENIED,
    FILLING,
    FREE,
    GUIDANCE,
    HARMLESS,
    JOINED,
    LISTED,
    LONG,
    MENTIONS,
    MET,
    NOT,
    OF_THINGS,
    PARTS,
    POSSIBLE,
    SENTENCE,
    STEMS,
    SUBJECT,
    UNDONE,
    UNMADE,
    URGENT,
    WELSH_CALL,
)
from workflow.text import WIDTHLESS


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a text says of the decision it stands by; a word or two of it, or nothing."""

    called_in: str = ""
    undone: str = ""
    unmade: str = ""
    banner: str = ""
    """Words of fate that are a part of the text by themselves, as between dashes or in brackets."""
    about: str = ""
    """Words of fate that the text says of a decision, and not of another matter."""
    not_subject: bool = False
    """Whether it says that there is no call-in: not subject, exempt, waived."""
    alone: bool = False
    """Whether a part of it by itself says "waived", "with immediate effect" or the like."""
    subject: bool = False
    """Whether it says that it may be called in."""
    urgent: bool = False
    unclear: bool = False
    """Whether it speaks of call-in, and in no way that is known here."""

    @property
    def fate(self) -> str:
        """Words that tell that it was called in, or undone."""
        return self.called_in or self.undone

    @property
    def in_prose(self) -> str:
        """Words that tell its fate where the text may speak of other matters too."""
        return self.called_in or self.about or self.banner


_COUNTS: Final = re.compile(r"\d+(?:st|nd|rd|th)|v\d+|version")
_NOTHING: Final = Telling()


def plain(text: str) -> str:
    """Give a text in small letters, each way of writing call-in as one word."""
    form: Literal["NFC", "NFKC"] = "NFKC" if len(text) <= LONG else "NFC"
    small = unicodedata.normalize(form, WIDTHLESS.sub("", text)).casefold().replace("’", "'")
    small = DASHES.sub("-", small).replace("n/a", "notapplicable")
    small = "\n".join(" ".join(line.split()) for line in small.splitlines())
    small = small.replace("not applicable", "notapplicable")
    small = CALL.sub(lambda found: f"call{found[1] or ''}in{found[2]}", small)
    return re.sub(r"(?<=\w)-(?=\w)", " ", WELSH_CALL.sub("calledin", small))


def told_in(text: str) -> Telling:
    """Say what a text tells of the fate of its decision."""
    form = text if len(text) > LONG else unicodedata.normalize("NFKC", text)
    if not STEMS.search(form.casefold()):
        return _NOTHING
    called = undone = unmade = banner = about = ""
    not_subject = subject = unclear = alone = False
    for whole in filter(None, map(str.strip, SENTENCE.split(plain(text)))):
        sentence = whole[:LONG]
        free = [found.span() for found in FREE.finditer(sentence)]
        rest = OF_THINGS.sub(" ", _cut(sentence, free))
        open_to = list(SUBJECT.finditer(rest))
        not_subject |= bool(free)
        subject |= bool(open_to)
        told, denied = _affirmed(CALLED, rest)
        called = called or told
        said, denied_too = _affirmed(UNDONE, rest)
        undone = undone or said
        about = about or _said_of_it(rest, UNDONE) or _said_of_it(rest, UNMADE, True)
        acted = ACTED.search(rest)
        about = about or (acted[0] if acted else "")
        unmade = unmade or _affirmed(UNMADE, MET.sub(" ", rest))[0]
        left = HARMLESS.sub(" ", _cut(rest, [found.span() for found in open_to]))
        unclear |= bool(MENTIONS.search(left)) and not (denied or denied_too or told)
        banner = banner or next(filter(None, map(_banner, _parts(rest))), "")
        alone = alone or any(map(_alone, _parts(rest)))
    return Telling(
        called_in=_spelt(called), undone=undone, unmade=unmade, banner=_spelt(banner), about=about,
        not_subject=not_subject, alone=alone, subject=subject,
        urgent=URGENT.search(plain(text)) is not None,
        unclear=unclear and not POSSIBLE.search(plain(text)),
    )  # fmt: skip


def attached_in(text: str) -> bool:
    """Say whether the name of an attached paper tells of a request for call-in, or of what came of
    one; guidance on call-in tells of none."""
    return any(
        ATTACHED.search(part) is not None and GUIDANCE.search(part) is None
        for part in SENTENCE.split(plain(text.replace("_", " ")).replace(".pdf", "\n"))
    )


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + " , " + text[end:]
    return " ".join(text.split())


def _affirmed(words: re.Pattern[str], text: str) -> tuple[str, bool]:
    """Give the first words that are neither denied nor only possible; and whether any were."""
    denied, end = False, -1
    for found in words.finditer(text):
        before = text[: found.start()]
        goes_on = denied and end >= 0 and LISTED.fullmatch(text[end : found.start()]) is not None
        end = found.end()
        possible = POSSIBLE.search(before) is not None
        bare = JOINED.sub("", before)
        denied = goes_on or possible or DENIED.search(bare.replace(",", " ,")) is not None
        if not denied:
            return found[0], False
    return "", denied


def _said_of_it(text: str, words: re.Pattern[str], after_verb: bool = False) -> str:
    for found in words.finditer(text):
        before = text[: found.start()]
        if after_verb and before.endswith(("decision ", "item ", "record ", "notice ")):
            continue
        if ABOUT.search(before) and not POSSIBLE.search(before) and not DENIED.search(before):
            return found[0]
    return ""


def _parts(sentence: str) -> list[str]:
    """Give the parts of a sentence; what is denied in it goes on over its commas."""
    parts = PARTS.split(sentence)
    return [each for part in parts for each in ([part] if NOT.search(part) else part.split(","))]


def _banner(part: str) -> str:
    """Give the words of fate of a part of a text that says nothing else."""
    for words in (CALLED, UNDONE, UNMADE):
        found, _ = _affirmed(words, part)
        if found:
            rest = UNMADE.sub(" ", UNDONE.sub(" ", CALLED.sub(" ", part)))
            others = [word for word in re.findall(r"[\w']+", rest) if not word.isdigit()]
            if all(word in FILLING or _COUNTS.fullmatch(word) for word in others):
                return found
    return ""


def _alone(part: str) -> bool:
    """Say whether a part of a text says nothing but that there is no call-in, without its name."""
    found = ALONE.search(part)
    if found is None or DENIED.search(part[: found.start()]):
        return False
    others = re.findall(r"[\w']+", ALONE.sub(" ", part))
    return all(word in FILLING or word in BESIDE_ALONE or word.isdigit() for word in others)


def _spelt(words: str) -> str:
    words = re.sub(r"\bcalledin\b", "called in", words)
    return re.sub(r"\bcall(ing)?in", lambda f: "calling in" if f[1] else "call-in", words)
