"""Why a step cannot be taken from where a decision stands, in words an officer can act on."""

from dataclasses import replace
from datetime import datetime

from workflow.authority import Authority
from workflow.clock import received_at, spoken
from workflow.constitution.wording.readings import ended, in_time
from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.model.state import AWAITED, State
from workflow.procedures.case import Case
from workflow.procedures.shared import refusals
from workflow.procedures.shared.before_effect import nobody_carried_it_out
from workflow.procedures.shared.refusals import TABLE


def when(instant: datetime | None) -> str:
    """Give " at …" for an instant, and nothing where there is none."""
    return "" if instant is None else f" at {spoken(instant)}"


def standing(decision: Decision | None, now: datetime, under: Authority = TABLE) -> Refusal:
    """Say where a decision stands, as the reason why a step is not open from there."""
    if decision is None:
        return refusals.NOT_DRAFTED()
    ref, state = decision.ref, decision.state
    if state is State.CALL_IN_OPEN:
        return _in_its_period(decision, now)
    limit = decision.proceedings.governing
    if state in AWAITED and limit is not None and decision.time_has_run(now):
        return refusals.CLOSE_NOT_RECORDED(limit.authority, awaits=limit.awaits)
    since = {
        State.CALLED_IN: decision.called_in_at,
        State.EFFECTIVE: decision.effective_at,
        State.IMPLEMENTED: decision.implemented_at,
        State.WITHDRAWN: decision.withdrawn_at,
        State.SUPERSEDED: decision.superseded_at,
    }.get(state)
    kind = refusals.STANDS[state]
    at = when(since) if since is None or state is not State.CALLED_IN else f" {received_at(since)}"
    return kind(None if isinstance(kind.rule, Authority) else under, ref=ref, at=at)


def _in_its_period(decision: Decision, now: datetime) -> Refusal:
    window = decision.window
    assert window is not None
    if window.has_run_out(now) and not decision.proceedings.pending():
        return refusals.PERIOD_NOT_CLOSED(window.authority, ended=ended(window))
    pending = decision.proceedings.pending()
    if pending:
        received = in_time(window, (each.received_at for each in pending))
        return refusals.REQUEST_AWAITS_RULING(window.authority, received=received, ref=decision.ref)
    return refusals.CALL_IN_OPEN(window.authority, ended=ended(window), ref=decision.ref)


def where_it_stands(case: Case, under: Authority) -> Refusal:
    """Say where the decision of a case stands, as the reason why a step is not open from there."""
    stands, decision = standing(case.decision, case.now, under), case.decision
    if decision is None or decision.state is not State.IMPLEMENTED:
        return stands
    effective_at = decision.effective_at
    if effective_at is None or case.done_at >= effective_at or nobody_carried_it_out(case):
        return stands
    return replace(
        stands,
        remedy="It was carried out, and that is not undone. Note what was done in time, and ask "
        f"the monitoring officer: decisions irregular note {decision.ref} --kind other …",
    )


def done_already(stands: Refusal, decision: Decision, was: str) -> Refusal:
    """Give where a decision stands after what was done to it once already."""
    since = stands.because
    if since.startswith(decision.ref):
        since = "It" + since.removeprefix(decision.ref)
    return replace(stands, because=f"{decision.ref} {was}. {since}")
