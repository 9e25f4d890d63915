"""A second way of counting, one day at a time, that shares nothing with the engine's.

It takes its bank holidays from the published list in `tests/data`, not from any library.
"""

import csv
from collections.abc import Collection
from datetime import date, timedelta
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
FIRST = date(2012, 1, 1)
LAST = date(2028, 12, 31)
ONE_DAY = timedelta(days=1)
MOST = 28
NATIONS = ("england", "wales", "scotland", "northern-ireland")


def read(name: str) -> list[dict[str, str]]:
    """Give the rows of one of the files of facts."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def list_name(nation: str) -> str:
    """Give the name under which a nation's bank holidays are published."""
    return "england-and-wales" if nation in ("england", "wales") else nation


@cache
def published(nation: str) -> frozenset[date]:
    """Give the bank holidays published for a nation, 2012 to 2028."""
    return frozenset(
        date.fromisoformat(row["date"])
        for row in read("bank_holidays.csv")
        if row["nation"] == list_name(nation)
    )


def every_day(first: date = FIRST, last: date = LAST) -> list[date]:
    """Give every day from the first to the last, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def counts(day: date, off: Collection[date]) -> bool:
    """Say whether a day counts."""
    return day.weekday() < 5 and day not in off


def walk(
    start: date, off: Collection[date], step: timedelta, most: int = MOST, *, included: bool = False
) -> list[date]:
    """Give the working days met on a walk from the start, as far as the published list goes."""
    met: list[date] = []
    day = start if included else start + step
    while len(met) < most and FIRST <= day <= LAST:
        if counts(day, off):
            met.append(day)
        day += step
    return met


def nearest(start: date, off: Collection[date], step: timedelta) -> date | None:
    """Give the start if it counts, or the first day that does on a walk from it."""
    return next(iter(walk(start, off, step, 1, included=True)), None)
