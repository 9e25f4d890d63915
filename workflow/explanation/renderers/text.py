"""An explanation as plain lines: for a program that shows them, and for a calendar's entry."""

from collections.abc import Iterator
from typing import assert_never

from workflow.clock import spoken_day
from workflow.explanation.document import (
    Block,
    Citation,
    Days,
    Fact,
    Moment,
    Section,
    Sentence,
    Warned,
)
from workflow.explanation.wording import both, counted_or_why, days_asked, last_day


def lines(section: Section) -> Iterator[str]:
    """Give the lines of a section, without its heading."""
    for block in section.blocks:
        yield from lines_of(block)


def lines_of(block: Block) -> Iterator[str]:
    """Give the lines of one block."""
    match block:
        case Sentence() | Warned():
            yield block.words
        case Fact():
            yield f"{block.name}: {block.words}"
        case Citation():
            yield f"Rule: {block.authority}"
            yield block.authority.words
            yield from (part for part in (block.authority.link,) if part)
            yield from (f"Edition: {edition}" for edition in (block.edition,) if edition)
        case Days():
            yield days_asked(block.count)
            for each in block.count.workings():
                yield f"{spoken_day(each.day)}: {counted_or_why(each)}"
            yield last_day(block.count)
        case Moment():
            yield f"{block.names} {block.words}"
            yield moment(block)
        case _:
            assert_never(block)


def moment(block: Moment) -> str:
    """Give an instant both ways, with what is to be remarked of it."""
    remark = f"; {block.remark}" if block.remark else ""
    return f"{both(block.instant)}{remark}"
