"""The heading of a statement: what kind of decision it records, and who made it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workflow.model.kind import Kind
from workflow.statements.cleaning import Line

OFFICER: Final = "officer"
"""An officer's decision that the heading does not call key or non-key."""

_DOCUMENTS: Final = ("written statement of", "written record of", "record of")
_ARTICLES: Final = ("", "a ", "an ", "the ")
_DECISIONS: Final[dict[str, Kind | str]] = {
    "key decision": Kind.KEY,
    "non-key decision": Kind.NON_KEY,
    "executive key decision": Kind.KEY,
    "executive non-key decision": Kind.NON_KEY,
    "officer key decision": Kind.OFFICER_KEY,
    "officer non-key decision": Kind.OFFICER_NON_KEY,
    "key officer decision": Kind.OFFICER_KEY,
    "non-key officer decision": Kind.OFFICER_NON_KEY,
    "officer decision": OFFICER,
    "delegated officer decision": OFFICER,
    "officer executive decision": OFFICER,
    "executive decision": "",
    "decision": "",
}
_HEADINGS: Final = {
    f"{document} {article}{decision}".replace("-", " "): kind
    for document in _DOCUMENTS
    for article in _ARTICLES
    for decision, kind in _DECISIONS.items()
}
_LONGEST: Final = 240
_MOST_LINES: Final = 3
_BETWEEN: Final = "(?: | ?[-‐‑–] ?)"
"""What may part two words of the heading: councils print non-key, non key and non – key."""


def _pattern() -> re.Pattern[str]:
    phrases = sorted(_HEADINGS, key=len, reverse=True)
    loose = (phrase.replace(" ", _BETWEEN) for phrase in phrases)
    return re.compile(
        rf"(?P<phrase>{'|'.join(loose)})(?P<after>$|[ :–-].*$)", re.IGNORECASE | re.ASCII
    )


_HEADING: Final = _pattern()
_WORDS: Final = re.compile("[a-z]+")
_BY: Final = re.compile(r"^[ :–-]*(?:(?:made |taken )?by (?:the )?)?")
_UNFINISHED: Final = re.compile(r"(?:[,&(/-]|\b(?:and|for|of|the|to|with))$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading as it stands on the form."""

    line: int
    used: int
    kind: Kind | str
    """A kind; OFFICER; or nothing, where the heading does not say."""
    body: str
    """Who decided, as printed after the heading on its last line; may be empty."""
    body_line: int
    doubt: str = ""
    """Why the body printed may not be all of it."""


def heading_at(lines: Sequence[Line], start: int) -> Heading | None:
    """Give the heading that begins on this line, alone or split over a few lines."""
    text = ""
    for place, line in enumerate(lines[start : start + _MOST_LINES]):
        if line.blank:
            break
        before = len(text)
        text = f"{text} {line.text}".lstrip()
        if len(text) > _LONGEST:
            break
        found = _HEADING.match(text)
        if found is None or found.end("phrase") <= before:
            continue
        body = _BY.sub("", found["after"])
        if body and not (body[0].isupper() and len(body.split()) <= 14 and body[-1] not in ".;,:"):
            return None
        return Heading(
            line=lines[start].number,
            used=place + 1,
            kind=_HEADINGS[" ".join(_WORDS.findall(found["phrase"].lower()))],
            body=body,
            body_line=line.number,
            doubt=_doubt(body, lines[start + place + 1 : start + place + 2]),
        )
    return None


def _doubt(body: str, following: Sequence[Line]) -> str:
    goes_on = bool(following) and following[0].text[:1].islower()
    if body and (goes_on or _UNFINISHED.search(body)):
        return f"the heading's “{body}” may go on over the next line"
    return ""
