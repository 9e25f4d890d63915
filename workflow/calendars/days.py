"""The calendar of one council: which of its days are working days, and up to what day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Final, final

from workflow.calendars.council import (
    CouncilDay,
    DayKind,
    closed_days,
    withdrawn_days,
)
from workflow.calendars.edges import not_a_count, outside, run_off, too_far
from workflow.calendars.fingerprint import fingerprint
from workflow.calendars.horizon import known_through
from workflow.calendars.nations import (
    PROVISIONAL_THROUGH,
    PUBLISHED_FROM,
    Nation,
    bank_holidays,
)
from workflow.clock import spoken_day
from workflow.errors import BeyondCalendar, Invalid

_WEEKEND: Final = {6: "Saturday", 7: "Sunday"}


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Calendar:
    """The working days of one council. It never changes. `calendar_for` builds it.

    Its methods raise BeyondCalendar for a day before `first` or after `last`, given or arrived at;
    and Invalid for a negative number of days, and for an instant in place of a day.
    """

    nation: Nation
    """The nation whose bank holidays it has."""
    first: date
    """The first day it covers."""
    last: date
    """The last day it covers."""
    complete_through: date
    """The last day for which the government has published bank holidays."""
    closures: tuple[tuple[date, str], ...]
    """The council's own days off and what each is called, late proclamations among them."""
    hash: str
    """A fingerprint of the days that do not count: the same hash, the same answers."""
    _reasons: Mapping[date, str]
    _working: tuple[date, ...]
    # Where each day stands, from 1. An instant is not found in it, and so cannot pass for a day.
    _places: dict[date, int]
    # By that place, where in _working the last working day on or before it is; -1 for none.
    _latest: tuple[int, ...]

    @property
    def provisional(self) -> bool:
        """Whether it reaches past the published bank holidays."""
        return self.last > self.complete_through

    def covers(self, day: date) -> bool:
        """Say whether the calendar reaches this day. It raises nothing."""
        return day in self._places

    def must_cover(self, day: date) -> None:
        """Raise BeyondCalendar for a day that the calendar does not reach."""
        if day not in self._places:
            raise outside(self, day)

    def is_provisional(self, day: date) -> bool:
        """Say whether the bank holidays about this day are foreseen and not yet published."""
        self.must_cover(day)
        return day > self.complete_through

    def is_working(self, day: date) -> bool:
        """Say whether this is a working day."""
        return self.why_not(day) is None

    def why_not(self, day: date) -> str | None:
        """Say why this is not a working day; None if it is one."""
        self.must_cover(day)
        # By section 1 of the Banking and Financial Dealings Act 1971: the nation's bank holidays.
        # By the council's own rule: weekends do not count, nor the days on which it is closed.
        return _WEEKEND.get(day.isoweekday()) or self._reasons.get(day)

    @property
    def days_off(self) -> Mapping[date, str]:
        """Give every bank holiday and closed day, with what it is. Weekends are left out, save
        those that the council entered."""
        return self._reasons

    def after(self, day: date, n: int) -> date:
        """Give the nth working day after this day, which is not itself counted.

        From a day that is not a working day, day 1 is the next working day. For n = 0 it gives the
        working day on or before this day.
        """
        if n < 1:
            return self._on_or_before(day, n)
        try:
            return self._working[self._latest[self._places[day]] + n]
        except LookupError:
            raise self._refusal(day, n, forwards=True) from None

    def before(self, day: date, n: int) -> date:
        """Give the nth working day before this day, which is not itself counted.

        For n = 0 it gives the working day on or after this day.
        """
        self.must_cover(day)
        if n < 0:
            raise not_a_count(n, 0)
        place = self._latest[self._places[day] - 1] - n + 1
        if not 0 <= place < len(self._working):
            raise self._refusal(day, n, forwards=n == 0)
        return self._working[place]

    def counting_from(self, day: date, n: int) -> date:
        """Give working day n, where day 1 is this day or, if it is not a working day, the next one.

        Raises Invalid for n below 1.
        """
        if n < 1:
            raise not_a_count(n, 1)
        return self.after(day, n - 1 if self.is_working(day) else n)

    def next_working_day(self, day: date) -> date:
        """Give the first working day after this day."""
        return self.after(day, 1)

    def _on_or_before(self, day: date, n: int) -> date:
        self.must_cover(day)
        if n != 0:
            raise not_a_count(n, 0)
        place = self._latest[self._places[day]]
        if place < 0:
            raise self._refusal(day, n, forwards=False)
        return self._working[place]

    def _refusal(self, day: date, n: int, *, forwards: bool) -> BeyondCalendar | Invalid:
        if day not in self._places:
            return outside(self, day)
        return run_off(self, day, n, forwards=forwards)

    def __repr__(self) -> str:
        return f"<Calendar {self.nation} {self.first} to {self.last}, {self.hash[:12]}>"


def calendar_for(
    nation: Nation, rows: Sequence[CouncilDay] = (), *, provisional_to: date | None = None
) -> Calendar:
    """Give the calendar of a council in this nation, with its own rows in the order recorded.

    A bank holiday that is withdrawn is a working day. With `provisional_to` it reaches the end of
    that day's year, if that is later than the published bank holidays. Raises BeyondCalendar for a
    year too far ahead, and Invalid for a closed day outside the calendar.
    """
    if isinstance(provisional_to, datetime):
        raise Invalid("A provisional calendar reaches to a day, not to an instant.")
    complete = known_through(rows)
    year = complete.year
    if provisional_to is not None:
        if provisional_to > PROVISIONAL_THROUGH:
            raise too_far(provisional_to)
        year = max(year, provisional_to.year)
    closed = tuple((day, row.kind, row.title) for day, row in closed_days(rows).items())
    last = date(year, 12, 31)
    return _built(Nation.named(nation), closed, withdrawn_days(rows), complete, last)


@lru_cache(maxsize=64)
def _built(
    nation: Nation,
    closed: tuple[tuple[date, DayKind, str], ...],
    withdrawn: tuple[date, ...],
    complete: date,
    last: date,
) -> Calendar:
    first = PUBLISHED_FROM
    reasons: dict[date, str] = {}
    for day, kind, title in closed:
        if not first <= day <= last:
            raise Invalid(
                f"{spoken_day(day)} ({title}) is outside the calendar, which covers "
                f"{spoken_day(first)} to {spoken_day(last)}.",
                remedy="Record the day as reopened, then enter the right date; or ask for a "
                "provisional calendar that reaches it.",
            )
        note = "council closed" if kind == DayKind.CLOSURE else "proclaimed holiday"
        reasons[day] = f"{title} ({note})"
    for day, title in bank_holidays(nation, first, last).items():
        if day in withdrawn:
            continue
        reasons[day] = title if "bank holiday" in title.lower() else f"{title} (bank holiday)"

    working: list[date] = []
    latest = [-1]
    for day in _places(first, last):
        if day.isoweekday() <= 5 and day not in reasons:
            working.append(day)
        latest.append(len(working) - 1)
    return Calendar(
        nation=nation,
        first=first,
        last=last,
        complete_through=complete,
        closures=tuple((day, title) for day, _, title in closed),
        hash=fingerprint(nation, first, last, complete, reasons),
        _reasons=MappingProxyType(reasons),
        _working=tuple(working),
        _places=_places(first, last),
        _latest=tuple(latest),
    )


@lru_cache(maxsize=8)
def _places(first: date, last: date) -> dict[date, int]:
    days = range(first.toordinal(), last.toordinal() + 1)
    return {date.fromordinal(day): place for place, day in enumerate(days, start=1)}
