"""How a notice stands to what is on file for its council: the rule, other readings of it, and the
printed windows that the file says the rule does not give."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from workflow.conformance.computed import Computed, by_constitution, by_rule
from workflow.conformance.printed import EndKind, PublishedNotice
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions.evidence import PrintedWindow
from workflow.errors import BeyondCalendar
from workflow.model.call_in_period import PeriodRule

_DAY = timedelta(days=1)


class ReadingOnFile(StrEnum):
    """Which reading on file gives a printed date."""

    RULE = "rule"
    COULD_BE = "could-be"
    """Another reading of the rule, which has printed windows of its own behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a notice came to by all that is on file for its day."""

    by_rule: Computed
    shown: Computed
    """The count whose date is shown: of the reading that agrees, or of the rule if none does."""
    reading: ReadingOnFile | None
    """By which reading it agrees; None where it does by none."""
    rule: PeriodRule
    """The rule, or the other reading, that the date shown is counted by."""
    others: tuple[date, ...] = ()
    """The dates that other readings give, where none agrees."""
    listed: PrintedWindow | None = None
    """The irregular window of the council's file that it is, where none agrees."""


def judged(printed: PublishedNotice, constitution: Constitution) -> Judged | None:
    """Judge a notice by what is on file for its day; None where no period is.

    Raises BeyondCalendar where the rule itself cannot be counted.
    """
    judgement = by_constitution(printed, constitution)
    if judgement is None:
        return None
    assert judgement.provision is not None
    assert judgement.provision.value is not None
    rule = judgement.provision.value
    if judgement.end == printed.end:
        return Judged(by_rule=judgement, shown=judgement, reading=ReadingOnFile.RULE, rule=rule)
    others = list(_others(printed, judgement))
    for other, reckoned in others:
        if reckoned.end == printed.end:
            return Judged(
                by_rule=judgement, shown=reckoned, reading=ReadingOnFile.COULD_BE, rule=other
            )
    return Judged(
        by_rule=judgement,
        shown=judgement,
        reading=None,
        rule=rule,
        others=tuple(dict.fromkeys(each.end for _, each in others)),
        listed=_listed(printed, constitution),
    )


def _others(printed: PublishedNotice, computed: Computed) -> Iterator[tuple[PeriodRule, Computed]]:
    """Count by each other reading on file that the calendar reaches."""
    assert computed.provision is not None
    for rule in computed.provision.other_rules:
        try:
            yield rule, by_rule(printed, rule, computed.provision)
        except BeyondCalendar:
            continue


def _listed(printed: PublishedNotice, constitution: Constitution) -> PrintedWindow | None:
    """Give the irregular window of the file with the dates of a notice, under whichever entry."""
    return next(
        (
            window
            for entry in constitution.on("call_in_period")
            for window in entry.evidence.irregular
            if _is_same(printed, window)
        ),
        None,
    )


def _is_same(printed: PublishedNotice, window: PrintedWindow) -> bool:
    """Say whether a window's dates are a notice's: the same end, and each day that both print."""
    last_day = printed.end - _DAY if printed.end_kind is EndKind.DAY_AFTER else printed.end
    ends = window.last_day if window.effective_from is None else window.effective_from - _DAY
    both = [
        (ours, theirs)
        for ours, theirs in (
            (printed.made_on, window.made),
            (printed.published_on, window.published),
        )
        if ours is not None and theirs is not None
    ]
    return ends == last_day and bool(both) and all(ours == theirs for ours, theirs in both)
