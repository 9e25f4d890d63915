"""A page for the public, before it is written as text, Markdown, a web page or a feed."""

from dataclasses import dataclass
from datetime import datetime

from workflow.publishing.known_register import KnownRegister
from workflow.wording import long_dates


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """What a page says of one decision."""

    ref: str
    title: str
    """What it is about, in one line or more."""
    cells: tuple[str, ...]
    """What is said under each heading of the page."""
    changed_at: datetime
    """When what is on record of it last changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPage:
    """A page for the public: a table of decisions, with what stands before and after it."""

    name: str
    """Which page it is, for a program: "open-for-call-in" or "forward-plan"."""
    council: str
    """The council, by its short name."""
    council_name: str
    title: str
    as_of: datetime
    lead: tuple[str, ...]
    """The paragraphs before the table."""
    caption: str
    subject: str
    """What the title of an entry is: the title of a decision, or the matter to be decided."""
    headings: tuple[str, ...]
    """What each cell of an entry is, after its reference and title."""
    entries: tuple[PageEntry, ...]
    nothing: str
    """What is said in place of the table where there is no entry."""
    after: tuple[str, ...]
    """The paragraphs after the table."""
    logo: str
    """The council's logo: an address, or the image itself; empty where none is on file."""
    logo_alt: str
    """What the logo shows."""
    register: KnownRegister


def to_the_minute(instant: datetime) -> str:
    """Say when something was published: "at 5 pm on …"; or "on …", of a day without a time."""
    return long_dates.received(instant.replace(second=0, microsecond=0))


def stands_at(council_name: str, as_of: datetime) -> str:
    """Say whose page it is, and when it was so."""
    return f"{council_name}, as it stood {long_dates.since(as_of)}."


def seen(text: str) -> str:
    """Give a text without what a reader does not see, such as a mark that turns its direction."""
    return "".join(each if each.isprintable() or each in "\n\t" else " " for each in text)
