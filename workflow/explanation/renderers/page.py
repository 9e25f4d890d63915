"""An explanation set out on a page as wide as the face that shows it, with a small calendar that a
person can check."""

from collections.abc import Iterator
from typing import Final, Protocol, assert_never

from workflow.authority import Authority
from workflow.explanation.document import (
    Block,
    Citation,
    Days,
    Document,
    Fact,
    Moment,
    Section,
    Sentence,
    Warned,
)
from workflow.explanation.renderers.month import month_lines
from workflow.explanation.renderers.text import moment

_APART: Final = {Citation: "rule", Days: "days", Fact: "fact", Warned: "warned"}
"""Blocks of one name stand together; the others, which tell the answer, stand together too."""
_INDENT: Final = 2


class Page(Protocol):
    """What knows how wide the page is."""

    def wrapped(self, text: str, indent: str, after: str, *, less: int = 0) -> str:
        """Give text in lines that fit, the first and the others indented so; or that are so much
        shorter."""

    def within(self, line: str, *, less: int = 0) -> str:
        """Give a line as it is where it fits, and else in lines that do."""


def page_lines(told: Document, page: Page) -> Iterator[str]:
    """Give the lines of an explanation."""
    for place, section in enumerate(told.sections):
        if place:
            yield ""
        yield from _section(section, page)


def _section(section: Section, page: Page) -> Iterator[str]:
    yield page.wrapped(section.heading, "", "  ")
    before = ""
    for block in section.blocks:
        group = _APART.get(type(block), "answer")
        if group != before:
            yield ""
        before = group
        for line in _block(block, page):
            yield f"{' ' * _INDENT}{line}".rstrip()


def _block(block: Block, page: Page) -> Iterator[str]:
    if isinstance(block, Days):
        for line in month_lines(block.count):
            yield from page.within(line, less=_INDENT).splitlines() or [""]
        return
    for text, after in _paragraphs(block):
        body = text.lstrip()
        lead = text[: len(text) - len(body)]
        yield from page.wrapped(body, lead, " " * after, less=_INDENT).splitlines()


def _paragraphs(block: Sentence | Warned | Fact | Citation | Moment) -> Iterator[tuple[str, int]]:
    """Give each paragraph, and how far its lines after the first stand in."""
    match block:
        case Citation():
            yield from _rule(block.authority)
            if block.edition:
                yield f"Edition:  {block.edition}", 10
        case Fact():
            yield f"{block.name}: {block.words}", len(block.name) + 2
        case Moment():
            yield f"{block.names} {block.words}", 2
            yield f"    {moment(block)}", 4
        case Warned():
            yield f"Mind: {block.words}", 6
        case Sentence():
            yield block.words, 0
        case _:
            assert_never(block)


def _rule(authority: Authority) -> Iterator[tuple[str, int]]:
    yield f"Rule:     {authority}", 10
    yield f"{' ' * 10}{authority.words}", 10
    if authority.link:
        yield f"{' ' * 10}{authority.link}", 10
