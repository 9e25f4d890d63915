"""Periods and time limits in words."""

from datetime import time
from typing import Final

from workflow.model.call_in_period import CountedFrom, PeriodRule, TakesEffect, Unit
from workflow.model.time_limit import Default, LimitRule, StartsFrom

_UNITS: Final = {
    Unit.WORKING: ("working day", "working days"),
    Unit.CLEAR_WORKING: ("clear working day", "clear working days"),
    Unit.CALENDAR: ("calendar day", "calendar days"),
}
_EVENTS: Final = {CountedFrom.PUBLICATION: "publication", CountedFrom.DECISION: "the decision"}
_STARTS: Final = {
    StartsFrom.RECEIPT: "receipt of the request",
    StartsFrom.ACCEPTANCE: "the request is ruled valid",
    StartsFrom.REFERRAL: "the referral",
    StartsFrom.RECEIPT_OF_REFERRAL: "receipt of the referral",
    StartsFrom.ISSUE: "issue of the direction",
}
_EFFECTS: Final = {
    TakesEffect.AT_THE_END: "in effect at that moment",
    TakesEffect.NEXT_DAY: "in effect on the next day",
    TakesEffect.NEXT_WORKING_DAY: "in effect on the next working day",
}
_DEFAULTS: Final = {
    Default.AT_THE_END: "then it takes effect",
    Default.AT_THE_MEETING: "then it takes effect, or at a meeting before that",
    Default.HELD: "it waits until they act",
}


def period(rule: PeriodRule) -> str:
    """Put a call-in period in words: "5 working days after publication, until 16:00 on the last;
    in effect at that moment"."""
    counted = _counted(rule.days, rule.unit, _EVENTS[rule.counted_from], rule.start_day_counts)
    return f"{counted}, {_until(rule.request_by)}; {_EFFECTS[rule.takes_effect]}"


def limit(rule: LimitRule) -> str:
    """Put a time limit in words: "within 10 working days after the referral"."""
    start = _STARTS[rule.counted_from]
    by = "" if rule.by is None else f", {_until(rule.by)}"
    counted = _counted(rule.days, rule.unit, start, rule.start_day_counts)
    return f"within {counted}{by}; {_DEFAULTS[rule.default]}"


def _counted(days: int, unit: Unit, event: str, start_counts: bool) -> str:
    days_in_words = f"{days} {_UNITS[unit][days != 1]}"
    return (
        f"{days_in_words} from {event}, that day being day 1"
        if start_counts
        else (f"{days_in_words} after {event}")
    )


def _until(hour: time | None) -> str:
    return "to the end of the last" if hour is None else f"until {hour:%H:%M} on the last"
