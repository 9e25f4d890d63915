"""Whether a call-in period says of itself how sure it is, and how else it could be read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from workflow.calendars.nations import Nation
from workflow.constitution.checks.consistency import Fault
from workflow.constitution.checks.printed_windows import faults_of_windows
from workflow.constitution.compare_readings import end_by_rule, gives, is_later
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions.evidence import LEAST_WINDOWS, OtherReading, PrintedWindow
from workflow.constitution.provisions.provision import Basis, Provision
from workflow.files.toml_table import Problem
from workflow.model.call_in_period import CountedFrom, PeriodRule


def claims_too_much(constitution: Constitution, today: date) -> Iterator[Problem]:
    """Complain of each call-in period that says more than its printed windows can bear."""
    nation = constitution.nation
    for number, provision in enumerate(constitution.on("call_in_period"), start=1):
        rule = provision.value
        if isinstance(rule, PeriodRule):
            for fault in _faults(provision, rule, nation, today):
                key = f"call-in-period[{number}].{fault.key}"
                yield Problem(constitution.source, key, fault.wrong, fault.cure)


def _faults(
    provision: Provision[object], rule: PeriodRule, nation: Nation, today: date
) -> Iterator[Fault]:
    yield from faults_of_windows(provision, rule, nation, today)
    doubts = list(doubts_of(provision, nation))
    unsure = provision.authority.unsure
    for doubt in () if unsure else doubts:
        yield Fault("confidence", doubt, 'Write "unsure"; or give windows that show it.')
    if (unsure or doubts) and provision.evidence.could_be is None:
        yield Fault(
            "could-be",
            "It is unsure, and does not say how else it could be read.",
            "Give the other readings, each with two printed windows; or could-be = [], and "
            "could-be-why.",
        )
    for number, reading in enumerate(provision.evidence.could_be or (), start=1):
        if _is_nowhere_later(reading, provision, rule, nation):
            yield Fault(
                f"could-be[{number}]",
                "It is shorter on every window on file, or as long.",
                "Leave it out; or give it as the rule, and the longer here.",
            )


def doubts_of(provision: Provision[object], nation: Nation) -> Iterator[str]:
    """Say why a period that was inferred from notices cannot be sure; nothing where it can."""
    rule = provision.value
    if provision.basis is not Basis.INFERRED or not isinstance(rule, PeriodRule):
        return
    shown = [each for each in provision.evidence.windows if gives(rule, each, nation)]
    if len(shown) < LEAST_WINDOWS:
        yield (
            f"It is inferred from {len(shown) or 'no'} printed "
            f"window{'' if len(shown) == 1 else 's'} that the rule gives, and takes "
            f"{LEAST_WINDOWS} to be sure."
        )
    if shown and not any(_tells_the_start(each, rule, nation) for each in shown):
        yield "No printed window tells a count from publication from one from the decision."


def _tells_the_start(window: PrintedWindow, rule: PeriodRule, nation: Nation) -> bool:
    """Say whether a window would have another date, were the rule counted from the other event."""
    if window.made is None or window.published is None:
        return False
    from_publication = rule.counted_from is CountedFrom.PUBLICATION
    other = CountedFrom.DECISION if from_publication else CountedFrom.PUBLICATION
    return gives(replace(rule, counted_from=other), window, nation) is False


def _is_nowhere_later(
    reading: OtherReading, provision: Provision[object], rule: PeriodRule, nation: Nation
) -> bool:
    evidence = provision.evidence
    windows = (*evidence.windows, *evidence.irregular, *reading.windows)
    ends = [
        (end_by_rule(reading.rule, each, nation), end_by_rule(rule, each, nation))
        for each in windows
    ]
    both = [(other, own) for other, own in ends if other is not None and own is not None]
    later = any(is_later(other, own) for other, own in both)
    return not later and any(is_later(own, other) for other, own in both)
