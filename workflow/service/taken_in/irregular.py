"""Where the dates that another register prints are not those that the council's rule gives."""

from collections.abc import Iterator
from datetime import date, timedelta

from workflow.clock import london_day, spoken, spoken_day
from workflow.conformance.causes import likely
from workflow.conformance.printed import EndKind, Printed
from workflow.conformance.reckoned import Reckoned
from workflow.listings.records import Listed
from workflow.model.period import CountedFrom, Window
from workflow.policy.constitution import Constitution

_DAY = timedelta(days=1)


def printed_effect(listed: Listed) -> date | None:
    """Give the day of effect that is printed: in so many words, or as that after the last day."""
    if listed.effective_from is not None or listed.last_day is None:
        return listed.effective_from
    return listed.last_day + _DAY


def another_end(listed: Listed, window: Window) -> str:
    """Say that a register which keeps instants ended the period at another; empty where not."""
    ends = None if listed.instants is None else listed.instants.period_ends
    if ends is None or ends == window.effective_from:
        return ""
    return (
        f"its period ends at {spoken(ends)} by the register it comes from, and at "
        f"{spoken(window.effective_from)} by the rule on file"
    )


def days_of(window: Window) -> tuple[date, date]:
    """Give the days that a register may print as that of effect: the calendar day after the last,
    and the day on which it takes effect by the rule."""
    return window.last_day + _DAY, london_day(window.effective_from)


def irregular_of(
    listed: Listed, window: Window | None, constitution: Constitution
) -> Iterator[str]:
    """Give what is out of rule in its printed dates, each in words, with the likely cause."""
    printed, published = printed_effect(listed), listed.published_on
    if printed is not None and published is not None and published > printed:
        yield f"published on {spoken_day(published)}, after it was in effect"
    if window is None:
        return
    effect, last = listed.effective_from, listed.last_day
    if effect is not None and effect not in days_of(window):
        yield (
            f"effective from {spoken_day(effect)} is printed, "
            f"{_apart(effect, window.last_day + _DAY)}; likely: "
            f"{_cause(listed, window, constitution, EndKind.DAY_AFTER, effect)}"
        )
    if last is not None and last != window.last_day:
        yield (
            f"{spoken_day(last)} is printed as the last day for call-in, "
            f"{_apart(last, window.last_day)}; likely: "
            f"{_cause(listed, window, constitution, EndKind.LAST_DAY, last)}"
        )
    differs = another_end(listed, window)
    if differs and last == window.last_day:
        yield differs


def _apart(printed: date, counted: date) -> str:
    days = (printed - counted).days
    plural = "day" if abs(days) == 1 else "days"
    side = "later" if days > 0 else "earlier"
    return f"{abs(days)} {plural} {side} than the rule gives ({spoken_day(counted)})"


def _cause(
    listed: Listed, window: Window, constitution: Constitution, kind: EndKind, printed: date
) -> str:
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
            end_kind=kind,
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
            end=window.last_day + (_DAY if kind is EndKind.DAY_AFTER else timedelta()),
        ),
    )
