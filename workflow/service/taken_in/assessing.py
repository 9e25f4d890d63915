"""What a decision of another register comes to here: ended, open, or left for a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from workflow.calendars.days import Calendar
from workflow.clock import london_day, spoken_day, start_of_day
from workflow.conformance.causes import likely
from workflow.conformance.printed import EndKind, Printed
from workflow.conformance.reckoned import Reckoned
from workflow.errors import BeyondCalendar, NotOnFile
from workflow.listings.records import Listed
from workflow.model.kind import Kind
from workflow.model.period import CountedFrom, Window
from workflow.policy.constitution import Constitution, InForce
from workflow.policy.window import implemented_by_rule, window_for
from workflow.service.taken_in.certain import kind_of, says_open, why_left

_DAY = timedelta(days=1)


class Comes(StrEnum):
    """What it comes to."""

    ENDED = "ended"
    """It is in effect: its period is over, or it had none."""
    OPEN = "open"
    """It may still be called in, and the nightly close takes it on."""
    LEFT = "left for a person"
    """It is not taken in, and `why` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """One decision of another register, assessed by a council's rules on one day."""

    listed: Listed
    kind: Kind
    comes: Comes
    why: str = ""
    window: Window | None = None
    effective_at: datetime | None = None
    implemented: bool = False
    """Whether taking effect counts as implementation, by the council's rule."""
    irregular: tuple[str, ...] = ()
    """Where its printed dates are not those that the rule gives, and the like."""


def assess(
    listed: Listed, constitution: Constitution, calendar: Calendar, now: datetime
) -> Assessed:
    """Say what a listed decision comes to at an instant. Nothing that is not printed is guessed."""
    kind = kind_of(listed)
    rules = constitution.in_force_on(listed.published_on or listed.made_on or london_day(now))
    why = why_left(listed, rules, london_day(now))
    if why:
        return Assessed(listed=listed, kind=kind, comes=Comes.LEFT, why=why)
    window, no_window = _window(listed, rules, calendar)
    irregular = tuple(_irregular(listed, window, constitution))
    implemented = implemented_by_rule(rules) is not None
    why = _why_not_now(listed, window, no_window, now)
    if why:
        return Assessed(listed=listed, kind=kind, comes=Comes.LEFT, why=why, irregular=irregular)
    if window is not None and not window.has_run_out(now):
        return Assessed(
            listed=listed, kind=kind, comes=Comes.OPEN, window=window, irregular=irregular
        )
    return Assessed(
        listed=listed,
        kind=kind,
        comes=Comes.ENDED,
        window=window,
        effective_at=_effect(listed, window),
        implemented=implemented,
        irregular=(*irregular, *((f"{no_window}; the printed day is taken",) if no_window else ())),
    )


def _why_not_now(listed: Listed, window: Window | None, no_window: str, now: datetime) -> str:
    """Say why it cannot be told, at this instant, whether it has ended; empty where it can.

    A day of effect that is printed, still to come, and later than the rule gives is never passed
    over: no close may put into effect what was printed as open.
    """
    printed, today = listed.effective_from, london_day(now)
    if window is not None and printed is not None and printed > today:
        by_rule = max(_days_of(window))
        if printed > by_rule:
            return (
                f"{spoken_day(printed)} is printed as its day of effect, and the rule on file "
                f"gives {spoken_day(by_rule)}"
            )
    if window is None and no_window and (printed is None or printed > today):
        return no_window
    if says_open(listed) and (window is None or window.has_run_out(now)):
        return "the page shows it as still open to call-in, and that is over: save the page again"
    if window is None and printed is not None and printed > today:
        return f"{spoken_day(printed)} is printed as its day of effect, and is still to come"
    return ""


def _window(listed: Listed, rules: InForce, calendar: Calendar) -> tuple[Window | None, str]:
    """Give its call-in period; or None, and why it cannot be counted where it should be."""
    kind = kind_of(listed)
    if listed.is_subject_to_call_in is False:
        return None, ""
    subject = rules.subject_to_call_in
    if listed.is_subject_to_call_in is None:
        if subject is None or subject.value is None:
            return None, "whether it may be called in is not printed, and not on file"
        if kind in subject.value.not_subject:
            return None, ""
        if kind not in subject.value.subject:
            return None, "whether its kind may be called in is not printed, and not on file"
    made = listed.made_on
    assert made is not None, "it would have been left for a person"
    period = rules.call_in_period
    if listed.published_on is None:
        counts_from_publication = (
            period is not None
            and period.value is not None
            and period.value.counted_from is CountedFrom.PUBLICATION
        )
        if counts_from_publication or period is None:
            return None, "no day of publication is printed"
    try:
        found = window_for(
            rules,
            calendar,
            made_on=made,
            published_at=start_of_day(listed.published_on or made),
        )
    except NotOnFile:
        return None, "the council's call-in period is not on file for that day"
    except BeyondCalendar:
        return None, "the calendar does not reach its days"
    return found, ""


def _effect(listed: Listed, window: Window | None) -> datetime:
    """Give when it took effect: as counted, where that is the printed day; else as printed."""
    printed = listed.effective_from
    if printed is not None:
        if window is not None and printed in _days_of(window):
            return window.effective_from
        return start_of_day(printed)
    if window is not None:
        return window.effective_from
    day = listed.published_on or listed.made_on
    assert day is not None
    return start_of_day(day)


def _days_of(window: Window) -> tuple[date, date]:
    """Give the days that a register may print as that of effect: the calendar day after the last,
    and the day on which it takes effect by the rule."""
    return window.last_day + _DAY, london_day(window.effective_from)


def _irregular(listed: Listed, window: Window | None, constitution: Constitution) -> Iterator[str]:
    """Give what is out of rule in its printed dates, each in words, with the likely cause."""
    printed = listed.effective_from
    if printed is None:
        return
    if listed.published_on is not None and listed.published_on > printed:
        yield f"published on {spoken_day(listed.published_on)}, after it was in effect"
    if window is None:
        return
    counted = window.last_day + _DAY
    if printed in _days_of(window):
        return
    days = (printed - counted).days
    plural = "day" if abs(days) == 1 else "days"
    side = "later" if days > 0 else "earlier"
    cause = _cause(listed, window, constitution, printed)
    yield (
        f"effective from {spoken_day(printed)} is printed, {abs(days)} {plural} {side} than the "
        f"rule gives ({spoken_day(counted)}); likely: {cause}"
    )


def _cause(listed: Listed, window: Window, constitution: Constitution, printed: date) -> str:
    rule = window.rule
    from_publication = rule.counted_from is CountedFrom.PUBLICATION
    return likely(
        Printed(
            line=0,
            id=listed.identity,
            council=constitution.name,
            nation=constitution.nation,
            made_on=listed.made_on,
            published_on=listed.published_on,
            from_publication=from_publication,
            working_days=rule.days,
            start_counts=rule.start_day_counts,
            end_kind=EndKind.DAY_AFTER,
            end=printed,
            explained=False,
        ),
        Reckoned(
            start=window.counted_from,
            from_publication=from_publication,
            days=rule.days,
            unit=rule.unit,
            start_counts=rule.start_day_counts,
            last_day=window.last_day,
            end=window.last_day + _DAY,
        ),
    )
