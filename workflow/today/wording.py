"""What needs a person, in words: under which day it stands, at which hour, and whose it is."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from workflow.clock import is_day_alone, london, spoken_day
from workflow.text import joined
from workflow.today.matter import Today, TodayMatter


def days_covered(today: Today) -> str:
    """Say which days are looked at: "Thu 18 Oct 2018", "Thu 18 Oct 2018 to Wed 24 Oct 2018"."""
    first = spoken_day(today.since)
    return first if today.since == today.until else f"{first} to {spoken_day(today.until)}"


def heading(today: Today) -> str:
    """Say of which council and which days it is, and for whom."""
    whose = ""
    if today.roles:
        whose = f", for the {joined([role.label for role in today.roles], 'and')}"
    return f"{today.council_name}, {days_covered(today)}{whose}."


def nothing(today: Today) -> str:
    """Say that nothing needs anybody, as a sentence."""
    whose = ""
    if today.roles:
        whose = f" the {joined([role.label for role in today.roles])}"
    days = days_covered(today)
    days = f"on {days}" if today.since == today.until else f"from {days}"
    return f"Nothing needs{whose or ' anybody'} at {today.council_name} {days}."


def by_day(today: Today) -> Iterator[tuple[str, Sequence[TodayMatter]]]:
    """Give the matters under the heading of their day, in order."""
    for name, matters in groupby(today.matters, lambda each: _under(today, each)):
        yield name, tuple(matters)


def _under(today: Today, each: TodayMatter) -> str:
    if each.overdue:
        return "Overdue"
    if each.day is None:
        return "At any time"
    return f"{'Today, ' if each.day == today.since else ''}{spoken_day(each.day)}"


def hour(each: TodayMatter) -> str:
    """Give its hour as London's clocks show it, with its day where that has passed; empty for the
    whole day."""
    at = "" if each.at is None or is_day_alone(each.at) else f"{london(each.at):%H:%M}"
    if not each.overdue or each.day is None:
        return at
    return f"{at} on {spoken_day(each.day)}" if at else spoken_day(each.day)


def named(each: TodayMatter) -> str:
    """Name it: "HFD-2018-001, ruling awaited: Ofsted action plan", or "The close"."""
    if not each.ref:
        return f"{each.kind.label[:1].upper()}{each.kind.label[1:]}"
    return f"{each.ref}, {each.kind.label}: {each.title}"


def whom(each: TodayMatter) -> str:
    """Say who sees to it: by name where somebody holds the office, or else by office."""
    if each.holders.named:
        return str(each.holders)
    return f"{joined([role.label for role in each.by])} (nobody holds that today)"
