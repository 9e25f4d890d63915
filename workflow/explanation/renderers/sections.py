"""An explanation for a program that shows its words: section by section, line by line."""

from dataclasses import dataclass

from workflow.explanation.document import Document
from workflow.explanation.renderers.text import lines


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSaid:
    """The explanation of one date."""

    about: str
    """What has the date: the `period`, a `notice`, or whom a time limit awaits."""
    heading: str
    """What the section explains."""
    lines: tuple[str, ...]
    """What is said, line by line."""


def sections(told: Document) -> tuple[SectionSaid, ...]:
    """Give the sections of an explanation, each in lines."""
    return tuple(
        SectionSaid(about=each.about, heading=each.heading, lines=tuple(lines(each)))
        for each in told.sections
    )
