"""Warnings beside an answer whose period rests on a rule that can be read in other ways, or that is
only assumed to have held; and of a notice that is too short by the rule."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cli.shown.output import warning_line
from workflow.authority import Authority
from workflow.calendars.nations import Nation
from workflow.constitution.provisions.effect import IMPLEMENTATION
from workflow.constitution.provisions.provision import Basis
from workflow.constitution.wording.readings import NOT_KNOWN, other_readings
from workflow.model.notice import NoticeKind
from workflow.model.state import State
from workflow.procedures.implementation.events import ImplementedByRule
from workflow.procedures.notices.events import NoticeGiven
from workflow.procedures.publication.events import TookEffect

if TYPE_CHECKING:
    from workflow.engine import Engine
    from workflow.model.decision import Decision
    from workflow.procedures.attempt import Taken
    from workflow.register.lookup import Lookup

_BODY: Final = re.compile(r"\b(cabinet|executive|committee|board|panel)\b", re.IGNORECASE)
_MEMBERS: Final = re.compile(
    r"[:;,(]| and |member for|leader|mayor|officer|director", re.IGNORECASE
)
"""What a list of members has, or the title of a person."""


def unsure_rules(engine: "Engine", taken: "Taken") -> Iterator[str]:
    """Warn of a step that was taken: of the decision as it now stands, of what was severed from it,
    and of the rules by which it took effect at once and counts as implemented. How a rule can be
    read is told where the step set the period."""
    events = [each.event for each in taken.entries]
    for event in events:
        if isinstance(event, TookEffect) and event.authority.unsure:
            rule = event.authority
            yield warning_line(f"It took effect by a rule that is unsure: {rule}. {rule.words}")
        elif isinstance(event, ImplementedByRule):
            rule = event.authority
            if how := _how_it_is_known(engine, taken.decision.council, rule):
                yield warning_line(f"It counts as implemented by a rule {how}: {rule}.")
    beside = () if taken.beside is None else _readings(taken.beside.decision)
    sets = any(getattr(each, "window", None) is not None for each in events)
    asks = any(hasattr(each, "received_at") for each in events)
    readings = _readings(taken.decision, period=sets or asks, whole=sets)
    yield from map(warning_line, dict.fromkeys((*readings, *beside)))


def _how_it_is_known(engine: "Engine", council: str, rule: Authority) -> str:
    """Say that a rule is unsure, or that its words were not found and it is inferred from notices;
    empty for one that is neither."""
    if rule.unsure:
        return "that is unsure"
    on_file = engine.constitutions.in_use(council).on(IMPLEMENTATION.name)
    inferred = any(each.basis is Basis.INFERRED and each.authority == rule for each in on_file)
    return "whose wording was not found" if inferred else ""


def short_notice(lookup: "Lookup", taken: "Taken") -> Iterator[str]:
    """Warn of a notice just recorded that is too short for the first day that it gives."""
    given = any(isinstance(each.event, NoticeGiven) for each in taken.entries)
    if given and (warning := lookup.short_notice(taken.decision)):
        yield warning_line(warning)


def members_left_out(engine: "Engine", taken: "Taken") -> Iterator[str]:
    """Warn of the notice of a key decision that names a body, and not its members."""
    for each in taken.entries:
        event = each.event
        if not isinstance(event, NoticeGiven) or event.kind is not NoticeKind.KEY_DECISION:
            continue
        maker = next((told for told in event.particulars if told.startswith("maker: ")), "")
        if engine.constitutions.in_use(taken.decision.council).nation is not Nation.ENGLAND:
            continue
        if _BODY.search(maker) and not _MEMBERS.search(maker.removeprefix("maker: ")):
            yield warning_line(
                "Regulation 9 asks for a body's name and a list of its members. This notice is "
                "recorded as naming the body alone."
            )


def unsure_readings(decision: "Decision") -> Iterator[str]:
    """Warn of a decision: of its rule, and while its period is open of the reading of that."""
    yield from map(warning_line, _readings(decision, whole=False))


def assumed_rule(decision: "Decision") -> Iterator[str]:
    """Warn of a decision whose rule is only assumed to have held."""
    if decision.window is not None and decision.window.rule_assumed:
        yield warning_line(NOT_KNOWN)


def _readings(decision: "Decision", *, period: bool = True, whole: bool = True) -> Iterator[str]:
    """Say what the period rests on; in one line, that it is unsure, where `whole` is not asked."""
    window = decision.window
    if window is None:
        return
    if window.rule_assumed:
        yield NOT_KNOWN
    if decision.state is State.CALL_IN_OPEN and period:
        if window.other_ends:
            see = f"decisions explain {decision.ref}"
            short = f"The rule for the period can be read in more than one way: {see}"
            yield " ".join(other_readings(window)) if whole else short
        elif window.authority.unsure and not window.rule_assumed:
            see = f"decisions constitution show {decision.council}"
            short = f"The rule for the period is unsure: {see}"
            yield (
                "The call-in period rests on a rule whose reading is unsure: "
                f"{window.authority.title}, {window.authority.rule}. See what is not settled: {see}"
                if whole
                else short
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
