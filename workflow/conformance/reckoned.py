"""How the end of a notice's period is reckoned: by the rule in its own row, or by the council's."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from workflow.calendars.counting import count
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.nations import Nation
from workflow.conformance.printed import EndKind, Printed
from workflow.model.period import CountedFrom, PeriodRule, Unit
from workflow.policy.constitution import Constitution
from workflow.policy.provisions.provision import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """A count, and the day it gives for what the notice printed."""

    start: date
    from_publication: bool
    days: int
    unit: Unit
    start_counts: bool
    last_day: date
    end: date
    """The last day, or the calendar day after it, whichever the notice printed."""
    assumed: str = ""
    """What had to be taken as given, in words; empty where nothing was."""
    provision: Provision[PeriodRule] | None = None
    """The council's rule, where the count is by that."""


def by_file(printed: Printed) -> Reckoned:
    """Reckon by the rule in the row's own columns, on its nation's calendar.

    Raises BeyondCalendar where the calendar does not reach.
    """
    assert printed.start is not None, "a row without it is unreadable"
    return _reckoned(
        printed,
        start=printed.start,
        from_publication=printed.from_publication,
        days=printed.working_days,
        unit=Unit.WORKING,
        start_counts=printed.start_counts,
    )


def by_constitution(printed: Printed, constitution: Constitution) -> Reckoned | None:
    """Reckon by the rule on file for the day of publication; None where none was in force.

    A notice that gives no day of publication is taken as published on the day it was made, and
    one that gives no day of decision as made on the day it was published; where the rule counts
    from the day so taken, `assumed` says it. Raises BeyondCalendar.
    """
    published, made = printed.published_on, printed.made_on
    day = published or made
    assert day is not None, "a row without either is unreadable"
    provision = constitution.in_force_on(day).call_in_period
    if provision is None or provision.value is None:
        return None
    rule = provision.value
    from_publication = rule.counted_from is CountedFrom.PUBLICATION
    assumed = ""
    if from_publication and published is None:
        assumed = "no day of publication is printed; taken as the day it was made"
    elif not from_publication and made is None:
        assumed = "no day of decision is printed; taken as the day it was published"
    return _reckoned(
        printed,
        start=(published or day) if from_publication else (made or day),
        from_publication=from_publication,
        days=rule.days,
        unit=rule.unit,
        start_counts=rule.start_day_counts,
        assumed=assumed,
        provision=provision,
    )


def _reckoned(
    printed: Printed,
    *,
    start: date,
    from_publication: bool,
    days: int,
    unit: Unit,
    start_counts: bool,
    assumed: str = "",
    provision: Provision[PeriodRule] | None = None,
) -> Reckoned:
    counted = count(calendar_of(printed.nation), start, days, unit=unit, start_counts=start_counts)
    after = printed.end_kind is EndKind.DAY_AFTER
    return Reckoned(
        start=start,
        from_publication=from_publication,
        days=days,
        unit=unit,
        start_counts=start_counts,
        last_day=counted.last_day,
        end=counted.last_day + timedelta(days=1) if after else counted.last_day,
        assumed=assumed,
        provision=provision,
    )


@lru_cache(maxsize=8)
def calendar_of(nation: Nation) -> Calendar:
    """Give the calendar of a nation, with no council's own days."""
    return calendar_for(nation)
