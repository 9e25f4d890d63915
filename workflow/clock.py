"""The wall clock, and the civil day in London. Nothing else in the engine reads the time."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import Final, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workflow.errors import NoTimeZones

WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
GRACE: Final = timedelta(seconds=60)
"""How far this machine's clock may run behind another's that wrote to the same decision."""


class _NoZone(tzinfo):
    """A time zone that this machine does not know: whoever counts by it is told, and how to mend
    it; whoever does not, as for help, needs none."""

    def __init__(self, name: str) -> None:
        self._name = name

    def utcoffset(self, _: datetime | None) -> timedelta:
        raise NoTimeZones(f"This machine does not know the time zone {self._name}.")

    def tzname(self, _: datetime | None) -> str:
        return self._name

    dst = fromutc = utcoffset  # type: ignore[assignment]


def zone(name: str) -> tzinfo:
    """Give a time zone; one that the machine does not know is NoTimeZones when it is counted by."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        return _NoZone(name)


LONDON: Final = zone("Europe/London")


class Clock(Protocol):
    """Something that tells the time, in UTC. It is passed in and read once for each step."""

    __slots__ = ()

    def now(self) -> datetime:
        """Give the present instant, aware, in UTC."""


class SystemClock(Clock):
    """The machine's own clock."""

    __slots__ = ()

    def now(self) -> datetime:
        return datetime.now(UTC)


class ManualClock:
    """A clock that stands still until it is moved, and is never moved back."""

    __slots__ = ("_now",)

    def __init__(self, now: datetime) -> None:
        self._now = in_utc(now)

    def now(self) -> datetime:
        """Give the instant the clock was last moved to."""
        return self._now

    def move_to(self, instant: datetime) -> None:
        """Move the clock on to an aware instant; an earlier one raises ValueError."""
        instant = in_utc(instant)
        if instant < self._now:
            raise ValueError(f"A clock is not moved back, from {self._now} to {instant}.")
        self._now = instant


def in_utc(instant: datetime) -> datetime:
    """Give the same instant in UTC; one without a zone raises ValueError."""
    if instant.tzinfo is None:
        raise ValueError(f"An instant needs its time zone: {instant.isoformat()} has none.")
    return instant.astimezone(UTC)


def london(instant: datetime) -> datetime:
    """Give the same instant as London's clocks show it."""
    return in_utc(instant).astimezone(LONDON)


# Equal instants fall on one day, in whatever zone they are written and whichever half past one
# of an autumn night they are: so that a day once found can be kept.
@lru_cache(maxsize=4096)
def london_day(instant: datetime) -> date:
    """Give the civil day in London on which an instant falls."""
    return london(instant).date()


def start_of_day(day: date) -> datetime:
    """Give the instant, in UTC, at which a civil day begins in London."""
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


def at_hour(day: date, hour: time) -> datetime:
    """Give the instant, in UTC, at which London's clocks show this hour on this day."""
    return datetime.combine(day, hour.replace(tzinfo=None), LONDON).astimezone(UTC)


def next_day(day: date) -> date:
    """Give the next calendar day."""
    return day + timedelta(days=1)


def months_on(day: date, months: int) -> date:
    """Give the same day so many months on, or back, or the last of that month where it has none."""
    from calendar import monthrange

    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def weekday_of(day: date) -> str:
    """Give the day of the week in English, whatever language the machine or a host speaks."""
    return WEEKDAYS[day.weekday()]


def month_of(day: date) -> str:
    """Give the month in English, whatever language the machine or a host speaks."""
    return MONTHS[day.month - 1]


def spoken_day(day: date) -> str:
    """Write a day as an officer would: Wed 24 Oct 2018."""
    return f"{weekday_of(day)[:3]} {day.day} {month_of(day)[:3]} {day.year:04d}"


def spoken(instant: datetime) -> str:
    """Write an instant in London's time, for a sentence: 17:00 on Wed 24 Oct 2018."""
    there = london(instant)
    return f"{_hour(there)} on {spoken_day(there.date())}"


def stamped(instant: datetime) -> str:
    """Write an instant in London's time, for a list: Wed 24 Oct 2018 17:00."""
    there = london(instant)
    return f"{spoken_day(there.date())} {_hour(there)}"


def stamping(instants: Iterable[datetime]) -> Callable[[datetime], str]:
    """Give how to write the instants of one column: all of them with seconds, if any has them."""
    hour = "%H:%M:%S" if any(london(each).second for each in instants) else "%H:%M"

    def stamp(instant: datetime) -> str:
        there = london(instant)
        return f"{spoken_day(there.date())} {there:{hour}}"

    return stamp


def is_day_alone(instant: datetime) -> bool:
    """Say whether an instant is London's midnight: so a day is kept that was given without a
    time."""
    return london(instant).time() == time()


def received_at(instant: datetime) -> str:
    """Say when something was received, for a sentence: "at 16:30 on Wed 24 Oct 2018"; or, of a day
    that was given without a time, "on Wed 24 Oct 2018 (no time given)"."""
    if is_day_alone(instant):
        return f"on {received(instant)}"
    return f"at {spoken(instant)}"


def received(instant: datetime) -> str:
    """Say when something was received, for a list: "Wed 24 Oct 2018 16:30"; or, of a day that was
    given without a time, "Wed 24 Oct 2018 (no time given)"."""
    return (
        f"{spoken_day(london_day(instant))} (no time given)"
        if is_day_alone(instant)
        else (stamped(instant))
    )


def _hour(there: datetime) -> str:
    return f"{there:%H:%M:%S}" if there.second else f"{there:%H:%M}"
