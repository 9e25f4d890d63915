"""Dates that a change would make others, as a table."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from cli.shown.answer import Table
from workflow.clock import spoken
from workflow.impact.date_change import DateChange

Rows = Iterable[tuple[str, ...]]


def moved_table(moved: Sequence[DateChange], also: Rows = ()) -> Table:
    """Give each date that would be another: what runs first, then what has ended; then rows of
    other things that would move."""
    rows = [
        (
            each.ref,
            each.what.label,
            "running" if each.running else "ended",
            _spoken(each.was),
            _spoken(each.now),
            each.note,
        )
        for each in sorted(moved, key=lambda one: (not one.running, one.ref))
    ]
    headings = ("REFERENCE", "WHAT", "STANDS", "ON RECORD", "WOULD BE", "NOTE")
    return Table(headings, [*rows, *also])


def moved_text(moved: Sequence[DateChange], also: Rows = ()) -> Iterable[Table]:
    """Give that table, where anything would move."""
    table = moved_table(moved, also)
    return [table] if table.rows else []


def how_many_moved(moved: Sequence[DateChange]) -> str:
    """Say how many dates would change, current and past."""
    running = sum(each.running for each in moved)
    ended = len(moved) - running
    current = f"{running} current {'date' if running == 1 else 'dates'} would change"
    return f"{current}; {ended} past {'date' if ended == 1 else 'dates'} would have been different."


def _spoken(instant: datetime | None) -> str:
    return "none" if instant is None else spoken(instant)
