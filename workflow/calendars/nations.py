"""The bank holidays of the four nations, and how far the government has published them."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from workflow.clock import spoken_day
from workflow.errors import BeyondCalendar, Invalid
from workflow.text import in_line, near_word_hint

PUBLISHED_FROM: Final = date(2011, 1, 1)
"""The first day for which bank holidays are known here."""
PUBLISHED_THROUGH: Final = date(2028, 12, 31)
"""The last day for which the government has published bank holidays."""
PROVISIONAL_THROUGH: Final = date(2099, 12, 31)
"""The last day for which bank holidays are foreseen by the usual rules."""


class Nation(StrEnum):
    """A nation of the United Kingdom, which decides what its bank holidays are (Banking and
    Financial Dealings Act 1971, section 1)."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"

    @property
    def label(self) -> str:
        """Give the nation's name as it is written in a sentence."""
        return self.value.replace("-", " ").title()

    @classmethod
    def named(cls, text: str) -> "Nation":
        """Give the nation of this name, in any capitals, with spaces or dashes. Raises Invalid for
        another name."""
        wanted = "-".join(text.replace("-", " ").replace("_", " ").casefold().split())
        values = [nation.value for nation in cls]
        if wanted in values:
            return cls(wanted)
        hint = near_word_hint(text, values)
        raise Invalid(
            f"There is no nation named “{in_line(text)}” here. {hint}".rstrip(),
            remedy=f"Give one of: {cls.one_of()}.",
        )

    @classmethod
    def one_of(cls) -> str:
        """Give every name in a list for a sentence: "england, wales, … or northern-ireland"."""
        *others, last = (nation.value for nation in cls)
        return f"{', '.join(others)} or {last}"


_SUBDIVISIONS: Final = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
"""What the library of holidays calls each nation."""
DIVISIONS: Final = {
    Nation.ENGLAND: "england-and-wales",
    Nation.WALES: "england-and-wales",
    Nation.SCOTLAND: "scotland",
    Nation.NORTHERN_IRELAND: "northern-ireland",
}
"""What the government's own file of bank holidays calls the division that each nation is in."""
FEWEST: Final = {
    Nation.ENGLAND: 8,
    Nation.WALES: 8,
    Nation.SCOTLAND: 9,
    Nation.NORTHERN_IRELAND: 10,
}
"""The fewest bank holidays that a nation has in a year: a list with fewer is not whole."""


def bank_holidays(nation: Nation, first: date, last: date) -> Mapping[date, str]:
    """Give the weekday bank holidays from the first day to the last, both included, by date.

    Days after PUBLISHED_THROUGH are foreseen by the usual rules, not published. Raises
    BeyondCalendar for a day before PUBLISHED_FROM or after PROVISIONAL_THROUGH, and Invalid for an
    instant and for a last day before the first.
    """
    if isinstance(first, datetime) or isinstance(last, datetime):
        raise Invalid("Bank holidays are asked for by day, not by instant.")
    if last < first:
        raise Invalid(
            f"{spoken_day(last)} comes before {spoken_day(first)}.",
            remedy="Give the earlier day first.",
        )
    for day in (first, last):
        if not PUBLISHED_FROM <= day <= PROVISIONAL_THROUGH:
            raise BeyondCalendar(
                f"Bank holidays are not known here for {spoken_day(day)}, only from "
                f"{spoken_day(PUBLISHED_FROM)} to {spoken_day(PROVISIONAL_THROUGH)}.",
                remedy="Ask about days between those two.",
            )
    return _bank_holidays(nation, first, last)


@lru_cache(maxsize=64)
def _bank_holidays(nation: Nation, first: date, last: date) -> Mapping[date, str]:
    from holidays import country_holidays  # slow to import, and wanted only here

    # Filled at once and closed to more years: filled as it is asked, it is not safe to share
    # between threads, and stays wrong.
    filled = country_holidays(
        "GB",
        subdiv=_SUBDIVISIONS[nation],
        years=range(first.year, last.year + 1),
        expand=False,
        language="en_GB",
    )
    return MappingProxyType(
        {
            day: _in_words(filled[day])
            for day in sorted(filled)
            if first <= day <= last and day.isoweekday() <= 5
        }
    )


def _in_words(title: str) -> str:
    return " and ".join(title.replace(" (observed)", ", substitute day").split("; "))
