"""What must be so before what the close recorded gives way to what had been done in time."""

from workflow.authority import MADE_NOT_IMPLEMENTED, engine_rule
from workflow.clock import london_day, spoken
from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.found_late.inputs import FindHold, Reinstate
from workflow.procedures.holds.guards import counted
from workflow.procedures.shared.before_effect import by_time_alone
from workflow.wording.short_dates import by_when

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


def its_report_can_be_considered(case: Case) -> Refusal | None:
    """The time for considering an officer's report, where a rule gives one, is in the calendar."""
    details = case.details
    if not isinstance(details, FindHold):
        return None
    return counted(case, details.on_account_of, london_day(details.made_at))
