"""When a call-in period opens and ends on one decision: two instants, and how they were found."""

from collections.abc import Sequence
from datetime import date, datetime

from workflow.authority import Authority
from workflow.calendars.counting import Count, count
from workflow.calendars.days import Calendar
from workflow.calendars.instants import Ending, ending
from workflow.clock import london_day
from workflow.constitution.constitution import InForce, on_file
from workflow.constitution.provisions.effect import IMPLEMENTATION
from workflow.constitution.provisions.period import CALL_IN_PERIOD
from workflow.model.call_in_period import CallInPeriod, CountedFrom, OtherEnd, PeriodRule

WHAT = "the call-in period"


def counted(rule: PeriodRule, start: date, calendar: Calendar) -> Count:
    """Count the days of a period by its rule; BeyondCalendar past the horizon."""
    return count(calendar, start, rule.days, unit=rule.unit, start_counts=rule.start_day_counts)


def end_of(rule: PeriodRule, start: date, calendar: Calendar) -> Ending:
    """Give how a period ends that is counted from a day; BeyondCalendar past the horizon."""
    last_day = counted(rule, start, calendar).last_day
    return ending(calendar, last_day, rule.request_by, rule.takes_effect)


def window_for(
    rules: InForce, calendar: Calendar, *, made_on: date, published_at: datetime
) -> CallInPeriod:
    """Give the call-in period of a decision, by the rules in force and on this calendar.

    Where other readings of the rule are on file, it ends by the one that gives the most time, and
    takes effect at the latest that any gives. Raises NotOnFile where the council's period is not on
    file, and BeyondCalendar past the horizon.
    """
    rule, provision = on_file(rules[CALL_IN_PERIOD], WHAT, rules)
    published_on = london_day(published_at)
    starts = [
        (each, published_on if each.counted_from is CountedFrom.PUBLICATION else made_on)
        for each in (rule, *provision.other_rules)
    ]
    return _ended(
        [_end(each, start, calendar) for each, start in starts],
        authority=provision.authority,
        edition=rules.edition,
        calendar=calendar,
        implemented_by_rule=implemented_by_rule(rules),
        rule_assumed=provision.assumed,
    )


def _end(rule: PeriodRule, start: date, calendar: Calendar) -> OtherEnd:
    """Give how a period ends by one reading."""
    end = end_of(rule, start, calendar)
    return OtherEnd(
        rule=rule,
        counted_from=start,
        last_day=end.last_day,
        request_deadline=end.request_deadline,
        deadline_included=end.deadline_included,
        effective_from=end.effective_from,
    )


def _ended(
    ends: Sequence[OtherEnd],
    *,
    authority: Authority,
    edition: str,
    calendar: Calendar,
    implemented_by_rule: Authority | None,
    rule_assumed: bool,
) -> CallInPeriod:
    """Give a period by how it ends by each reading: by the one that gives the most time for a
    request, with the latest effect of any, and the others beside."""
    last = max(ends, key=lambda each: (each.request_deadline, each.deadline_included))
    return CallInPeriod(
        rule=last.rule,
        authority=authority,
        edition=edition,
        counted_from=last.counted_from,
        last_day=last.last_day,
        request_deadline=last.request_deadline,
        deadline_included=last.deadline_included,
        effective_from=max(each.effective_from for each in ends),
        calendar_hash=calendar.hash,
        implemented_by_rule=implemented_by_rule,
        rule_assumed=rule_assumed,
        other_ends=tuple(each for each in ends if each is not last),
    )


def implemented_by_rule(rules: InForce) -> Authority | None:
    """Give the rule by which taking effect counts as implementation, if the council has one."""
    provision = rules[IMPLEMENTATION]
    if provision is None or provision.value is None or provision.value.recorded:
        return None
    return provision.authority


def recount(window: CallInPeriod, calendar: Calendar) -> CallInPeriod:
    """Give the same period counted again, by its own rule, on the calendar as it is now."""
    if window.calendar_hash == calendar.hash:
        return window
    return counted_afresh(window, calendar)


def counted_afresh(window: CallInPeriod, calendar: Calendar) -> CallInPeriod:
    """Give the same period as its rule has it on this calendar, whatever a person has kept."""
    ends = [
        _end(window.rule, window.counted_from, calendar),
        *(_end(each.rule, each.counted_from, calendar) for each in window.other_ends),
    ]
    return _ended(
        ends,
        authority=window.authority,
        edition=window.edition,
        calendar=calendar,
        implemented_by_rule=window.implemented_by_rule,
        rule_assumed=window.rule_assumed,
    )


def period_to_review(
    window: CallInPeriod, calendar: Calendar, kept: datetime | None
) -> CallInPeriod | None:
    """Give the period as its days now count, where that is later than what stands on record.

    What a person has kept is not asked about again, unless the days then give more time still.
    Raises BeyondCalendar past the horizon.
    """
    again = recount(window, calendar)
    settled = kept is not None and again.effective_from <= kept
    return again if _gives_more_time(again, window) and not settled else None


def _gives_more_time(recounted: CallInPeriod, stored: CallInPeriod) -> bool:
    """Say whether a recount gives more time, or a later effect, than the stored period."""
    return (
        recounted.request_deadline > stored.request_deadline
        or recounted.effective_from > stored.effective_from
    )
