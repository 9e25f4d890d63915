"""A day that was given without an hour: the hour is asked for where it decides something."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from cli.typed.parsing import DayAlone
from workflow.clock import london, london_day, next_day, spoken_day, start_of_day
from workflow.errors import Invalid
from workflow.model.decision import Decision
from workflow.procedures.attempt import Refused, Taken

if TYPE_CHECKING:
    from workflow import Engine

DECIDES: Final = ("received_at", "made_at", "acted_at", "at")
"""What is given of a step where the hour can decide something: of a notice, only the day counts."""
_EXAMPLE: Final = "T15:30"
_ANOTHER: Final = "by another reading of the council's rule"
Edge = tuple[datetime | None, bool, str]
"""An instant at which something begins or ends, whether it is itself before that, and what."""


def check_hours(
    engine: "Engine",
    ref: str,
    options: Mapping[str, Any],
    rehearsed: Callable[[], Taken | Refused] | None = None,
) -> None:
    """Ask for the hour of a day given alone, where the day holds an edge or begins the effect.

    Raises Invalid. Where the whole of the day is on one side of every edge, it stands for itself.
    """
    alone = {name: each for name in DECIDES if isinstance(each := options.get(name), DayAlone)}
    if not alone:
        return
    decision = engine.get(ref)
    for name, first in alone.items():
        for at, included, what in _edges(decision, name):
            if at is not None and _holds(first, at, included):
                raise _hour_wanted(name, first, f"{what} at {london(at):%H:%M} that day")
        if name == "acted_at":
            raise _hour_wanted(name, first, "what was done has its effect from then")
    outcome = None if rehearsed is None else rehearsed()
    if isinstance(outcome, Taken):
        for name, first in alone.items():
            if _begins(first, decision, outcome.decision):
                raise _hour_wanted(name, first, "the decision takes effect from then")


def _begins(first: datetime, before: Decision, after: Decision) -> bool:
    """Say whether a decision takes effect from that instant because of what was done then."""
    window = after.window
    if window is not None and after.freed_at == first != before.freed_at:
        return first >= window.effective_from
    return after.effective_at == first and first not in (before.effective_at, before.due_effect)


def check_hour_known(engine: "Engine", council: str, known_at: datetime | None) -> None:
    """Ask for the hour at which a day became known, where a period or time limit ended then."""
    if not isinstance(known_at, DayAlone):
        return
    from workflow.register.query import DecisionQuery

    for decision in engine.list(DecisionQuery(council=council)):
        for at, _, what in _edges(decision, "known_at"):
            if at is not None and _holds(known_at, at, included=False):
                what = f"of {decision.ref}, {what} at {london(at):%H:%M} that day"
                raise _hour_wanted("known_at", known_at, what)


def check_hour_asked(engine: "Engine", ref: str, as_of: datetime | None) -> None:
    """Ask for the hour where a decision may be implemented for only a part of that day."""
    if not isinstance(as_of, DayAlone):
        return
    after = start_of_day(next_day(london_day(as_of)))
    edges = [at for at, _, _ in _edges(engine.get(ref), "at") if at is not None]
    known = [*edges, *(entry.event.at for entry in engine.history(ref))]
    within = {as_of, after - timedelta(microseconds=1), *(at for at in known if as_of < at < after)}
    if len({bool(engine.may_implement(ref, at)) for at in within}) > 1:
        raise _hour_wanted("as_of", as_of, f"{ref} may be implemented for a part of it only")


def _edges(decision: Decision, name: str) -> Iterator[Edge]:
    window, proceedings = decision.window, decision.proceedings
    if window is None and name == "received_at":
        return  # there is no time to be in
    if name != "known_at":
        yield decision.published_at, False, "it was published"
    if window is not None:
        if window.deadline_included and name != "known_at":
            yield window.request_deadline, True, "the time for a call-in ends"
        if name != "known_at":
            for end in window.other_ends:
                if end.deadline_included:
                    yield end.request_deadline, True, f"the time for a call-in ends, {_ANOTHER},"
        yield window.effective_from, False, "time alone gives it effect"
    limits = [proceedings.limit, proceedings.direction]
    if proceedings.lapsed is not None:
        limits += [
            proceedings.lapsed.ran_out,
            proceedings.lapsed.limit,
            proceedings.lapsed.direction,
        ]
    for limit in limits:
        if limit is not None:
            yield limit.ends_at, limit.end_included, "a time limit ends"
    if name != "known_at":
        yield decision.due_effect, False, "time alone gives it effect"
        yield decision.effective_at, False, "it took effect"
        yield decision.implemented_at, False, "it was implemented"
    if name == "at":
        yield decision.last_at, False, "the last thing on its record was"


def _holds(first: datetime, at: datetime, included: bool) -> bool:
    """Say whether an edge lies within a day, so that its hours are on both sides."""
    after = start_of_day(next_day(london_day(first)))
    return first < at < after or (included and at == first)


def _hour_wanted(name: str, first: datetime, why: str) -> Invalid:
    day, flag = london_day(first), f"--{name.replace('_', '-')}"
    return Invalid(
        f"{spoken_day(day)} alone does not tell: {why}.",
        remedy=f"Give the hour too, in London's time: {flag} {day.isoformat()}{_EXAMPLE}",
    )
