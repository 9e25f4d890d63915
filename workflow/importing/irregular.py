"""Where the dates that another register prints are not those that the council's rule gives."""

from collections.abc import Iterator
from datetime import date, timedelta

from workflow.clock import london_day, spoken, spoken_day
from workflow.conformance.causes import likely
from workflow.conformance.computed import Computed
from workflow.conformance.printed import EndKind, PublishedNotice
from workflow.constitution.constitution import Constitution
from workflow.importing.records import ListedDecision
from workflow.model.call_in_period import CallInPeriod, CountedFrom, OtherEnd

_DAY = timedelta(days=1)


def printed_effect(listed: ListedDecision) -> date | None:
    """Give the day of effect that is printed: in so many words, or as that after the last day."""
    if listed.effective_from is not None or listed.last_day is None:
        return listed.effective_from
    return listed.last_day + _DAY


def latest_printed(listed: ListedDecision) -> date | None:
    """Give the latest day on which, by what is printed, it takes effect."""
    days = [printed_effect(listed), None if listed.last_day is None else listed.last_day + _DAY]
    return max((each for each in days if each is not None), default=None)


def another_end(listed: ListedDecision, window: CallInPeriod) -> str:
    """Say that a register which keeps instants ended the period at another; empty where not."""
    kept = listed.instants
    if kept is None:
        return ""
    for what, there, here in (
        ("its period ends", kept.period_ends, window.effective_from),
        ("requests are in time", kept.request_deadline, window.request_deadline),
    ):
        if there is not None and there != here:
            till = "at" if here == window.effective_from and there == kept.period_ends else "until"
            return (
                f"{what} {till} {spoken(there)} by the register it comes from, and {till} "
                f"{spoken(here)} by the rule on file"
            )
    return ""


def days_of(window: CallInPeriod | OtherEnd) -> tuple[date, date]:
    """Give the days that a register may print as that of effect: the calendar day after the last,
    and the day on which it takes effect by the rule."""
    return window.last_day + _DAY, london_day(window.effective_from)


def agreeing(printed: date, window: CallInPeriod) -> CallInPeriod | OtherEnd | None:
    """Give the reading of the rule by which a printed day of effect is right, if one is."""
    return next((each for each in _ends(window) if printed in days_of(each)), None)


def _ends(window: CallInPeriod) -> tuple[CallInPeriod | OtherEnd, ...]:
    """Give how it ends by each reading of the rule."""
    return (window, *window.other_ends)


def irregular_of(
    listed: ListedDecision, window: CallInPeriod | None, constitution: Constitution
) -> Iterator[str]:
    """Give what is out of rule in its printed dates, each in words, with the likely cause."""
    printed, published = printed_effect(listed), listed.published_on
    if printed is not None and published is not None and published > printed:
        yield f"published on {spoken_day(published)}, after it was in effect"
    if window is None:
        return
    effect, last = listed.effective_from, listed.last_day
    if effect is not None and agreeing(effect, window) is None:
        yield (
            f"effective from {spoken_day(effect)} is printed, "
            f"{_apart(effect, window.last_day + _DAY)}; likely: "
            f"{_cause(listed, window, constitution, EndKind.DAY_AFTER, effect)}"
        )
    if last is not None and last not in [each.last_day for each in _ends(window)]:
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
    listed: ListedDecision,
    window: CallInPeriod,
    constitution: Constitution,
    kind: EndKind,
    printed: date,
) -> str:
    rule = window.rule
    from_publication = rule.counted_from is CountedFrom.PUBLICATION
    return likely(
        PublishedNotice(
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
        Computed(
            start=window.counted_from,
            from_publication=from_publication,
            days=rule.days,
            unit=rule.unit,
            start_counts=rule.start_day_counts,
            last_day=window.last_day,
            end=window.last_day + (_DAY if kind is EndKind.DAY_AFTER else timedelta()),
        ),
    )
