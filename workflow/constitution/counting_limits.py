"""How far a council's own rules can be counted on a calendar that ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from workflow.calendars.counting import count
from workflow.calendars.days import Calendar
from workflow.calendars.instants import ending
from workflow.constitution.constitution import InForce
from workflow.constitution.provisions import TABLES
from workflow.constitution.wording import in_words
from workflow.errors import BeyondCalendar
from workflow.model.call_in_period import PeriodRule, TakesEffect
from workflow.model.time_limit import LimitRule

_COUNTED: Final = [each for each in TABLES.values() if each.record in (PeriodRule, LimitRule)]
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reach:
    """The last day from which one rule can still be counted."""

    name: str
    """The provision, as in "call_in_period"."""
    day: date
    """The last civil day of the event it is counted from."""
    words: str


def reaches(rules: InForce, calendar: Calendar) -> Iterator[Reach]:
    """Give, for each rule on file that counts days, the last day it can be counted from."""
    for table in _COUNTED:
        provision = rules[table]
        value = None if provision is None else provision.value
        if provision is not None and isinstance(value, PeriodRule | LimitRule):
            first = min((value, *provision.other_rules), key=lambda each: _last(each, calendar))
            yield Reach(table.name, _last(first, calendar), in_words(first))


def _last(rule: PeriodRule | LimitRule, calendar: Calendar) -> date:
    day = calendar.complete_through
    while not _fits(rule, day, calendar):
        day -= _DAY
    return day


def _fits(rule: PeriodRule | LimitRule, day: date, calendar: Calendar) -> bool:
    try:
        counted = count(
            calendar, day, rule.days, unit=rule.unit, start_counts=rule.start_day_counts
        )
        if isinstance(rule, LimitRule):
            ending(calendar, counted.last_day, rule.by, TakesEffect.AT_THE_END)
        else:
            ending(calendar, counted.last_day, rule.request_by, rule.takes_effect)
    except BeyondCalendar:
        return False
    return True
