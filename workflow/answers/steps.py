"""What can be done with a decision, as every face gives it."""

from collections.abc import Iterable
from dataclasses import dataclass

from workflow.errors import Refusal
from workflow.model.people import Role
from workflow.register.questions import NextStep


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAnswer:
    """A step, and every reason why it cannot be taken now."""

    step: str
    """Its name. On the terminal the hyphen after a procedure's noun is a space; what time brings
    about is recorded by `decisions close`."""
    says: str
    """What it does, in a sentence."""
    open: bool
    """Whether it can be taken now."""
    wants: tuple[str, ...]
    """What this decision needs besides what every such step asks for: which of two requests, or the
    votes."""
    by: tuple[Role, ...]
    """The roles in which it may be taken."""
    reasons: tuple[Refusal, ...]
    """Why it cannot be taken; empty if it can."""


def step_answer(next_step: NextStep) -> StepAnswer:
    """Give a step, and why it cannot be taken."""
    return StepAnswer(
        step=next_step.step.name,
        says=next_step.step.says,
        open=next_step.open,
        wants=next_step.wants,
        by=tuple(next_step.step.by),
        reasons=next_step.refusals,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsAnswer:
    """Every step but the first draft, open or not, each with its reasons."""

    ref: str
    """The decision."""
    steps: tuple[StepAnswer, ...]
    """The steps, in the order of the table."""


def steps_answer(ref: str, found: Iterable[NextStep]) -> StepsAnswer:
    """Give what can be done with a decision, and what cannot."""
    return StepsAnswer(ref=ref, steps=tuple(step_answer(each) for each in found))
