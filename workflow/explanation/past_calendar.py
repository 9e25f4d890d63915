"""The calendar that a date on record was counted on, made again where that can be done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from workflow.answer_fields import given_as
from workflow.calendars.council import CouncilDay
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.fingerprint import fingerprint
from workflow.calendars.nations import Nation
from workflow.errors import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarThen:
    """The calendar that a date was counted on, known by its hash."""

    hash: str
    """The hash on record, in all its 64 digits."""
    calendar: Calendar | None
    """A calendar with the same days as far as that one reached; None where none can be made."""
    through: date | None
    """The last day for which it had published bank holidays."""


@dataclass(frozen=True, slots=True)
class DayDiffers:
    """A day that counts otherwise today than it did then."""

    day: date = field(metadata=given_as("date"))
    """The day."""
    then: str | None
    """Why it was not counted then; None if it was."""
    now: str | None
    """Why it is not counted now; None if it is."""


def calendar_then(
    nation: Nation, rows: Sequence[CouncilDay], wanted: str, recorded_at: datetime, needed: date
) -> CalendarThen:
    """Find the calendar of this hash again among those that the days on file can make.

    `rows` are in the order recorded; those recorded by an instant are the likeliest. The bank
    holidays may have been published for fewer years then, though through `needed`.
    """
    for days in _as_known(rows, recorded_at):
        try:
            calendar = calendar_for(nation, days)
        except Invalid:  # a day beyond what is published without the rows left out
            continue
        through = _reaching(calendar, wanted, needed)
        if through is not None:
            return CalendarThen(hash=wanted, calendar=calendar, through=through)
    return CalendarThen(hash=wanted, calendar=None, through=None)


def _as_known(rows: Sequence[CouncilDay], recorded_at: datetime) -> Iterator[Sequence[CouncilDay]]:
    """Give the rows as they may have been, the likeliest first, none twice."""
    seen = set[tuple[CouncilDay, ...]]()
    recorded = [row for row in rows if row.recorded_at <= recorded_at]
    likely = [recorded, [row for row in recorded if row.known_at < recorded_at], rows]
    for days in (*likely, *(rows[:length] for length in range(len(rows), -1, -1))):
        if tuple(days) not in seen:
            seen.add(tuple(days))
            yield days


def _reaching(calendar: Calendar, wanted: str, needed: date) -> date | None:
    """Give how far the calendar of that hash reached, where its days are those of this one."""
    if calendar.hash == wanted:
        return calendar.complete_through
    for year in range(calendar.complete_through.year - 1, needed.year - 1, -1):
        end = date(year, 12, 31)
        closed = [day for day in calendar.days_off if day <= end]
        if fingerprint(calendar.nation, calendar.first, end, end, closed) == wanted:
            return end
    return None


def days_that_differ(
    then: Calendar, now: Calendar, first: date, last: date
) -> tuple[DayDiffers, ...]:
    """Give the days, from the first to the last, that count on one of two calendars only."""
    differing = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        before, after = then.why_not(day), now.why_not(day)
        if (before is None) != (after is None):
            differing.append(DayDiffers(day, before, after))
    return tuple(differing)
