"""A deadline with its workings, counted without a register or a decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.counting import Count, count
from workflow.calendars.days import Calendar, calendar_for
from workflow.calendars.nations import Nation
from workflow.clock import in_utc, london_day, spoken_day, start_of_day
from workflow.constitution.constitution import Constitution, InForce, on_file
from workflow.constitution.outlasts import Outlasts, outlasts
from workflow.constitution.period import WHAT, counted, window_for
from workflow.constitution.provisions.period import CALL_IN_PERIOD
from workflow.errors import Invalid
from workflow.model.call_in_period import CallInPeriod, CountedFrom, Unit

_ASKED = start_of_day(date(2000, 1, 1))
"""The instant given to days that are only asked about and never recorded."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A counted deadline: the days, the calendar they were counted on and, if it is by a council's
    own rule, the call-in period."""

    count: Count
    """The count, with its last day."""
    calendar: Calendar
    """The calendar it was counted on."""
    window: CallInPeriod | None = None
    """The call-in period; None where the deadline was counted by numbers."""
    rules: InForce | None = None
    """The council's rules in force on the day of publication; None likewise."""
    outlasts: Outlasts | None = None
    """A warning that the decision would take effect after its council is abolished, or None."""


def asked_about(days: Sequence[date], kind: DayKind = DayKind.CLOSURE) -> list[CouncilDay]:
    """Give days that someone only asks about, as rows for a calendar."""
    return [
        CouncilDay(
            day=day,
            kind=kind,
            title="Closed",
            reason="asked for",
            source="asked for",
            entered_by="asked for",
            known_at=_ASKED,
            recorded_at=_ASKED,
        )
        for day in sorted(set(days))
    ]


def by_numbers(
    *,
    start: date,
    days: int,
    nation: Nation,
    unit: Unit = Unit.WORKING,
    start_counts: bool = False,
    backwards: bool = False,
    closed: Sequence[date] = (),
    provisional: bool = False,
) -> Deadline:
    """Count a deadline by numbers, on a nation's calendar with any days in `closed`.

    Raises Invalid for numbers that cannot be counted, and BeyondCalendar past the published bank
    holidays. With `provisional` it counts past them, and the answer is marked.
    """
    reach = _reach(start, days, unit) if provisional else None
    calendar = calendar_for(nation, asked_about(closed), provisional_to=reach)
    counted_days = count(
        calendar, start, days, unit=unit, start_counts=start_counts, backwards=backwards
    )
    return Deadline(counted_days, calendar)


def _reach(start: date, days: int, unit: Unit) -> date:
    """Give a day that such a count cannot go past."""
    weeks = days if unit is Unit.CALENDAR else days * 2 + 30
    try:
        return date.fromordinal(start.toordinal() + min(weeks, 40_000))
    except (OverflowError, ValueError):
        return date.max


def by_rule(
    *,
    constitution: Constitution,
    published_at: datetime,
    made_on: date | None = None,
    rows: Sequence[CouncilDay] = (),
    provisional: bool = False,
) -> Deadline:
    """Apply a council's own rule to a publication, with the days entered in its calendar.

    Raises NotOnFile where the rule is not on file for that day, BeyondCalendar as `by_numbers`
    does, and Invalid where the rule counts from the decision and `made_on` is not given, or is
    after the publication.
    """
    published_at = in_utc(published_at)
    published_on = london_day(published_at)
    rules = constitution.in_force_on(published_on)
    rule, provision = on_file(rules[CALL_IN_PERIOD], WHAT, rules)
    readings = (rule, *provision.other_rules)
    if made_on is None and any(each.counted_from is CountedFrom.DECISION for each in readings):
        raise Invalid(
            f"{constitution.name} counts from the day of the decision"
            f"{', by one reading of its rule' if len(readings) > 1 else ''}.",
            remedy="Give that day too: --made-on DATE",
        )
    if made_on is not None and made_on > published_on:
        raise Invalid(
            f"A decision made on {spoken_day(made_on)} cannot have been published on "
            f"{spoken_day(published_on)}."
        )
    furthest = max(_reach(published_on, each.days, each.unit) for each in readings)
    reach = furthest if provisional else None
    calendar = calendar_for(constitution.nation, rows, provisional_to=reach)
    window = window_for(rules, calendar, made_on=made_on or published_on, published_at=published_at)
    days = counted(window.rule, window.counted_from, calendar)
    late = outlasts(constitution, window.effective_from)
    return Deadline(days, calendar, window, rules, late)
