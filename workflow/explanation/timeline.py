"""A decision's life, entry by entry: how it stood after each, and when a date of it was set."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.evolve import begin, evolve
from workflow.model.time_limit import Awaited, TimeLimit
from workflow.register.ports import UnitOfWork
from workflow.register.record import history

D = TypeVar("D", CallInPeriod, TimeLimit)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry of a decision's record, with how the decision stood after it."""

    event: Event
    recorded_at: datetime
    decision: Decision


@dataclass(frozen=True, slots=True)
class CountedOn:
    """The calendar on which a date on record was first counted, and when that was recorded."""

    hash: str
    recorded_at: datetime


def lived(work: UnitOfWork, ref: str) -> tuple[TimelineEntry, ...]:
    """Give a decision's life from its journal, oldest first; NotFound for no such decision."""
    entries: list[TimelineEntry] = []
    for entry in history(work, ref):
        before = entries[-1].decision if entries else None
        after = begin(ref, entry.event) if before is None else evolve(before, entry.event)
        entries.append(TimelineEntry(entry.event, entry.recorded_at, after))
    return tuple(entries)


def period_counted_on(life: Sequence[TimelineEntry]) -> CountedOn | None:
    """Give the calendar that a call-in period was counted on; None where there is no period.

    To keep a deadline does not count it again: its calendar is the one before.
    """
    return _first_of_the_last(life, lambda decision: decision.window, _ends_of_period)


def limit_counted_on(life: Sequence[TimelineEntry], awaits: Awaited) -> CountedOn | None:
    """Give the calendar that a running time limit was counted on; None where none runs."""

    def running(decision: Decision) -> TimeLimit | None:
        done = decision.proceedings
        return done.direction if awaits is Awaited.DIRECTION else done.limit

    return _first_of_the_last(life, running, _end_of_limit)


def _ends_of_period(window: CallInPeriod) -> tuple[datetime, ...]:
    return window.request_deadline, window.effective_from


def _end_of_limit(limit: TimeLimit) -> tuple[object, ...]:
    return limit.awaits, limit.ends_at


def _first_of_the_last(
    life: Sequence[TimelineEntry],
    what: Callable[[Decision], D | None],
    ends: Callable[[D], tuple[object, ...]],
) -> CountedOn | None:
    """Give when the date that now stands was first what it is, since it was last another."""
    first: CountedOn | None = None
    stood: tuple[object, ...] | None = None
    for each in life:
        date = what(each.decision)
        now = None if date is None else ends(date)
        if date is not None and now != stood:
            first = CountedOn(date.calendar_hash, each.recorded_at)
        stood = now
    return first if stood is not None else None
