"""What a printed text says of its own decision's fate: called in, withdrawn, draft, exempt, urgent.

Words are matched as words, and what is denied or only possible says nothing: "not called in", "may
be called in", "unless withdrawn".
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

from workflow.importing.statements import fate_words
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
    form: Literal["NFC", "NFKC"] = "NFKC" if len(text) <= fate_words.LONG else "NFC"
    small = unicodedata.normalize(form, WIDTHLESS.sub("", text)).casefold().replace("’", "'")
    small = fate_words.DASHES.sub("-", small).replace("n/a", "notapplicable")
    small = "\n".join(" ".join(line.split()) for line in small.splitlines())
    small = small.replace("not applicable", "notapplicable")
    small = fate_words.CALL.sub(lambda found: f"call{found[1] or ''}in{found[2]}", small)
    return re.sub(r"(?<=\w)-(?=\w)", " ", fate_words.WELSH_CALL.sub("calledin", small))


def told_in(text: str) -> Telling:
    """Say what a text tells of the fate of its decision."""
    form = text if len(text) > fate_words.LONG else unicodedata.normalize("NFKC", text)
    if not fate_words.STEMS.search(form.casefold()):
        return _NOTHING
    called = undone = unmade = banner = about = ""
    not_subject = subject = unclear = alone = False
    for whole in filter(None, map(str.strip, fate_words.SENTENCE.split(plain(text)))):
        sentence = whole[: fate_words.LONG]
        free = [match.span() for match in fate_words.FREE.finditer(sentence)]
        rest = fate_words.OF_THINGS.sub(" ", _cut(sentence, free))
        open_to = list(fate_words.SUBJECT.finditer(rest))
        not_subject |= bool(free)
        subject |= bool(open_to)
        called_in, denied = _affirmed(fate_words.CALLED, rest)
        called = called or called_in
        is_undone, denied_too = _affirmed(fate_words.UNDONE, rest)
        undone = undone or is_undone
        about = (
            about
            or _said_of_it(rest, fate_words.UNDONE)
            or _said_of_it(rest, fate_words.UNMADE, True)
        )
        acted = fate_words.ACTED.search(rest)
        about = about or (acted[0] if acted else "")
        unmade = unmade or _affirmed(fate_words.UNMADE, fate_words.MET.sub(" ", rest))[0]
        left = fate_words.HARMLESS.sub(" ", _cut(rest, [match.span() for match in open_to]))
        unclear |= bool(fate_words.MENTIONS.search(left)) and not (
            denied or denied_too or called_in
        )
        banner = banner or next(filter(None, map(_banner, _parts(rest))), "")
        alone = alone or any(map(_alone, _parts(rest)))
    return Telling(
        called_in=_spelt(called), undone=undone, unmade=unmade, banner=_spelt(banner), about=about,
        not_subject=not_subject, alone=alone, subject=subject,
        urgent=fate_words.URGENT.search(plain(text)) is not None,
        unclear=unclear and not fate_words.POSSIBLE.search(plain(text)),
    )  # fmt: skip


def attached_in(text: str) -> bool:
    """Say whether the name of an attached paper tells of a request for call-in, or of what came of
    one; guidance on call-in tells of none."""
    return any(
        fate_words.ATTACHED.search(part) is not None and fate_words.GUIDANCE.search(part) is None
        for part in fate_words.SENTENCE.split(plain(text.replace("_", " ")).replace(".pdf", "\n"))
    )


def _cut(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + " , " + text[end:]
    return " ".join(text.split())


def _affirmed(words: re.Pattern[str], text: str) -> tuple[str, bool]:
    """Give the first words that are neither denied nor only possible; and whether any were."""
    denied, end = False, -1
    for match in words.finditer(text):
        before = text[: match.start()]
        goes_on = (
            denied
            and end >= 0
            and fate_words.LISTED.fullmatch(text[end : match.start()]) is not None
        )
        end = match.end()
        possible = fate_words.POSSIBLE.search(before) is not None
        bare = fate_words.JOINED.sub("", before)
        denied = (
            goes_on or possible or fate_words.DENIED.search(bare.replace(",", " ,")) is not None
        )
        if not denied:
            return match[0], False
    return "", denied


def _said_of_it(text: str, words: re.Pattern[str], after_verb: bool = False) -> str:
    for match in words.finditer(text):
        before = text[: match.start()]
        if after_verb and before.endswith(("decision ", "item ", "record ", "notice ")):
            continue
        if (
            fate_words.ABOUT.search(before)
            and not fate_words.POSSIBLE.search(before)
            and not fate_words.DENIED.search(before)
        ):
            return match[0]
    return ""


def _parts(sentence: str) -> list[str]:
    """Give the parts of a sentence; what is denied in it goes on over its commas."""
    parts = fate_words.PARTS.split(sentence)
    return [
        each
        for part in parts
        for each in ([part] if fate_words.NOT.search(part) else part.split(","))
    ]


def _banner(part: str) -> str:
    """Give the words of fate of a part of a text that says nothing else."""
    for words in (fate_words.CALLED, fate_words.UNDONE, fate_words.UNMADE):
        affirmed, _ = _affirmed(words, part)
        if affirmed:
            rest = fate_words.UNMADE.sub(
                " ", fate_words.UNDONE.sub(" ", fate_words.CALLED.sub(" ", part))
            )
            others = [word for word in re.findall(r"[\w']+", rest) if not word.isdigit()]
            if all(word in fate_words.FILLING or _COUNTS.fullmatch(word) for word in others):
                return affirmed
    return ""


def _alone(part: str) -> bool:
    """Say whether a part of a text says nothing but that there is no call-in, without its name."""
    match = fate_words.ALONE.search(part)
    if match is None or fate_words.DENIED.search(part[: match.start()]):
        return False
    others = re.findall(r"[\w']+", fate_words.ALONE.sub(" ", part))
    return all(
        word in fate_words.FILLING or word in fate_words.BESIDE_ALONE or word.isdigit()
        for word in others
    )


def _spelt(words: str) -> str:
    words = re.sub(r"\bcalledin\b", "called in", words)
    return re.sub(r"\bcall(ing)?in", lambda f: "calling in" if f[1] else "call-in", words)
