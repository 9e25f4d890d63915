"""An explanation as Markdown, for a letter or a web page. What was typed by others is made safe."""

import re
from collections.abc import Iterator
from typing import Final, assert_never
from urllib.parse import quote

from workflow.authority import Authority
from workflow.clock import spoken_day
from workflow.explanation.document import (
    Block,
    Citation,
    Days,
    Document,
    Fact,
    Moment,
    Sentence,
    Warned,
)
from workflow.explanation.renderers.text import moment
from workflow.explanation.wording import days_asked, last_day

_MARKS: Final = re.compile(r"([\\`*_{}\[\]#|~]|(?<=\{)%)")
_BEGINNING: Final = re.compile(r"^(\d{0,9})([-+=.)])")
_HTML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_WEB: Final = ("https://", "http://")
_AS_IT_IS: Final = "/:?#@!$&'*+,;=%~-._"


def markdown(document: Document) -> str:
    """Set an explanation out as Markdown: headings, tables of days, citations with their links."""
    parts = [
        part
        for section in document.sections
        for part in (
            f"## {safe(section.heading)}",
            *(each for block in section.blocks for each in _block(block)),
        )
    ]
    return "\n\n".join(parts) + "\n"


def safe(text: str) -> str:
    """Give text on one line that is no mark of Markdown, no cell's end and no HTML."""
    plain = "".join(each if each.isprintable() else " " for each in text)
    marked = _MARKS.sub(r"\\\1", " ".join(plain.split()))
    return _BEGINNING.sub(r"\1\\\2", marked).translate(_HTML)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Sentence():
            yield safe(block.words)
        case Warned():
            yield f"> **{safe(block.words)}**"
        case Fact():
            yield f"**{safe(block.name)}:** {safe(block.words)}"
        case Citation():
            yield f"**Rule:** {_cited(block.authority)}"
            yield f"> {safe(block.authority.words)}"
            if block.edition:
                yield f"**Edition:** {safe(block.edition)}"
        case Days():
            yield f"{safe(days_asked(block.count))}:"
            yield "\n".join(_table(block))
            yield f"**{safe(last_day(block.count))}**"
        case Moment():
            yield f"**{safe(block.names)}** {safe(block.words)}"
            yield f"> {safe(moment(block))}"
        case _:
            assert_never(block)


def _table(block: Days) -> Iterator[str]:
    yield "| Day | Number | Why it is not counted |"
    yield "| --- | --- | --- |"
    for each in block.count.workings():
        number = "" if each.number is None else str(each.number)
        yield f"| {spoken_day(each.day)} | {number} | {safe(each.why)} |"


def _cited(authority: Authority) -> str:
    link = authority.link
    if not link.startswith(_WEB):
        return safe(str(authority))
    return f"[{safe(str(authority))}](<{quote(link, safe=_AS_IT_IS)}>)"
