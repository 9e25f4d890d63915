"""Dates that a change would make others, as a table."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from cli.output import say_rows
from workflow.clock import spoken
from workflow.impact.date_change import DateChange


def tell_moved(
    moved: Sequence[DateChange], *, as_csv: bool, also: Iterable[tuple[str, ...]] = ()
) -> None:
    """Say each date that would be another: what runs first, then what has ended; then rows that
    are told besides."""
    rows: list[tuple[str, ...]] = [
        (
            each.ref,
            each.what.value,
            "running" if each.running else "ended",
            _spoken(each.was),
            _spoken(each.now),
            each.note,
        )
        for each in sorted(moved, key=lambda one: (not one.running, one.ref))
    ]
    rows += also
    if rows or as_csv:
        headings = ("REFERENCE", "WHAT", "STANDS", "ON RECORD", "WOULD BE", "NOTE")
        say_rows(headings, rows, as_csv=as_csv)


def said_how_many(moved: Sequence[DateChange]) -> str:
    """Say how many dates would change, current and past."""
    running = sum(each.running for each in moved)
    ended = len(moved) - running
    current = f"{running} current {'date' if running == 1 else 'dates'} would change"
    return f"{current}; {ended} past {'date' if ended == 1 else 'dates'} would have been different."


def _spoken(instant: datetime | None) -> str:
    return "none" if instant is None else spoken(instant)
