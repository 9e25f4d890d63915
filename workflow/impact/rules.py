"""What a change to a council's constitution would do to its decisions, were they published anew."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from workflow.calendars.days import Calendar
from workflow.clock import london_day, spoken
from workflow.constitution.constitution import Constitution, InForce
from workflow.constitution.outlasts import outlasts
from workflow.constitution.period import window_for
from workflow.constitution.provisions.period import SUBJECT_TO_CALL_IN
from workflow.errors import BeyondCalendar, NotOnFile
from workflow.impact.date_change import TIME_LIMITS, DateChange, DateKind, awaited, limits_of
from workflow.model.call_in_period import CallInPeriod, OtherEnd
from workflow.model.decision import Decision
from workflow.model.state import AWAITED, State
from workflow.model.time_limit import TimeLimit
from workflow.procedures.shared.time_limits import by_rules
from workflow.register.ports import UnitOfWork
from workflow.register.query import DecisionQuery
from workflow.register.rules import RulesOf

D = TypeVar("D", CallInPeriod, TimeLimit)
_EVER = datetime(9999, 12, 31, tzinfo=UTC)


def impact_of_rules(
    work: UnitOfWork, old: Constitution, new: Constitution, since: datetime
) -> tuple[int, list[DateChange]]:
    """Give how many decisions were looked at, and every date that would be another.

    Looked at are a council's decisions that are open, and those published since an instant. What
    both constitutions have alike moves nothing, whatever is on record. A decision keeps the rules
    it was published under: this says what another publication of it would come to.
    """
    calendar = RulesOf(old, work).calendar()
    decisions = {each.ref: each for each in _decisions_to_compare(work, old.council, since)}
    moved = [one for each in decisions.values() for one in _moved(each, old, new, calendar)]
    return len(decisions), moved


def _decisions_to_compare(work: UnitOfWork, council: str, since: datetime) -> Iterator[Decision]:
    open_now = DecisionQuery(council=council, state=State.CALL_IN_OPEN)
    yield from work.decisions.find(open_now)
    yield from awaited(work, council)
    yield from work.decisions.published_between(council, since, _EVER)


def _moved(
    decision: Decision, old: Constitution, new: Constitution, calendar: Calendar
) -> Iterator[DateChange]:
    if decision.published_at is None:
        return
    day = london_day(decision.published_at)
    before, after = old.in_force_on(day), new.in_force_on(day)
    was, now = _period(decision, before, calendar), _period(decision, after, calendar)
    was, now = _cut_short(was, old), _cut_short(now, new)
    if _dates(was) != _dates(now):
        yield _period_moved(decision, was, now)
    for limit in limits_of(decision):
        then = _cut_short(_limit(limit, before, calendar), old)
        again = _cut_short(_limit(limit, after, calendar), new)
        if then != again:
            yield DateChange(
                ref=decision.ref,
                what=TIME_LIMITS[limit.awaits],
                running=decision.state in AWAITED,
                was=limit.ends_at,
                now=None if isinstance(again, str) else again.ends_at,
                note=again if isinstance(again, str) else "",
            )


def _cut_short(date: D | str, constitution: Constitution) -> D | str:
    """Give a period or a time limit; or say that its council would end before, so that time alone
    would not bring its end about."""
    if isinstance(date, str):
        return date
    effect = date.effective_from if isinstance(date, CallInPeriod) else date.ends_at
    late = outlasts(constitution, effect)
    return date if late is None else f"{spoken(effect)} would not come before {late.its_end}"


def _period_moved(
    decision: Decision, was: CallInPeriod | str, now: CallInPeriod | str
) -> DateChange:
    note = now if isinstance(now, str) else ""
    if isinstance(was, CallInPeriod) and isinstance(now, CallInPeriod):
        if _ends(was) == _ends(now):
            note = "by another reading of the rule it would end at another time, or no more"
        elif was.effective_from == now.effective_from:
            note = "the last moment for a request would be another"
    return DateChange(
        ref=decision.ref,
        what=DateKind.PERIOD,
        running=decision.state is State.CALL_IN_OPEN,
        was=None if decision.window is None else decision.window.effective_from,
        now=None if isinstance(now, str) else now.effective_from,
        note=note,
    )


def _period(decision: Decision, rules: InForce, calendar: Calendar) -> CallInPeriod | str:
    """Give the period by these rules; or why there would be none."""
    kinds = rules[SUBJECT_TO_CALL_IN]
    if kinds is None or kinds.value is None:
        return "which kinds may be called in would not be on file"
    if decision.kind in kinds.value.not_subject:
        return "it would not be subject to call-in"
    if decision.kind not in kinds.value.subject:
        return "whether its kind may be called in would not be on file"
    assert decision.made_on is not None, "it is published, so it was made"
    assert decision.published_at is not None
    try:
        return window_for(
            rules, calendar, made_on=decision.made_on, published_at=decision.published_at
        )
    except NotOnFile:
        return "the call-in period would not be on file"
    except BeyondCalendar as beyond:
        return str(beyond)


def _dates(period: CallInPeriod | str) -> object:
    """Give the ends of a period, by every reading of the rule; or why there is none."""
    if isinstance(period, str):
        return period
    return _ends(period), {_ends(each) for each in period.sooner}


def _ends(window: CallInPeriod | OtherEnd) -> tuple[datetime, bool, datetime]:
    return window.request_deadline, window.deadline_included, window.effective_from


def _limit(limit: TimeLimit, rules: InForce, calendar: Calendar) -> TimeLimit | str:
    try:
        counted = by_rules(limit, rules, calendar)
    except BeyondCalendar as beyond:
        return str(beyond)
    return counted if isinstance(counted, str) else replace(counted, authority=limit.authority)
