"""What another calendar would do to dates on the register: a holiday proclaimed, a day closed."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from workflow.calendars.days import Calendar
from workflow.clock import london_day, start_of_day
from workflow.constitution.constitution import Constitution
from workflow.constitution.period import counted_afresh
from workflow.errors import BeyondCalendar
from workflow.impact.date_change import (
    TIME_LIMITS,
    DateChange,
    DateKind,
    awaited,
    drafts,
    limits_of,
)
from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.state import AWAITED, State
from workflow.procedures.notices.notice_dates import first_day_to_decide, rule_for
from workflow.procedures.shared.time_limits import recounted
from workflow.register.ports import UnitOfWork


def impact_of_days(
    work: UnitOfWork, constitution: Constitution, before: Calendar, after: Calendar, first: date
) -> Iterator[DateChange]:
    """Give every date of a council that `after` would make another than `before` has it.

    `first` is the first day that differs: no period that was over by then can move. Periods that
    run, and those that have ended; time limits of a body; and the first day on which a draft may be
    made, by the notice given of it.
    """
    yield from _periods(work, constitution.council, before, after, first)
    for decision in awaited(work, constitution.council):
        yield from _limits(decision, before, after)
    for decision in drafts(work, constitution.council):
        yield from _notices(decision, constitution, before, after)


def _periods(
    work: UnitOfWork, council: str, before: Calendar, after: Calendar, first: date
) -> Iterator[DateChange]:
    @lru_cache(maxsize=4096)
    def again(window: CallInPeriod) -> CallInPeriod | None:
        """Count a period both ways, once for all that are alike; None where both are the same."""
        try:
            then, now = counted_afresh(window, before), counted_afresh(window, after)
        except BeyondCalendar:
            return None
        alike = then.request_deadline == now.request_deadline
        return None if alike and then.effective_from == now.effective_from else now

    for each in work.decisions.periods(council, first):
        now = again(each.window)
        if now is not None and now.effective_from != each.window.effective_from:
            yield DateChange(
                ref=each.ref,
                what=DateKind.PERIOD,
                running=each.state is State.CALL_IN_OPEN,
                was=each.window.effective_from,
                now=now.effective_from,
            )


def _limits(decision: Decision, before: Calendar, after: Calendar) -> Iterator[DateChange]:
    for limit in limits_of(decision):
        try:
            then, now = recounted(limit, before), recounted(limit, after)
        except BeyondCalendar:
            continue
        if then.ends_at != now.ends_at:
            yield DateChange(
                ref=decision.ref,
                what=TIME_LIMITS[limit.awaits],
                running=decision.state in AWAITED,
                was=limit.ends_at,
                now=now.ends_at,
            )


def _notices(
    decision: Decision, constitution: Constitution, before: Calendar, after: Calendar
) -> Iterator[DateChange]:
    for notice in decision.proceedings.notices:
        day = london_day(notice.published_at)
        provision = rule_for(constitution.in_force_on(day), notice.kind)
        if provision is None or provision.value is None:
            continue
        try:
            was = first_day_to_decide(provision.value, day, before).day
            now = first_day_to_decide(provision.value, day, after).day
        except BeyondCalendar:
            continue
        if was != now:
            yield DateChange(
                ref=decision.ref,
                what=DateKind.NOTICE,
                running=True,
                was=start_of_day(was),
                now=start_of_day(now),
                note=notice.kind.label,
            )
