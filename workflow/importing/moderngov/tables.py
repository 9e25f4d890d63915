"""Lists of decisions printed as tables: one row a decision, its columns named above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from workflow.errors import Invalid
from workflow.files.cells import shown
from workflow.importing.addresses import Home, followable, identity_of, is_of_one
from workflow.importing.character_references import times_encoded
from workflow.importing.labels import TELLING, field_of, says_list_is_empty, standing_of, subject_by
from workflow.importing.moderngov.banners import Trail, is_link, tells
from workflow.importing.page_lines import Link, PageLine, PageText
from workflow.importing.pairs import Pair
from workflow.importing.records import ListedDecision
from workflow.importing.values import heading_of, listed_of, without_reference

_FEWEST_CELLS: Final = 2
"""Cells of a row that names the columns."""
_FEWEST_NAMED: Final = 3
"""Columns of a list that must be known by name, where no row has a link to a decision."""


@dataclass(slots=True, kw_only=True)
class ListRow:
    """A row of a table: its lines, cell by cell."""

    table: int
    number: int
    heading: str
    """The heading that stands above its table."""
    around: list[str] = field(default_factory=list)
    """What else stands above or below its table and tells of the decisions in it."""
    cells: dict[int, list[PageLine]] = field(default_factory=dict)

    @property
    def texts(self) -> list[str]:
        """What is printed in each cell."""
        return [" ".join(ln.whole for ln in cell if ln.whole) for cell in self.cells.values()]

    @property
    def link(self) -> tuple[int, Link] | None:
        """The first link to a decision, and the cell it stands in, counted from 0."""
        for place, cell in enumerate(self.cells.values()):
            for line in cell:
                for link in line.links:
                    if link.text and is_of_one(link.address):
                        return place, link
        return None

    @property
    def is_head(self) -> bool:
        """Whether every cell is marked as a heading."""
        return all(line.is_head for cell in self.cells.values() for line in cell)

    @property
    def names(self) -> list[str]:
        """The field that each cell names, were it the heading of a column."""
        return [field_of(text) for text in self.texts]


@dataclass(slots=True, kw_only=True)
class Gathered:
    """The decisions of a list, and what could not be read of it."""

    listed: list[ListedDecision] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def lists_of(page: PageText) -> list[list[ListRow]]:
    """Give the tables of a page that list decisions, each with its rows in order."""
    return [rows for rows in _tables(page.lines) if _is_list(rows)]


def read_lists(
    tables: Sequence[Sequence[ListRow]], page: PageText, home: Home, source: str
) -> Gathered:
    """Read the rows of a page's lists; the row that a page breaks off in is not read."""
    gathered = Gathered()
    times = times_encoded(text for rows in tables for row in rows for text in row.texts)
    for rows in tables:
        columns: list[str] | None = None
        number = 0
        within: list[str] = []
        for row in rows:
            if _is_heading(row):
                columns = row.texts
                continue
            if not any(row.texts) or (len(row.cells) == 1 and says_list_is_empty(row.texts[0])):
                continue
            if len(row.cells) == 1 and tells(row.texts[0], heads=True):
                within = row.texts
                if gathered.listed and number:
                    gathered.listed[-1] = replace(
                        gathered.listed[-1], around=(*gathered.listed[-1].around, *within)
                    )
                continue
            row.around = [*row.around, *within]
            number += 1
            where = f"Row {number} of “{row.heading}”" if row.heading else f"Row {number}"
            if (row.table, row.number) == page.cut_row:
                gathered.unread.append(f"{where}: the page breaks off in it.")
                continue
            try:
                gathered.listed.append(_read(row, columns, home, source, times))
            except Invalid as fault:
                gathered.unread.append(f"{where}: {fault}")
    return gathered


def _tables(lines: Sequence[PageLine]) -> Iterator[list[ListRow]]:
    tables: dict[int, dict[int, ListRow]] = {}
    trail = Trail()
    heading = ""
    headings: dict[int, str] = {}
    around: dict[int, list[str]] = {}
    last = 0
    for line in lines:
        if line.level and line.whole and not line.prose:
            heading = heading_of(line.whole)
            last = 0
        if not line.table:
            trail.pass_by(line)
            if last and tells(line.whole) and not line.level and not is_link(line):
                around[last].append(line.whole)
        elif line.level:
            trail.pass_by(line)
        if line.table and line.row and line.cell:
            headings.setdefault(line.table, heading)
            if line.table not in around:
                around[line.table] = [text for text in trail.around if text != heading]
            last = line.table
            rows = tables.setdefault(line.table, {})
            row = rows.get(line.row)
            if row is None:
                row = rows[line.row] = ListRow(
                    table=line.table,
                    number=line.row,
                    heading=headings[line.table],
                    around=around[line.table],
                )
            row.cells.setdefault(line.cell, []).append(line)
    for rows in tables.values():
        yield list(rows.values())


def _is_list(rows: Sequence[ListRow]) -> bool:
    if any(row.link for row in rows):
        named = {name for row in rows if _is_heading(row) for name in row.names}
        return not named.isdisjoint(TELLING)
    names = rows[0].names
    return "title" in names and sum(1 for name in names if name) >= _FEWEST_NAMED


def _is_heading(row: ListRow) -> bool:
    if row.link or len(row.cells) < _FEWEST_CELLS:
        return False
    return row.is_head or sum(1 for name in row.names if name) == len(row.cells)


def _read(
    row: ListRow, columns: list[str] | None, home: Home, source: str, times: int
) -> ListedDecision:
    if columns is None or len(columns) != len(row.cells):
        headed = "none" if columns is None else f"{len(columns)}"
        raise Invalid(f"it has {len(row.cells)} cells, and {headed} of them headed.")
    row_link = row.link
    place = row_link[0] if row_link else _title_place(columns)
    pairs: list[Pair] = []
    for at, (label, cell, text) in enumerate(
        zip(columns, row.cells.values(), row.texts, strict=True)
    ):
        name = "" if at == place else field_of(label)
        links = [link for line in cell for link in line.links]
        pairs.append(Pair(label=label, field=name, texts=[text] if text else [], links=links))
    link = row_link[1] if row_link else None
    head = pairs.pop(place)
    return titled(link, pairs, head, home, source, times, row.heading, row.around)


def _title_place(columns: Sequence[str]) -> int:
    names = [field_of(label) for label in columns]
    if "title" not in names:
        raise Invalid("it has no link to a decision, and no column of titles.")
    return names.index("title")


def titled(
    link: Link | None,
    pairs: Sequence[Pair],
    head: Pair,
    home: Home,
    source: str,
    times: int,
    heading: str,
    around: Sequence[str] = (),
) -> ListedDecision:
    """Give a decision of a list: its title from its link, or else from the text at its head."""
    printed = link.text if link else head.text
    title, reference = without_reference(printed)
    if link and link.hidden:
        reference = without_reference(link.hidden)[1] or reference
    if not title:
        raise Invalid("it has no title.")
    known = ListedDecision(
        source=source,
        title=title,
        identity=(identity_of(link.address) if link else "") or reference,
        site=home.site,
        reference=reference,
        heading=heading,
        standing=standing_of(heading),
        is_subject_to_call_in=subject_by(heading),
        around=tuple(around),
        link=followable(link.address, home) if link else "",
        raw=((head.label, f"{head.text} {link.hidden if link else ''}".strip()),),
    )
    try:
        return listed_of(title, pairs, known, home, times)
    except Invalid as fault:
        raise Invalid(f"{fault} It is {shown(title)}.", remedy=fault.cure) from None
