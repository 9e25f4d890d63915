"""One published notice as a row of a file gives it: its dates, and the rule read off it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from workflow.calendars.nations import Nation
from workflow.errors import Invalid
from workflow.files.cells import ISO, BadCell, a_day, a_number, one_of
from workflow.files.csv_rows import Row

T = TypeVar("T")

COLUMNS: Final = (
    "id",
    "council",
    "nation",
    "decision_date",
    "publication_date",
    "counts_from",
    "working_days",
    "counts_start_day",
    "end_kind",
    "end_date",
    "explained",
)
"""The columns a file must have; it may have others."""


class EndKind(StrEnum):
    """What the date that ends a notice's period is."""

    LAST_DAY = "last_day"
    """The last day on which a request may be made."""
    DAY_AFTER = "day_after"
    """The calendar day after it, as in "effective from"."""


class PrintedEnd(NamedTuple):
    """What is printed of the end of a period, and what may have been counted from."""

    nation: Nation
    made_on: date | None
    published_on: date | None
    end_kind: EndKind
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedNotice:
    """A notice's dates, as the council printed them, and the rule that its row says they follow."""

    line: int
    id: str
    council: str
    nation: Nation
    made_on: date | None
    published_on: date | None
    from_publication: bool
    working_days: int
    start_counts: bool
    end_kind: EndKind
    end: date
    explained: bool
    """Whether the row says that its own rule gives its date."""

    @property
    def start(self) -> date | None:
        """Give the day the row's own rule counts from; None where it is not in the row."""
        return self.published_on if self.from_publication else self.made_on

    @property
    def printed_end(self) -> PrintedEnd:
        """Give what is printed of the end alone."""
        return PrintedEnd(self.nation, self.made_on, self.published_on, self.end_kind, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableNotice:
    """A row that cannot be read: where, and why."""

    line: int
    column: str
    """The column at fault; empty where it is the whole row."""
    id: str
    council: str
    explained: bool
    problem: str
    cure: str


def read(row: Row) -> PublishedNotice | UnreadableNotice:
    """Read one row, with the first thing that is wrong with it."""
    if row.fault:
        return _unreadable(row, "", BadCell(row.fault, "Look for a stray mark between cells."))
    column = ""

    def cell(name: str, reader: Callable[[str], T]) -> T:
        nonlocal column
        column = name
        return reader(row.cells[name])

    try:
        printed = PublishedNotice(
            line=row.line,
            id=cell("id", _given),
            council=cell("council", _given),
            nation=cell("nation", _nation),
            made_on=cell("decision_date", _day_if_any),
            published_on=cell("publication_date", _day_if_any),
            from_publication=cell("counts_from", _event) == "publication",
            working_days=cell("working_days", lambda text: a_number(text, 1, 366)),
            start_counts=cell("counts_start_day", _yes) == "yes",
            end_kind=EndKind(cell("end_kind", _end_kind)),
            end=cell("end_date", a_day),
            explained=cell("explained", _yes) == "yes",
        )
        column = "publication_date" if printed.from_publication else "decision_date"
        if printed.start is None:
            raise BadCell("It is empty, and the row counts from it.", ISO)
    except BadCell as bad:
        return _unreadable(row, column, bad)
    return printed


def _unreadable(row: Row, column: str, bad: BadCell) -> UnreadableNotice:
    return UnreadableNotice(
        line=row.line,
        column=column,
        id=row.cells.get("id", ""),
        council=row.cells.get("council", ""),
        explained=row.cells.get("explained", "").lower() == "yes",
        problem=bad.problem,
        cure=bad.cure,
    )


def _given(text: str) -> str:
    if not text:
        raise BadCell("It is empty.", "Give it.")
    return text


def _day_if_any(text: str) -> date | None:
    return a_day(text) if text else None


def _event(text: str) -> str:
    return one_of(text, ("publication", "decision"))


def _yes(text: str) -> str:
    return one_of(text, ("yes", "no"))


def _end_kind(text: str) -> str:
    return one_of(text, tuple(EndKind))


def _nation(text: str) -> Nation:
    try:
        return Nation.named(text)
    except Invalid as wrong:
        raise BadCell(str(wrong), wrong.cure) from None
