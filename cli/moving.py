"""Dates that a change would make others, as a table and as JSON."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from cli.output import say_rows
from workflow.clock import spoken
from workflow.impact.moved import Moved
from workflow.model.json_data import both_times


def tell_moved(
    moved: Sequence[Moved], *, as_csv: bool, also: Iterable[tuple[str, ...]] = ()
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


def said_how_many(moved: Sequence[Moved]) -> str:
    """Say how many dates would be others, running and ended."""
    running = sum(each.running for each in moved)
    return f"{running} that run would be others, and {len(moved) - running} that have ended."


def _spoken(instant: datetime | None) -> str:
    return "none" if instant is None else spoken(instant)


def moved_plain(moved: Sequence[Moved]) -> list[dict[str, Any]]:
    """Give them as plain data."""
    return [
        {
            "ref": each.ref,
            "what": each.what.name.lower(),
            "running": each.running,
            "was": None if each.was is None else both_times(each.was),
            "now": None if each.now is None else both_times(each.now),
            "note": each.note or None,
        }
        for each in moved
    ]
