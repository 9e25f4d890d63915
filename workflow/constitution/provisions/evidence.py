"""What a rule is read from: printed windows, other readings of them, and what was not found."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from workflow.files.toml_table import TableReader
from workflow.model.call_in_period import CountedFrom, PeriodRule, TakesEffect, Unit

LEAST_WINDOWS: Final = 3
"""How many printed windows a period must agree with before its reading is sure."""
_FOR_A_READING: Final = 2
"""How many printed windows another reading needs; one alone is an irregularity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedWindow:
    """The dates that a council printed of one decision."""

    reference: str
    """The council's own reference, or what the decision is known by."""
    made: date | None = None
    """The day it was made; None where that is not printed."""
    published: date | None = None
    """The day it was published; None where that is not printed."""
    last_day: date | None = None
    """The last day on which it could be called in, where that is what is printed."""
    effective_from: date | None = None
    """The day after it, as in "Effective from", where that is what is printed."""
    link: str = ""
    why: str = ""
    """Why the rule does not give its date; empty where it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherReading:
    """Another way in which a council's call-in period can be read, and what speaks for it."""

    rule: PeriodRule
    windows: tuple[PrintedWindow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one entry of a constitution rests on."""

    windows: tuple[PrintedWindow, ...] = ()
    """Printed windows that the rule gives; only a call-in period has any."""
    irregular: tuple[PrintedWindow, ...] = ()
    """Printed windows that it does not give, each with why."""
    could_be: tuple[OtherReading, ...] | None = None
    """Other readings; none where they were looked for in vain, None where nothing is said."""
    could_be_why: str = ""
    """Why no other reading is on file."""
    not_found: str = ""
    """What was looked for and not found."""
    settled_by: str = ""
    """What would settle it."""


NO_EVIDENCE: Final = Evidence()


def read_evidence(entry: TableReader, value: object) -> Evidence:
    """Read what an entry rests on; of a call-in period also its windows and other readings."""
    told = Evidence(
        not_found=entry.text("not-found", "what was looked for and not found", required=False),
        settled_by=entry.text("settled-by", "what would settle it", required=False),
    )
    return _of_a_period(entry, value, told) if isinstance(value, PeriodRule) else told


def _of_a_period(entry: TableReader, rule: PeriodRule, told: Evidence) -> Evidence:
    could_be = _could_be(entry, rule)
    why = entry.text("could-be-why", "why no other reading is on file", required=False)
    if could_be == () and entry.data.get("could-be") == [] and not why:
        entry.complain("could-be-why", "It is missing.", "Say why there is no other reading.")
    if why and could_be != ():
        entry.complain(
            "could-be-why", "It says why there is no other reading.", "Write could-be = [] too."
        )
    return replace(
        told,
        windows=_windows(entry, "windows"),
        irregular=_windows(entry, "irregular", odd=True),
        could_be=could_be,
        could_be_why=why,
    )


def _windows(entry: TableReader, key: str, *, odd: bool = False) -> tuple[PrintedWindow, ...]:
    if not entry.has(key):
        return ()
    return tuple(_window(each, odd=odd) for each in entry.rows(key, "a list of printed windows"))


def _window(entry: TableReader, *, odd: bool) -> PrintedWindow:
    made, published = _day(entry, "made"), _day(entry, "published")
    last, effective = _day(entry, "last-day"), _day(entry, "effective-from")
    if made is None and published is None:
        entry.complain("published", "No day is given to count from.", "Give made or published.")
    if (last is None) is (effective is None):
        entry.complain(
            "effective-from", "One end is wanted, and one only.", "Give last-day or effective-from."
        )
    found = PrintedWindow(
        reference=entry.text("reference", "the council's reference of the decision"),
        made=made,
        published=published,
        last_day=last,
        effective_from=effective,
        link=entry.text("link", "where it can be read", required=False),
        why=entry.text("why", "why the rule does not give its date", required=odd),
    )
    entry.refuse_others()
    return found


def _day(entry: TableReader, key: str) -> date | None:
    return entry.day(key) if entry.has(key) else None


def _could_be(entry: TableReader, rule: PeriodRule) -> tuple[OtherReading, ...] | None:
    if not entry.has("could-be"):
        return None
    wanted = "a list of other readings, or [] for none"
    found: list[OtherReading] = []
    for each in entry.rows("could-be", wanted, may_be_empty=True):
        if entry.is_full:
            break
        found.append(_reading(each, rule, [one.rule for one in found]))
    return tuple(found)


def _reading(entry: TableReader, rule: PeriodRule, others: Collection[PeriodRule]) -> OtherReading:
    """Read another reading: what it does not say is as the rule has it."""
    other = PeriodRule(
        days=entry.whole("days", 1, 366) if entry.has("days") else rule.days,
        unit=(entry.choice("unit", Unit) if entry.has("unit") else None) or rule.unit,
        counted_from=(
            entry.choice("counted-from", CountedFrom) if entry.has("counted-from") else None
        )
        or rule.counted_from,
        start_day_counts=entry.flag("start-day-counts")
        if entry.has("start-day-counts")
        else rule.start_day_counts,
        request_by=entry.hour("request-by") if entry.has("request-by") else rule.request_by,
        takes_effect=(
            entry.choice("takes-effect", TakesEffect) if entry.has("takes-effect") else None
        )
        or rule.takes_effect,
    )
    windows = _windows(entry, "windows") if entry.has("windows") else ()
    if len(windows) < _FOR_A_READING:
        entry.complain(
            "windows",
            f"{len(windows) or 'No'} printed window{'' if len(windows) == 1 else 's'} "
            f"speak{'s' if len(windows) == 1 else ''} for it.",
            "Give at least two; one alone is an irregularity: list it under irregular.",
        )
    if other == rule:
        entry.complain("days", "It is the rule itself.", "Give what differs, or leave it out.")
    if other in others:
        entry.complain("days", "It is there twice.", "Put the windows of both under one.")
    if other.unit is Unit.CLEAR_WORKING and other.start_day_counts:
        entry.complain(
            "start-day-counts",
            "Of clear days neither end is counted.",
            'Give false, or count in "working" days.',
        )
    entry.refuse_others()
    return OtherReading(rule=other, windows=windows)
