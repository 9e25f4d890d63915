"""A step that was taken, as every face gives it."""

from dataclasses import dataclass
from datetime import datetime

from workflow.answers.decision import DecisionAnswer, decision_answer
from workflow.procedures.attempt import Taken


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeAnswer:
    """A step that was taken: the same for `new` and for every step."""

    ref: str
    """The decision."""
    step: str
    """The step, by its name."""
    dry_run: bool
    """Whether it was a rehearsal: nothing was kept."""
    events: tuple[str, ...]
    """What happened, event by event. One step can lead to several events."""
    decision: DecisionAnswer
    """The decision now, as `show` gives it, without the statement."""
    beside: DecisionAnswer | None
    """Another decision that the same step began, such as a severed part."""


def outcome_answer(
    taken: Taken, as_of: datetime | None = None, *, dry_run: bool = False
) -> OutcomeAnswer:
    """Give what a step did, and how the decision stands as of a moment."""
    beside = None if taken.beside is None else taken.beside.decision
    return OutcomeAnswer(
        ref=taken.decision.ref,
        step=taken.step,
        dry_run=dry_run,
        events=tuple(each.event.name for each in taken.entries),
        decision=decision_answer(taken.decision, as_of),
        beside=None if beside is None else decision_answer(beside, as_of),
    )
