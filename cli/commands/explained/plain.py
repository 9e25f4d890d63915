"""An explanation as plain data, for --json; other programs rely on its shape."""

from typing import Any

from workflow.calendars.counting import Count
from workflow.clock import weekday_of
from workflow.explanation import deadline_document, decision_dates
from workflow.explanation.deadline import Deadline, other_readings_plain
from workflow.explanation.document import Document
from workflow.explanation.explain import (
    ClockExplained,
    Explanation,
    NoticeExplained,
    PeriodExplained,
)
from workflow.explanation.recount import ThenAndNow
from workflow.explanation.renderers.text import lines
from workflow.explanation.wording import calendar_name
from workflow.model.json_data import both_times, to_json_data


def explanation_plain(found: Explanation) -> dict[str, Any]:
    """Give every date of a decision."""
    period = found.period
    return {
        "ref": found.decision.ref,
        **({} if period is None else _period(period)),
        "held": found.decision.is_held,
        "in_question": found.in_question,
        "outlasts_council": None if found.outlasts is None else found.outlasts.plain(),
        "clocks": [_clock(each) for each in found.clocks],
        "notices": [_notice(each) for each in found.notices],
        "told": told_plain(decision_dates.told(found)),
    }


def deadline_plain(found: Deadline) -> dict[str, Any]:
    """Give a deadline that belongs to no decision: what `deadline` gives, told in words too."""
    return {**found.plain(), "told": told_plain(deadline_document.told(found))}


def told_plain(told: Document) -> list[dict[str, Any]]:
    """Give what is said in words, line by line."""
    return [
        {"about": each.about, "heading": each.heading, "lines": list(lines(each))}
        for each in told.sections
    ]


def _workings(count: Count | None) -> list[dict[str, Any]]:
    return [
        {
            "date": each.day.isoformat(),
            "weekday": weekday_of(each.day),
            "number": each.number,
            "why": each.why,
        }
        for each in (() if count is None else count.workings())
    ]


def _then(found: ThenAndNow) -> dict[str, Any]:
    """Give how it was counted then, and what would be said today where that is another."""
    then = found.calendar
    through = None if then.through is None else then.through.isoformat()
    today = None
    if found.today is not None:
        today = {
            "ends": found.today_words,
            "effect": both_times(found.today),
            "days": [
                {"date": each.day.isoformat(), "then": each.then, "now": each.now}
                for each in found.differs
            ],
        }
    return {
        "calendar": {
            "name": None if then.calendar is None else calendar_name(then.calendar),
            "nation": None if then.calendar is None else then.calendar.nation.value,
            "hash": then.hash,
            "complete_through": through,
            "made_again": then.calendar is not None,
        },
        "workings_then": None if found.count is None else _workings(found.count),
        "today": today,
    }


def _period(period: PeriodExplained) -> dict[str, Any]:
    window = period.window
    return {
        "rule": to_json_data(window.rule),
        "rule_assumed": window.rule_assumed,
        "other_readings": other_readings_plain(window),
        "authority": to_json_data(window.authority),
        "edition": window.edition,
        "counted_from": window.counted_from.isoformat(),
        "last_day": window.last_day.isoformat(),
        "request_deadline": both_times(window.request_deadline),
        "deadline_included": window.deadline_included,
        "effective_from": both_times(window.effective_from),
        "effect": None if period.effect is None else both_times(period.effect),
        "calendar_hash": window.calendar_hash,
        "workings": _workings(period.count),
        "recounted": None if period.recounted is None else to_json_data(period.recounted),
        **_then(period.then),
    }


def _clock(clock: ClockExplained) -> dict[str, Any]:
    limit = clock.limit
    return {
        "awaits": limit.awaits.value,
        "rule": to_json_data(limit.rule),
        "authority": to_json_data(limit.authority),
        "counted_from": limit.counted_from.isoformat(),
        "last_day": limit.last_day.isoformat(),
        "ends_at": both_times(limit.ends_at),
        "end_included": limit.end_included,
        "adjourned": limit.adjourned,
        "calendar_hash": limit.calendar_hash,
        "workings": _workings(clock.count),
        "recounted": None if clock.recounted is None else to_json_data(clock.recounted),
        "in_question": clock.in_question,
        **_then(clock.then),
    }


def _notice(each: NoticeExplained) -> dict[str, Any]:
    calendar = each.calendar
    return {
        "kind": each.notice.kind.value,
        "published_at": both_times(each.notice.published_at),
        "rule": to_json_data(each.provision.value),
        "authority": to_json_data(each.provision.authority),
        "first_day": each.first_day.isoformat(),
        "other_unit": each.other.unit.value,
        "other_first_day": each.other_first_day.isoformat(),
        "workings": _workings(each.count),
        "calendar": {
            "name": calendar_name(calendar),
            "nation": calendar.nation.value,
            "hash": calendar.hash,
            "complete_through": calendar.complete_through.isoformat(),
            "made_again": True,
        },
    }
