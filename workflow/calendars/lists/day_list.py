"""A list of days read from a file: what each is called, and for which years the list is whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workflow.calendars.council import DayKind
from workflow.calendars.nations import FEWEST, Nation


@dataclass(frozen=True, slots=True, kw_only=True)
class DayList:
    """A list of days, as read from one file."""

    name: str
    """The file's name, fit to print."""
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    form: str
    """What sort of file it is, in words."""
    kind: DayKind
    """Holidays, or a council's own closures."""
    days: Mapping[date, str]
    """Each day with its title, in date order."""

    def years(self, nation: Nation, short_of: int = 0) -> frozenset[int]:
        """Give the years that it has whole: with as many holidays as the nation has in every year,
        or no more than `short_of` fewer."""
        counted: dict[int, int] = {}
        for day in self.days:
            counted[day.year] = counted.get(day.year, 0) + 1
        return frozenset(
            year for year, number in counted.items() if number >= FEWEST[nation] - short_of
        )
