"""A count set out as a small calendar, that a person can check with a finger."""

from collections.abc import Iterator
from datetime import date, timedelta

from workflow.calendars.counting import Count
from workflow.clock import WEEKDAYS, month_of, spoken_day
from workflow.explanation.wording import days_asked, last_day

_MOST_WEEKS = 60


def month_lines(count: Count) -> Iterator[str]:
    """Give the lines of a small calendar: each day with its number, or a mark and why."""
    days = {each.day: each for each in count.workings()}
    first, last = min(days), max(days)
    yield days_asked(count)
    yield ""
    wide = len(f"00[{max(each.number or 0 for each in days.values())}]")
    names = tuple(name[:3] for name in WEEKDAYS)
    yield " " * 14 + " ".join(name.ljust(wide) for name in names).rstrip()
    monday = first - timedelta(days=first.weekday())
    weeks = 0
    while monday <= last:
        weeks += 1
        if weeks > _MOST_WEEKS:
            yield f"  … and so on, to {spoken_day(count.last_day)}"
            break
        cells = []
        for offset in range(7):
            day = monday + timedelta(days=offset)
            each = days.get(day)
            if each is None:
                cells.append("")
            elif each.number is not None:
                cells.append(f"{day.day:>2}[{each.number}]")
            elif day == count.start:
                cells.append(f"{day.day:>2}*")
            else:
                cells.append(f"{day.day:>2}-")
        sunday = monday + timedelta(days=6)
        yield (
            _months(max(monday, first), min(sunday, last)).rjust(12)
            + "  "
            + " ".join(cell.ljust(wide) for cell in cells).rstrip()
        )
        monday += timedelta(days=7)
    yield ""
    yield from _worth_saying(count)
    yield last_day(count)


def _months(first: date, last: date) -> str:
    """Give the month of a row's days; both, where another begins within it."""
    ends = f"{month_of(last)[:3]} {last.year:04d}"
    return ends if first.month == last.month else f"{month_of(first)[:3]}–{ends}"


def _worth_saying(count: Count) -> Iterator[str]:
    for each in count.workings():
        if each.number is None and each.day != count.start and each.day.weekday() < 5:
            yield f"{spoken_day(each.day)} is not counted: {each.why}."
    start: date = count.start
    yield f"[n] counted as day n; - not counted; * {spoken_day(start)}, counted from."
