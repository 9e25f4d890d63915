"""An explanation set out for a terminal, with a small calendar that a person can check."""

from collections.abc import Iterator
from typing import Final, assert_never

from cli.calendar_page import month_lines
from cli.fitting import within
from cli.output import wrapped
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
from workflow.explanation.renderers.text import moment

_APART: Final = {Citation: "rule", Days: "days", Fact: "fact", Warned: "warned"}
"""Blocks of one name stand together; the others, which tell the answer, stand together too."""


def text_lines(told: Document) -> Iterator[str]:
    """Give the lines of an explanation."""
    for place, section in enumerate(told.sections):
        if place:
            yield ""
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield wrapped(section.heading, "", "  ")
    before = ""
    for block in section.blocks:
        group = _APART.get(type(block), "answer")
        if group != before:
            yield ""
        before = group
        for line in _block(block):
            yield f"  {line}".rstrip()


def _block(block: Block) -> Iterator[str]:
    match block:
        case Citation():
            yield from _rule(block.authority)
            if block.edition:
                yield f"Edition:  {block.edition}"
        case Days():
            for line in month_lines(block.count):
                yield from within(line, less=2).splitlines() or [""]
        case Fact():
            yield from _wrapped(f"{block.name}: {block.words}", " " * (len(block.name) + 2))
        case Moment():
            yield from _wrapped(f"{block.names} {block.words}", "  ")
            yield from _wrapped(f"    {moment(block)}", "    ")
        case Warned():
            yield from _wrapped(f"Mind: {block.words}", "      ")
        case Sentence():
            yield from _wrapped(block.words)
        case _:
            assert_never(block)


def _rule(authority: Authority) -> Iterator[str]:
    yield from _wrapped(f"Rule:     {authority}", " " * 10)
    yield from _wrapped(f"{' ' * 10}{authority.words}", " " * 10)
    if authority.link:
        yield f"{' ' * 10}{authority.link}"


def _wrapped(text: str, after: str = "") -> Iterator[str]:
    body = text.lstrip()
    yield from wrapped(body, text[: len(text) - len(body)], after, less=2).splitlines()
