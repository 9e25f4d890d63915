"""A page for the public as an Atom feed (RFC 4287), by the standard library's writer of XML."""

import re
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree import ElementTree

from workflow.publishing.pages.page import PageEntry, PublicPage

_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_NO_CHARACTER: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write."""


def atom(page: PublicPage) -> str:
    """Write a page as a feed. The identity of the feed, and of each entry, never changes.

    The same register gives the same feed at the same instant, byte for byte.
    """
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(_name("feed"), {f"{_XML}lang": "en-GB"})
    _text(feed, "id", identity_of(page))
    _text(feed, "title", f"{page.title}: {page.council_name}")
    _text(feed, "updated", _stamp(_changed_at(page)))
    _author(feed, page.council_name)
    _text(feed, "generator", "council-decisions")
    for entry in page.entries:
        _entry(feed, page, entry)
    ElementTree.indent(feed)
    written = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'


def identity_of(page: PublicPage, ref: str = "") -> str:
    """Give the identity of a feed, or of its entry for one decision: a URN made of the register's
    own identity, so that no other register has it."""
    identity = page.register.identity
    register = NAMESPACE_URL if identity is None else UUID(identity)
    return uuid5(register, f"council-decisions/{page.council}/{page.name}/{ref}").urn


def _entry(feed: ElementTree.Element, page: PublicPage, entry: PageEntry) -> None:
    made = ElementTree.SubElement(feed, _name("entry"))
    _text(made, "id", identity_of(page, entry.ref))
    _text(made, "title", f"{entry.ref}: {' '.join(entry.title.split())}")
    _text(made, "updated", _stamp(entry.changed_at))
    said = zip(page.headings, entry.cells, strict=True)
    lines = (f"{heading}: {' '.join(cell.split())}" for heading, cell in said if cell)
    _text(made, "content", "\n".join((*lines, *page.after)))


def _author(feed: ElementTree.Element, name: str) -> None:
    author = ElementTree.SubElement(feed, _name("author"))
    _text(author, "name", name)


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, _name(name)).text = _NO_CHARACTER.sub(" ", text)


def _name(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _changed_at(page: PublicPage) -> datetime:
    """Give when any entry of the page last changed; of a page without one, when its register was
    begun."""
    began = page.register.begun_at or page.as_of
    return max((each.changed_at for each in page.entries), default=began)


def _stamp(instant: datetime) -> str:
    """Write an instant as RFC 3339 has it, in UTC."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")
