"""Reading a register's saved pages: one page, one file, or a folder of them, one after another."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from workflow.errors import Invalid, NotFound
from workflow.files.opening import shown
from workflow.importing.addresses import Home, home_of, site_of
from workflow.importing.labels import heads_a_list, says_list_is_empty
from workflow.importing.merging import are_one, merged
from workflow.importing.moderngov.decoding import text_of
from workflow.importing.moderngov.details import details_of, read_details
from workflow.importing.moderngov.entries import entries_of, read_entries
from workflow.importing.moderngov.markup import must_be_ready, page_of
from workflow.importing.moderngov.refusing import refusal_of
from workflow.importing.moderngov.tables import lists_of, read_lists
from workflow.importing.opening import AS_PAGE, files_of, is_page, page_bytes
from workflow.importing.page_lines import PageText
from workflow.importing.records import ListedDecision, PageKind, SourceRead
from workflow.importing.statements.dates import read_day
from workflow.importing.values import heading_of

_PERIOD: Final = re.compile(
    r"[^0-9]{0,30}(?P<first>[0-9][\w /.]{5,25}?) ?(?:[-–—]|\bto\b) ?(?P<last>[0-9][\w /.]{5,25}?)"
    r"(?: [^0-9]{0,12})?"
)
_COUNCIL: Final = re.compile(r"\b(?:Council|Authority|Borough|Corporation|Cyngor|Assembly)\b")
_PARTS: Final = re.compile(r" [-–—|] | ?: ")


def read_page(content: bytes, name: str) -> SourceRead:
    """Read one saved page's bytes; `name` is its file's name.

    Raises Invalid where it is no page of a register, or may not be read, with what to do.
    """
    source = shown(name)
    text = text_of(content, source)
    if not text.strip():
        raise Invalid(f"{source} is empty.", remedy=AS_PAGE)
    home = home_of(text, name)
    page = page_of(text, source)
    page_read = _read(page, home, source)
    if page_read is None:
        raise refusal_of(page, text, source)
    site = home.site or next((site_of(each.link) for each in page_read.listed if each.link), "")
    return replace(
        page_read,
        council=_council_of(page),
        site=site,
        listed=tuple(replace(each, site=each.site or site) for each in page_read.listed),
        cut=page.cut,
        remarks=(f"{source}: {page.dropped}",) if page.dropped else (),
        unread=(*page_read.unread, *_said_of_the_end(page, source)),
    )


def read_pages(path: str | os.PathLike[str]) -> Iterator[SourceRead]:
    """Read a saved page, or those of a folder by name, one after another.

    A file alone that cannot be read raises Invalid or NotFound, as does a folder with no page in
    it; among the files of a folder it is said in `SourceRead.unread`, and the rest are read. Links
    are not followed in a folder, and folders in it are not looked into.

    Where a folder holds a decision's own page and a list that names it, the two are made one, and
    stand in the list. A decision's own page that no list names comes after the lists. A decision
    that two lists name comes twice.

    Kept in memory are one page at a time and, of each decision's own page, what its address calls
    it and the name of its file: about 200 bytes. So each file is looked into twice for its own
    address, and parsed once, or once for every list that names it.
    """
    place = Path(path)
    must_be_ready()
    if not _is(place, Path.is_dir):
        if not is_page(place) and _is(place, Path.exists):
            raise Invalid(
                f"The name of {shown(place.name)} does not end in .html or .htm.",
                remedy="Give a saved page of the register, or a folder of them.",
            )
        return iter((read_page(page_bytes(place), place.name),))
    pages, passed = files_of(place)
    return _folder(pages, passed)


def _is(path: Path, what: Callable[[Path], bool]) -> bool:
    """Ask something of a path; of one that no file can have, it is not so."""
    try:
        return what(path)
    except (OSError, ValueError):
        return False


def _folder(pages: list[Path], passed: list[str]) -> Iterator[SourceRead]:
    own = _own_pages(pages)
    waiting = {path for paths in own.values() for path in paths}
    joined: set[Path] = set()
    for path in pages:
        if path not in waiting:
            yield _joined(_try(path), own, joined)
    for path in pages:
        if path in waiting and path not in joined:
            yield _try(path)
    if passed:
        yield SourceRead(source="", kind=PageKind.NOTHING, unread=tuple(passed))


def _own_pages(pages: list[Path]) -> dict[str, list[Path]]:
    """Find the pages of single decisions, by what their own addresses call the decision."""
    own: dict[str, list[Path]] = {}
    for path in pages:
        try:
            home = home_of(text_of(page_bytes(path), path.name), path.name)
        except (Invalid, NotFound):
            continue
        if home.identity:
            own.setdefault(home.identity, []).append(path)
    return own


def _joined(read: SourceRead, own: dict[str, list[Path]], joined: set[Path]) -> SourceRead:
    """Make one of each decision of a list and its own page, and note the pages that were used."""
    if not own or read.kind is not PageKind.LIST:
        return read
    listed: list[ListedDecision] = []
    remarks = [*read.remarks]
    for entry in read.listed:
        one = entry
        for path in own.get(entry.identity, ()):
            page = _try(path)
            if page.kind is PageKind.DETAILS and are_one(entry, page.listed[0]):
                one = merged(one, page.listed[0])
                remarks += page.remarks
                joined.add(path)
        listed.append(one)
    return replace(read, listed=tuple(listed), remarks=tuple(dict.fromkeys(remarks)))


def _try(path: Path) -> SourceRead:
    """Read a file of a folder; where it cannot be read, say so in what is given."""
    try:
        return read_page(page_bytes(path), path.name)
    except (Invalid, NotFound) as fault:
        problem = f"{fault} {fault.cure}"
        return SourceRead(source=shown(path.name), kind=PageKind.NOTHING, unread=(problem,))


def _read(page: PageText, home: Home, source: str) -> SourceRead | None:
    """Read a page as what it is: a decision's own page, a list of either form, or neither."""
    pairs = details_of(page, home) if home.identity else []
    tables = [] if pairs else lists_of(page)
    entries = [] if pairs or tables else entries_of(page)
    if tables or entries:
        gathered = (
            read_lists(tables, page, home, source)
            if tables
            else read_entries(entries, page, home, source)
        )
        return SourceRead(
            source=source,
            kind=PageKind.LIST,
            period=_period_of(page),
            listed=tuple(gathered.listed),
            unread=tuple(gathered.unread),
        )
    pairs = pairs or details_of(page, home)
    if pairs:
        listed = read_details(pairs, page, home, source)
        return SourceRead(source=source, kind=PageKind.DETAILS, listed=(listed,))
    if _is_empty_list(page):
        return SourceRead(source=source, kind=PageKind.LIST, period=_period_of(page))
    return None


def _is_empty_list(page: PageText) -> bool:
    headed = any(line.level and heads_a_list(line.whole) for line in page.lines)
    return headed and any(says_list_is_empty(line.whole) for line in page.lines)


def _said_of_the_end(page: PageText, source: str) -> tuple[str, ...]:
    if not page.cut:
        return ()
    return (f"{source} breaks off before its end: what came after is not here. Save it again.",)


def _period_of(page: PageText) -> tuple[date, date] | None:
    for line in page.lines:
        match = None if line.prose or line.row else _PERIOD.fullmatch(line.whole[:120])
        if match:
            first, last = read_day(match["first"].strip())[0], read_day(match["last"].strip())[0]
            if first and last and first <= last:
                return first, last
    return None


def _council_of(page: PageText) -> str:
    parts = [page.site_name, *reversed(_PARTS.split(page.title))]
    return heading_of(next((part for part in parts if _COUNCIL.search(part)), ""))
