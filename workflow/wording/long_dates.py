"""Days, hours and numbers wholly in words, as a notice or a letter prints them."""

import re
from datetime import date, datetime
from typing import Final

from workflow.clock import is_day_alone, london, month_of, weekday_of
from workflow.model.call_in_period import CallInPeriod, TakesEffect
from workflow.model.time_limit import TimeLimit

_NUMBERS: Final = (
    "none one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
)
_ORDINARY: Final = re.compile(r"(?<![\d.,:/-])\d{1,2}(?![\d:/-]|[.,]\d)")


def day(of: date) -> str:
    """Write a day in full: Wednesday 24 October 2018."""
    return f"{weekday_of(of)} {of.day} {month_of(of)} {of.year:04d}"


def hour(instant: datetime) -> str:
    """Write London's hour as it is said: 5 pm, 4.30 pm, noon, midnight."""
    there = london(instant)
    if (there.hour, there.minute, there.second) in ((0, 0, 0), (12, 0, 0)):
        return "noon" if there.hour else "midnight"
    half = "am" if there.hour < 12 else "pm"
    minutes = f".{there.minute:02d}" if there.minute or there.second else ""
    seconds = f".{there.second:02d}" if there.second else ""
    return f"{there.hour % 12 or 12}{minutes}{seconds} {half}"


def moment(instant: datetime) -> str:
    """Write an instant in full: "5 pm on Wednesday 24 October 2018"."""
    return f"{hour(instant)} on {day(london(instant).date())}"


def received(instant: datetime) -> str:
    """Say when something was received: "at 5 pm on …"; or, of a day that was given without a time,
    "on …"."""
    if is_day_alone(instant):
        return f"on {day(london(instant).date())}"
    return f"at {moment(instant)}"


def until(window: CallInPeriod) -> str:
    """Say until when a request may be made: "the end of Wednesday 24 October 2018", "5 pm on …"."""
    if not window.deadline_included:
        return f"the end of {day(window.last_day)}"
    return moment(window.request_deadline)


def by_when(limit: TimeLimit) -> str:
    """Say by when a time limit ends: "the end of Friday 2 November 2018", "5 pm on …"."""
    return moment(limit.ends_at) if limit.end_included else f"the end of {day(limit.last_day)}"


def effect(window: CallInPeriod, at: datetime) -> str:
    """Say when a decision takes effect: at the end of its period, or from the start of a day."""
    at_the_end = window.rule.takes_effect is TakesEffect.AT_THE_END
    if at_the_end and at == window.request_deadline:
        return f"at {until(window)}"
    return since(at)


def since(at: datetime) -> str:
    """Say from when, to the minute: "at 5 pm on …", and for a midnight "at the start of …"."""
    at = at.replace(second=0, microsecond=0)
    there = london(at)
    is_midnight = (there.hour, there.minute) == (0, 0)
    return f"at the start of {day(there.date())}" if is_midnight else f"at {moment(at)}"


def number(of: int) -> str:
    """Write a small number as a word: four; a larger one in figures."""
    return _NUMBERS[of] if 0 <= of < len(_NUMBERS) else str(of)


def numbers(text: str) -> str:
    """Give the same text with its small numbers as words."""
    return _ORDINARY.sub(lambda found: number(int(found[0])), text)
