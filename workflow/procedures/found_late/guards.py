"""What must be so before what the close recorded gives way to what had been done in time."""

from dataclasses import replace
from datetime import datetime

from workflow.authority import MADE_NOT_IMPLEMENTED, engine_rule
from workflow.clock import spoken
from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.found_late.inputs import FindHold, Reinstate
from workflow.procedures.implementation.guards import counts_as_implemented
from workflow.procedures.requests.inputs import CallIn
from workflow.wording.short_dates import by_when

IN_TIME = engine_rule(
    "what was done in time",
    "What was done in time is never lost to what time alone recorded: the close, and "
    "implementation that merely follows from it by rule, give way to it, however late it is "
    "entered. What a person recorded as carried out does not.",
)
_LAPSED = engine_rule(
    "an outcome found late",
    "A body that acted within its time has acted, however late that is recorded: what the close "
    "recorded meanwhile gives way.",
)
_HELD = engine_rule(
    "a hold found late",
    "A decision that was held in time has not taken effect, however late that is recorded: what "
    "the close recorded meanwhile gives way.",
)


def stood_in(decision: Decision) -> State:
    """Give where a decision stood when time alone brought it into effect."""
    lapse = decision.proceedings.lapsed
    return State.CALL_IN_OPEN if lapse is None else lapse.state


def by_time_alone(decision: Decision) -> bool:
    """Say whether a decision took effect because its period ended, or a clock ran out."""
    lapsed = decision.proceedings.lapsed is not None
    return decision.window is not None and (decision.called_in_at is None or lapsed)


def nobody_carried_it_out(case: Case) -> bool:
    """Say whether nobody has recorded that the decision was carried out: at most, a rule has."""
    by_rule = counts_as_implemented(case) is not None
    in_force = case.subject.state is State.EFFECTIVE
    return case.subject.proceedings.acted_at is None and (in_force or by_rule)


def gives_way(case: Case) -> bool:
    """Say whether what brought the decision into effect gives way to what was done before it.

    Time alone does, while nobody has recorded carrying the decision out. To a request received in
    time, so does a body that let it stand: what it did not hear, it did not dispose of.
    """
    decision = case.subject
    if decision.state not in (State.EFFECTIVE, State.IMPLEMENTED):
        return False
    return nobody_carried_it_out(case) and (by_time_alone(decision) or _asked_in_time(case))


def _asked_in_time(case: Case) -> bool:
    details, window = case.details, case.subject.window
    if not isinstance(details, CallIn) or window is None:
        return False
    return window.in_time(details.received_at)


def gave_way_last(case: Case) -> datetime:
    """Give the last instant on the record that is not time's own: what is done in time follows it.

    As the journal has it; or else as the decision itself tells.
    """
    decision = case.subject
    if not by_time_alone(decision):
        return decision.last_at
    told = case.rules.last_before_time(decision.ref)
    if told is not None:
        return told
    done = decision.proceedings
    known = (
        decision.published_at,
        decision.signed_at,
        done.since,
        done.met_at,
        decision.freed_at,
        *(request.ruled_at or request.received_at for request in done.requests),
    )
    first = replace(decision, version=1).follows  # of what was taken in, not when that was entered
    return max((each for each in known if each is not None), default=first)


def it_lapsed(case: Case) -> Refusal | None:
    """The decision took effect because a clock ran out."""
    lapse = case.subject.proceedings.lapsed
    if lapse is not None and lapse.ran_out is not None:
        return None
    return Refusal(
        code="did-not-lapse",
        because=f"{case.subject.ref} did not take effect by a clock's running out.",
        authority=_LAPSED,
        remedy=f"See how it took effect: decisions history {case.subject.ref}",
    )


def it_acted_in_time(case: Case) -> Refusal | None:
    """The body acted after the call-in, and before its clock had run out or a meeting ended it."""
    details, lapse, decision = case.details, case.subject.proceedings.lapsed, case.subject
    limit = None if lapse is None else lapse.ran_out
    if not isinstance(details, Reinstate) or limit is None or decision.effective_at is None:
        return None
    called_in_at = decision.proceedings.since or decision.called_in_at
    by_then = decision.effective_at
    too_soon = called_in_at is not None and details.acted_at < called_in_at
    too_late = limit.has_run_out(details.acted_at) or details.acted_at > by_then
    if not too_soon and not too_late:
        return None
    start = "the call-in" if called_in_at is None else spoken(called_in_at)
    end = spoken(by_then) if by_then < limit.ends_at else by_when(limit)
    return Refusal(
        code="not-in-time",
        because=f"It acted at {spoken(details.acted_at)}; its time was from {start} to {end}.",
        authority=limit.authority if called_in_at is not None else MADE_NOT_IMPLEMENTED,
        remedy="What was done out of time is noted, and changes nothing: decisions irregular note "
        f"{case.subject.ref} --kind ruled-late …",
    )


def it_is_disputed(case: Case) -> Refusal | None:
    """Something was found after implementation that has not been ruled on."""
    if case.subject.is_disputed:
        return None
    return Refusal(
        code="not-disputed",
        because=f"Nothing that was found on {case.subject.ref} awaits a ruling.",
        authority=_LAPSED,
        remedy=f"See its record: decisions history {case.subject.ref}",
    )


def time_alone_gave_it_effect(case: Case) -> Refusal | None:
    """The decision took effect because its period ended, or a clock ran out."""
    decision = case.subject
    if by_time_alone(decision):
        return None
    return Refusal(
        code="not-by-time",
        because=f"{decision.ref} did not take effect by time alone.",
        authority=_HELD,
        remedy=_hold_now(decision),
    )


def _hold_now(decision: Decision) -> str:
    if decision.state is State.IMPLEMENTED:
        return (
            "It counts as implemented, and is not held: have it noted, decisions irregular note "
            f"{decision.ref} …, and ask the monitoring officer."
        )
    return f"Hold it from now: decisions hold {decision.ref} …"


def it_was_held_in_time(case: Case) -> Refusal | None:
    """The hold was made before the decision had taken effect."""
    details, decision = case.details, case.subject
    if not isinstance(details, FindHold) or decision.effective_at is None:
        return None
    if details.made_at < decision.effective_at:
        return None
    return Refusal(
        code="not-held-in-time",
        because=f"It was made at {spoken(details.made_at)}; the decision took effect at "
        f"{spoken(decision.effective_at)}.",
        authority=_HELD,
        remedy=_hold_now(decision),
    )
