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
from workflow.listings.records import Listed, Standing
from workflow.model.kind import Kind
from workflow.model.period import CountedFrom, Window
from workflow.policy.constitution import Constitution, InForce
from workflow.policy.window import implemented_by_rule, window_for

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
    kind = Kind.KEY if listed.is_key else Kind.NON_KEY
    rules = constitution.in_force_on(listed.published_on or listed.made_on or london_day(now))
    why = _why_left(listed, rules, london_day(now))
    if why:
        return Assessed(listed=listed, kind=kind, comes=Comes.LEFT, why=why)
    window, no_window = _window(listed, rules, calendar)
    irregular = tuple(_irregular(listed, window, constitution))
    printed = listed.effective_from
    implemented = implemented_by_rule(rules) is not None
    if window is not None and not window.has_run_out(now):
        return Assessed(
            listed=listed, kind=kind, comes=Comes.OPEN, window=window, irregular=irregular
        )
    if printed is not None and printed > london_day(now):
        why = no_window or (
            f"its period is over by the rule on file, and {spoken_day(printed)} is printed"
        )
        return Assessed(listed=listed, kind=kind, comes=Comes.LEFT, why=why, irregular=irregular)
    if no_window and printed is None:
        return Assessed(listed=listed, kind=kind, comes=Comes.LEFT, why=no_window)
    return Assessed(
        listed=listed,
        kind=kind,
        comes=Comes.ENDED,
        window=window,
        effective_at=_effect(listed, window),
        implemented=implemented,
        irregular=(*irregular, *((f"{no_window}; the printed day is taken",) if no_window else ())),
    )


def _why_left(listed: Listed, rules: InForce, today: date) -> str:
    """Say why a decision cannot be taken in at all; empty where it can."""
    if not listed.identity:
        return "the register prints nothing that it could be known by again"
    if listed.standing is Standing.FORTHCOMING:
        return "it is still to be made"
    if listed.made_on is None:
        return "no day of decision is printed"
    if listed.call_ins:
        return "a call-in is printed, and what came of it is not"
    if max(listed.made_on, listed.published_on or listed.made_on) > today:
        return "it is dated later than today"
    if listed.published_on is not None and listed.published_on < listed.made_on:
        return "it is printed as published before it was made"
    kinds = rules.subject_to_call_in
    if listed.is_key is None and listed.is_subject_to_call_in is None and kinds is not None:
        value = kinds.value
        if value is not None and (Kind.KEY in value.subject) is not (Kind.NON_KEY in value.subject):
            return "whether it is key is not printed, and the council's rule tells the two apart"
    return ""


def _window(listed: Listed, rules: InForce, calendar: Calendar) -> tuple[Window | None, str]:
    """Give its call-in period; or None, and why it cannot be counted where it should be."""
    kind = Kind.KEY if listed.is_key else Kind.NON_KEY
    if listed.is_subject_to_call_in is False:
        return None, ""
    subject = rules.subject_to_call_in
    if listed.is_subject_to_call_in is None:
        if subject is None or subject.value is None:
            return None, "whether it may be called in is not printed, and not on file"
        if kind in subject.value.not_subject:
            return None, ""
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
    """Give when it took effect: as printed, else as counted, else the day it was published."""
    if listed.effective_from is not None:
        return start_of_day(listed.effective_from)
    if window is not None:
        return window.effective_from
    day = listed.published_on or listed.made_on
    assert day is not None
    return start_of_day(day)


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
    first = london_day(window.effective_from)
    if printed in (counted, first):
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
