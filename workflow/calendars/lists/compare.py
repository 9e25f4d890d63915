"""A list of days compared with a calendar: what is new, what is gone, and what has another name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from workflow.calendars.council import DayKind
from workflow.calendars.days import Calendar
from workflow.calendars.lists.day_list import DayList
from workflow.calendars.nations import bank_holidays
from workflow.errors import Invalid

_TAKEN_OUT: Final = 2
"""How many days of a year a list may lack and still be compared: with more, it is cut short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedDays:
    """What differs between a file and a calendar: in each field, days with their titles."""

    new: Mapping[date, str]
    """In the file, and a working day in the calendar."""
    gone: Mapping[date, str]
    """A future bank holiday that the file does not have, though it has that year."""
    past: Mapping[date, str]
    """The same, up to today, included: never taken out, whatever a file says."""
    own: Mapping[date, str]
    """A proclaimed holiday that a person entered, and that the file does not have: it is for a
    person to undo."""
    renamed: Mapping[date, tuple[str, str]]
    """A holiday in both, with its title in the calendar and in the file. No date depends on it."""
    claimed: Mapping[date, str]
    """A holiday in the file that is a closed day of the council's own: it is off either way."""
    through: date | None
    """The end of the last year that the file has whole, beyond those the calendar has; None if
    there is no such year."""
    lacking: tuple[int, ...]
    """Years between its first and its last that the file does not have, or only in part."""

    @property
    def differs(self) -> bool:
        """Say whether any day counts differently by the file, in the future or the past."""
        return bool(self.new or self.gone or self.past)

    @property
    def is_news(self) -> bool:
        """Say whether there is anything to adopt."""
        return bool(self.new or self.gone or self.through)


def compare(day_list: DayList, calendar: Calendar, today: date) -> ComparedDays:
    """Compare a file with a calendar. Raises Invalid for one that seems to be another nation's, has
    no whole year, or has a closure outside the calendar."""
    if day_list.kind is DayKind.CLOSURE:
        return _closures(day_list, calendar)
    whole = day_list.years(calendar.nation)
    there = day_list.years(calendar.nation, short_of=_TAKEN_OUT)
    _must_be_ours(day_list, calendar, there)
    complete = calendar.complete_through
    later = [year for year in whole if year > complete.year]
    through = date(_unbroken(complete.year, later), 12, 31)
    off = {day: title for day, title in calendar.days_off.items() if day.isoweekday() <= 5}
    if through > complete:
        off |= bank_holidays(calendar.nation, date(complete.year + 1, 1, 1), through)
    own = {day for day, _ in calendar.closures}
    holidays = {day: _plain(title) for day, title in off.items() if day not in own}
    held = {**holidays, **{day: t for day, t in calendar.closures if "proclaimed" in off[day]}}
    covered = [day for day in held if day.year in there]
    missing = {day: held[day] for day in covered if day not in day_list.days}
    return ComparedDays(
        new={
            day: title
            for day, title in day_list.days.items()
            if day.isoweekday() <= 5 and day not in off and _reached(day, calendar, through)
        },
        gone={d: title for d, title in missing.items() if d > today and d not in own},
        past={d: title for d, title in missing.items() if d <= today and d not in own},
        own={d: title for d, title in missing.items() if d in own},
        renamed={
            day: (held[day], title)
            for day, title in day_list.days.items()
            if day in held and _key(held[day]) != _key(title)
        },
        claimed={day: t for day, t in day_list.days.items() if day in off and day not in held},
        through=through if through > complete else None,
        lacking=_lacking(day_list, there),
    )


def _closures(day_list: DayList, calendar: Calendar) -> ComparedDays:
    """Compare a list of closures: it only adds days, for a closure may be on another list."""
    off = calendar.days_off
    outside = [day for day in day_list.days if not calendar.covers(day)]
    if outside:
        raise Invalid(
            f"{day_list.name}: {outside[0].isoformat()} is outside the calendar, which reaches "
            f"from {calendar.first.isoformat()} to {calendar.last.isoformat()}.",
            remedy="Mend the date, or leave it out until that year's bank holidays are on file.",
        )
    weekdays = {day: title for day, title in day_list.days.items() if day.isoweekday() <= 5}
    return ComparedDays(
        new={day: title for day, title in weekdays.items() if day not in off},
        gone={},
        past={},
        own={},
        renamed={},
        claimed={day: title for day, title in weekdays.items() if day in off},
        through=None,
        lacking=(),
    )


def _must_be_ours(day_list: DayList, calendar: Calendar, there: frozenset[int]) -> None:
    weekdays = [day for day in day_list.days if calendar.covers(day) and day.isoweekday() <= 5]
    ours = [day for day in weekdays if day in calendar.days_off]
    if day_list.days and not weekdays:
        raise Invalid(
            f"{day_list.name} has no day of a year that is on file, so it cannot be told whether "
            f"it is the list for {calendar.nation.label}.",
            remedy="Give the whole list, with the years on file in it: "
            "https://www.gov.uk/bank-holidays.json",
        )
    if not weekdays or 2 * len(ours) < len(weekdays):
        raise Invalid(
            f"{day_list.name} does not look like the bank holidays of {calendar.nation.label}: "
            f"only {len(ours)} of its {len(weekdays)} days in the years on file are among them.",
            remedy="Look whether it is another country's list, or give the council's nation. If "
            "they are the council's own closed days, give them as CSV: date and title.",
        )
    if not there:
        raise Invalid(
            f"{day_list.name} has no whole year of bank holidays.",
            remedy="Fetch it again: https://www.gov.uk/bank-holidays.json",
        )


def _unbroken(complete: int, later: list[int]) -> int:
    """Give the last year reached without a gap."""
    while complete + 1 in later:
        complete += 1
    return complete


def _reached(day: date, calendar: Calendar, through: date) -> bool:
    return calendar.first <= day <= max(through, calendar.complete_through)


def _lacking(day_list: DayList, there: frozenset[int]) -> tuple[int, ...]:
    years = [day.year for day in day_list.days]
    return tuple(year for year in range(min(years), max(years) + 1) if year not in there)


def _plain(title: str) -> str:
    return title.removesuffix(" (bank holiday)").removesuffix(", substitute day")


def _key(title: str) -> str:
    """Give a title's letters and digits alone, so that two can be compared."""
    return "".join(each for each in title.casefold() if each.isalnum())
