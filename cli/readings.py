"""The word said beside an answer whose period rests on a rule that can be read in other ways, or
that is only assumed to have held."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.output import note, wrapped
from workflow.model.state import State
from workflow.policy.worded.readings import other_readings

if TYPE_CHECKING:
    from workflow.model.decision import Decision


def mind_the_readings(decision: "Decision") -> None:
    """Say it of a decision whose period is open."""
    if decision.state is State.CALL_IN_OPEN:
        note(*(wrapped(f"Mind: {said}", "", "      ") for said in _said(decision)))


def _said(decision: "Decision") -> Iterator[str]:
    window = decision.window
    if window is None:
        return
    if window.rule_assumed:
        yield "The council's rule is not known to have held on that day. It is assumed to have."
    if window.sooner:
        yield " ".join(other_readings(window))
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
