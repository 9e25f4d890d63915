"""What a body must do with a decision that is called in, and by when."""

from collections.abc import Iterator
from typing import Final

from workflow.clock import spoken
from workflow.model.state import AWAITED, State
from workflow.model.time_limit import TimeLimit
from workflow.today.asked import OfDecision
from workflow.today.matter import MatterKind, TodayMatter
from workflow.wording.short_dates import by_when

_STEPS: Final = {
    State.CALLED_IN: ("scrutiny-resolve", "scrutiny-refer-back", "scrutiny-refer-to-council"),
    State.REFERRED_BACK: ("reconsideration-confirm", "reconsideration-change"),
    State.REFERRED_TO_COUNCIL: ("council-let-stand", "council-object", "council-decide"),
}
"""What the body that a decision is before may do with it."""
_BODIES: Final = {
    State.CALLED_IN: "scrutiny",
    State.REFERRED_BACK: "the decision maker",
    State.REFERRED_TO_COUNCIL: "full council",
}


def time_limits(asked: OfDecision) -> Iterator[TodayMatter]:
    """The body that a called-in decision is before, and its time limit, if one runs."""
    decision = asked.decision
    if decision.state not in AWAITED:
        return
    limit, done = decision.proceedings.limit, decision.proceedings
    body = _BODIES[decision.state]
    steps = asked.those_open(*_STEPS[decision.state])
    if _STEPS[decision.state][0] not in steps:
        steps = ()  # the usual end is not open yet: `next` says why
    if done.late_outcome_at is not None:
        says = f"{_first(body)} acted in time, at {spoken(done.late_outcome_at)}: record what it "
        says += "did."
        yield _matter(asked, MatterKind.OUTCOME, says, steps, None)
    elif limit is None and done.direction is None:
        says = f"It is before {body}, and no time limit runs: it waits until {body} acts."
        yield _matter(asked, MatterKind.NO_TIME_LIMIT, says, steps, None)
    elif limit is not None:
        yield _matter(asked, MatterKind.TIME_LIMIT, _runs(asked, body, limit), steps, limit)
    if done.direction is not None:
        says = f"A direction that it not be implemented lasts until {by_when(done.direction)}."
        yield _matter(asked, MatterKind.DIRECTION, says, steps, done.direction)


def _runs(asked: OfDecision, body: str, limit: TimeLimit) -> str:
    if limit.has_run_out(asked.now):
        return f"{_first(body)} was to act by {by_when(limit)}, and has not. The decision waits."
    brings = limit.brings_effect and not asked.decision.is_objected_to
    then = "takes effect" if brings else "still waits"
    return f"{_first(body)} must act by {by_when(limit)}. If not, the decision {then}."


def _matter(
    asked: OfDecision,
    kind: MatterKind,
    says: str,
    steps: tuple[str, ...],
    limit: TimeLimit | None,
) -> TodayMatter:
    """Give a matter of those who record what the body does, even where no step is open yet."""
    commands = asked.typed(*steps) or (f"next {asked.ref}",)
    return asked.matter(
        kind,
        says,
        *commands,
        by=asked.who(*_STEPS[asked.decision.state]),
        day=None if limit is None else limit.last_day,
        at=None if limit is None else limit.ends_at,
        overdue=limit is not None and limit.has_run_out(asked.now),
    )


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]


EACH = (time_limits,)
