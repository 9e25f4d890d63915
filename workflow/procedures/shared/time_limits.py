"""The time limits that follow a call-in: made by the council's rule, and counted again when the
calendar changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from workflow.authority import Authority
from workflow.calendars.counting import Count, count
from workflow.calendars.days import Calendar
from workflow.calendars.instants import ending
from workflow.clock import london_day
from workflow.constitution.constitution import InForce
from workflow.constitution.provisions.provision import Provision
from workflow.constitution.provisions.scrutiny import (
    COUNCIL_MEETS,
    DIRECTION,
    RECONSIDERED_BY,
    SCRUTINY_MEETS,
)
from workflow.model.call_in_period import TakesEffect, Unit
from workflow.model.proceedings import Proceedings
from workflow.model.time_limit import Awaited, Default, LimitRule, StartsFrom, TimeLimit
from workflow.procedures.case import Case


def days_of(limit: TimeLimit, calendar: Calendar) -> Count:
    """Count the days of a running time limit by its rule; BeyondCalendar past the horizon."""
    return _counted(limit.rule, limit.counted_from, calendar)


def _counted(rule: LimitRule, start: date, calendar: Calendar) -> Count:
    return count(calendar, start, rule.days, unit=rule.unit, start_counts=rule.start_day_counts)


def _limit(
    awaits: Awaited, rule: LimitRule, authority: Authority, start: date, calendar: Calendar
) -> TimeLimit:
    last_day = _counted(rule, start, calendar).last_day
    end = ending(calendar, last_day, rule.by, TakesEffect.AT_THE_END)
    return TimeLimit(
        awaits=awaits,
        rule=rule,
        authority=authority,
        counted_from=start,
        last_day=last_day,
        ends_at=end.request_deadline,
        end_included=end.deadline_included,
        calendar_hash=calendar.hash,
    )


def _counted_from(case: Case, rule: LimitRule) -> date:
    """Give the day a time limit is counted from, for a step taken now."""
    found_at = case.subject.proceedings.late_outcome_at
    if rule.counted_from is not StartsFrom.RECEIPT:
        return case.day if found_at is None else london_day(found_at)
    requests = case.subject.proceedings.accepted() or case.subject.proceedings.pending()
    received: list[datetime] = [each.received_at for each in requests]
    called_in_at = case.subject.called_in_at
    if called_in_at is not None:
        received.append(called_in_at)
    return london_day(min(received)) if received else case.day


def started(
    case: Case, awaits: Awaited, provision: Provision[LimitRule] | None
) -> TimeLimit | None:
    """Give the time limit that starts now by a council's rule, or None where no rule is on file.

    One that is counted from a receipt, and has run out before the request is ruled valid, brings
    nothing about. Raises BeyondCalendar where it would end past the horizon.
    """
    if provision is None or provision.value is None:
        return None
    rule, start = provision.value, _counted_from(case, provision.value)
    limit = _limit(awaits, rule, provision.authority, start, case.rules.calendar())
    found_late = case.subject.proceedings.late_outcome_at is not None
    return limit if found_late or not limit.has_run_out(case.at) else replace(limit, outrun=True)


def direction(case: Case, days: int, authority: Authority) -> TimeLimit:
    """Give a direction issued now: so many days from the day of issue, that day not counted."""
    rule = LimitRule(
        days=days,
        unit=Unit.CALENDAR,
        counted_from=StartsFrom.ISSUE,
        start_day_counts=False,
        by=None,
        default=Default.AT_THE_END,
    )
    return _limit(Awaited.DIRECTION, rule, authority, case.day, case.rules.calendar())


def adjourned(limit: TimeLimit, until: date, calendar: Calendar) -> TimeLimit:
    """Give the same time limit with another last day; BeyondCalendar past the horizon."""
    end = ending(calendar, until, limit.rule.by, TakesEffect.AT_THE_END)
    return replace(
        limit,
        last_day=until,
        ends_at=end.request_deadline,
        adjourned=True,
        kept=None,
        outrun=False,
    )


def by_rules(limit: TimeLimit, rules: InForce, calendar: Calendar) -> TimeLimit | str:
    """Give the time limit that these rules would have started in its place; or why none would.

    Raises BeyondCalendar past the horizon.
    """
    if limit.awaits is Awaited.DIRECTION:
        direction = rules[DIRECTION]
        if direction is None or direction.value is None:
            return "the rules would allow no direction"
        rule: LimitRule = replace(limit.rule, days=direction.value.most_days)
        return _limit(limit.awaits, rule, direction.authority, limit.counted_from, calendar)
    provision = {
        Awaited.SCRUTINY: rules[SCRUTINY_MEETS],
        Awaited.RECONSIDERATION: rules[RECONSIDERED_BY],
        Awaited.COUNCIL: rules[COUNCIL_MEETS],
    }[limit.awaits]
    if provision is None or provision.value is None:
        return "no such time limit would run"
    if provision.value.counted_from is not limit.rule.counted_from:
        return f"it would be counted from {provision.value.counted_from}"
    start = limit.counted_from
    return _limit(limit.awaits, provision.value, provision.authority, start, calendar)


def limit_to_review(
    proceedings: Proceedings, calendar: Callable[[datetime], Calendar]
) -> tuple[TimeLimit, TimeLimit] | None:
    """Give a time limit that would now end later, and after all others, with the same counted anew.

    `calendar` gives the council's calendar as it was known by an instant. What a person has kept is
    not asked about again, unless the days then give more time still. Raises BeyondCalendar past
    the horizon.
    """
    governs = proceedings.governing
    for limit in (proceedings.limit, proceedings.direction):
        if limit is None or governs is None:
            continue
        again = recounted(limit, calendar(limit.ends_at))
        settled = limit.kept is not None and again.ends_at <= limit.kept
        if not settled and again.ends_at > max(limit.ends_at, governs.ends_at):
            return limit, again
    return None


def recounted(limit: TimeLimit, calendar: Calendar) -> TimeLimit:
    """Give the same time limit counted again; one that was put off to a day keeps that day."""
    if limit.adjourned or limit.calendar_hash == calendar.hash:
        return limit
    again = _limit(limit.awaits, limit.rule, limit.authority, limit.counted_from, calendar)
    return replace(again, adjourned=limit.adjourned, kept=limit.kept, outrun=limit.outrun)
