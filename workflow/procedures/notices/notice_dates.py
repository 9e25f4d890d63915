"""How many clear days a notice leaves before a decision, counted both ways of reading "clear"; and
by which notice, if any, a key decision may be signed."""

from dataclasses import dataclass
from datetime import date

from workflow.calendars.counting import Count, count
from workflow.calendars.days import Calendar
from workflow.clock import london_day, next_day, spoken_day, start_of_day
from workflow.constitution.constitution import InForce
from workflow.constitution.provisions.notice import (
    GENERAL_EXCEPTION_NOTICE,
    KEY_DECISION_NOTICE,
    PRIVATE_MEETING_FURTHER,
    PRIVATE_MEETING_NOTICE,
    ClearUnit,
    NoticeRule,
)
from workflow.constitution.provisions.provision import Provision
from workflow.errors import BeyondCalendar
from workflow.model.call_in_period import Unit
from workflow.model.consent import Purpose
from workflow.model.notice import Notice, NoticeKind, NoticeRoute
from workflow.procedures.case import Case
from workflow.procedures.notices.special_urgency import first_office_agreed

_UNITS = {ClearUnit.CALENDAR: Unit.CALENDAR, ClearUnit.WORKING: Unit.WORKING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clear:
    """Clear days between a notice and a decision: neither of those two days is counted."""

    count: Count
    day: date
    """Counted forwards, the first day on which to decide; backwards, the last to give notice."""


def first_day_to_decide(rule: NoticeRule, published: date, calendar: Calendar) -> Clear:
    """Give the first day on which a decision may be made after a notice of that day."""
    counted = count(calendar, published, rule.days, unit=_UNITS[rule.unit], start_counts=False)
    return Clear(count=counted, day=counted.day_after)


def last_day_for_notice(rule: NoticeRule, decide_on: date, calendar: Calendar) -> Clear:
    """Give the last day on which a notice may be published for a decision of that day."""
    counted = count(
        calendar,
        decide_on,
        rule.days,
        unit=_UNITS[rule.unit],
        start_counts=False,
        backwards=True,
    )
    return Clear(count=counted, day=counted.day_before)


def other_reading(rule: NoticeRule) -> NoticeRule:
    """Give the same rule with its clear days read the other way."""
    other = ClearUnit.WORKING if rule.unit is ClearUnit.CALENDAR else ClearUnit.CALENDAR
    return NoticeRule(days=rule.days, unit=other)


def rule_for(rules: InForce, kind: NoticeKind) -> Provision[NoticeRule] | None:
    """Give the rule on how long before a notice of this kind comes, or None."""
    return {
        NoticeKind.KEY_DECISION: rules[KEY_DECISION_NOTICE],
        NoticeKind.GENERAL_EXCEPTION: rules[GENERAL_EXCEPTION_NOTICE],
        NoticeKind.PRIVATE_MEETING: rules[PRIVATE_MEETING_NOTICE],
        NoticeKind.PRIVATE_FURTHER: rules[PRIVATE_MEETING_FURTHER],
    }.get(kind)


def notices_of(case: Case, kind: NoticeKind) -> tuple[Notice, ...]:
    """Give the notices of this kind on record."""
    return tuple(each for each in case.subject.proceedings.notices if each.kind is kind)


def first_day(case: Case, kind: NoticeKind) -> date | None:
    """Give the first day on which the decision may be made by a notice of this kind on record."""
    provision, notices = rule_for(case.in_force, kind), notices_of(case, kind)
    if provision is None or provision.value is None or not notices:
        return None
    firsts, made_on, fault = [], case.statement.made_on, None
    # A day that became known only once the decision was made does not bear on its notice.
    known = None if made_on is None or made_on > case.day else start_of_day(next_day(made_on))
    calendar = case.rules.calendar(known)
    for each in notices:
        if each.decide_until is not None and made_on is not None and each.decide_until < made_on:
            continue  # it gave notice of another day, or another period
        try:
            published = london_day(each.published_at)
            clear = first_day_to_decide(provision.value, published, calendar).day
        except BeyondCalendar as beyond:
            fault = beyond
            continue
        firsts.append(clear if each.decide_from is None else max(clear, each.decide_from))
    if not firsts and fault is not None:
        raise fault
    return min(firsts, default=None)


def too_short(notice: Notice, rules: InForce, calendar: Calendar, made_on: date | None) -> str:
    """Say that a notice leaves too few clear days by the first day that it gives for the decision,
    or else by the day on which that was made; blank where it leaves enough, or no rule says."""
    provision, day = rule_for(rules, notice.kind), notice.decide_from or made_on
    if provision is None or provision.value is None or day is None:
        return ""
    clear = first_day_to_decide(provision.value, london_day(notice.published_at), calendar)
    if day >= clear.day:
        return ""
    days = f"{provision.value.days} clear {provision.value.unit} days"
    return (
        f"This notice is too short for {spoken_day(day)}. The rule asks for {days} between, so the "
        f"decision may be made by this notice from {spoken_day(clear.day)}. Rule: "
        f"{provision.authority}."
    )


def notice_route(case: Case) -> NoticeRoute | None:
    """Give how, as to notice, a key decision may be signed now; None where it may not."""
    made_on = case.statement.made_on
    if made_on is None:
        return None
    for route, kind in (
        (NoticeRoute.NOTICE, NoticeKind.KEY_DECISION),
        (NoticeRoute.GENERAL_EXCEPTION, NoticeKind.GENERAL_EXCEPTION),
    ):
        first = first_day(case, kind)
        if first is not None and first <= made_on:
            return route
    granted = case.subject.proceedings.granted(Purpose.SPECIAL_URGENCY)
    if granted is not None and granted.granted_at is not None:
        return NoticeRoute.SPECIAL_URGENCY if london_day(granted.granted_at) <= made_on else None
    return NoticeRoute.SPECIAL_URGENCY if first_office_agreed(case) else None
