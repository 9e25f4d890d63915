"""A list of days read from a file: what each is called, and for which years the list is whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workflow.calendars.council import DayKind
from workflow.calendars.nations import FEWEST, Nation


@dataclass(frozen=True, slots=True, kw_only=True)
class DayList:
    """The days of one file."""

    name: str
    """The file's name, fit to print."""
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    form: str
    """What sort of file it is, in words."""
    kind: DayKind
    """Holidays, or closures of one council's own."""
    days: Mapping[date, str]
    """What each day is called, in date order."""

    def years(self, nation: Nation, short_of: int = 0) -> frozenset[int]:
        """Give the years for which it has as many holidays as the nation has in any year, or falls
        short of that by so many at the most."""
        counted: dict[int, int] = {}
        for day in self.days:
            counted[day.year] = counted.get(day.year, 0) + 1
        return frozenset(
            year for year, number in counted.items() if number >= FEWEST[nation] - short_of
        )
