"""Weaving a page's elements, as they come, into its lines."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from workflow.importing.moderngov.elements import Marks, marks_of
from workflow.importing.page_lines import Link, PageLine, PageText
from workflow.importing.statements.cleaning import folded
from workflow.text import WIDTHLESS, dropped_characters

MOST_ELEMENTS: Final = 250_000
MOST_ROWS: Final = 10_000
MOST_LINES: Final = 100_000
MOST_DEEP: Final = 200
"""Elements one within another."""
MOST_ATTRIBUTES: Final = 200
MOST_PIECES: Final = 1_000_000
"""Pieces of text."""

_PLACES: Final = frozenset({"table", "tr", "td", "th"})
_END_A_LINK: Final = frozenset({"a", "table", "td", "th", "tr"})
"""A link that was left open ends with its cell."""
_COUNTED: Final = frozenset({"tr", "title", "input", "meta"})


class TooMuch(Exception):
    """More of something than a page may hold: what, in words."""


class _Place:
    """Where in a table the weaver stands."""

    __slots__ = ("cell", "is_head", "row", "table")

    def __init__(self, table: int) -> None:
        self.table, self.row, self.cell, self.is_head = table, 0, 0, False


class LineBuilder:
    """Reads a page's elements one by one; it is what lxml calls a parser's target."""

    def __init__(self) -> None:
        self._lines: list[PageLine] = []
        self._open: list[Marks] = []
        self._places: list[_Place] = []
        self._elements = self._pieces = self._rows = self._tables = 0
        self._skips = self._hides = self._labels = self._bolds = self._proses = 0
        self._names = self._level = 0
        self._text: list[str] = []
        self._label: list[str] = []
        self._sure = self._has_text = False
        self._links: list[Link] = []
        self._link: tuple[str, list[str], list[str]] | None = None
        self._last_row = (0, 0)
        self._in_title = False
        self._title: list[str] = []
        self._site_name = ""
        self._asks_password = False
        self._dropped: Counter[str] = Counter()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element; raise TooMuch for one that is too many."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS or len(self._open) >= MOST_DEEP or tag in _COUNTED:
            self._note(tag, attributes)
        if not attributes:
            marks = marks_of(tag, "", hidden=False)
        elif len(attributes) > MOST_ATTRIBUTES:
            raise TooMuch(f"an element of more than {MOST_ATTRIBUTES} attributes")
        else:
            marks = marks_of(tag, attributes.get("class", ""), hidden=_is_hidden(attributes))
        if tag in _END_A_LINK:
            self._end_link()
        if marks.blocks or (marks.begins and not self._proses):
            self._flush()
        self._open.append(marks)
        if marks.alters:
            self._alter(marks, 1)
        if not self._skips:
            if tag in _PLACES:
                self._place(tag)
            elif tag == "a":
                self._link = (attributes.get("href", ""), [], [])

    def _alter(self, marks: Marks, by: int) -> None:
        """Begin, or end, what an element does to what stands in it."""
        self._skips += by * marks.skips
        self._hides += by * marks.hidden
        self._labels += by * marks.label
        self._bolds += by * marks.bold
        self._proses += by * marks.prose
        self._names += by * marks.names
        if marks.level:
            self._level = marks.level if by > 0 else 0

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note what an element says of the page, and refuse one that is too many."""
        if self._elements > MOST_ELEMENTS:
            raise TooMuch(f"more than {MOST_ELEMENTS:,} elements")
        if len(self._open) >= MOST_DEEP:
            raise TooMuch(f"elements more than {MOST_DEEP} deep")
        if tag == "tr":
            self._rows += 1
            if self._rows > MOST_ROWS:
                raise TooMuch(f"more than {MOST_ROWS:,} rows")
        elif tag == "title":
            self._in_title = not self._title
        elif tag == "input" and attributes.get("type", "").lower() == "password":
            self._asks_password = True
        elif tag == "meta" and (
            attributes.get("property") == "og:site_name"
            or attributes.get("name", "").lower() == "application-name"
        ):
            self._site_name = self._site_name or folded(attributes.get("content", ""))

    def _place(self, tag: str) -> None:
        if tag == "table":
            self._tables += 1
            self._places.append(_Place(self._tables))
        elif self._places and tag == "tr":
            place = self._places[-1]
            place.row, place.cell = place.row + 1, 0
            self._last_row = (place.table, place.row)
        elif self._places and tag in ("td", "th"):
            place = self._places[-1]
            place.cell, place.is_head = place.cell + 1, tag == "th"

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if tag == "title":
            self._in_title = False
        if tag in _END_A_LINK:
            self._end_link()
        if not self._open:
            return
        marks = self._open.pop()
        if marks.blocks:
            self._flush(is_cell=tag in ("td", "th"))
        if tag == "table" and self._places and not self._skips:
            self._places.pop()
        elif tag in ("tr", "td", "th") and self._places and not self._skips:
            if tag == "tr":
                self._places[-1].cell = 0
            self._places[-1].is_head = False
        if marks.alters:
            self._alter(marks, -1)

    def _end_link(self) -> None:
        if self._link is not None:
            address, shown, hidden = self._link
            self._links.append(Link(folded("".join(shown)), address, folded("".join(hidden))))
            self._link = None

    def data(self, text: str) -> None:
        """Take a piece of text; raise TooMuch for one that is too many."""
        self._pieces += 1
        if self._pieces > MOST_PIECES:
            raise TooMuch(f"more than {MOST_PIECES:,} pieces of text")
        if self._in_title:
            self._title.append(text)
        if self._skips:
            return
        if not text.isascii():
            self._dropped.update(WIDTHLESS.findall(text))
        if self._hides:
            if self._link is not None:
                self._link[2].append(text)
            return
        if self._link is not None:
            self._link[1].append(text)
        bold = self._bolds and not self._has_text
        if (self._labels or bold) and not self._proses:
            self._label.append(text)
            self._sure = self._sure or bool(self._labels)
        else:
            self._text.append(text)
            self._has_text = self._has_text or not text.isspace()

    def close(self) -> None:
        """Take the end of the page."""
        self._flush()

    def page(self, *, cut: bool, in_row: bool) -> PageText:
        """Give the page that was read; it may break off, and may in its last row."""
        return PageText(
            lines=tuple(self._lines),
            title=folded("".join(self._title)),
            site_name=self._site_name,
            asks_password=self._asks_password,
            dropped=dropped_characters(self._dropped),
            cut=cut,
            cut_row=self._last_row if in_row else None,
        )

    def _flush(self, *, is_cell: bool = False) -> None:
        if self._link is not None:
            self._link[1].append(" ")
        if not (self._text or self._label or self._links or is_cell):
            return
        if len(self._lines) >= MOST_LINES:
            raise TooMuch(f"more than {MOST_LINES:,} lines")
        label, text = folded("".join(self._label)), folded("".join(self._text))
        place = self._places[-1] if self._places else None
        if label or text or self._links or (is_cell and place is not None and not self._skips):
            self._lines.append(
                PageLine(
                    text=text,
                    label=label,
                    sure=self._sure,
                    level=self._level,
                    names=bool(self._names),
                    links=tuple(self._links),
                    prose=bool(self._proses),
                    table=place.table if place else 0,
                    row=place.row if place else 0,
                    cell=place.cell if place else 0,
                    is_head=bool(place and place.is_head),
                )
            )
        self._text.clear()
        self._label.clear()
        self._links.clear()
        self._sure = self._has_text = False


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style", "")
    return bool(style) and "display:none" in style.lower().replace(" ", "")
