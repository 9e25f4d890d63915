"""The heading of a statement: what kind of decision it records, and who made it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workflow.importing.statements.cleaning import TextLine
from workflow.importing.statements.telling import told_in
from workflow.model.kind import Kind

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
_FURNITURE: Final = re.compile(
    r"(?:page|tudalen|p\.?) ?\|?:? ?[0-9]{1,3}(?: ?(?:of|o|/) ?[0-9]{1,3})?|"
    r"[0-9]{1,3} of [0-9]{1,3}|"
    r"(?:issue|version|v|ref|reference|agenda item|item|appendix)\.?:? ?(?:no\.? ?)?[\w./-]{1,12}|"
    r"official(?:[ -]sensitive)?|confidential|restricted|public|unrestricted|open|exempt|internal|"
    r"(?:not )?for publication|copy|final|"
    r"(?:printed|produced|generated|created|downloaded)\b.{0,40}|form [\w./-]{1,12}|"
    r"(?!.*\b(?:leader|cabinet|member|executive|chair|mayor|director|officer|committee|head)\b)"
    r"[\w'’&. -]{3,60} (?:council|authority)|"
    r"[-–—] ?[0-9]{1,3} ?[-–—]|[0-9/.-]{1,10}|[0-9]{1,2}(?:st|nd|rd|th)? [a-z]+ [0-9]{4}",
    re.IGNORECASE,
)
"""What a page prints at its head or foot, and is nobody's name."""
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
    aside: str = ""
    """What is printed after the heading and names nobody, such as “called in”."""
    doubt: str = ""
    """Why the body printed may not be all of it."""


def heading_at(lines: Sequence[TextLine], start: int) -> Heading | None:
    """Give the heading that begins on this line, alone or split over a few lines."""
    text = ""
    for place, line in enumerate(lines[start : start + _MOST_LINES]):
        if line.blank:
            break
        before = len(text)
        text = f"{text} {_without_furniture(line, place)}".lstrip()
        if len(text) > _LONGEST:
            break
        match = _HEADING.match(text)
        if match is None or match.end("phrase") <= before:
            continue
        body, aside = _BY.sub("", match["after"]), ""
        telling = told_in(match["after"])
        if telling.fate or telling.banner or telling.not_subject:
            body, aside = "", match["after"].strip()
        elif _FURNITURE.fullmatch(body):
            body = ""
        if body and not (body[0].isupper() and len(body.split()) <= 14 and body[-1] not in ".;,:"):
            return None
        return Heading(
            line=lines[start].number,
            used=place + 1,
            kind=_HEADINGS[" ".join(_WORDS.findall(match["phrase"].lower()))],
            body=body,
            body_line=line.number,
            aside=aside,
            doubt=_doubt(body, lines[start + place + 1 : start + place + 2]),
        )
    return None


def _without_furniture(line: TextLine, place: int) -> str:
    """Give a line without what a page prints beside its heading, in a column of its own."""
    if len(line.cells) < 2:
        return line.text
    cells = [cell for cell in line.cells if not _FURNITURE.fullmatch(cell)]
    heads = [cell for cell in cells if not place and _HEADING.match(cell)]
    if heads and cells[0] is not heads[0]:
        return heads[0]
    return " ".join(cells)


def _doubt(body: str, following: Sequence[TextLine]) -> str:
    goes_on = bool(following) and following[0].text[:1].islower()
    if body and (goes_on or _UNFINISHED.search(body)):
        return f"the heading's “{body}” may go on over the next line"
    return ""
