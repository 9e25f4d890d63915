"""How the end of a notice's period is reckoned: by the rule in its own row, or by the council's."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from workflow.calendars.counting import count
from workflow.calendars.days import Calendar
from workflow.conformance.printed import EndKind, PublishedNotice
from workflow.constitution.compare_readings import plain_calendar
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions.provision import Provision
from workflow.errors import BeyondCalendar
from workflow.model.call_in_period import CallInPeriod, CountedFrom, PeriodRule, TakesEffect, Unit


class ComparedAs(StrEnum):
    """Which day of a count is held against the printed date."""

    LAST_DAY = "the last day"
    DAY_AFTER = "the day after the last"
    DAY_OF_EFFECT = "the next working day"
    """The day of effect, by a rule that puts it on the next working day. Such a council may print
    that as "effective from", as well as the day after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """A count, and the day it gives for what the notice printed."""

    start: date
    from_publication: bool
    days: int
    unit: Unit
    start_counts: bool
    last_day: date
    end: date
    """The day that is held against the printed date."""
    compared_as: ComparedAs | None = None
    """Which day that is; None where nothing is held against it."""
    assumed: str = ""
    """What had to be taken as given, in words; empty where nothing was."""
    provision: Provision[PeriodRule] | None = None
    """The council's rule, where the count is by that."""


def by_file(printed: PublishedNotice) -> Computed:
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


def by_constitution(printed: PublishedNotice, constitution: Constitution) -> Computed | None:
    """Reckon by the rule on file for the day of publication; None where none was in force.

    A notice that gives no day of publication is taken as published on the day it was made, and
    one that gives no day of decision as made on the day it was published; where the rule counts
    from the day so taken, `assumed` says it. Raises BeyondCalendar.
    """
    provision = constitution.period_on(_day_of(printed))
    if provision is None or provision.value is None:
        return None
    return by_rule(printed, provision.value, provision)


def by_rule(
    printed: PublishedNotice, rule: PeriodRule, provision: Provision[PeriodRule]
) -> Computed:
    """Reckon by a rule, or by another reading of it; BeyondCalendar where that does not reach."""
    day = _day_of(printed)
    published, made = printed.published_on, printed.made_on
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
        takes_effect=rule.takes_effect,
        assumed=assumed,
        provision=provision,
    )


def by_period(period: CallInPeriod, end_kind: EndKind) -> Computed:
    """Give a call-in period as it was counted, and the day to hold against a printed one."""
    after = timedelta(days=end_kind is EndKind.DAY_AFTER)
    return Computed(
        start=period.counted_from,
        from_publication=period.rule.counted_from is CountedFrom.PUBLICATION,
        days=period.rule.days,
        unit=period.rule.unit,
        start_counts=period.rule.start_day_counts,
        last_day=period.last_day,
        end=period.last_day + after,
    )


def _day_of(printed: PublishedNotice) -> date:
    day = printed.published_on or printed.made_on
    assert day is not None, "a row without either is unreadable"
    return day


def _reckoned(
    printed: PublishedNotice,
    *,
    start: date,
    from_publication: bool,
    days: int,
    unit: Unit,
    start_counts: bool,
    takes_effect: TakesEffect = TakesEffect.NEXT_DAY,
    assumed: str = "",
    provision: Provision[PeriodRule] | None = None,
) -> Computed:
    calendar = plain_calendar(printed.nation)
    last_day = count(calendar, start, days, unit=unit, start_counts=start_counts).last_day
    end, compared_as = _held(printed, last_day, takes_effect, calendar)
    return Computed(
        start=start,
        from_publication=from_publication,
        days=days,
        unit=unit,
        start_counts=start_counts,
        last_day=last_day,
        end=end,
        compared_as=compared_as,
        assumed=assumed,
        provision=provision,
    )


def _held(
    printed: PublishedNotice, last_day: date, takes_effect: TakesEffect, calendar: Calendar
) -> tuple[date, ComparedAs]:
    """Give the day to hold against the printed date, and which day of the count it is."""
    if printed.end_kind is EndKind.LAST_DAY:
        return last_day, ComparedAs.LAST_DAY
    after = last_day + timedelta(days=1)
    if takes_effect is TakesEffect.NEXT_WORKING_DAY and printed.end != after:
        try:
            effect = calendar.next_working_day(last_day)
        except BeyondCalendar:
            return after, ComparedAs.DAY_AFTER
        if printed.end == effect:
            return effect, ComparedAs.DAY_OF_EFFECT
    return after, ComparedAs.DAY_AFTER
