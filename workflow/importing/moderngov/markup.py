"""From HTML to lines: the one place that knows lxml.

No tree is built. Elements are counted as they come and the reading ends at the first that is too
many or too deep; nothing is fetched, no entity is defined, and scripts, styles and frames are
passed over.
"""

import re
from typing import Final

from workflow.errors import Invalid
from workflow.importing.moderngov.html_lines import LineBuilder, TooMuch
from workflow.importing.opening import AS_PAGE
from workflow.importing.page_lines import PageText

MOST_TAGS: Final = 300_000
"""Opening marks in a page, counted before it is read."""
_CHUNK: Final = 65_536
_LONG_TAG: Final = re.compile(r"<[A-Za-z][^<>]{20000,}")
_MOST_WORDS: Final = 2_000
_ROW_BEGINS: Final = re.compile(r"<tr\b[^<>]*>", re.IGNORECASE)
_ROW_ENDS: Final = re.compile(r"</(?:tr|table)\b", re.IGNORECASE)
_PAGE_BEGINS: Final = re.compile(r"<html\b", re.IGNORECASE)
_PAGE_ENDS: Final = re.compile(r"</html\s*>", re.IGNORECASE)
_TABLE: Final = re.compile(r"<(/?)table\b", re.IGNORECASE)


def must_be_ready() -> None:
    """Raise Invalid, with what to install, where lxml is not there."""
    try:
        import lxml.etree  # noqa: F401
    except ImportError:
        raise Invalid(
            "Reading saved pages needs the lxml library.",
            remedy="Install it: pip install 'council-decisions[import]'",
        ) from None


def page_of(text: str, name: str) -> PageText:
    """Give the lines of a page's text; Invalid where it is too large or too deep to be one."""
    must_be_ready()
    from lxml import etree

    _refuse_crowds(text, name)
    weaver = LineBuilder()
    parser = etree.HTMLParser(
        target=weaver,  # type: ignore[arg-type]
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for start in range(0, len(text), _CHUNK):
            parser.feed(text[start : start + _CHUNK])
        parser.close()
    except TooMuch as fault:
        raise _too_much(name, str(fault)) from None
    except etree.LxmlError:
        raise Invalid(f"{name} cannot be read as HTML.", remedy=AS_PAGE) from None
    cut, in_row = _breaks_off(text)
    return weaver.page(cut=cut, in_row=in_row)


def _refuse_crowds(text: str, name: str) -> None:
    if text.count("<") > MOST_TAGS:
        raise _too_much(name, f"more than {MOST_TAGS:,} tags")
    for tag in _LONG_TAG.finditer(text):
        if len(tag[0].split(None, _MOST_WORDS)) > _MOST_WORDS:
            raise _too_much(name, "a tag of more than 2,000 attributes")


def _too_much(name: str, what: str) -> Invalid:
    return Invalid(
        f"{name} holds {what}: no page of a register does.",
        remedy="Save a shorter period of the register, from a browser.",
    )


def _breaks_off(text: str) -> tuple[bool, bool]:
    """Say whether a page breaks off before its end, and whether inside a row.

    A part of a page, without the tags around the whole, is taken to be cut only where a tag or a
    table is left open.
    """
    if _PAGE_ENDS.search(text):
        return False, False
    if not _PAGE_BEGINS.search(text):
        tables = sum(-1 if match[1] else 1 for match in _TABLE.finditer(text))
        if tables <= 0 and text.rfind("<") <= text.rfind(">"):
            return False, False
    begins = max((match.start() for match in _ROW_BEGINS.finditer(text)), default=-1)
    return True, begins >= 0 and _ROW_ENDS.search(text, begins) is None
