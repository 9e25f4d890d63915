"""Whether the printed windows on file can be what they are said to be: their days, and their end by
the rule that they stand beside."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, NamedTuple

from workflow.calendars.nations import Nation
from workflow.clock import spoken_day
from workflow.constitution.checks.consistency import Fault
from workflow.constitution.compare_readings import end_by_rule, gives, start_of
from workflow.constitution.provisions.evidence import PrintedWindow
from workflow.constitution.provisions.provision import Provision
from workflow.model.call_in_period import CountedFrom, PeriodRule

_DAY: Final = timedelta(days=1)


class _Listed(NamedTuple):
    """A list of printed windows, and the rule that it stands beside."""

    key: str
    windows: tuple[PrintedWindow, ...]
    rule: PeriodRule
    what: str
    is_odd: bool = False


def faults_of_windows(
    provision: Provision[object], rule: PeriodRule, nation: Nation, today: date
) -> Iterator[Fault]:
    """Give what is wrong with the printed windows of one period."""
    read = provision.authority.read
    for listed in _lists(provision, rule):
        seen = set[PrintedWindow]()
        for number, window in enumerate(listed.windows, start=1):
            key = f"{listed.key}[{number}]"
            wrong_days = [*_out_of_order(window, listed.is_odd), *_too_late(window, today, read)]
            printed = replace(window, link="", why="")  # where it is, and what is said of it, apart
            if printed in seen:
                wrong_days.append(Fault("reference", "It is there twice.", "Leave one out."))
            seen.add(printed)
            for fault in wrong_days or _by_the_rule(window, listed, nation):
                yield fault._replace(key=f"{key}.{fault.key}".rstrip("."))


def _lists(provision: Provision[object], rule: PeriodRule) -> Iterator[_Listed]:
    evidence = provision.evidence
    yield _Listed("windows", evidence.windows, rule, "the rule")
    yield _Listed("irregular", evidence.irregular, rule, "the rule", is_odd=True)
    for number, each in enumerate(evidence.could_be or (), start=1):
        yield _Listed(f"could-be[{number}].windows", each.windows, each.rule, "this reading")


def _out_of_order(window: PrintedWindow, is_odd: bool) -> Iterator[Fault]:
    """Give the days that cannot have come in this order; one that is irregular may be misprinted,
    but for its end."""
    made, published = window.made, window.published
    if published is not None and _is_published_first(window) and not is_odd:
        yield Fault(
            "published",
            f"{spoken_day(published)} is before it was made.",
            "Mend the day; or list it under irregular, with why.",
        )
    end = window.last_day or window.effective_from
    if end is not None and all(end < day for day in (made, published) if day is not None):
        yield Fault(
            "last-day" if window.last_day else "effective-from",
            f"{spoken_day(end)} is before every other day of it.",
            "Mend the day.",
        )


def _is_published_first(window: PrintedWindow) -> bool:
    made, published = window.made, window.published
    return made is not None and published is not None and published < made


def _too_late(window: PrintedWindow, today: date, read: date | None) -> Iterator[Fault]:
    """Give the days that nobody can have seen printed on the day that the source was read."""
    for key, day in (("made", window.made), ("published", window.published)):
        if day is not None and day > today:
            yield Fault(key, f"{spoken_day(day)} is to come.", "Give the day that is printed.")
        elif day is not None and read is not None and day > read:
            yield Fault(
                key,
                f"{spoken_day(day)} is after the source was read, on {spoken_day(read)}.",
                "Mend one of the two days.",
            )


def _by_the_rule(window: PrintedWindow, listed: _Listed, nation: Nation) -> Iterator[Fault]:
    """Give that it does not come out by the rule, or does where it is said not to."""
    if listed.is_odd:
        if not _is_published_first(window) and gives(listed.rule, window, nation):
            yield Fault("", "The rule gives its date.", "List it under windows.")
        return
    if start_of(listed.rule, window.made, window.published) is None:
        counted = listed.rule.counted_from
        yield Fault(
            "made" if counted is CountedFrom.DECISION else "published",
            f"It is missing, and {listed.what} counts from {_event(counted)}.",
            "Give it; or leave the window out.",
        )
    elif gives(listed.rule, window, nation) is False:
        end = end_by_rule(listed.rule, window, nation)
        assert end is not None
        last = window.last_day is not None
        counted_end = end.last_day if last else end.last_day + _DAY
        yield Fault(
            "last-day" if last else "effective-from",
            f"{listed.what.capitalize()} gives {spoken_day(counted_end)}.",
            "Mend the day, or list it under irregular, with why."
            if listed.what == "the rule"
            else "Mend the day, or leave the window out.",
        )


def _event(counted: CountedFrom) -> str:
    return "the decision" if counted is CountedFrom.DECISION else "publication"
