"""The days of a plan in words, and for a calendar."""

from datetime import datetime
from typing import Final

from workflow.clock import spoken, spoken_day
from workflow.explanation.calendar_entries import DecisionDay, Stands
from workflow.planning.planned import Milestone, Plan

_WEEKEND: Final = ("Saturday", "Sunday")


def when(each: Milestone) -> str:
    """Say by or from when: "Wed 9 Dec 2026"; "16:00 on Wed 16 Dec 2026" where there is an hour."""
    return spoken_day(each.day) if each.at is None else spoken(each.at)


def workings(each: Milestone) -> tuple[str, ...]:
    """Say how a day was counted, and by which rule, line by line."""
    lines = [each.note] if each.note else []
    if each.count is not None:
        skipped = [day for day in each.count.workings() if day.why and day.why not in _WEEKEND]
        named = ", ".join(f"{spoken_day(day.day)} ({day.why})" for day in skipped[1:])
        lines.append(
            f"Counted from {spoken_day(each.count.start)}"
            + (f"; passed over besides weekends: {named}." if named else ".")
        )
    return (*lines, f"Rule: {each.authority}")


def days_of(plan: Plan, made_at: datetime) -> tuple[DecisionDay, ...]:
    """Give the days of a plan that was made at an instant, for a calendar.

    The same question has the same identities for good: made again, each day takes its own place.
    """
    target = plan.target
    day, what = target.implement_by, "implement-by"
    if day is None:
        day, what = target.decide_on, "decide-on"
    private = "-private" if target.private else ""
    return tuple(
        DecisionDay(
            uid=f"plan-{plan.kind}-{what}-{day}{private}-{each.name}"
            f"@{plan.council}.council-decisions",
            day=each.day,
            stands=Stands.CONFIRMED,
            revision=0,
            set_at=made_at,
            title=f"{each.says} {when(each)}",
            category="Plan",
            words=workings(each),
        )
        for each in plan.milestones
    )
