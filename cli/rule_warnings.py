"""Warnings beside an answer whose period rests on a rule that can be read in other ways, or that is
only assumed to have held; and of a notice that is too short by the rule."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.output import warning_line
from workflow.constitution.wording.readings import NOT_KNOWN, other_readings
from workflow.model.state import State
from workflow.procedures.notices.events import NoticeGiven
from workflow.procedures.publication.events import TookEffect

if TYPE_CHECKING:
    from workflow.model.decision import Decision
    from workflow.procedures.attempt import Taken
    from workflow.register.lookup import Lookup


def unsure_rules(taken: "Taken") -> Iterator[str]:
    """Warn of a step that was taken: of the decision as it now stands, of what was severed from it,
    and of the rule by which it took effect at once."""
    by = [each.event.authority for each in taken.entries if isinstance(each.event, TookEffect)]
    for rule in by:
        if rule.unsure:
            yield warning_line(f"It took effect by a rule that is unsure: {rule}. {rule.words}")
    beside = () if taken.beside is None else _readings(taken.beside.decision)
    found = _readings(taken.decision, period=_rests_on_the_period(taken))
    yield from map(warning_line, dict.fromkeys((*found, *beside)))


def _rests_on_the_period(taken: "Taken") -> bool:
    """Say whether a step set the period, or was judged by whether something came within it."""
    return any(
        getattr(each.event, "window", None) is not None or hasattr(each.event, "received_at")
        for each in taken.entries
    )


def short_notice(lookup: "Lookup", taken: "Taken") -> Iterator[str]:
    """Warn of a notice just recorded that is too short for the first day that it gives."""
    given = any(isinstance(each.event, NoticeGiven) for each in taken.entries)
    if given and (warning := lookup.short_notice(taken.decision)):
        yield warning_line(warning)


def unsure_readings(decision: "Decision") -> Iterator[str]:
    """Warn of a decision: of its rule, and while its period is open of the reading of that."""
    yield from map(warning_line, _readings(decision))


def assumed_rule(decision: "Decision") -> Iterator[str]:
    """Warn of a decision whose rule is only assumed to have held."""
    if decision.window is not None and decision.window.rule_assumed:
        yield warning_line(NOT_KNOWN)


def _readings(decision: "Decision", *, period: bool = True) -> Iterator[str]:
    window = decision.window
    if window is None:
        return
    if window.rule_assumed:
        yield NOT_KNOWN
    if decision.state is State.CALL_IN_OPEN and period:
        if window.other_ends:
            yield " ".join(other_readings(window))
        elif window.authority.unsure and not window.rule_assumed:
            yield (
                "The call-in period rests on a rule whose reading is unsure: "
                f"{window.authority.title}, {window.authority.rule}. See what is not settled: "
                f"decisions constitution show {decision.council}"
            )
    for each in decision.proceedings.pending():
        joined = any(window.is_between(name.at) for name in each.signatures)
        if window.is_between(each.received_at):
            yield (
                f"Request {each.number} is in time by one reading and late by another: the "
                "monitoring officer rules on it."
            )
        elif joined or each.electors_between:
            yield (
                f"Some joined request {each.number} in time by one reading and late by another: "
                "where it takes them to make enough, the monitoring officer rules on it."
            )
